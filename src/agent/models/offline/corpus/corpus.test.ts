import { describe, expect, it } from 'vitest';

import { dictatedFrom } from '../words/dictated';
import { developedPhrases, heldOutPhrases } from './all';
import { corpusTools, isDangerous, isRash, isRight, responseTo, scoresOf, shown } from './evaluate';
import type { Phrase } from './phrases';

const all = [...developedPhrases, ...heldOutPhrases];

/** What was reached; it may only rise. */
const floors = { developed: 0.995, heldOut: 0.99 };

function accuracyOf(phrases: readonly Phrase[]): number {
  return phrases.filter(isRight).length / phrases.length;
}

/** The accuracy of each intent and every miss, to be read where a test fails or the output is looked at. */
function reportOn(title: string, phrases: readonly Phrase[]): void {
  const rows = scoresOf(phrases).map(
    ({ intent, right, total }) => `  ${intent.padEnd(18)} ${String(right)}/${String(total)}`,
  );
  const misses = phrases.filter((phrase) => !isRight(phrase)).map(shown);
  const percent = (accuracyOf(phrases) * 100).toFixed(1);
  console.log([`${title}: ${percent}% of ${String(phrases.length)}`, ...rows, ...misses].join('\n'));
}

describe('the corpus of phrases', () => {
  it('is as large and as full of traps as it was agreed', () => {
    expect(all.length).toBeGreaterThanOrEqual(600);
    expect(
      all.filter(({ expected }) => expected.type === 'refuses' || expected.type === 'asks').length,
    ).toBeGreaterThanOrEqual(100);
    expect(new Set(all.map(({ says }) => says)).size).toBe(all.length);
  });

  it('is understood at least as well as it was reached while the grammar was made', () => {
    reportOn('Developed on', developedPhrases);
    expect(accuracyOf(developedPhrases)).toBeGreaterThanOrEqual(floors.developed);
  });

  it('still understands the phrases that were written before the grammar', () => {
    reportOn('Regression set', heldOutPhrases);
    expect(accuracyOf(heldOutPhrases)).toBeGreaterThanOrEqual(floors.heldOut);
  });

  it('never makes a wrong plan that deletes or sends', () => {
    expect(all.filter(isDangerous).map(shown)).toEqual([]);
  });

  it('changes nothing for what has to be refused or asked about', () => {
    expect(all.filter(isRash).map(shown)).toEqual([]);
  });

  it('says why it does what it does', () => {
    expect(
      all.filter(({ says }) => responseTo(says).reasoning.join('') === '').map(({ says }) => says),
    ).toEqual([]);
  });

  it('only makes calls of tools that there are', () => {
    const calls = all.flatMap(({ says }) => responseTo(says).calls.map(({ name }) => name));
    expect(calls.filter((name) => !corpusTools.has(name))).toEqual([]);
  });
});

function callsOf(says: string): string {
  return JSON.stringify(responseTo(says).calls).toLowerCase();
}

describe('the same request, said otherwise', () => {
  const wrappings: readonly (readonly [name: string, wrap: (says: string) => string])[] = [
    ['in upper case', (says) => says.toUpperCase()],
    ['with spaces around', (says) => `  ${says}   `],
    ['politely', (says) => `Hi! Could you please ${says}, thank you`],
  ];

  /** Greetings, thanks and lines of lists are nothing that could be asked for politely; what is quoted has a case. */
  const plain = all.filter(
    ({ says, intent, expected }) =>
      expected.type === 'calls' &&
      intent !== 'small-talk' &&
      !says.includes('\n') &&
      !/["“'’]/u.test(says) &&
      !/^(?:hi|hey|hello|i |i'm|we |can|could|please|alexa)\b|\?|[.;] |thanks$|^.{1,10}$/iu.test(says),
  );

  it.each(wrappings)('comes to the same calls %s', (name, wrap) => {
    // What is dictated goes out to the letter, with the thanks at its end.
    const isPolite = name === 'politely';
    const wrapped = plain.map(({ says }) => says);
    const differing = wrapped
      .filter((says) => !isPolite || dictatedFrom(says) === says.length)
      .filter((says) => callsOf(wrap(says)) !== callsOf(says));
    expect(plain.length).toBeGreaterThan(200);
    expect(differing).toEqual([]);
  });
});
