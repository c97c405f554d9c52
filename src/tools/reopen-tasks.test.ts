import { describe, expect, it } from 'vitest';

import { benchNow, ToolBench } from '@/testing/tool-bench';

describe('reopen_tasks', () => {
  it('sets done tasks back, and leaves the others', () => {
    const { plan, title } = new ToolBench().call('reopen_tasks', { project: 'launch' });
    expect(title).toBe('Reopen 2 tasks in Launch');
    expect(plan).toMatchObject({
      type: 'change',
      deltas: [
        {
          id: 'plan',
          before: { status: 'done', completedAt: benchNow },
          after: { status: 'todo', completedAt: null },
        },
        { id: 'faq' },
      ],
      output: 'Reopened 2 tasks: “Plan the launch” (plan), “FAQ” (faq). 3 tasks were open already.',
    });
  });
});
