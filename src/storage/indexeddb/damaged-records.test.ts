import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { sequence, type Delta } from '@/domain/deltas';
import { projectId, taskId, workspaceFrom } from '@/domain/workspace';
import { newName, opened, ready } from '@/testing/opened-workspace';
import { aCommit, aPerson, aProject, aTask } from '@/testing/random-edits';
import { changed } from '@/testing/raw-indexeddb';
import { wholeLog } from '@/testing/workspace-store-contract';

import type { StorageEvent } from './open-workspace-database';

const project = aProject('project-1');
const task = aTask('task-1', 'project-1');
const subtask = aTask('task-2', 'project-1', 'task-1');
const other = aTask('task-3', 'project-2');
const person = aPerson('person-1');

const everything: readonly Delta[] = [
  { type: 'create', kind: 'person', entity: person },
  { type: 'create', kind: 'project', entity: project },
  { type: 'create', kind: 'project', entity: aProject('project-2') },
  { type: 'create', kind: 'task', entity: { ...task, assigneeId: person.id } },
  { type: 'create', kind: 'task', entity: subtask },
  { type: 'create', kind: 'task', entity: other },
];

describe('[S4] stored records that cannot be read', () => {
  it('are set aside with a reason, with what hangs on them, and stay in the database', async () => {
    const { name, store } = await filledStore();
    await changed(name, ['project'], (table) => table('project').put({ ...project, status: 'paused' }));

    const { snapshot, damaged } = await store.load();
    expect(snapshot.project.map((each) => each.id)).toEqual(['project-2']);
    expect(snapshot.task).toEqual([other]);
    expect(damaged).toEqual([
      {
        table: 'project',
        key: 'project-1',
        reason: 'status: This must be one of planning, active, on_hold, completed.',
      },
      { table: 'task', key: 'task-1', reason: 'Its project cannot be read.' },
      { table: 'task', key: 'task-2', reason: 'Its project cannot be read.' },
    ]);

    await changed(name, ['project'], (table) => table('project').put(project));
    expect((await store.load()).damaged).toEqual([]);
  });

  it.each<readonly [string, (table: (name: string) => IDBObjectStore) => void, readonly string[]]>([
    [
      'a task that lost its title',
      (table) => table('task').put({ ...task, title: undefined }),
      ['task-1', 'task-2'],
    ],
    ['a task that is gone', (table) => table('task').delete('task-1'), ['task-2']],
    [
      'a date that does not exist',
      (table) => table('task').put({ ...subtask, dueDate: '2026-02-30' }),
      ['task-2'],
    ],
    [
      'a task below itself',
      (table) => table('task').put({ ...task, parentId: taskId('task-2') }),
      ['task-1', 'task-2'],
    ],
    [
      'a task whose parent is in another project',
      (table) => table('task').put({ ...subtask, projectId: projectId('project-2') }),
      ['task-2'],
    ],
    [
      'a record that is nothing but an id',
      (table) => table('comment').put({ id: 'comment-1' }),
      ['comment-1'],
    ],
    [
      'a comment on nothing',
      (table) =>
        table('comment').put({
          id: 'comment-1',
          projectId: 'project-1',
          taskId: 'task-9',
          author: 'Ada',
          text: 'Hello',
          at: 1,
        }),
      ['comment-1'],
    ],
  ])('do not hide the others: %s', async (_title, damage, setAside) => {
    const { name, store } = await filledStore();
    await changed(name, ['task', 'comment'], damage);
    const { snapshot, damaged } = await store.load();
    expect(damaged.map((record) => record.key).toSorted()).toEqual(setAside);
    expect(snapshot.task.map((each) => each.id)).toContain('task-3');
    expect(() => workspaceFrom(snapshot)).not.toThrow();
  });

  it('leave a task in sight whose person is lost', async () => {
    const { name, store } = await filledStore();
    await changed(name, ['person'], (table) => table('person').put({ id: 'person-1', name: 7 }));
    const { snapshot, damaged } = await store.load();
    expect(damaged.map((record) => record.table)).toEqual(['person']);
    expect(snapshot.task).toHaveLength(3);
  });

  it('keep fields that a later version has added', async () => {
    const { name, store } = await filledStore();
    await changed(name, ['task'], (table) => table('task').put({ ...other, colour: 'green' }));
    const renaming: readonly Delta[] = [
      { type: 'update', kind: 'task', id: other.id, before: { title: other.title }, after: { title: 'New' } },
    ];
    await store.commit({ base: sequence(1), commit: aCommit('commit-2', renaming), journal: [] });
    const { snapshot } = await store.load();
    expect(snapshot.task.find((each) => each.id === other.id)).toEqual({
      ...other,
      title: 'New',
      colour: 'green',
    });
  });

  it('make room, without being dropped, when an import creates the same entities again', async () => {
    const { name, store } = await filledStore();
    const broken = { ...project, status: 'paused' };
    await changed(name, ['project'], (table) => table('project').put(broken));
    await store.load();
    const again: readonly Delta[] = [
      { type: 'create', kind: 'project', entity: project },
      { type: 'create', kind: 'task', entity: { ...task, title: 'From the copy' } },
    ];
    await store.commit({ base: sequence(1), commit: aCommit('commit-2', again), journal: [] });
    const { snapshot, damaged } = await store.load();
    expect(damaged).toEqual([]);
    expect(snapshot.task.find((each) => each.id === task.id)?.title).toBe('From the copy');
    expect(await allOf(name, 'displaced')).toEqual([
      { table: 'project', record: broken },
      { table: 'task', record: { ...task, assigneeId: person.id } },
    ]);
  });

  it('are left out of the log and reported', async () => {
    const events: StorageEvent[] = [];
    const name = newName();
    const store = ready(await opened({ name, onEvent: (event) => events.push(event) }));
    for (const [base, id] of ['a', 'b', 'c'].entries()) {
      const deltas: readonly Delta[] = [{ type: 'create', kind: 'person', entity: aPerson(id) }];
      await store.commit({ base: sequence(base), commit: aCommit(id, deltas), journal: [] });
    }
    await changed(name, ['log'], (table) =>
      table('log').put({ sequence: 2, commit: { id: 'b' }, chain: '' }),
    );
    expect((await wholeLog(store)).map((entry) => entry.sequence)).toEqual([1, 3]);
    expect(events).toEqual([{ type: 'entries-missing', sequences: [2] }]);
  });
});

async function filledStore() {
  const name = newName();
  const store = ready(await opened({ name }));
  await store.commit({ base: sequence(0), commit: aCommit('commit-1', everything), journal: [] });
  return { name, store };
}

async function allOf(name: string, table: string): Promise<unknown> {
  let found: unknown;
  await changed(name, [table], (find) => {
    const reading = find(table).getAll();
    reading.addEventListener('success', () => {
      found = reading.result;
    });
  });
  return found;
}
