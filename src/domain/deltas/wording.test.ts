import { expect, it } from 'vitest';

import { counted, listed, quoted } from './wording';

it('counts one and many', () => {
  expect([counted(1, 'task'), counted(2, 'person'), counted(0, 'email')]).toEqual([
    '1 task',
    '2 people',
    '0 emails',
  ]);
});

it('lists with commas and an "and"', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

it('quotes a name that has quotation marks itself', () => {
  expect(quoted('The “big” one')).toBe('“The ‘big’ one”');
});
