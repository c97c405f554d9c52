import { describe, expect, it } from 'vitest';

import { millis, projectId, putEntity, taskId, type Task, type Workspace } from '@/domain/workspace';

import { projectFixture, taskFixture, workspaceFixture } from './fixture';
import {
  composerAfter,
  createRowBuilder,
  rowKey,
  rowsWithComposer,
  subtreeEnd,
  type Row,
  type RowFilter,
  type RowOptions,
  type TaskRow,
} from './row-model';

const all: RowFilter = { type: 'all' };
const hideCompleted: RowFilter = { type: 'hide-completed' };

describe('without a filter', () => {
  it('lists projects, their tasks depth first, and a place to add at the end of each', () => {
    expect(outlineOf(launch(), view())).toEqual([
      'project:Launch',
      '1 Plan 1/2',
      '2 Budget 1/2',
      '3 Quotes 1/1',
      '2 Team 2/2',
      '1 Ship 2/2',
      'add:Launch',
      'project:Empty',
      'add:Empty',
    ]);
  });

  it('leaves out what is below a collapsed task, and all of a collapsed project', () => {
    const collapsed = new Set([taskId('Budget'), projectId('Empty')]);

    expect(outlineOf(launch(), view(all, collapsed))).toEqual([
      'project:Launch',
      '1 Plan 1/2',
      '2 Budget 1/2',
      '2 Team 2/2',
      '1 Ship 2/2',
      'add:Launch',
      'project:Empty',
    ]);
  });

  it('says of each task whether it is a leaf, expanded or collapsed', () => {
    const rows = rowsOf(launch(), view(all, new Set([taskId('Budget')])));

    expect(branchOf(rows, 'Plan')).toBe('expanded');
    expect(branchOf(rows, 'Budget')).toBe('collapsed');
    expect(branchOf(rows, 'Ship')).toBe('leaf');
  });
});

describe('with completed tasks hidden', () => {
  it('keeps a completed task only above an open one, and still offers to add', () => {
    const workspace = workspaceFixture(
      [projectFixture('Launch')],
      [
        done('Plan', 'Launch'),
        taskFixture('Budget', 'Launch', { parentId: taskId('Plan') }),
        done('Team', 'Launch', { parentId: taskId('Plan') }),
        done('Ship', 'Launch'),
      ],
    );

    const rows = rowsOf(workspace, view(hideCompleted));

    expect(rows.map(rowKey)).toEqual(['project:Launch', 'task:Plan', 'task:Budget', 'add:Launch']);
    expect(rows.filter((row) => row.type === 'task').map((row) => row.isMatch)).toEqual([false, true]);
  });
});

describe('while searching', () => {
  it('shows what is found with everything above it, however collapsed, and counts the matches', () => {
    const collapsed = new Set([projectId('Launch'), taskId('Plan'), taskId('Budget')]);
    const list = createRowBuilder()(launch(), view(search('quotes'), collapsed));

    expect(list.rows.map(rowKey)).toEqual(['project:Launch', 'task:Plan', 'task:Budget', 'task:Quotes']);
    expect(list.rows.map((row) => row.type === 'task' && row.isMatch)).toEqual([false, false, false, true]);
    expect(list.matchCount).toBe(1);
  });

  it('shows a project that is found by its name, even when none of its tasks is', () => {
    const list = createRowBuilder()(launch(), view(search('empty')));

    expect(list.rows.map(rowKey)).toEqual(['project:Empty']);
    expect(list.matchCount).toBe(0);
  });

  it('shows nothing when nothing is found', () => {
    expect(createRowBuilder()(launch(), view(search('zebra')))).toEqual({ rows: [], matchCount: 0 });
  });
});

describe('what is kept between changes [W1]', () => {
  const options = view();

  it('keeps the whole list when a task changes but none moves', () => {
    const build = createRowBuilder();
    const workspace = launch();
    const before = build(workspace, options);

    expect(build(changed(workspace, 'Ship', { title: 'Ship it', status: 'in_progress' }), options)).toBe(
      before,
    );
  });

  it('makes only the rows of the project anew in which a task moved', () => {
    const build = createRowBuilder();
    const workspace = workspaceFixture(
      [projectFixture('One'), projectFixture('Two')],
      [taskFixture('First', 'One'), taskFixture('Second', 'One'), taskFixture('Other', 'Two')],
    );
    const before = build(workspace, options);
    const after = build(changed(workspace, 'First', { rank: 9 }), options);

    expect(after.rows.map(rowKey)).toEqual([
      'project:One',
      'task:Second',
      'task:First',
      'add:One',
      'project:Two',
      'task:Other',
      'add:Two',
    ]);
    expect(after.rows.slice(4)).toEqual(before.rows.slice(4));
    expect(after.rows.slice(4).every((row, index) => row === before.rows[index + 4])).toBe(true);
  });

  it('looks again at a project under a filter when any of its tasks changes', () => {
    const build = createRowBuilder();
    const workspace = launch();
    const hidden = view(hideCompleted);
    build(workspace, hidden);

    const after = build(changed(workspace, 'Ship', { status: 'done', completedAt: millis(1) }), hidden);

    expect(after.rows.map(rowKey)).not.toContain('task:Ship');
  });

  it('looks again while searching when a project gets another name', () => {
    const build = createRowBuilder();
    const workspace = launch();
    const searching = view(search('journey'));
    expect(build(workspace, searching).rows).toEqual([]);

    const renamed = putEntity(workspace, 'project', projectFixture('Empty', { name: 'Journey', rank: 2 }));

    expect(build(renamed, searching).rows.map(rowKey)).toEqual(['project:Empty']);
  });
});

describe('a place to write at', () => {
  const rows = rowsOf(launch(), view());

  it('stands behind the subtree of the task it comes after, on its level', () => {
    const found = around(rowsWithComposer(rows, composerAfter(rows, taskRow('Plan'))));

    expect(found.keys).toEqual(['task:Team', 'compose', 'task:Ship']);
    expect(found.row).toMatchObject({ parentId: null, depth: 1 });
  });

  it('stays before the next sibling while tasks are added in front of it', () => {
    const composer = composerAfter(rows, taskRow('Plan'));
    const more = rowsOf(putEntity(launch(), 'task', taskFixture('New', 'Launch', { rank: 4.5 })), view());

    expect(around(rowsWithComposer(more, composer)).keys).toEqual(['task:New', 'compose', 'task:Ship']);
  });

  it('stands at the end of the siblings when there is none behind', () => {
    const last = around(rowsWithComposer(rows, composerAfter(rows, taskRow('Ship'))));
    const nested = around(rowsWithComposer(rows, composerAfter(rows, taskRow('Team'))));

    expect(last.keys).toEqual(['task:Ship', 'compose', 'add:Launch']);
    expect(nested.keys).toEqual(['task:Team', 'compose', 'task:Ship']);
    expect(nested.row).toMatchObject({ parentId: 'Plan', depth: 2 });
  });

  it('stands behind the last subtask when it is for a subtask', () => {
    const found = around(rowsWithComposer(rows, { type: 'below', taskId: taskId('Budget') }));

    expect(found.keys).toEqual(['task:Quotes', 'compose', 'task:Team']);
    expect(found.row).toMatchObject({ parentId: 'Budget', depth: 3 });
  });

  it('goes away with its task', () => {
    expect(rowsWithComposer(rows, { type: 'after', taskId: taskId('gone'), before: null })).toBe(rows);
  });

  function taskRow(id: string): TaskRow {
    const row = rows.find((candidate) => candidate.type === 'task' && candidate.id === id);
    if (row?.type !== 'task') throw new Error(`There is no row of ${id}.`);
    return row;
  }
});

it('finds the end of a subtree', () => {
  const rows = rowsOf(launch(), view());

  expect(subtreeEnd(rows, 1)).toBe(5);
  expect(subtreeEnd(rows, 5)).toBe(6);
});

/** The place to write at, and the keys of what stands around it. */
function around(list: readonly Row[]) {
  const index = list.findIndex((row) => row.type === 'compose');
  return { keys: list.slice(index - 1, index + 2).map(rowKey), row: list[index] };
}

function launch(): Workspace {
  return workspaceFixture(
    [projectFixture('Launch'), projectFixture('Empty')],
    [
      taskFixture('Plan', 'Launch'),
      taskFixture('Budget', 'Launch', { parentId: taskId('Plan') }),
      taskFixture('Quotes', 'Launch', { parentId: taskId('Budget') }),
      taskFixture('Team', 'Launch', { parentId: taskId('Plan') }),
      taskFixture('Ship', 'Launch'),
    ],
  );
}

function done(id: string, project: string, fields: Partial<Task> = {}): Task {
  return taskFixture(id, project, { status: 'done', completedAt: millis(1), ...fields });
}

function changed(workspace: Workspace, id: string, fields: Partial<Task>): Workspace {
  const task = workspace.tables.task.get(taskId(id));
  if (task === undefined) throw new Error(`There is no task ${id}.`);
  return putEntity(workspace, 'task', { ...task, ...fields });
}

function search(text: string): RowFilter {
  return { type: 'search', text, matches: (task) => task.title.toLowerCase().includes(text) };
}

function view(filter: RowFilter = all, collapsed: RowOptions['collapsed'] = new Set()): RowOptions {
  return { filter, collapsed };
}

function rowsOf(workspace: Workspace, options: RowOptions): readonly Row[] {
  return createRowBuilder()(workspace, options).rows;
}

function outlineOf(workspace: Workspace, options: RowOptions): readonly string[] {
  return rowsOf(workspace, options).map((row) =>
    row.type === 'task' ? `${row.depth} ${row.id} ${row.position}/${row.siblingCount}` : rowKey(row),
  );
}

function branchOf(rows: readonly Row[], id: string): string | undefined {
  const row = rows.find((candidate) => candidate.type === 'task' && candidate.id === id);
  return row?.type === 'task' ? row.branch : undefined;
}
