import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import type { CommitRequest, WorkspaceStore } from '@/agent';
import { applyDeltas, sequence, type Delta } from '@/domain/deltas';
import { emptyWorkspace, snapshotOf } from '@/domain/workspace';
import { whileSteppingThroughWrites, type WriteStep } from '@/testing/indexeddb-steps';
import { newName, opened, ready } from '@/testing/opened-workspace';
import { aCommit, aPerson, aProject, aTask } from '@/testing/random-edits';
import { expectTablesToBeTheFold, wholeLog } from '@/testing/workspace-store-contract';

/**
 * What happens to a commit at one of its steps, and how it must end. `fault-of-browser`: the backing store fails once, and a new
 * connection cures it. `page-dies`: nothing of the page runs afterwards, so nobody hears how it ended.
 */
const crashes = [
  'transaction-aborted',
  'connection-killed',
  'request-refused',
  'fault-of-browser',
  'page-dies',
] as const;
type Crash = (typeof crashes)[number];

describe('a commit that is interrupted', () => {
  it.each<readonly [Crash, { readonly before: End; readonly atCommit: End }]>([
    ['transaction-aborted', { before: 'old, refused', atCommit: 'old, refused' }],
    ['connection-killed', { before: 'old, refused', atCommit: 'old, refused' }],
    ['request-refused', { before: 'old, refused', atCommit: 'old, refused' }],
    ['fault-of-browser', { before: 'new, acknowledged', atCommit: 'new, acknowledged' }],
    ['page-dies', { before: 'old, unheard', atCommit: 'new, unheard' }],
  ])(
    '[S3] leaves all of it or nothing, whatever step it stops at: %s',
    async (crash, { before, atCommit }) => {
      const stepCount = await countedSteps();
      const ends: End[] = [];
      for (let step = 1; step <= stepCount; step += 1) ends.push(await endAfter(crash, step));
      expect(stepCount).toBeGreaterThan(12);
      expect(ends).toEqual([...Array.from({ length: stepCount - 1 }, () => before), atCommit]);
    },
  );

  it.each(crashes)('[S3] is written exactly once when it is asked for again after: %s', async (crash) => {
    const stepCount = await countedSteps();
    for (let step = 1; step <= stepCount; step += 1) {
      const { name, store } = await storeWithHistory();
      await interrupted(store, crash, step);
      const recovered = ready(await opened({ name }));
      expect(await recovered.commit(interruptedRequest)).toMatchObject({ type: 'committed' });
      expect(await recovered.commit(interruptedRequest)).toMatchObject({ type: 'committed' });
      await expectWhole(recovered, 'new');
    }
  });
});

type End = `${'old' | 'new'}, ${'acknowledged' | 'refused' | 'unheard'}`;

async function storeWithHistory() {
  const name = newName();
  const store = ready(await opened({ name }));
  await store.commit({ base: sequence(0), commit: aCommit('commit-1', history), journal: [firstRecord] });
  return { name, store };
}

/** How many requests a commit makes; the last one is the request to commit. */
async function countedSteps(): Promise<number> {
  const { store } = await storeWithHistory();
  let count = 0;
  await whileSteppingThroughWrites(
    (step) => {
      count += 1;
      return step.request();
    },
    () => store.commit(interruptedRequest),
  );
  return count;
}

/** How it ended; fails when what is there is neither the old state nor the new one. */
async function endAfter(crash: Crash, step: number): Promise<End> {
  const { name, store } = await storeWithHistory();
  const heard = await interrupted(store, crash, step);
  const recovered = ready(await opened({ name }));
  const state = (await recovered.load()).head === 1 ? 'old' : 'new';
  await expectWhole(recovered, state);
  return `${state}, ${heard}`;
}

/** Tables, log, journal and head belong together: all of the commit is there or nothing of it. */
async function expectWhole(store: WorkspaceStore, state: 'old' | 'new'): Promise<void> {
  await expectTablesToBeTheFold(store);
  const deltas = state === 'old' ? history : [...history, ...interruptedRequest.commit.deltas];
  expect((await store.load()).snapshot).toEqual(snapshotOf(applyDeltas(emptyWorkspace(), deltas)));
  expect(await wholeLog(store)).toHaveLength(state === 'old' ? 1 : 2);
  expect(await store.readJournal('session-1')).toEqual(
    state === 'old' ? [firstRecord] : [firstRecord, ...interruptedRequest.journal],
  );
}

/** Commits, lets the crash happen at the step, and says what the caller heard of it. */
async function interrupted(
  store: WorkspaceStore & { close(): void },
  crash: Crash,
  crashStep: number,
): Promise<'acknowledged' | 'refused' | 'unheard'> {
  let current = 0;
  const heard = await whileSteppingThroughWrites(
    (step) => {
      current += 1;
      return current === crashStep ? struck(crash, step) : step.request();
    },
    () =>
      store.commit(interruptedRequest).then(
        () => 'acknowledged' as const,
        () => 'refused' as const,
      ),
  );
  store.close();
  return crash === 'page-dies' ? 'unheard' : heard;
}

function struck(crash: Crash, step: WriteStep): unknown {
  switch (crash) {
    case 'transaction-aborted':
    case 'connection-killed': {
      const request = step.isCommit ? undefined : step.request();
      step.transaction.abort();
      if (crash === 'connection-killed') step.transaction.db.close();
      return request;
    }
    case 'request-refused':
      throw new DOMException('The request cannot be made.', 'DataError');
    case 'fault-of-browser':
      throw new DOMException('Internal error.', 'UnknownError');
    case 'page-dies':
      // A browser finishes what was asked to commit, and undoes everything else.
      if (step.isCommit) step.request();
      else step.transaction.abort();
      throw new Error('Nothing runs in a dead page.');
  }
}

const project = aProject('project-1');
const firstTask = aTask('task-1', 'project-1');
const secondTask = aTask('task-2', 'project-1', 'task-1');

const history: readonly Delta[] = [
  { type: 'create', kind: 'project', entity: project },
  { type: 'create', kind: 'task', entity: firstTask },
  { type: 'create', kind: 'task', entity: secondTask },
];

const firstRecord = { sessionId: 'session-1', sequence: 1, event: 'asked' };

/** Creates, changes and deletes in three tables, and journals two events. */
const interruptedRequest: CommitRequest = {
  base: sequence(1),
  commit: aCommit('commit-2', [
    { type: 'create', kind: 'person', entity: aPerson('person-1') },
    {
      type: 'update',
      kind: 'project',
      id: project.id,
      before: { name: project.name },
      after: { name: 'Renamed' },
    },
    {
      type: 'update',
      kind: 'task',
      id: firstTask.id,
      before: { rank: firstTask.rank },
      after: { rank: 5 },
    },
    { type: 'delete', kind: 'task', entity: secondTask },
    { type: 'create', kind: 'task', entity: aTask('task-3', 'project-1') },
  ]),
  journal: [
    { sessionId: 'session-1', sequence: 2, event: 'called' },
    { sessionId: 'session-1', sequence: 3, event: 'answered' },
  ],
};
