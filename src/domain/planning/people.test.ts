import { describe, expect, it } from 'vitest';

import { personWith, planContext, planOf, projectWith, taskWith, workspaceOf } from '@/testing/builders';

import { applyDeltas } from '../deltas';
import { personId, violationsIn } from '../workspace';
import { planCreatePerson, planDeletePeople, planUpdatePerson } from './people';

const ada = personWith('ada', { name: 'Ada', email: 'ada@example.com' });
const tom = personWith('tom', { name: 'Tom' });
const launch = projectWith('launch', { name: 'Launch', stakeholderIds: [ada.id, tom.id] });
const copy = taskWith('copy', { title: 'Copy', assigneeId: ada.id });
const workspace = workspaceOf({ person: [ada, tom], project: [launch], task: [copy, taskWith('tests')] });

describe('planCreatePerson', () => {
  it('keeps a name, and takes a blank address or team for none', () => {
    const args = { name: ' Grace  Hopper ', email: ' ', team: '\u200B' };
    expect(planOf(planCreatePerson(workspace, args, planContext()))).toEqual({
      deltas: [{ type: 'create', kind: 'person', entity: personWith('person-1', { name: 'Grace Hopper' }) }],
      summary: '“Grace Hopper” added',
    });
  });

  it('allows two people of one name, but not of one address', () => {
    expect(planCreatePerson(workspace, { name: 'Ada' }, planContext()).type).toBe('planned');
    expect(planCreatePerson(workspace, { name: 'Eve', email: 'ADA@example.com' }, planContext())).toEqual({
      type: 'invalid',
      problems: [
        {
          field: 'email',
          message: 'Ada has this address already. Change that entry, or use another address.',
        },
      ],
    });
  });

  it('refuses what is no name or no address', () => {
    expect(planCreatePerson(workspace, { name: '\u2800' }, planContext())).toMatchObject({
      problems: [{ field: 'name' }],
    });
    const two = { name: 'Eve', email: 'a@example.com, b@example.com' };
    expect(planCreatePerson(workspace, two, planContext())).toMatchObject({ problems: [{ field: 'email' }] });
  });
});

describe('planUpdatePerson', () => {
  it('changes what is given, and lets people keep their own address', () => {
    const result = planUpdatePerson(workspace, ada.id, { email: 'Ada@example.com', team: 'Design' });
    expect(planOf(result).deltas).toEqual([
      {
        type: 'update',
        kind: 'person',
        id: 'ada',
        before: { email: 'ada@example.com', team: null },
        after: { email: 'Ada@example.com', team: 'Design' },
      },
    ]);
  });

  it('refuses an address of another, and somebody who is gone', () => {
    expect(planUpdatePerson(workspace, tom.id, { email: 'ada@example.com' })).toMatchObject({
      problems: [{ field: 'email' }],
    });
    expect(planUpdatePerson(workspace, personId('gone'), {})).toMatchObject({
      problems: [{ field: 'personId' }],
    });
  });
});

describe('planDeletePeople', () => {
  it('[W5] takes their tasks and stakes away in the same commit', () => {
    const plan = planOf(planDeletePeople(workspace, [ada.id]));
    expect(plan.summary).toBe(
      '“Ada” deleted; “Copy” unassigned in Launch; “Launch” given other stakeholders',
    );
    const left = applyDeltas(workspace, plan.deltas);
    expect(left.tables.task.get(copy.id)?.assigneeId).toBeNull();
    expect(left.tables.project.get(launch.id)?.stakeholderIds).toEqual(['tom']);
    expect(violationsIn(left)).toEqual([]);
  });

  it('refuses when one is gone already', () => {
    expect(planDeletePeople(workspace, [ada.id, personId('gone')])).toMatchObject({
      problems: [{ field: 'personId' }],
    });
  });
});
