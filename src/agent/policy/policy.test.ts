import { describe, expect, it } from 'vitest';

import type { Delta } from '@/domain/deltas';
import { emailId } from '@/domain/workspace';
import { personWith, projectWith, taskWith } from '@/testing/builders';

import { existingItems, reasonsToAsk, type PolicyCase } from './policy';

const raising = (id: string): Delta => ({
  type: 'update',
  kind: 'task',
  id: taskWith(id).id,
  before: { priority: 'low' },
  after: { priority: 'high' },
});
const deleting = (id: string): Delta => ({ type: 'delete', kind: 'task', entity: taskWith(id) });
const creating = (id: string): Delta => ({ type: 'create', kind: 'task', entity: taskWith(id) });
const reordering = (id: string): Delta => ({
  type: 'update',
  kind: 'task',
  id: taskWith(id).id,
  before: { rank: 1 },
  after: { rank: 2 },
});

const nothing: PolicyCase = {
  deltas: [],
  effects: [],
  touchedBefore: new Set(),
  createdBefore: new Set(),
  askMode: 'when-it-matters',
  isGranted: false,
};
const typesOf = (subject: Partial<PolicyCase>) =>
  reasonsToAsk({ ...nothing, ...subject }).map((reason) => reason.type);
const textsOf = (subject: Partial<PolicyCase>) =>
  reasonsToAsk({ ...nothing, ...subject }).map((reason) => reason.text);

const email = (count: number): PolicyCase['effects'][number] => ({
  type: 'email',
  emailId: emailId('e'),
  to: Array.from({ length: count }, (_each, index) => ({
    name: '',
    address: `p${String(index)}@example.com`,
  })),
  cc: [],
  subject: '',
  body: '',
});

describe('the policy', () => {
  it('[C3] lets creating, and changing one or two items, run unasked', () => {
    expect(
      typesOf({ deltas: [creating('a'), creating('b'), creating('c'), raising('d'), raising('e')] }),
    ).toEqual([]);
  });

  it('[C3] asks from the third existing item on, in one call or over the calls of one message', () => {
    expect(textsOf({ deltas: ['a', 'b', 'c'].map(raising) })).toEqual(['Changes 3 tasks at once']);
    expect(textsOf({ deltas: [raising('c')], touchedBefore: new Set(['a', 'b']) })).toEqual([
      'Makes it 3 items changed for this message',
    ]);
    expect(typesOf({ deltas: [raising('b')], touchedBefore: new Set(['a', 'b']) })).toEqual([]);
    expect(typesOf({ deltas: [creating('x')], touchedBefore: new Set(['a', 'b', 'c']) })).toEqual([]);
  });

  it('[C3] counts an item once, and neither what this message created nor a new place in a list', () => {
    const twice: Delta = {
      type: 'update',
      kind: 'task',
      id: taskWith('a').id,
      before: { notes: '' },
      after: { notes: 'x' },
    };
    expect(existingItems([raising('a'), twice, raising('b'), reordering('c')], new Set(['b']))).toEqual([
      'a',
    ]);
  });

  it('[C3] always asks before deleting and sending, and says how much', () => {
    for (const askMode of ['every-change', 'when-it-matters', 'trust'] as const) {
      const always = { askMode, isGranted: true };
      expect(textsOf({ ...always, deltas: [deleting('a'), deleting('b')] })).toEqual(['Deletes 2 tasks']);
      expect(textsOf({ ...always, effects: [email(1)] })).toEqual(['Sends an email to 1 person']);
      expect(typesOf({ ...always, effects: [email(5)], deltas: [deleting('a')] })).toEqual([
        'sensitive',
        'destructive',
      ]);
    }
    const mixed: readonly Delta[] = [
      deleting('a'),
      { type: 'delete', kind: 'project', entity: projectWith('p') },
      { type: 'delete', kind: 'person', entity: personWith('q') },
    ];
    expect(textsOf({ deltas: mixed })).toContain('Deletes 3 items');
  });

  it('[C3] asks those who want to see every change, and not those who trust or have granted the tool', () => {
    const bulk = ['a', 'b', 'c'].map(raising);
    expect(typesOf({ askMode: 'every-change', deltas: [creating('a')] })).toEqual(['asked']);
    expect(typesOf({ askMode: 'every-change', deltas: bulk })).toEqual(['bulk']);
    expect(typesOf({ askMode: 'trust', deltas: bulk })).toEqual([]);
    expect(typesOf({ isGranted: true, deltas: bulk })).toEqual([]);
    expect(typesOf({ isGranted: true, askMode: 'every-change', deltas: [creating('a')] })).toEqual([]);
  });
});
