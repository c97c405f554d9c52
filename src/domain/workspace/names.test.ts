import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyText } from '@/testing/arbitraries';

import { resolveName, type Named } from './names';

const things: readonly Named<string>[] = [
  { id: 'p1', name: 'Website launch' },
  { id: 'p2', name: 'Partner API' },
  { id: 'p3', name: 'Mobile API' },
  { id: 'p4', name: 'Café relaunch' },
  { id: 'p5', name: 'p2' },
  { id: 'p6', name: 'Twin' },
  { id: 'p7', name: 'Twin' },
  { id: 'p8', name: 'mobile api' },
];

function meant(text: string) {
  return resolveName(text, things);
}

function found(id: string) {
  return { type: 'found', id };
}

describe('resolveName', () => {
  it('[W6] takes an exact id before a name', () => {
    expect(meant('p2')).toEqual(found('p2'));
    expect(meant(' p2 ')).toEqual(found('p2'));
  });

  it('[W6] takes an exact name before one that differs in case', () => {
    expect(meant('Mobile API')).toEqual(found('p3'));
    expect(meant('mobile api')).toEqual(found('p8'));
  });

  it('[W6] forgives case, accents and outer space', () => {
    expect(meant('  partner api ')).toEqual(found('p2'));
    expect(meant('CAFE RELAUNCH')).toEqual(found('p4'));
    expect(meant('Cafe\u0301 relaunch')).toEqual(found('p4'));
  });

  it('[W6] takes whole words before parts of words', () => {
    expect(meant('launch')).toEqual(found('p1'));
    expect(meant('launch website')).toEqual(found('p1'));
    expect(meant('relau')).toEqual(found('p4'));
    expect(meant('partner')).toEqual(found('p2'));
  });

  it('[W6] lists every candidate when several fit, most alike first', () => {
    expect(meant('Twin')).toEqual({ type: 'ambiguous', candidates: [things[5], things[6]] });
    expect(meant('MOBILE API')).toEqual({ type: 'ambiguous', candidates: [things[2], things[7]] });
    expect(meant('api')).toEqual({ type: 'ambiguous', candidates: [things[2], things[7], things[1]] });
  });

  it('[W6] names the nearest when nothing fits, for typos', () => {
    expect(meant('Webiste lanch')).toEqual({ type: 'not-found', nearest: [things[0], things[3]] });
    expect(meant('Patner AP')).toEqual({ type: 'not-found', nearest: [things[1]] });
    expect(meant('Quarterly taxes')).toEqual({ type: 'not-found', nearest: [] });
  });

  it('[W6] finds nothing for nothing', () => {
    for (const nothing of ['', '   ', '\u0301']) {
      expect(meant(nothing)).toEqual({ type: 'not-found', nearest: [] });
    }
    expect(resolveName('Launch', [])).toEqual({ type: 'not-found', nearest: [] });
  });

  const anyThings = fc.uniqueArray(fc.record({ id: fc.nat({ max: 20 }).map(String), name: anyText }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 6,
  });

  it('[W6] never guesses: with a twin of what it finds it finds both', () => {
    fc.assert(
      fc.property(anyText, anyThings, (text, any) => {
        const resolution = resolveName(text, any);
        fc.pre(resolution.type === 'found' && resolution.id !== text.trim());
        const original = any.find(({ id }) => id === resolution.id);
        const twin = { id: 'twin', name: original?.name ?? '' };
        const both = resolveName(text, [...any, twin]);
        expect(both).toEqual({ type: 'ambiguous', candidates: [original, twin] });
      }),
      { numRuns: 200 },
    );
  });

  it('[W6] finds everything by its id, and by its name where that is the only one', () => {
    fc.assert(
      fc.property(anyThings, (any) => {
        for (const { id, name } of any) {
          expect(resolveName(id, any)).toEqual(found(id));
          const isOnlyOne = any.every((other) => other.id === id || other.name !== name);
          const isClear =
            /[\p{L}\p{N}]/u.test(name) && name === name.trim() && any.every((other) => other.id !== name);
          expect(isOnlyOne && isClear ? resolveName(name, any) : found(id)).toEqual(found(id));
        }
      }),
      { numRuns: 200 },
    );
  });
});
