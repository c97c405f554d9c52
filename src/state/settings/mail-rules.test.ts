import { describe, expect, it } from 'vitest';

import { endpointProblem, keyProblem, originOf, senderProblem } from './mail-rules';

describe('the address of a mail service', () => {
  it.each([
    'https://api.example.com/emails',
    ' https://api.example.com/emails?region=eu ',
    'https://[2001:db8::1]/send',
    'http://localhost:8025/send',
    'http://mail.localhost/',
    'http://127.0.0.1:8025',
    'http://[::1]:8025/',
  ])('may be %s', (text) => {
    expect(endpointProblem(text)).toBeNull();
  });

  it.each([
    ['', 'Enter the address'],
    ['api.example.com', 'not a web address'],
    ['javascript:alert(1)', 'must begin with https://'],
    ['file:///etc/passwd', 'must begin with https://'],
    ['http://api.example.com/', 'must begin with https://'],
    ['http://localhost.evil.example/', 'must begin with https://'],
    ['http://127.0.0.1.evil.example/', 'must begin with https://'],
    ['https://ana:secret@example.com/', 'Leave name and password out'],
    ['https://localhost@evil.example/', 'Leave name and password out'],
    [`https://example.com/${'a'.repeat(2_000)}`, 'too long'],
  ])('[X3] may not be %o', (text, message) => {
    expect(endpointProblem(text)).toContain(message);
  });

  it('has an origin that a key is good for', () => {
    expect([originOf('https://api.example.com/emails?x=1'), originOf('nonsense')]).toEqual([
      'https://api.example.com',
      null,
    ]);
  });
});

describe('a sender', () => {
  it.each(['ana@example.com', ' ana@example.com ', 'Ana <ana@example.com>', 'Ana Díaz <ana@example.com>'])(
    'may be %s',
    (text) => {
      expect(senderProblem(text)).toBeNull();
    },
  );

  it.each([
    '',
    'Ana',
    'ana@',
    'ana@example.com, bob@example.com',
    'Ana <ana@example.com',
    'A\nB <a@example.com>',
  ])('may not be %o', (text) => {
    expect(senderProblem(text)).not.toBeNull();
  });
});

describe('a key', () => {
  it('may be any run of plain characters', () => {
    expect(keyProblem('re_123-abc.DEF=')).toBeNull();
  });

  it.each(['', 'with space', 'with\nline', 'ключ', 'emoji🔑'])('may not be %o', (text) => {
    expect(keyProblem(text)).not.toBeNull();
  });

  it('[X3] is never repeated in what is said about it', () => {
    expect(keyProblem('sk secret')).not.toContain('secret');
  });
});
