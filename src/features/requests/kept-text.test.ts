import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { requestId } from '@/domain/sessions';

import { forgetKept, keptList, keptRecord } from './kept-text';

describe('what was begun on a card', () => {
  it('is read as it was kept', () => {
    expect(keptList('["A","B"]')).toEqual(['A', 'B']);
    expect(keptRecord('{"subject":"Hello"}')).toEqual(new Map([['subject', 'Hello']]));
  });

  it('is nothing when it was damaged, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(keptList(text).every((item) => typeof item === 'string')).toBe(true);
        expect([...keptRecord(text).values()].every((item) => typeof item === 'string')).toBe(true);
      }),
    );
  });

  it('is forgotten with its request, and nothing else is', () => {
    const kept = new Map([
      ['answer:req_1', 'a'],
      ['edits:req_1', '{}'],
      ['answer:req_2', 'b'],
      ['composer:ses_1', 'c'],
    ]);
    forgetKept(
      { read: (key) => kept.get(key) ?? '', write: (key, text) => void kept.set(key, text) },
      requestId('req_1'),
    );

    expect([...kept.values()]).toEqual(['', '', 'b', 'c']);
  });
});
