import { expect, it } from 'vitest';

import type { Delta } from '@/domain/deltas';
import { taskId } from '@/domain/workspace';

import { projectFixture, taskFixture } from '../rows/fixture';
import { createdRow } from './created';

const below: Delta = {
  type: 'create',
  kind: 'task',
  entity: taskFixture('Budget', 'Launch', { parentId: taskId('Plan') }),
};
const plan: Delta = {
  type: 'create',
  kind: 'task',
  entity: taskFixture('Plan', 'Launch', { parentId: taskId('All') }),
};
const launch: Delta = { type: 'create', kind: 'project', entity: projectFixture('Launch') };

it('finds the row of what comes back, above all that hangs below it, in whatever order', () => {
  expect(createdRow([below, plan])).toBe('task:Plan');
  expect(createdRow([plan, below, launch])).toBe('project:Launch');
});

it('finds none where nothing comes back', () => {
  expect(createdRow([{ type: 'delete', kind: 'task', entity: taskFixture('Plan', 'Launch') }])).toBeNull();
});
