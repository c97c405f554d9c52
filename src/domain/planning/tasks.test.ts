import { describe, expect, it } from 'vitest';

import { nastyTexts } from '@/testing/arbitraries';
import {
  commentWith,
  day,
  noon,
  personWith,
  planContext,
  planOf,
  projectWith,
  taskWith,
  timeOfDay,
  workspaceOf,
} from '@/testing/builders';

import { applyDeltas } from '../deltas';
import {
  millis,
  personId,
  projectId,
  taskId,
  tasksInProject,
  violationsIn,
  type ProjectId,
  type Workspace,
} from '../workspace';
import type { PlanResult } from './plan';
import { planCreateTask, planDeleteTasks, planMoveTask, planUpdateTasks } from './tasks';

const launch = projectWith('launch', { name: 'Launch' });
const api = projectWith('api', { name: 'Partner API', rank: 2 });
const page = taskWith('page', { title: 'Page', rank: 1 });
const copy = taskWith('copy', {
  title: 'Copy',
  parentId: page.id,
  dueDate: day('2026-01-05'),
  dueTime: timeOfDay('09:00'),
});
const proof = taskWith('proof', { title: 'Proof', parentId: copy.id });
const tests = taskWith('tests', { title: 'Tests', rank: 2, status: 'done', completedAt: millis(1) });
const guide = taskWith('guide', { title: 'Guide', projectId: api.id });
const remark = commentWith('remark', { taskId: proof.id });
const workspace = workspaceOf({
  person: [personWith('ada', { name: 'Ada' })],
  project: [launch, api],
  task: [page, copy, proof, tests, guide],
  comment: [remark],
});

function after(result: PlanResult, before: Workspace = workspace): Workspace {
  return applyDeltas(before, planOf(result).deltas);
}

function order(any: Workspace, project: ProjectId = launch.id): readonly string[] {
  return tasksInProject(any, project).map(({ id }) => id);
}

function fieldsOf(result: PlanResult): readonly (string | null)[] {
  return result.type === 'invalid' ? result.problems.map(({ field }) => field) : [];
}

function wrongWhenCreated(args: Partial<Parameters<typeof planCreateTask>[1]>): readonly (string | null)[] {
  return fieldsOf(planCreateTask(workspace, { projectId: launch.id, title: 'New', ...args }, planContext()));
}

function summaryOfMove(target: Parameters<typeof planMoveTask>[2], id = copy.id): string {
  return planOf(planMoveTask(workspace, id, target)).summary;
}

describe('planCreateTask', () => {
  it('creates a task to do, last among its siblings, with clean texts', () => {
    const result = planCreateTask(
      workspace,
      { projectId: launch.id, title: '  New\ntask ', notes: ' One\r\ntwo ' },
      planContext(),
    );
    expect(planOf(result).summary).toBe('“New task” added to Launch');
    expect(after(result).tables.task.get(taskId('task-1'))).toEqual(
      taskWith('task-1', { title: 'New task', notes: 'One\ntwo', rank: 3 }),
    );
  });

  it('creates a task anywhere among its siblings, done if so wished', () => {
    const args = { projectId: launch.id, title: 'New', position: { type: 'before', id: tests.id } } as const;
    expect(order(after(planCreateTask(workspace, args, planContext())))).toEqual([
      'page',
      'copy',
      'proof',
      'task-1',
      'tests',
    ]);
    const done = after(
      planCreateTask(
        workspace,
        { ...args, parentId: page.id, position: { type: 'first' }, status: 'done' },
        planContext(),
      ),
    );
    expect(order(done)).toEqual(['page', 'task-1', 'copy', 'proof', 'tests']);
    expect(done.tables.task.get(taskId('task-1'))?.completedAt).toBe(noon);
  });

  it('says which argument is wrong', () => {
    expect(wrongWhenCreated({})).toEqual([]);
    expect(wrongWhenCreated({ title: '\u200B' })).toEqual(['title']);
    expect(wrongWhenCreated({ title: 'x'.repeat(10_000) })).toEqual(['title']);
    expect(wrongWhenCreated({ projectId: projectId('gone') })).toEqual(['projectId']);
    expect(wrongWhenCreated({ parentId: taskId('gone') })).toEqual(['parentId']);
    expect(wrongWhenCreated({ parentId: guide.id })).toEqual(['parentId']);
    expect(wrongWhenCreated({ assigneeId: personId('gone') })).toEqual(['assigneeId']);
    expect(wrongWhenCreated({ dueTime: timeOfDay('09:00') })).toEqual(['dueTime']);
    expect(wrongWhenCreated({ position: { type: 'after', id: guide.id } })).toEqual(['position']);
  });

  it('keeps every text as text, whatever is in it', () => {
    for (const title of nastyTexts) {
      const result = planCreateTask(workspace, { projectId: launch.id, title, notes: title }, planContext());
      const made = result.type === 'planned' ? after(result) : workspace;
      expect(violationsIn(made)).toEqual([]);
    }
  });

  it('nests five levels and no more', () => {
    const fourth = after(
      planCreateTask(workspace, { projectId: launch.id, parentId: proof.id, title: '4' }, planContext('a-')),
    );
    const fifth = after(
      planCreateTask(
        fourth,
        { projectId: launch.id, parentId: taskId('a-task-1'), title: '5' },
        planContext('b-'),
      ),
      fourth,
    );
    const sixth = planCreateTask(
      fifth,
      { projectId: launch.id, parentId: taskId('b-task-1'), title: '6' },
      planContext('c-'),
    );
    expect(sixth).toEqual({
      type: 'invalid',
      problems: [
        { field: 'parentId', message: 'Tasks nest at most 5 levels deep. Choose a place further up.' },
      ],
    });
  });
});

describe('planUpdateTasks', () => {
  it('changes what is given and nothing else', () => {
    const result = planUpdateTasks(workspace, [page.id], { title: ' Pricing  page ' }, noon);
    expect(planOf(result)).toEqual({
      deltas: [
        {
          type: 'update',
          kind: 'task',
          id: 'page',
          before: { title: 'Page' },
          after: { title: 'Pricing page' },
        },
      ],
      summary: '“Page” renamed to “Pricing page” in Launch',
    });
  });

  it('notes when a task was done, once, and forgets it when it is not', () => {
    const done = after(planUpdateTasks(workspace, [page.id, tests.id], { status: 'done' }, noon));
    expect(done.tables.task.get(page.id)?.completedAt).toBe(noon);
    expect(done.tables.task.get(tests.id)?.completedAt).toBe(1);
    const again = after(planUpdateTasks(done, [page.id], { status: 'blocked' }, noon), done);
    expect(again.tables.task.get(page.id)?.completedAt).toBeNull();
  });

  it('takes the time of day away with the date, but not against its own words', () => {
    const undated = after(planUpdateTasks(workspace, [copy.id], { dueDate: null }, noon));
    expect(undated.tables.task.get(copy.id)?.dueTime).toBeNull();
    const contradiction = { dueDate: null, dueTime: timeOfDay('10:00') };
    expect(fieldsOf(planUpdateTasks(workspace, [copy.id], contradiction, noon))).toEqual(['dueTime']);
  });

  it('plans nothing when everything is as wanted already', () => {
    expect(planOf(planUpdateTasks(workspace, [page.id, page.id], { status: 'todo' }, noon))).toEqual({
      deltas: [],
      summary: 'Nothing changed',
    });
  });

  it('refuses all when one task is gone or one value is wrong', () => {
    expect(fieldsOf(planUpdateTasks(workspace, [page.id, taskId('gone')], { status: 'done' }, noon))).toEqual(
      ['taskId'],
    );
    expect(fieldsOf(planUpdateTasks(workspace, [page.id], { title: ' ' }, noon))).toEqual(['title']);
  });

  it('lets a task be changed that damage has left with a lost assignee', () => {
    const damaged = workspaceOf({
      project: [launch],
      task: [{ ...page, assigneeId: personId('lost') }],
    });
    expect(planOf(planUpdateTasks(damaged, [page.id], { status: 'done' }, noon)).deltas).toHaveLength(1);
    expect(fieldsOf(planUpdateTasks(damaged, [page.id], { assigneeId: personId('gone') }, noon))).toEqual([
      'assigneeId',
    ]);
  });
});

describe('planMoveTask', () => {
  it('takes subtasks and comments along into another project', () => {
    const target = { projectId: api.id, parentId: guide.id, position: { type: 'last' } } as const;
    const result = planMoveTask(workspace, page.id, target);
    expect(planOf(result).summary).toBe('“Page” moved below “Guide” in Partner API');
    const moved = after(result);
    expect(order(moved, api.id)).toEqual(['guide', 'page', 'copy', 'proof']);
    expect(order(moved)).toEqual(['tests']);
    expect(moved.tables.comment.get(remark.id)?.projectId).toBe(api.id);
    expect(violationsIn(moved)).toEqual([]);
  });

  it('says in words where to', () => {
    const last = { type: 'last' } as const;
    expect(summaryOfMove({ projectId: launch.id, parentId: null, position: last })).toBe(
      '“Copy” moved to the top level of Launch',
    );
    expect(summaryOfMove({ projectId: api.id, parentId: null, position: last })).toBe(
      '“Copy” moved to Partner API',
    );
    expect(summaryOfMove({ projectId: launch.id, parentId: tests.id, position: last })).toBe(
      '“Copy” moved below “Tests” in Launch',
    );
    expect(
      summaryOfMove({ projectId: launch.id, parentId: null, position: { type: 'first' } }, tests.id),
    ).toBe('“Tests” reordered in Launch');
  });

  it('plans nothing when the task is there already', () => {
    for (const position of [{ type: 'last' }, { type: 'after', id: page.id }] as const) {
      const target = { projectId: launch.id, parentId: null, position };
      expect(planOf(planMoveTask(workspace, tests.id, target)).deltas).toEqual([]);
    }
  });

  it('refuses circles, lost places and too deep a nest', () => {
    const move = (target: Partial<Parameters<typeof planMoveTask>[2]>, id = page.id) =>
      fieldsOf(
        planMoveTask(workspace, id, {
          projectId: launch.id,
          parentId: null,
          position: { type: 'last' },
          ...target,
        }),
      );
    expect(move({ parentId: page.id })).toEqual(['parentId']);
    expect(move({ parentId: proof.id })).toEqual(['parentId']);
    expect(move({ parentId: guide.id })).toEqual(['parentId']);
    expect(move({ parentId: taskId('gone') })).toEqual(['parentId']);
    expect(move({ projectId: projectId('gone') })).toEqual(['projectId']);
    expect(move({ position: { type: 'before', id: guide.id } })).toEqual(['position']);
    expect(move({}, taskId('gone'))).toEqual(['taskId']);
    const deep = workspaceOf({
      project: [launch],
      task: [
        page,
        copy,
        proof,
        tests,
        { ...taskWith('below'), parentId: tests.id },
        { ...taskWith('lower'), parentId: taskId('below') },
      ],
    });
    const target = { projectId: launch.id, parentId: proof.id, position: { type: 'last' } } as const;
    expect(fieldsOf(planMoveTask(deep, tests.id, target))).toEqual(['parentId']);
  });
});

describe('planDeleteTasks', () => {
  it('[W5] deletes what hangs below, and says how much', () => {
    const result = planDeleteTasks(workspace, [page.id, copy.id]);
    expect(planOf(result).summary).toBe('“Page” deleted from Launch with 2 tasks and 1 comment');
    const left = after(result);
    expect(order(left)).toEqual(['tests']);
    expect(left.tables.comment.size).toBe(0);
    expect(violationsIn(left)).toEqual([]);
  });

  it('refuses when one is gone already', () => {
    expect(fieldsOf(planDeleteTasks(workspace, [page.id, taskId('gone')]))).toEqual(['taskId']);
  });

  it('[W5] costs the list once, not once for each task', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      taskWith(`many-${String(index)}`, { rank: index }),
    );
    const full = workspaceOf({ project: [launch], task: many });
    const { deltas } = planOf(
      planDeleteTasks(
        full,
        many.map(({ id }) => id),
      ),
    );
    expect(applyDeltas(full, deltas).tables.task.size).toBe(0);
  });
});
