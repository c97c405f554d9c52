import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { ToolBench } from '@/testing/tool-bench';

describe('set_stakeholders', () => {
  it.each<readonly [args: Json, after: readonly string[], title: string]>([
    [{ project: 'launch', people: ['cid'] }, ['cid'], 'Set the stakeholders of Launch'],
    [
      { project: 'launch', people: ['cid', 'Cid'], mode: 'add' },
      ['ann', 'bob', 'cid'],
      'Add stakeholders to Launch',
    ],
    [
      { project: 'launch', people: ['ann@example.com'], mode: 'Remove' },
      ['bob'],
      'Remove stakeholders from Launch',
    ],
    [{ project: 'launch', people: ['ann', 'bob'], mode: 'remove' }, [], 'Remove stakeholders from Launch'],
  ])('reads %j', (args, after, title) => {
    const call = new ToolBench().call('set_stakeholders', args);
    expect(call.title).toBe(title);
    expect(call.plan).toHaveProperty('deltas', [
      {
        type: 'update',
        kind: 'project',
        id: 'launch',
        before: { stakeholderIds: ['ann', 'bob'] },
        after: { stakeholderIds: after },
      },
    ]);
  });

  it('[C6] says who they are now', () => {
    const bench = new ToolBench();
    expect(bench.run('set_stakeholders', { project: 'web', people: ['bob', 'cid'] }).output).toBe(
      'The stakeholders of “Web API” (web) are now “Bob Stone” (bob), “Cid” (cid).',
    );
    expect(
      bench.run('set_stakeholders', { project: 'web', people: ['bob', 'cid'], mode: 'remove' }).output,
    ).toBe('The stakeholders of “Web API” (web) are now nobody.');
    expect(bench.plan('set_stakeholders', { project: 'web', people: ['bob'], mode: 'remove' })).toMatchObject(
      {
        type: 'answer',
        output: 'The stakeholders of “Web API” (web) were like this already; nothing changed.',
      },
    );
  });

  it('[W6] refuses people who are not in the list', () => {
    expect(new ToolBench().plan('set_stakeholders', { project: 'web', people: ['Zoë'] })).toMatchObject({
      type: 'failed',
      summary: 'No person is called “Zoë”',
    });
  });

  it.each<readonly [Json, string, string]>([
    [{ project: 'web' }, 'people', 'This is missing. This must be a list in square brackets.'],
    [
      { project: 'web', people: ['bob'], mode: 'swap' },
      'mode',
      'This must be one of replace, add, remove. It was “swap”.',
    ],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('set_stakeholders', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });
});
