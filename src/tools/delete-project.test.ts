import { describe, expect, it } from 'vitest';

import { snapshotOf } from '@/domain/workspace';
import { ToolBench } from '@/testing/tool-bench';

describe('delete_project', () => {
  it('[W5] takes its tasks and comments with it and keeps its emails', () => {
    const bench = new ToolBench();
    const { title } = bench.call('delete_project', { project: 'Launch' });
    expect(title).toBe('Delete project “Launch” with 5 tasks');
    expect(bench.run('delete_project', { project: 'Launch' }).output).toBe(
      'Deleted project “Launch” (launch) with 5 tasks.',
    );
    const { project, task, comment, email } = snapshotOf(bench.workspace);
    expect(project.map(({ id }) => id)).toEqual(['phone', 'web']);
    expect(task.map(({ id }) => id)).toEqual(['deploy', 'web-tests']);
    expect(comment).toEqual([]);
    expect(email.map(({ id, projectId }) => [id, projectId])).toEqual([
      ['draft', null],
      ['sent', null],
    ]);
  });

  it('names an empty one plainly', () => {
    expect(new ToolBench().call('delete_project', { project: 'phone' }).title).toBe(
      'Delete project “Phone API”',
    );
  });

  it('[W6] never guesses', () => {
    expect(new ToolBench().call('delete_project', { project: 'api' })).toMatchObject({
      title: 'Delete project “api”',
      plan: { type: 'failed', summary: '“api” fits 2 projects' },
    });
  });
});
