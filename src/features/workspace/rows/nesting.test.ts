import { expect, it } from 'vitest';

import { taskId, type TaskId } from '@/domain/workspace';

import { projectFixture, taskFixture, workspaceFixture } from './fixture';
import { nested, type ItemNode } from './nesting';
import { createRowBuilder, rowKey, type Row } from './row-model';

const workspace = workspaceFixture(
  [projectFixture('Launch'), projectFixture('Home')],
  [
    taskFixture('Plan', 'Launch'),
    taskFixture('Budget', 'Launch', { parentId: taskId('Plan') }),
    taskFixture('Quotes', 'Launch', { parentId: taskId('Budget') }),
    taskFixture('Team', 'Launch', { parentId: taskId('Plan') }),
    taskFixture('Ship', 'Launch'),
    taskFixture('Paint', 'Home'),
  ],
);
const { rows } = createRowBuilder()(workspace, { filter: { type: 'all' }, collapsed: new Set() });

it('nests the rows of each project below their parents', () => {
  expect(outlineOf(rows)).toEqual([
    'Launch: header, Plan(Budget(Quotes) Team) Ship, add',
    'Home: header, Paint, add',
  ]);
});

it('gives a subtask whose parents are out of the window empty items to hang on', () => {
  expect(outlineOf(rows.slice(3, 6))).toEqual(['Launch: -Plan(-Budget(Quotes) Team) Ship']);
});

it('keeps a row far from the window in its own place', () => {
  expect(outlineOf([...rows.slice(2, 3), ...rows.slice(8)])).toEqual([
    'Launch: -Plan(Budget)',
    'Home: Paint, add',
  ]);
});

function outlineOf(drawn: readonly Row[]): readonly string[] {
  const projects = nested(
    drawn.map((row) => ({ row, slot: rowKey(row) })),
    (id: TaskId) => workspace.tables.task.get(id)?.parentId ?? null,
  );
  return projects.map(({ projectId, header, items, add }) => {
    const parts = [header === null ? '' : 'header', wordsOf(items), add === null ? '' : 'add'];
    return `${projectId}: ${parts.filter((part) => part !== '').join(', ')}`;
  });
}

function wordsOf(items: readonly ItemNode<string>[]): string {
  return items
    .map(
      ({ key, slot, items: below }) =>
        `${slot === null ? '-' : ''}${key}${below.length === 0 ? '' : `(${wordsOf(below)})`}`,
    )
    .join(' ');
}
