import { describe, expect, it } from 'vitest';

import {
  commentWith,
  day,
  emailWith,
  personWith,
  planContext,
  planOf,
  projectWith,
  taskWith,
  workspaceOf,
} from '@/testing/builders';

import { applyDeltas } from '../deltas';
import { personId, projectId, violationsIn, type Workspace } from '../workspace';
import type { PlanResult } from './plan';
import { planCreateProject, planDeleteProjects, planMoveProject, planUpdateProject } from './projects';

const ada = personWith('ada');
const launch = projectWith('launch', { name: 'Launch', rank: 1 });
const api = projectWith('api', { name: 'Partner API', rank: 2 });
const copy = taskWith('copy', { title: 'Copy' });
const workspace = workspaceOf({
  person: [ada],
  project: [launch, api],
  task: [copy, taskWith('proof', { parentId: copy.id })],
  comment: [commentWith('on-project'), commentWith('on-task', { taskId: copy.id })],
  email: [emailWith('news', { projectId: launch.id })],
});

function after(result: PlanResult): Workspace {
  return applyDeltas(workspace, planOf(result).deltas);
}

function problemsOf(result: PlanResult) {
  return result.type === 'invalid' ? result.problems : [];
}

function wrongFields(args: Partial<Parameters<typeof planCreateProject>[1]>): readonly (string | null)[] {
  const result = planCreateProject(workspace, { name: 'New', ...args }, planContext());
  return problemsOf(result).map(({ field }) => field);
}

describe('planCreateProject', () => {
  it('creates an active project behind the others', () => {
    const result = planCreateProject(workspace, { name: ' Mobile  API ' }, planContext());
    expect(planOf(result).summary).toBe('“Mobile API” added');
    expect(after(result).tables.project.get(projectId('project-1'))).toEqual(
      projectWith('project-1', { name: 'Mobile API', rank: 3 }),
    );
  });

  it('refuses a name that is taken, whatever its case and accents', () => {
    expect(problemsOf(planCreateProject(workspace, { name: 'LÁUNCH' }, planContext()))).toEqual([
      { field: 'name', message: 'There is a project named “Launch” already. Choose another name.' },
    ]);
  });

  it('says which argument is wrong', () => {
    expect(wrongFields({})).toEqual([]);
    expect(wrongFields({ name: '' })).toEqual(['name']);
    expect(wrongFields({ name: 'x'.repeat(121) })).toEqual(['name']);
    expect(wrongFields({ stakeholderIds: [personId('gone')] })).toEqual(['stakeholderIds']);
    expect(wrongFields({ stakeholderIds: [ada.id, ada.id] })).toEqual(['stakeholderIds']);
    expect(wrongFields({ startDate: day('2026-02-01'), targetDate: day('2026-01-01') })).toEqual([
      'targetDate',
    ]);
  });
});

describe('planUpdateProject', () => {
  it('changes what is given, and lets a project keep its own name', () => {
    const result = planUpdateProject(workspace, launch.id, { name: 'launch', status: 'on_hold' });
    expect(planOf(result).deltas).toEqual([
      {
        type: 'update',
        kind: 'project',
        id: 'launch',
        before: { name: 'Launch', status: 'active' },
        after: { name: 'launch', status: 'on_hold' },
      },
    ]);
  });

  it('refuses the name of another, and a project that is gone', () => {
    expect(problemsOf(planUpdateProject(workspace, launch.id, { name: 'partner api' }))).toMatchObject([
      { field: 'name' },
    ]);
    expect(problemsOf(planUpdateProject(workspace, projectId('gone'), {}))).toEqual([
      { field: 'projectId', message: 'This project does not exist any more.' },
    ]);
  });
});

describe('planMoveProject', () => {
  it('puts a project at its place', () => {
    const result = planMoveProject(workspace, api.id, { type: 'before', id: launch.id });
    expect(planOf(result).summary).toBe('“Partner API” reordered');
    expect(after(result).projectOrder).toEqual(['api', 'launch']);
  });

  it('plans nothing when it is there already, and refuses a lost neighbour', () => {
    expect(planOf(planMoveProject(workspace, api.id, { type: 'last' })).deltas).toEqual([]);
    const lost = planMoveProject(workspace, api.id, { type: 'after', id: projectId('gone') });
    expect(problemsOf(lost)).toMatchObject([{ field: 'position' }]);
    expect(problemsOf(planMoveProject(workspace, projectId('gone'), { type: 'last' }))).toMatchObject([
      { field: 'projectId' },
    ]);
  });
});

describe('planDeleteProjects', () => {
  it('[W5] deletes everything in them and says how much; emails stay', () => {
    const result = planDeleteProjects(workspace, [launch.id]);
    expect(planOf(result).summary).toBe(
      '“Launch” deleted with 2 tasks and 2 comments; Email “news” kept without a project',
    );
    const left = after(result);
    expect(left.tables.task.size + left.tables.comment.size).toBe(0);
    expect(left.tables.email.get(emailWith('news').id)?.projectId).toBeNull();
    expect(left.outlines.size + left.commentsOn.size).toBe(0);
    expect(violationsIn(left)).toEqual([]);
  });

  it('refuses when one is gone already', () => {
    expect(problemsOf(planDeleteProjects(workspace, [launch.id, projectId('gone')]))).toMatchObject([
      { field: 'projectId' },
    ]);
  });
});
