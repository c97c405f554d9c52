import { describe, expect, it } from 'vitest';

import type { ChangePreview } from '@/domain/deltas';

import { firstRows, groupWords, inGroups } from './preview-order';

describe('what will change', () => {
  const mixed = [
    change('created', 'a'),
    change('deleted', 'b'),
    change('changed', 'c'),
    change('deleted', 'd'),
  ];

  it('shows deletions first, then changes, then what is new, each in the order of the plan', () => {
    expect(inGroups(mixed).map(({ id }) => id)).toEqual(['b', 'd', 'c', 'a']);
  });

  it('says how much there is of each kind', () => {
    expect(groupWords(mixed)).toBe('2 deleted · 1 changed · 1 new');
  });

  it('says nothing of what one look shows', () => {
    expect(groupWords(Array.from({ length: 14 }, (_, index) => change('changed', String(index))))).toBeNull();
    expect(groupWords(mixed.slice(0, 3))).toBeNull();
    expect(groupWords([])).toBeNull();
  });

  it('leaves nothing out, whatever the plan', () => {
    expect(inGroups(mixed)).toHaveLength(mixed.length);
  });

  it.each([
    [12, 12],
    [14, 14],
    [15, 12],
    [400, 12],
  ])('of %d rows shows %d at first', (all, shown) => {
    expect(firstRows(Array.from({ length: all }))).toHaveLength(shown);
  });
});

function change(type: ChangePreview['type'], id: string): ChangePreview {
  return { type, kind: 'task', id, name: id, place: '', fields: [] };
}
