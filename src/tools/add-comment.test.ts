import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { benchNow, ToolBench } from '@/testing/tool-bench';

describe('add_comment', () => {
  it('writes on a task, under the name of the agent', () => {
    const { plan, title } = new ToolBench().call('add_comment', { task: 'intro', text: ' Half\r\ndone. ' });
    expect(title).toBe('Comment on “Intro”');
    expect(plan).toMatchObject({
      type: 'change',
      deltas: [
        {
          type: 'create',
          kind: 'comment',
          entity: {
            id: 'comment-1',
            projectId: 'launch',
            taskId: 'intro',
            author: 'Momentum',
            text: 'Half\ndone.',
            at: benchNow,
          },
        },
      ],
      effects: [],
      output: 'Commented on “Intro” (intro); the comment is comment-1.',
    });
  });

  it('writes on a project', () => {
    const { plan, title } = new ToolBench().call('add_comment', { project: 'web', text: 'Soon.' });
    expect(title).toBe('Comment on “Web API”');
    expect(plan).toMatchObject({ deltas: [{ entity: { projectId: 'web', taskId: null } }] });
  });

  it('[W6] narrows a task by its project', () => {
    const plan = new ToolBench().plan('add_comment', { task: 'run tests', project: 'web', text: 'Soon.' });
    expect(plan).toMatchObject({ deltas: [{ entity: { taskId: 'web-tests' } }] });
    expect(new ToolBench().plan('add_comment', { task: 'run tests', text: 'Soon.' })).toMatchObject({
      type: 'failed',
      summary: '“run tests” fits 2 tasks',
    });
  });

  it.each<readonly [Json, string, string]>([
    [{ text: 'a' }, 'task', 'Say what the comment is on: task or project.'],
    [{ task: 'docs' }, 'text', 'This is missing. This must be a text in quotes.'],
    [{ task: 'docs', text: '\n' }, 'text', 'A comment needs some text.'],
    [
      { task: 'docs', text: 'x'.repeat(10_001) },
      'text',
      'At most 10000 characters fit here; this has 10001.',
    ],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('add_comment', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });
});
