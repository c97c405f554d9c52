import { describe, expect, it } from 'vitest';

import { punycodeDecoded } from './punycode';

describe('punycode', () => {
  it.each([
    // RFC 3492, section 7.1, letters in lower case.
    ['egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
    ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
    ['4dbcagdahymbxekheh6e0a7fei0b', 'למההםפשוטלאמדבריםעברית'],
    ['b1abfaaepdrnnbgefbadotcwatmq2g4l', 'почемужеонинеговорятпорусски'],
    ['80ak6aa92e', 'аррӏе'],
    ['bcher-kva', 'bücher'],
    ['-> $1.00 <--', '-> $1.00 <-'],
  ])('decodes %s', (encoded, decoded) => {
    expect(punycodeDecoded(encoded)).toBe(decoded);
  });

  it.each(['é', 'a_b', 'zzzzzzzzzzzzzz', '99999999', '!'])('says that %s is no encoding', (encoded) => {
    expect(punycodeDecoded(encoded)).toBeNull();
  });
});
