import { createHash } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sequence } from '@/domain/deltas';
import { aCommit, aPerson } from '@/testing/random-edits';

import { canonicalJson } from './canonical-json';
import { chainAfter, emptyChain } from './chain';

describe('the chain of the log', () => {
  const entry = {
    sequence: sequence(1),
    commit: aCommit('commit-1', [{ type: 'create', kind: 'person', entity: aPerson('ada') }]),
  };

  it('[S3] is the SHA-256 of the value before, a line end and the canonical entry', async () => {
    const text = [
      '0'.repeat(64),
      '{"commit":{"at":1700000000000,"author":{"type":"person"},"cause":{"type":"edit"},"deltas":[{"entity":' +
        '{"email":"ada@example.com","id":"ada","name":"Ada Lovelace","team":null},"kind":"person","type":"create"}],' +
        '"id":"commit-1","summary":"Changed 1 things"},"sequence":1}',
    ].join('\n');
    const expected = createHash('sha256').update(text).digest('hex');
    expect(await chainAfter(emptyChain, entry)).toBe(expected);
  });

  it('[S3] does not depend on the order in which fields were written', async () => {
    const { id, at, author, cause, summary, deltas } = entry.commit;
    const reordered = { commit: { deltas, summary, cause, author, at, id }, sequence: entry.sequence };
    expect(await chainAfter(emptyChain, reordered)).toBe(await chainAfter(emptyChain, entry));
  });

  it('[S3] changes with anything in the entry, and with everything before it', async () => {
    const values = await Promise.all([
      chainAfter(emptyChain, entry),
      chainAfter('1'.repeat(64), entry),
      chainAfter(emptyChain, { ...entry, sequence: sequence(2) }),
      chainAfter(emptyChain, { ...entry, commit: { ...entry.commit, summary: 'Another summary' } }),
      chainAfter(emptyChain, { ...entry, commit: { ...entry.commit, deltas: [] } }),
    ]);
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('canonical JSON', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is the same text for the same fields in any order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
      }),
    );
  });
});
