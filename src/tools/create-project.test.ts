import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { personId } from '@/domain/workspace';
import { aProject, benchNow, day, ToolBench } from '@/testing/tool-bench';

describe('create_project', () => {
  it('plans a project behind the others', () => {
    const { plan, title } = new ToolBench().call('create_project', {
      name: ' Road  map ',
      description: 'Where to?',
      status: 'on hold',
      priority: 'HIGH',
      start_date: '2026-01-05',
      target_date: '2026-03-31',
      stakeholders: ['Ann', 'bob@example.com', 'ann'],
    });
    expect(title).toBe('Create project “Road map”');
    expect(plan).toMatchObject({
      type: 'change',
      deltas: [
        {
          type: 'create',
          kind: 'project',
          entity: aProject('project-1', {
            name: 'Road map',
            description: 'Where to?',
            status: 'on_hold',
            priority: 'high',
            startDate: day('2026-01-05'),
            targetDate: day('2026-03-31'),
            stakeholderIds: [personId('ann'), personId('bob')],
            rank: 4,
            createdAt: benchNow,
          }),
        },
      ],
      effects: [],
      output: 'Created project “Road map” (project-1).',
      data: { changes: [{ type: 'create', kind: 'project', id: 'project-1' }] },
    });
  });

  it('is active and of medium priority unless said otherwise', () => {
    const plan = new ToolBench().run('create_project', { name: 'Roadmap', description: null, priority: '' });
    expect(plan.deltas).toEqual([
      { type: 'create', kind: 'project', entity: aProject('project-1', { name: 'Roadmap', rank: 4 }) },
    ]);
  });

  it.each<readonly [Json, string]>([
    [{ name: 'LAUNCH' }, 'Not done. name: There is a project named “Launch” already. Choose another name.'],
    [
      { name: 'New', start_date: '2026-02-02', target_date: '2026-02-01' },
      'Not done. target_date: The target date is before the start date. Choose a later target or an earlier start.',
    ],
    [
      { name: 'New', stakeholders: ['Ann', 'Zoë', 'Bop Stone'] },
      'No person is called “Zoë”. There are:\n- “Ann Lee” (ann): ann@example.com\n- “Bob Stone” (bob): bob@example.com\n- “Cid” (cid)\nNo person is called “Bop Stone”. Nearest are:\n- “Bob Stone” (bob): bob@example.com',
    ],
  ])('[W6] refuses %j and says why', (args, output) => {
    expect(new ToolBench().plan('create_project', args)).toMatchObject({ type: 'failed', output });
  });

  it.each<readonly [Json, readonly { field: string; message: string }[]]>([
    [{}, [{ field: 'name', message: 'This is missing. This must be a text in quotes.' }]],
    [{ name: 7 }, [{ field: 'name', message: 'This must be a text in quotes. It was 7.' }]],
    [{ name: ' \u200B ' }, [{ field: 'name', message: 'This needs at least one visible character.' }]],
    [
      { name: 'x'.repeat(121) },
      [{ field: 'name', message: 'At most 120 characters fit here; this has 121.' }],
    ],
    [
      { name: 'New', start_date: '2026-02-30', target_date: 'tomorrow' },
      [
        {
          field: 'start_date',
          message: 'A date is a day that exists, written YYYY-MM-DD. It was “2026-02-30”.',
        },
        {
          field: 'target_date',
          message: 'A date is a day that exists, written YYYY-MM-DD. It was “tomorrow”.',
        },
      ],
    ],
    [
      { name: 'New', status: 'late', stakeholders: ['Ann', 3] },
      [
        {
          field: 'status',
          message: 'This must be one of planning, active, on_hold, completed. It was “late”.',
        },
        { field: 'stakeholders', message: 'Item 2: This must be a text in quotes. It was 3.' },
      ],
    ],
    [
      { name: 'New', owner: 'Ann', tasks: [] },
      ['owner', 'tasks'].map((field) => ({
        field,
        message:
          'There is no such argument. Allowed are name, description, status, priority, start_date, target_date, stakeholders.',
      })),
    ],
    ['New project, please', []],
  ])('[C2] says what is wrong with %j', (args, problems) => {
    const expected =
      problems.length > 0
        ? { type: 'invalid', problems }
        : { type: 'prepared', args: { name: 'New project, please' } };
    expect(new ToolBench().prepare('create_project', args)).toMatchObject(expected);
  });

  it('[C5] lets a person edit every argument', () => {
    const { fields } = new ToolBench().call('create_project', { name: 'New', start_date: '2026-01-05' });
    expect(fields.map(({ name, type, value, isRequired }) => [name, type, value, isRequired])).toEqual([
      ['name', 'text', 'New', true],
      ['description', 'long-text', null, false],
      ['status', 'choice', null, false],
      ['priority', 'choice', null, false],
      ['start_date', 'date', '2026-01-05', false],
      ['target_date', 'date', null, false],
      ['stakeholders', 'text-list', null, false],
    ]);
  });
});
