import { describe, expect, it } from 'vitest';

import { snapshotOf } from '@/domain/workspace';
import { ToolBench } from '@/testing/tool-bench';

const byHand = { author: { type: 'person' }, cause: { type: 'edit' } } as const;

describe('undo_last_change', () => {
  it('[W2] takes back everything that was done for the same message, and redo brings it back', () => {
    const bench = new ToolBench();
    const before = snapshotOf(bench.workspace);
    bench.run('add_task', { title: 'Deploy API' }, 'turn-1');
    bench.run('add_subtasks', { parent: 'Deploy API', titles: ['Update docs', 'Run tests'] }, 'turn-1');
    const after = snapshotOf(bench.workspace);

    expect(bench.call('undo_last_change', {}).title).toBe('Undo the last 2 changes');
    const undone = bench.run('undo_last_change', {}, 'turn-2');
    expect(undone.takesBack?.map((entry) => entry.commit.id)).toEqual(['commit-1', 'commit-2']);
    expect(undone.data).toEqual({ commits: ['commit-1', 'commit-2'] });
    expect(snapshotOf(bench.workspace)).toEqual(before);

    const redone = bench.run('redo_last_change', {}, 'turn-3');
    expect(redone.takesBack?.map((entry) => entry.commit.id)).toEqual(['commit-3']);
    expect(snapshotOf(bench.workspace)).toEqual(after);
  });

  it('takes back one step when asked to', () => {
    const bench = new ToolBench();
    bench.run('add_task', { title: 'One', project: 'web' });
    const between = snapshotOf(bench.workspace);
    bench.run('add_task', { title: 'Two', project: 'web' });
    expect(bench.call('undo_last_change', { what: 'step' }).title).toMatch(/^Undo: “Two”/);
    bench.run('undo_last_change', { what: 'step' });
    expect(snapshotOf(bench.workspace)).toEqual(between);
  });

  it('takes back the newest edit by hand alone', () => {
    const bench = new ToolBench();
    bench.run('add_task', { title: 'One', project: 'web' });
    const between = snapshotOf(bench.workspace);
    const edit = bench.plan('update_task', { task: 'One', priority: 'low' });
    bench.commit(edit.type === 'change' ? edit : { deltas: [], summary: '' }, byHand);
    bench.run('undo_last_change', {});
    expect(snapshotOf(bench.workspace)).toEqual(between);
  });

  it('names the first of many changes', () => {
    const bench = new ToolBench();
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five'])
      bench.run('add_task', { title, project: 'web' });
    expect(bench.run('undo_last_change', {}).output).toMatch(
      /^Undone: “One”.*; “Two”.*; “Three”.*; and 2 more changes\.$/,
    );
  });

  it('[W3] overwrites nothing newer, and says what stands in the way', () => {
    const bench = new ToolBench();
    bench.run('update_task', { task: 'intro', priority: 'low' });
    const edit = bench.plan('update_task', { task: 'intro', priority: 'high' });
    bench.commit(edit.type === 'change' ? edit : { deltas: [], summary: '' }, byHand);
    bench.run('add_task', { title: 'Other', project: 'web' });
    expect(bench.plan('undo_last_change', {})).toEqual({
      type: 'failed',
      summary: 'Newer changes stand in the way',
      output: [
        'Not done: newer changes stand in the way, and they are never overwritten.',
        '- task “Intro” (intro) was changed since: priority',
        'The person can choose what to keep with the Undo button of the answer or of the activity list.',
      ].join('\n'),
    });
  });

  it('[C7] keeps emails that left on record', () => {
    const bench = new ToolBench();
    bench.run('send_email', { to: ['ann'], subject: 'Status', body: 'Well.' });
    expect(bench.plan('undo_last_change', {})).toEqual({
      type: 'failed',
      summary: 'There is nothing left to take back',
      output: 'Nothing is left to take back: emails that left the app stay on record.',
    });
    bench.run('add_task', { title: 'One', project: 'web' });
    bench.run('undo_last_change', {});
    expect(snapshotOf(bench.workspace).email.map(({ id }) => id)).toContain('email-1');
    expect(snapshotOf(bench.workspace).task.map(({ id }) => id)).not.toContain('task-1');
  });

  it('says when there is nothing to undo or to redo', () => {
    const bench = new ToolBench();
    expect(bench.call('undo_last_change', {})).toMatchObject({
      title: 'Undo the last change',
      plan: { type: 'failed', output: 'There is nothing to undo.' },
    });
    expect(bench.call('redo_last_change', {})).toMatchObject({
      title: 'Redo the last change',
      plan: { type: 'failed', output: 'There is nothing to redo.' },
    });
  });
});
