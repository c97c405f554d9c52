import { describe, expect, it } from 'vitest';

import { ToolBench } from '@/testing/tool-bench';

describe('list_projects', () => {
  it('lists projects with state and progress', () => {
    expect(new ToolBench().call('list_projects', {})).toEqual({
      type: 'prepared',
      args: {},
      title: 'List the projects',
      fields: [],
      plan: {
        type: 'answer',
        summary: 'Found 3 projects',
        output: [
          '3 projects:',
          '- “Launch” (launch): active, high priority, target 2026-01-31 (30 days left); 2 of 5 tasks done (40%)',
          '- “Web API” (web): active, medium priority; 0 of 2 tasks done (0%)',
          '- “Phone API” (phone): planning, medium priority; no tasks yet',
        ].join('\n'),
        data: {
          total: 3,
          projects: [
            { id: 'launch', name: 'Launch' },
            { id: 'web', name: 'Web API' },
            { id: 'phone', name: 'Phone API' },
          ],
        },
      },
    });
  });

  it('lists by status, page by page', () => {
    const bench = new ToolBench();
    expect(bench.plan('list_projects', { status: ['planning', 'completed'] })).toMatchObject({
      data: { total: 1, projects: [{ id: 'phone' }] },
    });
    expect(bench.plan('list_projects', { status: 'completed' })).toMatchObject({
      type: 'answer',
      output: 'There are no such projects.',
    });
    expect(bench.plan('list_projects', { limit: 1, offset: 1 })).toMatchObject({
      output:
        '3 projects:\n- “Web API” (web): active, medium priority; 0 of 2 tasks done (0%)\nShown are 2 to 2 of 3. For more use offset 2.',
    });
  });
});
