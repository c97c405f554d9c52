import { describe, expect, it } from 'vitest';

import { snapshotOf } from '@/domain/workspace';
import { ToolBench } from '@/testing/tool-bench';

describe('delete_person', () => {
  it('takes them off tasks and projects in the same plan', () => {
    const bench = new ToolBench();
    expect(bench.call('delete_person', { person: 'bob' }).title).toBe('Delete Bob Stone from the people');
    expect(bench.run('delete_person', { person: 'bob' }).output).toBe(
      'Deleted person “Bob Stone” (bob). 2 tasks are unassigned now.',
    );
    const { person, task, project } = snapshotOf(bench.workspace);
    expect(person.map(({ id }) => id)).toEqual(['ann', 'cid']);
    expect(task.filter(({ assigneeId }) => assigneeId !== null).map(({ id }) => id)).toEqual(['docs']);
    expect(project.find(({ id }) => id === 'launch')?.stakeholderIds).toEqual(['ann']);
  });

  it('[W6] never guesses', () => {
    expect(new ToolBench().plan('delete_person', { person: 'nobody' })).toMatchObject({
      type: 'failed',
      summary: 'No person is called “nobody”',
    });
  });
});
