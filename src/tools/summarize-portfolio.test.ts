import { describe, expect, it } from 'vitest';

import { emptyWorkspace } from '@/domain/workspace';
import { ToolBench } from '@/testing/tool-bench';

describe('summarize_portfolio', () => {
  it('adds up all projects and says how each stands', () => {
    const plan = new ToolBench().plan('summarize_portfolio', {});
    expect(plan).toMatchObject({
      type: 'answer',
      summary: '3 projects, 2 of 7 tasks done (28%)',
      output: [
        '3 projects, 2 of 7 tasks done (28%); 1 overdue, 1 due within 7 days, 1 blocked, 2 open without assignee.',
        '- “Launch” (launch): active, high priority, target 2026-01-31 (30 days left); 2 of 5 tasks done (40%); 1 overdue, 1 due within 7 days, 1 blocked, 1 open without assignee.',
        '- “Web API” (web): active, medium priority; 0 of 2 tasks done (0%); 0 overdue, 0 due within 7 days, 0 blocked, 1 open without assignee.',
        '- “Phone API” (phone): planning, medium priority; no tasks yet; 0 overdue, 0 due within 7 days, 0 blocked, 0 open without assignee.',
      ].join('\n'),
      data: { done: 2, total: 7, percent: 28, overdue: 1, dueSoon: 1, blocked: 1, unassigned: 2 },
    });
  });

  it('adds up all projects even when it shows one page of them', () => {
    expect(new ToolBench().plan('summarize_portfolio', { limit: 1, offset: 2 })).toMatchObject({
      summary: '3 projects, 2 of 7 tasks done (28%)',
      data: { total: 7, projects: [{ id: 'phone', total: 0 }] },
    });
  });

  it('says honestly that there is nothing', () => {
    expect(new ToolBench(emptyWorkspace()).plan('summarize_portfolio', {})).toMatchObject({
      type: 'answer',
      summary: 'No projects yet',
      output: 'There are no projects yet.',
    });
  });
});
