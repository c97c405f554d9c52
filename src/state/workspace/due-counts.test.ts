import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applyDeltas } from '@/domain/deltas';
import {
  emptyWorkspace,
  millis,
  parseIsoDate,
  projectId,
  putEntity,
  taskId,
  type IsoDate,
  type Task,
  type Workspace,
} from '@/domain/workspace';

import { dueCountsAfter, dueCountsOf, glanceOf, type DueCounts } from './due-counts';

const today = day('2026-11-25');

describe('open tasks at a glance', () => {
  it('counts what is open, overdue and due today, and leaves out what is done', () => {
    const workspace = workspaceWith([
      { id: 'late', dueDate: day('2026-11-24') },
      { id: 'now', dueDate: today },
      { id: 'later', dueDate: day('2026-11-26') },
      { id: 'someday' },
      { id: 'over', dueDate: day('2026-11-01'), status: 'done' },
    ]);

    expect(glanceOf(dueCountsOf(workspace).values(), today)).toEqual({ open: 4, overdue: 1, dueToday: 1 });
  });

  it('[W1] keeps the counts of projects in which nothing changed', () => {
    const before = workspaceWith([{ id: 'a' }, { id: 'b', projectId: projectId('other') }]);
    const after = changed(before, { id: 'a', dueDate: today });
    const counts = dueCountsOf(before);
    const next = dueCountsAfter(counts, { before, after }, [taskId('a')]);

    expect(next.get(projectId('other'))).toBe(counts.get(projectId('other')));
    expect(next.get(projectId('launch'))).toEqual(new Map([[today, 1]]));
  });

  it('[W1] keeps all counts when nothing that counts changed', () => {
    const before = workspaceWith([{ id: 'a' }]);
    const after = changed(before, { id: 'a', title: 'Another title' });
    const counts = dueCountsOf(before);

    expect(dueCountsAfter(counts, { before, after }, [taskId('a')])).toBe(counts);
  });

  it('[W1] after any changes, kept up are the same counts as counted anew', () => {
    fc.assert(
      fc.property(fc.array(change(), { maxLength: 30 }), (changes) => {
        let workspace = emptyWorkspace();
        let counts: DueCounts = dueCountsOf(workspace);
        for (const { id, fields } of changes) {
          const after = fields === null ? without(workspace, id) : changed(workspace, { id, ...fields });
          counts = dueCountsAfter(counts, { before: workspace, after }, [taskId(id)]);
          workspace = after;
        }
        expect(plain(counts)).toEqual(plain(dueCountsOf(workspace)));
      }),
    );
  });
});

function change() {
  return fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    fields: fc.option(
      fc.record({
        status: fc.constantFrom('todo', 'done', 'blocked'),
        dueDate: fc.constantFrom(null, today, day('2026-11-26')),
        projectId: fc.constantFrom(projectId('launch'), projectId('other')),
      }),
    ),
  });
}

function plain(counts: DueCounts): unknown {
  return [...counts].map(([id, byDate]) => [id, [...byDate].toSorted(byText)] as const).toSorted(byText);
}

function byText([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}

type TaskSketch = Omit<Partial<Task>, 'id'> & { readonly id: string };

function workspaceWith(tasks: readonly TaskSketch[]): Workspace {
  return tasks.reduce(changed, emptyWorkspace());
}

function changed(workspace: Workspace, { id, ...fields }: TaskSketch): Workspace {
  return putEntity(workspace, 'task', {
    projectId: projectId('launch'),
    parentId: null,
    title: id,
    status: 'todo',
    priority: 'medium',
    dueDate: null,
    dueTime: null,
    assigneeId: null,
    notes: '',
    rank: 1,
    createdAt: millis(0),
    completedAt: null,
    ...fields,
    id: taskId(id),
  });
}

function without(workspace: Workspace, id: string): Workspace {
  const entity = workspace.tables.task.get(taskId(id));
  return entity === undefined
    ? workspace
    : applyDeltas(workspace, [{ type: 'delete', kind: 'task', entity }]);
}

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no day.`);
  return date;
}
