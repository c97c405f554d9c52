import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyRolls, anyWorkspace } from '@/testing/arbitraries';
import { contentsOf, taskWith } from '@/testing/builders';
import { deltasOf, played, storyFrom } from '@/testing/story';

import { applyDeltas } from './apply';
import { targetOf, type Delta } from './delta';
import { invertDeltas } from './invert';
import { sameValue } from './same-value';
import { differenceBetween, squashDeltas } from './squash';

const copy = taskWith('copy');

function renamed(before: string, after: string): Delta {
  return { type: 'update', kind: 'task', id: copy.id, before: { title: before }, after: { title: after } };
}

const created: Delta = { type: 'create', kind: 'task', entity: copy };
const deleted: Delta = { type: 'delete', kind: 'task', entity: copy };

describe('squashDeltas', () => {
  it('has the same effect, with as few deltas as possible', () => {
    fc.assert(
      fc.property(anyWorkspace, anyRolls, (start, rolls) => {
        const deltas = deltasOf(played(rolls, storyFrom(start)).log);
        const squashed = squashDeltas(deltas);
        const after = applyDeltas(start, deltas);
        expect(contentsOf(applyDeltas(start, squashed))).toEqual(contentsOf(after));
        expect(new Set(squashed.map(targetOf)).size).toBe(squashed.length);
        const updates = squashed.filter((delta) => delta.type === 'update');
        for (const { before: old, after: fresh } of updates) {
          expect(Object.keys(old).toSorted()).toEqual(Object.keys(fresh).toSorted());
          const values = new Map<string, unknown>(Object.entries(old));
          const idle = Object.entries(fresh).filter(([field, value]) => sameValue(values.get(field), value));
          expect(idle).toEqual([]);
        }
        expect(squashDeltas([...deltas, ...invertDeltas(deltas)])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('joins two deltas about one entity into one, or none', () => {
    expect(squashDeltas([renamed('copy', 'a'), renamed('a', 'b')])).toEqual([renamed('copy', 'b')]);
    expect(squashDeltas([renamed('copy', 'a'), renamed('a', 'copy')])).toEqual([]);
    expect(squashDeltas([created, renamed('copy', 'a')])).toEqual([
      { ...created, entity: { ...copy, title: 'a' } },
    ]);
    expect(squashDeltas([created, deleted])).toEqual([]);
    expect(squashDeltas([renamed('first', 'copy'), deleted])).toEqual([
      { ...deleted, entity: { ...copy, title: 'first' } },
    ]);
    expect(squashDeltas([deleted, created])).toEqual([]);
    expect(squashDeltas([deleted, { ...created, entity: { ...copy, title: 'a' } }])).toEqual([
      renamed('copy', 'a'),
    ]);
    expect(squashDeltas([created, deleted, created])).toEqual([created]);
  });

  it('drops a delta that changes nothing, and fields that do not change', () => {
    expect(squashDeltas([renamed('copy', 'copy')])).toEqual([]);
    const half: Delta = {
      type: 'update',
      kind: 'task',
      id: copy.id,
      before: { title: 'copy', notes: '' },
      after: { title: 'new', notes: '' },
    };
    expect(squashDeltas([half])).toEqual([renamed('copy', 'new')]);
  });

  it('keeps the order in which entities first appear', () => {
    const other: Delta = { type: 'create', kind: 'task', entity: taskWith('other') };
    expect(squashDeltas([created, other, renamed('copy', 'a')]).map(targetOf)).toEqual(['copy', 'other']);
  });
});

it('differenceBetween says what turns one value into another, and nothing when they are equal', () => {
  expect(differenceBetween('task', copy, { ...copy, title: 'new' })).toEqual(renamed('copy', 'new'));
  expect(differenceBetween('task', copy, { ...copy })).toBeNull();
});
