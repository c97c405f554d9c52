import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { ToolBench } from '@/testing/tool-bench';

describe('update_project', () => {
  it('changes what is given and nothing else', () => {
    const { plan, title } = new ToolBench().call('update_project', {
      project: 'launch',
      status: 'on-hold',
      priority: 'low',
      description: 'Later.',
      start_date: '2026-01-02',
      target_date: 'none',
    });
    expect(title).toBe('Change project “Launch”');
    expect(plan).toMatchObject({ type: 'change', effects: [] });
    expect(plan).toHaveProperty('deltas', [
      {
        type: 'update',
        kind: 'project',
        id: 'launch',
        before: {
          status: 'active',
          priority: 'high',
          description: '',
          startDate: null,
          targetDate: '2026-01-31',
        },
        after: {
          status: 'on_hold',
          priority: 'low',
          description: 'Later.',
          startDate: '2026-01-02',
          targetDate: null,
        },
      },
    ]);
  });

  it('renames, and says so', () => {
    const { plan, title } = new ToolBench().call('update_project', { project: 'phone', name: 'Phones' });
    expect(title).toBe('Rename project “Phone API” to “Phones”');
    expect(plan).toMatchObject({
      output: 'Changed project “Phone API” (phone): name “Phone API” → “Phones”.',
    });
  });

  it('removes a description', () => {
    const bench = new ToolBench();
    bench.run('update_project', { project: 'phone', description: 'Small.' });
    expect(bench.run('update_project', { project: 'phone', description: 'none' }).deltas).toMatchObject([
      { before: { description: 'Small.' }, after: { description: '' } },
    ]);
  });

  it.each<readonly [Json, string]>([
    [
      { project: 'API', status: 'completed' },
      '“API” fits 2 projects. Ask which one is meant, or name it by its id:\n- “Web API” (web)\n- “Phone API” (phone)',
    ],
    [
      { project: 'web', name: 'launch' },
      'Not done. name: There is a project named “Launch” already. Choose another name.',
    ],
    [
      { project: 'launch', start_date: '2026-02-01' },
      'Not done. target_date: The target date is before the start date. Choose a later target or an earlier start.',
    ],
  ])('[W6] refuses %j and says why', (args, output) => {
    expect(new ToolBench().plan('update_project', args)).toMatchObject({ type: 'failed', output });
  });

  it('says that everything was like this already', () => {
    expect(new ToolBench().plan('update_project', { project: 'launch', status: 'active' })).toMatchObject({
      type: 'answer',
      output: 'Project “Launch” (launch) was like this already; nothing changed.',
    });
  });

  it.each<readonly [Json, string, string]>([
    [
      { project: 'launch' },
      'arguments',
      'Say what shall change: name, description, status, priority, start_date or target_date.',
    ],
    [{ name: 'New' }, 'project', 'This is missing. This must be a text in quotes.'],
    [
      { project: 'launch', status: 'done' },
      'status',
      'This must be one of planning, active, on_hold, completed. It was “done”.',
    ],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('update_project', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });
});
