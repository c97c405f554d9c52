import { casual } from 'chrono-node/en';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { developedPhrases, heldOutPhrases } from '../corpus/all';
import { chrono } from './chrono';

const now = new Date(2026, 0, 15, 12);
const options = { forwardDate: true };

function found(library: Pick<typeof casual, 'parse'>, text: string) {
  return library
    .parse(text, now, options)
    .map(({ index, text: said, start, end }) => [index, said, start.date(), end?.date() ?? null]);
}

it('finds the same dates as the library in every message of the corpus', () => {
  const messages = [...developedPhrases, ...heldOutPhrases].map(({ says }) => says);
  const differing = messages.filter(
    (text) => JSON.stringify(found(chrono, text)) !== JSON.stringify(found(casual, text)),
  );
  expect(messages.some((text) => found(chrono, text).length > 0)).toBe(true);
  expect(differing).toEqual([]);
});

it('finds the same dates as the library, whatever words of dates are put together', () => {
  const word = fc.constantFrom(
    ...'in within for a an the few two 3 15 2026 2026-01-15 1/2 12.3. 5pm at 10:30 noon tonight tomorrow'.split(
      ' ',
    ),
    ...'monday fri weekend weekday this next last past after ago before later from now earlier out half'.split(
      ' ',
    ),
    ...'day days weeks month hour mins 5m 2w 3d h year quarter january may sept. 3rd twenty first of end'.split(
      ' ',
    ),
    ...'morning evening and - , milk meeting with Sun'.split(' '),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 7 }), (words) => {
      const text = words.join(' ');
      expect(found(chrono, text)).toEqual(found(casual, text));
    }),
    // The library reads "half an d".
    { numRuns: 600, examples: [[['in', 'half', 'and', 'milk']]] },
  );
});
