import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { emailId, millis, type Email } from '@/domain/workspace';

import { emlFileName, emlOf } from './eml';

const email: Email = {
  id: emailId('email-1'),
  projectId: null,
  to: [
    { name: 'Sara Lindqvist', address: 'sara@example.com' },
    { name: '', address: 'tom@example.com' },
  ],
  cc: [],
  subject: 'Launch status',
  body: 'Hello,\nall is well.',
  status: 'draft',
  failure: null,
  createdAt: millis(Date.UTC(2026, 10, 21, 5, 30)),
  sentAt: null,
};

const sender = { name: 'Momentum', address: 'me@example.com' };

/** The headers of a message, unfolded and decoded, and its body: enough of a reader to check what was written. */
function read(message: string) {
  const end = message.indexOf('\r\n\r\n');
  const head = message.slice(0, end).replaceAll('\r\n ', ' ');
  const headers = new Map(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), decodedWords(line.slice(colon + 2))] as const;
    }),
  );
  const body = message.slice(end + 4);
  const text = headers.get('Content-Transfer-Encoding') === 'base64' ? fromBase64(body) : body;
  return { headers, body: text };
}

function decodedWords(value: string): string {
  return value
    .replaceAll(/\?= (?==\?)/g, '?=')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/g, (_all, encoded: string) => fromBase64(encoded));
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

describe('emlOf', () => {
  it('writes a plain message that a mail program opens for sending', () => {
    expect(emlOf(email, null)).toBe(
      [
        'X-Unsent: 1',
        'Date: Sat, 21 Nov 2026 05:30:00 +0000',
        'To: Sara Lindqvist <sara@example.com>, tom@example.com',
        'Subject: Launch status',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 7bit',
        '',
        'Hello,\r\nall is well.',
        '',
      ].join('\r\n'),
    );
  });

  it('writes a sent message with its sender, its copy and the time it was sent', () => {
    const sent: Email = {
      ...email,
      status: 'sent',
      sentAt: millis(Date.UTC(2026, 10, 22)),
      cc: [{ name: 'O’Brien', address: 'ob@example.com' }],
    };
    const { headers } = read(emlOf(sent, sender));
    expect([...headers.entries()].slice(0, 5)).toEqual([
      ['Date', 'Sun, 22 Nov 2026 00:00:00 +0000'],
      ['From', 'Momentum <me@example.com>'],
      ['To', 'Sara Lindqvist <sara@example.com>, tom@example.com'],
      ['Cc', 'O’Brien <ob@example.com>'],
      ['Subject', 'Launch status'],
    ]);
  });

  it('puts names with commas and quotes in quotes', () => {
    const message = emlOf({ ...email, to: [{ name: 'Weber, "Jo" \\', address: 'jo@example.com' }] }, null);
    expect(message).toContain(String.raw`To: "Weber, \"Jo\" \\" <jo@example.com>`);
  });

  it('[S8] lets no name and no subject begin another header', () => {
    const { headers } = read(
      emlOf(
        {
          ...email,
          to: [{ name: 'A\r\nBcc: eve@example.com', address: 'a@example.com' }],
          subject: 'B\r\nBcc: eve@example.com',
        },
        null,
      ),
    );
    expect([...headers.keys()]).not.toContain('Bcc');
  });

  it('can be read back, whatever the texts hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (subject, body, name) => {
          const message = emlOf(
            { ...email, subject, body, to: [{ name, address: 'a@example.com' }] },
            sender,
          );
          expect(message).toMatch(/^[\t\r\n\x20-\x7E]*$/);
          for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
          const { headers, body: readBody } = read(message);
          expect(headers.get('Subject')).toBe(subject);
          expect(readBody.replace(/\r\n$/, '')).toBe(body.replaceAll(/\r\n?|\n/g, '\r\n'));
          expect(headers.get('To')?.endsWith('<a@example.com>') || name === '').toBe(true);
        },
      ),
    );
  });
});

describe('emlFileName', () => {
  it.each([
    ['Launch status', 'Launch status.eml'],
    ['Re: a/b\\c*?"<>|', 'Re a b c.eml'],
    ['../../etc/passwd', 'etc passwd.eml'],
    ['fdp\u202Exe.exe', 'fdp xe.exe.eml'],
    ['nul', 'email nul.eml'],
    ['con.txt', 'email con.txt.eml'],
    ['Grüße 山田', 'Grüße 山田.eml'],
    ['', 'email.eml'],
    ['\u200B', 'email.eml'],
    ['x'.repeat(300), `${'x'.repeat(80)}.eml`],
  ])('names the file of “%s” %s', (subject, name) => {
    expect(emlFileName(subject)).toBe(name);
  });
});
