import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { OutgoingEmail } from '@/agent';

import { createMailtoMailer, mailtoUrl } from './mailto';

const email: OutgoingEmail = {
  to: [
    { name: 'Sara', address: 'sara@example.com' },
    { name: '', address: 'tom+api@example.com' },
  ],
  cc: [{ name: 'Mina', address: 'mina@example.com' }],
  subject: 'Launch: 50 % & more?',
  body: 'Hello,\nall is well – ünder control.',
};

const options = { idempotencyKey: 'session:turn:call', signal: new AbortController().signal };

describe('mailtoUrl', () => {
  it('writes a link as RFC 6068 wants it', () => {
    expect(mailtoUrl(email)).toBe(
      'mailto:sara@example.com,tom%2Bapi@example.com?cc=mina@example.com&subject=Launch%3A%2050%20%25%20%26%20more%3F' +
        '&body=Hello%2C%0D%0Aall%20is%20well%20%E2%80%93%20%C3%BCnder%20control.',
    );
  });

  it('leaves out an empty cc', () => {
    expect(mailtoUrl({ ...email, cc: [] })).not.toContain('cc=');
  });

  it('[S8] keeps every text in its own field, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (subject, body) => {
        const url = new URL(mailtoUrl({ ...email, subject, body }));
        const fields = url.search
          .slice(1)
          .split('&')
          .map((field) => field.split('='));
        expect(url.pathname).toBe('sara@example.com,tom%2Bapi@example.com');
        expect(fields.map(([name]) => name)).toEqual(['cc', 'subject', 'body']);
        expect(fields.map(([, value]) => decodeURIComponent(value ?? ''))).toEqual([
          'mina@example.com',
          subject.replaceAll(/\p{Cs}/gu, '\uFFFD'),
          body.replaceAll(/\p{Cs}/gu, '\uFFFD').replaceAll(/\r\n?|\n/g, '\r\n'),
        ]);
      }),
    );
  });
});

describe('createMailtoMailer', () => {
  it('hands over to the mail program', async () => {
    const opened: string[] = [];
    const mailer = createMailtoMailer({ open: (url) => opened.push(url) > 0 });
    expect(await mailer.send(email, options)).toEqual({ type: 'handed-over' });
    expect(opened).toEqual([mailtoUrl(email)]);
    expect(mailer.isIdempotent).toBe(false);
    expect(mailer.describe()).toBe('Opens in your mail program');
  });

  it('refuses what is too long to arrive whole, and says what to do', async () => {
    const opened: string[] = [];
    const mailer = createMailtoMailer({ open: (url) => opened.push(url) > 0 });
    expect(await mailer.send({ ...email, body: 'x'.repeat(2_500) }, options)).toEqual({
      type: 'failed',
      message:
        'This email is too long to hand over to a mail program (2,616 characters when encoded; 2,000 fit). Shorten it, or save it as a file and open that in your mail program.',
    });
    expect(opened).toEqual([]);
  });

  it.each([
    ['answers false', () => false],
    [
      'throws',
      () => {
        throw new Error('blocked');
      },
    ],
  ])('says so when opening %s', async (_how, open: () => boolean) => {
    expect(await createMailtoMailer({ open }).send(email, options)).toEqual({
      type: 'failed',
      message:
        'The mail program could not be opened. Choose one for mailto links in the settings of your browser or system, or save the email as a file.',
    });
  });

  it('[C8] opens nothing once cancelled', async () => {
    const opened: string[] = [];
    const mailer = createMailtoMailer({ open: (url) => opened.push(url) > 0 });
    expect(await mailer.send(email, { ...options, signal: AbortSignal.abort() })).toEqual({
      type: 'failed',
      message: 'Cancelled before it left the app.',
    });
    expect(opened).toEqual([]);
  });
});
