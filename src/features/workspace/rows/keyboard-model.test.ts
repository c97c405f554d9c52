import { describe, expect, it } from 'vitest';

import { taskId } from '@/domain/workspace';

import { projectFixture, taskFixture, workspaceFixture } from './fixture';
import { intentOf, type KeyPress } from './keyboard-model';
import { dropPlace, neighbourProject, taskMove } from './place-model';
import { createRowBuilder, type Row } from './row-model';

const rows = rowsOfLaunch();
const at = { project: 0, plan: 1, budget: 2, quotes: 3, team: 4, ship: 5, add: 6 };

describe('keys on a row', () => {
  it('moves with the arrows and stops at both ends', () => {
    expect(intentOf(press('ArrowDown'), rows, at.plan)).toEqual({ type: 'go', index: at.budget });
    expect(intentOf(press('ArrowUp'), rows, at.project)).toEqual({ type: 'go', index: at.project });
    expect(intentOf(press('ArrowDown'), rows, at.add)).toEqual({ type: 'go', index: at.add });
    expect(intentOf(press('Home'), rows, at.ship)).toEqual({ type: 'go', index: 0 });
    expect(intentOf(press('End'), rows, at.plan)).toEqual({ type: 'go', index: at.add });
  });

  it('goes left to collapse, then to the parent, then to the project', () => {
    expect(intentOf(press('ArrowLeft'), rows, at.budget)).toEqual({ type: 'collapse' });
    expect(intentOf(press('ArrowLeft'), rows, at.quotes)).toEqual({ type: 'go', index: at.budget });
    expect(intentOf(press('ArrowLeft'), rows, at.ship)).toEqual({ type: 'go', index: at.project });
  });

  it('goes right to expand, then to the first subtask', () => {
    const collapsed = rowsOfLaunch(['Plan']);

    expect(intentOf(press('ArrowRight'), collapsed, at.plan)).toEqual({ type: 'expand' });
    expect(intentOf(press('ArrowRight'), rows, at.plan)).toEqual({ type: 'go', index: at.budget });
    expect(intentOf(press('ArrowRight'), rows, at.ship)).toBeNull();
  });

  it('knows the keys for what one does to a task', () => {
    const meanings = ['Enter', 'F2', 'Delete', 'n', 'Insert', 'ContextMenu'].map(
      (key) => intentOf(press(key), rows, at.ship)?.type,
    );

    expect(meanings).toEqual(['open', 'rename', 'delete', 'add', 'add', 'menu']);
    expect(intentOf(press('F10', { shiftKey: true }), rows, at.ship)).toEqual({ type: 'menu' });
    expect(intentOf(press('ArrowUp', { altKey: true }), rows, at.ship)).toEqual({
      type: 'move',
      direction: 'up',
    });
  });

  it('leaves Space, other letters and keys with Control to the browser', () => {
    expect(intentOf(press(' '), rows, at.ship)).toBeNull();
    expect(intentOf(press('x'), rows, at.ship)).toBeNull();
    expect(intentOf(press('ArrowDown', { ctrlKey: true }), rows, at.ship)).toBeNull();
    expect(intentOf(press('n', { metaKey: true }), rows, at.ship)).toBeNull();
  });

  it('takes only up and down in the field at the end of a project', () => {
    expect(intentOf(press('ArrowUp'), rows, at.add)).toEqual({ type: 'go', index: at.ship });
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight', 'Delete', 'n', 'Enter']) {
      expect(intentOf(press(key), rows, at.add), key).toBeNull();
    }
  });
});

describe('moving a task by keyboard', () => {
  it('moves it before and behind its neighbours, past their subtasks', () => {
    expect(taskMove(rows, at.ship, 'up')).toMatchObject({
      place: { projectId: 'Launch', parentId: null, position: { type: 'before', id: 'Plan' } },
    });
    expect(taskMove(rows, at.plan, 'down')).toMatchObject({
      place: { parentId: null, position: { type: 'after', id: 'Ship' } },
    });
  });

  it('nests it below the task above, and takes it out again behind its parent', () => {
    expect(taskMove(rows, at.team, 'in')).toMatchObject({
      place: { parentId: 'Budget', position: { type: 'last' } },
    });
    expect(taskMove(rows, at.quotes, 'out')).toMatchObject({
      place: { parentId: 'Plan', position: { type: 'after', id: 'Budget' } },
    });
  });

  it('says why it cannot move', () => {
    expect(taskMove(rows, at.plan, 'up')).toEqual({
      type: 'stay',
      words: 'This task is the first one here already.',
    });
    expect(taskMove(rows, at.ship, 'down')).toEqual({
      type: 'stay',
      words: 'This task is the last one here already.',
    });
    expect(taskMove(rows, at.budget, 'in').type).toBe('stay');
    expect(taskMove(rows, at.ship, 'out')).toEqual({
      type: 'stay',
      words: 'This task is on the top level already.',
    });
  });
});

describe('dropping a task', () => {
  it('puts it beside or below a task, first on a project, last on the field at its end', () => {
    expect(dropPlace(rowAt(at.budget), 'reorder-before')).toEqual({
      projectId: 'Launch',
      parentId: 'Plan',
      position: { type: 'before', id: 'Budget' },
    });
    expect(dropPlace(rowAt(at.ship), 'combine')).toMatchObject({
      parentId: 'Ship',
      position: { type: 'last' },
    });
    expect(dropPlace(rowAt(at.project), 'combine')).toMatchObject({
      parentId: null,
      position: { type: 'first' },
    });
    expect(dropPlace(rowAt(at.add), 'reorder-before')).toMatchObject({
      parentId: null,
      position: { type: 'last' },
    });
  });
});

it('finds the project next to a project, and none past the ends', () => {
  const order = [projectFixture('A').id, projectFixture('B').id];
  const [first = projectFixture('A').id, second = projectFixture('B').id] = order;

  expect(neighbourProject(order, second, 'up')).toBe(first);
  expect(neighbourProject(order, second, 'down')).toBeNull();
  expect(neighbourProject(order, first, 'up')).toBeNull();
});

function rowsOfLaunch(collapsed: readonly string[] = []): readonly Row[] {
  const workspace = workspaceFixture(
    [projectFixture('Launch')],
    [
      taskFixture('Plan', 'Launch'),
      taskFixture('Budget', 'Launch', { parentId: taskId('Plan') }),
      taskFixture('Quotes', 'Launch', { parentId: taskId('Budget') }),
      taskFixture('Team', 'Launch', { parentId: taskId('Plan') }),
      taskFixture('Ship', 'Launch'),
    ],
  );
  return createRowBuilder()(workspace, { filter: { type: 'all' }, collapsed: new Set(collapsed.map(taskId)) })
    .rows;
}

function rowAt(index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new Error(`There is no row ${index}.`);
  return row;
}

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers };
}
