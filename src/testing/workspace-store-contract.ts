import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CommitOutcome, WorkspaceStore } from '@/agent';
import { applyDeltas, sequence, type Delta, type LogEntry, type Sequence } from '@/domain/deltas';
import { emptyWorkspace, snapshotOf, workspaceFrom, type WorkspaceSnapshot } from '@/domain/workspace';

import { aCommit, anEdit, aPerson, aProject, aTask, deltasOf, type Edit } from './random-edits';

/** Two writers on the same, at first empty, workspace: two windows. */
export interface TwoWriters {
  readonly first: WorkspaceStore;
  readonly second: WorkspaceStore;
}

/** What every `WorkspaceStore` holds to, whatever it keeps its data in. */
export function describeWorkspaceStore(name: string, open: () => Promise<TwoWriters>): void {
  describe(`${name}: the contract of a workspace store`, () => {
    it('starts empty', async () => {
      const { first } = await open();
      expect(await first.load()).toEqual({ snapshot: snapshotOf(emptyWorkspace()), head: 0, damaged: [] });
      expect(await first.readLog({ order: 'newest-first', limit: 10 })).toEqual([]);
    });

    it('shows a commit to every writer, with its entities, its entry and its journal', async () => {
      const { first, second } = await open();
      const commit = aCommit('commit-1', creation);
      const journal = [
        { sessionId: 'session-1', sequence: 2, event: { type: 'called', callId: 'call-1' } },
        { sessionId: 'session-1', sequence: 1, event: { type: 'said', text: 'Hello' } },
        { sessionId: 'session-10', sequence: 1, event: null },
      ];
      const outcome = await first.commit({ base: sequence(0), commit, journal });
      expect(outcome).toEqual({ type: 'committed', entry: { sequence: 1, commit } });

      const { snapshot, head } = await second.load();
      expect(snapshot).toEqual(snapshotOf(applyDeltas(emptyWorkspace(), creation)));
      expect(head).toBe(1);
      expect(await second.readLog({ order: 'oldest-first', limit: 10 })).toEqual([{ sequence: 1, commit }]);
      expect(await second.readJournal('session-1')).toEqual([journal[1], journal[0]]);
      expect(await second.readJournal('session-10')).toEqual([journal[2]]);
      expect(await second.readJournal('session-2')).toEqual([]);
    });

    it('[W4] refuses a commit that was planned on an old head, and writes nothing of it', async () => {
      const { first, second } = await open();
      await first.commit(request(0, 'commit-1', creation));
      const late = {
        ...request(0, 'commit-2', [{ type: 'create', kind: 'person', entity: aPerson('late') }]),
        journal: [{ sessionId: 'session-1', sequence: 1, event: 'late' }],
      };
      expect(await second.commit(late)).toEqual({ type: 'stale', head: 1 });
      expect((await second.load()).snapshot.person).toEqual([]);
      expect(await second.readLog({ order: 'oldest-first', limit: 10 })).toHaveLength(1);
      expect(await second.readJournal('session-1')).toEqual([]);
    });

    it('[W4] says where the log stands to a writer that is ahead of it', async () => {
      const { first } = await open();
      expect(await first.commit(request(7, 'commit-1', creation))).toEqual({ type: 'stale', head: 0 });
    });

    it('[W4] lets exactly one of two writers win when both commit on the same head', async () => {
      const { first, second } = await open();
      const outcomes = await Promise.all([
        first.commit(request(0, 'commit-a', [{ type: 'create', kind: 'person', entity: aPerson('a') }])),
        second.commit(request(0, 'commit-b', [{ type: 'create', kind: 'person', entity: aPerson('b') }])),
      ]);
      expect(outcomes.map((outcome) => outcome.type).toSorted()).toEqual(['committed', 'stale']);
      await expectTablesToBeTheFold(first);
    });

    it('answers a commit it has seen with the entry that is there, from whichever writer and on whatever base', async () => {
      const { first, second } = await open();
      const journal = [{ sessionId: 'session-1', sequence: 1, event: 'once' }];
      const original = { ...request(0, 'commit-1', creation), journal };
      const entry = committedEntry(await first.commit(original));
      await first.commit(request(1, 'commit-2', [{ type: 'create', kind: 'person', entity: aPerson('a') }]));
      expect(await second.commit(original)).toEqual({ type: 'committed', entry });
      expect(await first.commit({ ...original, base: sequence(2) })).toEqual({ type: 'committed', entry });
      expect((await first.load()).head).toBe(2);
      expect(await first.readJournal('session-1')).toEqual(journal);
    });

    it.each<readonly [string, readonly Delta[]]>([
      ['creates what is there', [{ type: 'create', kind: 'project', entity: aProject('project-1') }]],
      [
        'changes what is not there',
        [{ type: 'update', kind: 'task', id: aTask('none', 'project-1').id, before: {}, after: { rank: 2 } }],
      ],
      [
        'expects other values',
        [
          {
            type: 'update',
            kind: 'task',
            id: aTask('task-1', 'project-1').id,
            before: { title: 'Other' },
            after: { title: 'New' },
          },
        ],
      ],
      [
        'deletes other values',
        [{ type: 'delete', kind: 'task', entity: { ...aTask('task-1', 'project-1'), title: 'Other' } }],
      ],
    ])('refuses a commit that %s, and writes nothing of it', async (_title, broken) => {
      const { first } = await open();
      await first.commit(request(0, 'commit-1', creation));
      const before = await first.load();
      const deltas: readonly Delta[] = [
        { type: 'create', kind: 'person', entity: aPerson('new') },
        ...broken,
      ];
      const refused = {
        ...request(1, 'commit-2', deltas),
        journal: [{ sessionId: 's', sequence: 1, event: 1 }],
      };
      await expect(first.commit(refused)).rejects.toMatchObject({ code: 'delta-mismatch' });
      expect(await first.load()).toEqual(before);
      expect(await first.readJournal('s')).toEqual([]);
      expect(await first.commit(request(1, 'commit-3', renaming))).toMatchObject({ type: 'committed' });
    });

    it('refuses a journal record whose place is taken, and writes nothing of the commit', async () => {
      const { first, second } = await open();
      const record = { sessionId: 'session-1', sequence: 1, event: 'first' };
      await first.commit({ ...request(0, 'commit-1', creation), journal: [record] });
      const again = { ...request(1, 'commit-2', renaming), journal: [{ ...record, event: 'second' }] };
      await expect(second.commit(again)).rejects.toMatchObject({ code: 'journal-conflict', sequence: 1 });
      expect((await first.load()).head).toBe(1);
      expect(await first.readJournal('session-1')).toEqual([record]);
    });

    it('refuses a journal event that cannot be stored, and writes nothing of the commit', async () => {
      const { first } = await open();
      const journal = [{ sessionId: 'session-1', sequence: 1, event: () => 'a function' }];
      await expect(first.commit({ ...request(0, 'commit-1', creation), journal })).rejects.toThrow(/clone/i);
      expect(await first.load()).toMatchObject({ head: 0 });
      expect(await first.commit(request(0, 'commit-1', creation))).toMatchObject({ type: 'committed' });
    });

    it('keeps what it was given, whatever happens to it afterwards', async () => {
      const { first } = await open();
      const event = { text: 'before' };
      const journal = [{ sessionId: 'session-1', sequence: 1, event }];
      await first.commit({ ...request(0, 'commit-1', creation), journal });
      event.text = 'after';
      expect(await first.readJournal('session-1')).toEqual([{ ...journal[0], event: { text: 'before' } }]);
    });

    it('does several things to one entity in one commit', async () => {
      const { first } = await open();
      const task = aTask('task-9', 'project-1');
      await first.commit(
        request(0, 'commit-1', [
          ...creation,
          { type: 'create', kind: 'task', entity: task },
          { type: 'update', kind: 'task', id: task.id, before: { rank: 1 }, after: { rank: 2 } },
          { type: 'update', kind: 'task', id: task.id, before: { rank: 2 }, after: { rank: 3 } },
          { type: 'create', kind: 'person', entity: aPerson('brief') },
          { type: 'delete', kind: 'person', entity: aPerson('brief') },
        ]),
      );
      const { snapshot } = await first.load();
      expect(snapshot.task.find((each) => each.id === task.id)).toEqual({ ...task, rank: 3 });
      expect(snapshot.person).toEqual([]);
    });

    it.each([
      [{ order: 'oldest-first', limit: 2 }, [1, 2]],
      [{ order: 'newest-first', limit: 2 }, [5, 4]],
      [{ order: 'oldest-first', limit: 10, after: sequence(3) }, [4, 5]],
      [{ order: 'newest-first', limit: 10, before: sequence(3) }, [2, 1]],
      [{ order: 'newest-first', limit: 2, after: sequence(1), before: sequence(5) }, [4, 3]],
      [{ order: 'oldest-first', limit: 10, after: sequence(4), before: sequence(5) }, []],
      [{ order: 'oldest-first', limit: 10, after: sequence(5) }, []],
      [{ order: 'oldest-first', limit: 10, after: sequence(99) }, []],
      [{ order: 'newest-first', limit: 0 }, []],
    ] as const)('reads the log %j', async (range, expected) => {
      const { first } = await open();
      for (let place = 0; place < 5; place += 1) {
        const entity = aPerson(`person-${String(place)}`);
        await first.commit(
          request(place, `commit-${String(place)}`, [{ type: 'create', kind: 'person', entity }]),
        );
      }
      expect((await first.readLog(range)).map((entry) => entry.sequence)).toEqual(expected);
    });

    it('[W4] keeps the tables equal to the fold of the log under random commits of two writers, one of them stale at times', async () => {
      await fc.assert(
        fc.asyncProperty(aRace, (race) => raceKeepsTheFold(race, open)),
        { numRuns: 60 },
      );
    });
  });
}

/** One turn of a race: which writer, whether it looks at the newest state first, and what it wants. */
export interface RaceTurn {
  readonly writer: 'first' | 'second';
  readonly looksFirst: boolean;
  readonly edits: readonly Edit[];
}

export const aRace: fc.Arbitrary<readonly RaceTurn[]> = fc.array(
  fc.record({
    writer: fc.constantFrom('first', 'second'),
    looksFirst: fc.boolean(),
    edits: fc.array(anEdit, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);

/**
 * Runs a race and expects the tables to be the fold of the log, and every acknowledged commit to be in it once, at its place.
 */
export async function raceKeepsTheFold(
  race: readonly RaceTurn[],
  open: () => Promise<TwoWriters>,
): Promise<void> {
  const writers = await open();
  const views = { first: await viewOf(writers.first), second: await viewOf(writers.second) };
  const acknowledged: LogEntry[] = [];
  for (const [turn, { writer, looksFirst, edits }] of race.entries()) {
    if (looksFirst) views[writer] = await viewOf(writers[writer]);
    const { snapshot, head } = views[writer];
    const deltas = plannedDeltas(snapshot, edits, String(turn));
    const outcome = await writers[writer].commit(request(head, `commit-${String(turn)}`, deltas));
    if (outcome.type === 'committed') {
      acknowledged.push(outcome.entry);
      views[writer] = await viewOf(writers[writer]);
    }
  }
  expect(await wholeLog(writers.first)).toEqual(acknowledged);
  await expectTablesToBeTheFold(writers.second);
}

interface View {
  readonly snapshot: WorkspaceSnapshot;
  readonly head: Sequence;
}

async function viewOf(store: WorkspaceStore): Promise<View> {
  const { snapshot, head } = await store.load();
  return { snapshot, head };
}

function plannedDeltas(snapshot: WorkspaceSnapshot, edits: readonly Edit[], id: string): readonly Delta[] {
  let workspace = workspaceFrom(snapshot);
  const deltas: Delta[] = [];
  for (const [place, edit] of edits.entries()) {
    const next = deltasOf(workspace, edit, `${id}-${String(place)}`);
    workspace = applyDeltas(workspace, next);
    deltas.push(...next);
  }
  return deltas;
}

/** The whole log, oldest first. */
export function wholeLog(store: WorkspaceStore): Promise<readonly LogEntry[]> {
  return store.readLog({ order: 'oldest-first', limit: Number.MAX_SAFE_INTEGER });
}

/** Every stored entity is what the commits of the log make of nothing, and the head is the number of its entries. */
export async function expectTablesToBeTheFold(store: WorkspaceStore): Promise<void> {
  const log = await wholeLog(store);
  const folded = log.reduce(
    (workspace, entry) => applyDeltas(workspace, entry.commit.deltas),
    emptyWorkspace(),
  );
  expect(await store.load()).toEqual({ snapshot: snapshotOf(folded), head: log.length, damaged: [] });
}

function request(base: number, id: string, deltas: readonly Delta[]) {
  return { base: sequence(base), commit: aCommit(id, deltas), journal: [] };
}

function committedEntry(outcome: CommitOutcome): LogEntry {
  if (outcome.type !== 'committed') throw new Error('The commit was expected to be written.');
  return outcome.entry;
}

const creation: readonly Delta[] = [
  { type: 'create', kind: 'project', entity: aProject('project-1') },
  { type: 'create', kind: 'task', entity: aTask('task-1', 'project-1') },
  { type: 'create', kind: 'task', entity: aTask('task-2', 'project-1', 'task-1') },
];

const renaming: readonly Delta[] = [
  {
    type: 'update',
    kind: 'task',
    id: aTask('task-1', 'project-1').id,
    before: { title: 'Task task-1' },
    after: { title: 'Renamed' },
  },
];
