import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { parseTimeOfDay, personId, taskId } from '@/domain/workspace';
import { benchNow, day, ToolBench } from '@/testing/tool-bench';

import type { JsonObject } from './json';

describe('update_task', () => {
  it('changes what is given and nothing else', () => {
    const { plan, title } = new ToolBench().call('update_task', {
      task: 'intro',
      title: 'Introduction',
      status: 'done',
      priority: 'High',
      due_date: '2026-01-09',
      due_time: '09:30',
      assignee: 'bob@example.com',
      notes: 'Short.',
    });
    expect(title).toBe('Change title, status, priority, due date, due time, assignee and notes of “Intro”');
    expect(plan).toMatchObject({ type: 'change', effects: [] });
    expect(plan).toHaveProperty('deltas', [
      {
        type: 'update',
        kind: 'task',
        id: taskId('intro'),
        before: {
          title: 'Intro',
          status: 'todo',
          priority: 'medium',
          dueDate: null,
          dueTime: null,
          assigneeId: null,
          notes: '',
          completedAt: null,
        },
        after: {
          title: 'Introduction',
          status: 'done',
          priority: 'high',
          dueDate: day('2026-01-09'),
          dueTime: parseTimeOfDay('09:30'),
          assigneeId: personId('bob'),
          notes: 'Short.',
          completedAt: benchNow,
        },
      },
    ]);
  });

  it.each<readonly [change: JsonObject, after: Json, title: string]>([
    [{ due_date: 'none' }, { dueDate: null }, 'Remove the due date of “Write docs”'],
    [{ assignee: 'None' }, { assigneeId: null }, 'Unassign “Write docs”'],
    [{ notes: 'none' }, { notes: '' }, 'Change the notes of “Write docs”'],
    [{ assignee: 'Bob' }, { assigneeId: 'bob' }, 'Assign “Write docs” to Bob'],
    [{ status: 'blocked' }, { status: 'blocked' }, 'Set “Write docs” to “Blocked”'],
    [{ priority: 'low' }, { priority: 'low' }, 'Set the priority of “Write docs” to low'],
    [{ title: 'Docs' }, { title: 'Docs' }, 'Rename “Write docs” to “Docs”'],
    [{ due_date: '2026-01-05' }, { dueDate: '2026-01-05' }, 'Set the due date of “Write docs” to 2026-01-05'],
  ])('reads %j', (change, after, title) => {
    const call = new ToolBench().call('update_task', { task: 'docs', ...change });
    expect(call.title).toBe(title);
    expect(call.plan).toMatchObject({ type: 'change', deltas: [{ id: 'docs', after }] });
  });

  it('[C6] says what changed, was and becomes', () => {
    const { output } = new ToolBench().run('update_task', {
      task: 'docs',
      due_date: '2026-01-05',
      assignee: 'none',
    });
    expect(output).toBe(
      'Changed task “Write docs” (docs): due date “2025-12-30” → “2026-01-05”, assignee “Ann Lee” → none.',
    );
  });

  it('[C2] takes null and blank as not given: a strict provider sends them for everything left out', () => {
    const { deltas } = new ToolBench().run('update_task', {
      task: 'docs',
      project: null,
      title: null,
      status: 'done',
      due_date: null,
      due_time: '',
      assignee: null,
      notes: '',
    });
    expect(deltas).toMatchObject([{ after: { status: 'done', completedAt: benchNow } }]);
  });

  it('says that everything was like this already', () => {
    expect(new ToolBench().plan('update_task', { task: 'docs', priority: 'high' })).toEqual({
      type: 'answer',
      summary: 'Nothing to change',
      output: 'Task “Write docs” (docs) was like this already; nothing changed.',
      data: {},
    });
  });

  it('[W6] narrows a title by its project, and takes an id whatever the project', () => {
    const bench = new ToolBench();
    const changed = (args: Json) =>
      bench.run('update_task', args).deltas.map((delta) => (delta.type === 'update' ? delta.id : ''));
    expect(changed({ task: 'Run tests', project: 'Web API', status: 'blocked' })).toEqual(['web-tests']);
    expect(changed({ task: 'tests', status: 'todo' })).toEqual(['tests']);
    expect(changed({ task: 'deploy', project: 'launch', status: 'blocked' })).toEqual(['deploy']);
  });

  it.each<readonly [Json, string]>([
    [{ task: 'docs', assignee: 'Zoë' }, 'No person is called “Zoë”'],
    [{ task: 'run', status: 'done' }, '“run” fits 2 tasks'],
    [{ task: 'nothing like it', status: 'done' }, 'No task is called “nothing like it”'],
    [{ task: 'docs', project: 'nothing like it', status: 'done' }, 'No project is called “nothing like it”'],
    [{ task: 'intro', due_time: '09:00' }, 'A due time needs a due date.'],
  ])('[W6] refuses %j', (args, summary) => {
    expect(new ToolBench().plan('update_task', args)).toMatchObject({ type: 'failed', summary });
  });

  it.each<readonly [Json, string, string]>([
    [
      { task: 'docs' },
      'arguments',
      'Say what shall change: title, status, priority, due_date, due_time, assignee or notes.',
    ],
    [{ status: 'done' }, 'task', 'This is missing. This must be a text in quotes.'],
    [
      { task: 'docs', due_date: '2026-13-01' },
      'due_date',
      'A date is a day that exists, written YYYY-MM-DD. To remove the date, write "none". It was “2026-13-01”.',
    ],
    [
      { task: 'docs', due_time: 'noon' },
      'due_time',
      'A time is written HH:MM, from 00:00 to 23:59. To remove the time, write "none". It was “noon”.',
    ],
    [
      { task: 'docs', done: true },
      'done',
      'There is no such argument. Allowed are task, project, title, status, priority, due_date, due_time, assignee, notes.',
    ],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('update_task', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });

  it('[C5] shows “none” for a date as text, since no date field could', () => {
    const { fields } = new ToolBench().call('update_task', { task: 'docs', due_date: 'none' });
    expect(fields.find(({ name }) => name === 'due_date')).toEqual({
      name: 'due_date',
      label: 'Due date',
      type: 'text',
      choices: [],
      value: 'none',
      isRequired: false,
    });
  });
});
