import { describe, expect, it } from 'vitest';

import { commitWith, contentsOf, noon, planContext, planOf } from '@/testing/builders';

import { applyDeltas } from '../deltas';
import {
  emptyWorkspace,
  findTasks,
  projectsInOrder,
  violationsIn,
  type Task,
  type Workspace,
} from '../workspace';
import { planAddComment } from './comments';
import { planExample } from './example';
import { planCreatePerson } from './people';
import type { PlanResult } from './plan';
import { planCreateProject, planUpdateProject } from './projects';
import { planRemoveCreated } from './remove-created';
import { planCreateTask, planMoveTask, planUpdateTasks } from './tasks';

const example = commitWith('example', planOf(planExample(emptyWorkspace(), planContext())).deltas);
const fresh = applyDeltas(emptyWorkspace(), example.deltas);

function after(workspace: Workspace, result: PlanResult): Workspace {
  return applyDeltas(workspace, planOf(result).deltas);
}

function taskNamed(title: string, workspace: Workspace = fresh): Task {
  const [task] = findTasks(workspace, { text: title });
  if (task === undefined) throw new Error(`No task ${title}.`);
  return task;
}

function namesIn(workspace: Workspace) {
  return {
    projects: projectsInOrder(workspace).map(({ name }) => name),
    tasks: findTasks(workspace, {}).map(({ title }) => title),
    people: Array.from(workspace.tables.person.values(), ({ name }) => name).toSorted(),
  };
}

describe('planRemoveCreated', () => {
  it('leaves nothing of an example that nobody touched, or only ticked off and renamed', () => {
    const used = after(
      fresh,
      planUpdateTasks(fresh, [taskNamed('Final copy').id], { status: 'todo', title: 'Copy' }, noon),
    );
    for (const workspace of [fresh, used]) {
      const left = after(workspace, planRemoveCreated(workspace, example));
      expect(contentsOf(left)).toEqual(contentsOf(emptyWorkspace()));
    }
  });

  it('[W5] says how much goes', () => {
    expect(planOf(planRemoveCreated(fresh, example)).summary).toBe(
      '5 people and 3 projects deleted with 15 tasks',
    );
  });

  it('keeps a task that somebody added, with the tasks above it, its project and its people', () => {
    const parent = taskNamed('Finish the pricing page');
    const args = { projectId: parent.projectId, parentId: parent.id, title: 'Mine' };
    const workspace = after(fresh, planCreateTask(fresh, args, planContext('mine-')));
    const left = after(workspace, planRemoveCreated(workspace, example));
    expect(namesIn(left)).toEqual({
      projects: ['Website launch'],
      tasks: ['Finish the pricing page', 'Mine'],
      people: ['Jonas Weber', 'Mina Castellanos', 'Priya Raman', 'Sara Lindqvist', 'Tom Okafor'],
    });
    expect(violationsIn(left)).toEqual([]);
  });

  it('keeps what somebody commented on', () => {
    const task = taskNamed('Add rate limits');
    const comment = { projectId: task.projectId, taskId: task.id, author: 'Ada', text: 'Ask first' };
    const onTask = after(fresh, planAddComment(fresh, comment, planContext('mine-')));
    expect(namesIn(after(onTask, planRemoveCreated(onTask, example)))).toMatchObject({
      projects: ['Partner API'],
      tasks: ['Add rate limits'],
    });
    const onProject = after(fresh, planAddComment(fresh, { ...comment, taskId: null }, planContext('mine-')));
    expect(namesIn(after(onProject, planRemoveCreated(onProject, example)))).toMatchObject({
      projects: ['Partner API'],
      tasks: [],
    });
  });

  it('keeps people who got a task, and tasks that were moved, in somebody’s own project', () => {
    const withProject = after(fresh, planCreateProject(fresh, { name: 'Mine' }, planContext('mine-')));
    const mine = projectsInOrder(withProject).at(-1);
    if (mine === undefined) throw new Error('The project is there.');
    const tom = [...fresh.tables.person.values()].find(({ name }) => name === 'Tom Okafor');
    const withTask = after(
      withProject,
      planCreateTask(
        withProject,
        { projectId: mine.id, title: 'Own task', assigneeId: tom?.id ?? null },
        planContext('own-'),
      ),
    );
    const place = { projectId: mine.id, parentId: null, position: { type: 'last' } } as const;
    const moved = after(withTask, planMoveTask(withTask, taskNamed('Add rate limits').id, place));
    const withGrace = after(moved, planCreatePerson(moved, { name: 'Grace' }, planContext('grace-')));
    const left = after(withGrace, planRemoveCreated(withGrace, example));
    expect(namesIn(left)).toEqual({
      projects: ['Mine'],
      tasks: [
        'Own task',
        'Add rate limits',
        'Choose the limits with two partners',
        'Tell callers when to try again',
      ],
      people: ['Grace', 'Jonas Weber', 'Tom Okafor'],
    });
    expect(violationsIn(left)).toEqual([]);
  });

  it('keeps a stakeholder of somebody’s own project', () => {
    const withProject = after(fresh, planCreateProject(fresh, { name: 'Mine' }, planContext('mine-')));
    const mine = projectsInOrder(withProject).at(-1);
    const tom = [...fresh.tables.person.values()].find(({ name }) => name === 'Tom Okafor');
    if (mine === undefined || tom === undefined) throw new Error('Both are there.');
    const workspace = after(
      withProject,
      planUpdateProject(withProject, mine.id, { stakeholderIds: [tom.id] }),
    );
    const left = after(workspace, planRemoveCreated(workspace, example));
    expect(namesIn(left)).toEqual({ projects: ['Mine'], tasks: [], people: ['Tom Okafor'] });
  });

  it('has nothing left to do the second time', () => {
    const left = after(fresh, planRemoveCreated(fresh, example));
    expect(planOf(planRemoveCreated(left, example)).deltas).toEqual([]);
  });
});
