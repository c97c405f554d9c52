import { expect, it } from 'vitest';

import { planContext, planOf } from '@/testing/builders';

import { applyDeltas } from '../deltas';
import {
  emptyWorkspace,
  findTasks,
  isEmailAddress,
  projectsInOrder,
  resolveName,
  violationsIn,
} from '../workspace';
import { planExample } from './example';

const plan = planOf(planExample(emptyWorkspace(), planContext()));
const workspace = applyDeltas(emptyWorkspace(), plan.deltas);

it('the example is sound and says what it is', () => {
  expect(violationsIn(workspace)).toEqual([]);
  expect(plan.summary).toBe('Example projects added');
});

it('the example has two projects whose names share a word, so that asking which one is meant can be seen', () => {
  const names = projectsInOrder(workspace).map(({ id, name }) => ({ id, name }));
  expect(resolveName('api', names)).toMatchObject({ type: 'ambiguous', candidates: [{}, {}] });
});

it('the example has people with addresses that reach nobody, tasks with dates, overdue ones and subtasks', () => {
  const people = [...workspace.tables.person.values()];
  const addresses = people.map(({ email }) => email ?? '');
  expect(
    addresses.filter((address) => !isEmailAddress(address) || !address.endsWith('@example.com')),
  ).toEqual([]);
  const tasks = findTasks(workspace, {});
  expect(tasks.some(({ parentId }) => parentId !== null)).toBe(true);
  expect(tasks.some(({ dueDate }) => dueDate !== null)).toBe(true);
  expect(findTasks(workspace, { overdueOn: planContext().today }).map(({ title }) => title)).toEqual([
    'Finish the pricing page',
  ]);
});
