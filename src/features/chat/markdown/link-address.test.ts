import { describe, expect, it } from 'vitest';

import { isDeceptive, linkAddress } from './link-address';

describe('where a link leads', () => {
  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '/settings',
    '#x',
    'blob:https://a/b',
    'vbscript:x',
  ])('[X1] does not follow %j', (written) => {
    expect(linkAddress(written)).toBeNull();
  });

  it('names the machine or the mailbox, in characters that cannot deceive', () => {
    expect(linkAddress('https://Example.com/a b')).toEqual({
      href: 'https://example.com/a%20b',
      place: 'example.com',
    });
    expect(linkAddress('mailto:a%40b@example.com')).toMatchObject({ place: 'a@b@example.com' });
    expect(linkAddress('https://аpple.com/')?.place).toMatch(/^xn--/);
    expect(linkAddress('https://bank.com@evil.example/')?.place).toBe('evil.example');
  });

  it.each([
    ['https://bank.com', 'https://evil.example/', true],
    ['bank.com/login', 'https://evil.example/bank.com', true],
    ['www.example.com', 'https://example.com/x', false],
    ['https://example.com/a', 'https://example.com/b', false],
    ['the plan', 'https://example.com/', false],
    ['a@bank.com', 'mailto:a@evil.example', true],
    ['a@example.com', 'mailto:a@example.com', false],
  ])('tells whether %j deceives about %s', (words, address, expected) => {
    const link = linkAddress(address);
    expect(link === null ? null : isDeceptive(words, link)).toBe(expected);
  });
});
