import { describe, expect, it } from 'vitest';

import { nastyTexts } from '@/testing/arbitraries';
import {
  commentWith,
  day,
  emailWith,
  noon,
  personWith,
  projectWith,
  taskWith,
  timeOfDay,
  workspaceOf,
} from '@/testing/builders';

import type { Task } from './entities';
import { personId, projectId, taskId } from './ids';
import { entityViolations, violationsIn } from './invariants';
import { isEmailAddress } from './rules';
import type { WorkspaceSnapshot } from './tables';

const launch = projectWith('launch');
const other = projectWith('other', { rank: 2 });
const ada = personWith('ada');

/** The fields of rules that are broken in a workspace with two projects, one person and these. */
function brokenIn(entities: Partial<WorkspaceSnapshot>): readonly string[] {
  const { project = [], person = [], ...rest } = entities;
  const workspace = workspaceOf({
    project: [launch, other, ...project],
    person: [ada, ...person],
    ...rest,
  });
  return violationsIn(workspace).map(({ kind, field }) => `${kind} ${field}`);
}

function brokenTask(fields: Partial<Task>): readonly string[] {
  return brokenIn({ task: [taskWith('copy', fields)] });
}

/** Tasks `task-1` to `task-n`, each below the one before. */
function chain(length: number): readonly Task[] {
  return Array.from({ length }, (_, index) =>
    taskWith(`task-${String(index + 1)}`, { parentId: index === 0 ? null : taskId(`task-${String(index)}`) }),
  );
}

describe('a sound workspace', () => {
  it('breaks no rule', () => {
    expect(
      brokenIn({
        task: [
          taskWith('copy', { assigneeId: ada.id, dueDate: day('2026-01-02'), dueTime: timeOfDay('09:00') }),
        ],
        comment: [commentWith('on-project'), commentWith('on-task', { taskId: taskId('copy') })],
        email: [emailWith('news', { projectId: launch.id, cc: [{ name: '', address: 'a@example.com' }] })],
      }),
    ).toEqual([]);
  });
});

describe('names and texts', () => {
  it('are clean, visible and of bounded length', () => {
    const broken = nastyTexts.filter((title) => brokenTask({ title }).length > 0);
    expect(broken).toEqual([
      '',
      '   ',
      '\u200B\u200D\uFEFF',
      '\uD83D',
      'a\uDC00b',
      '\u0000\u0007 bell',
      'two\r\nlines\u2028three',
      'x'.repeat(10_000),
    ]);
    expect(brokenTask({ title: 'x'.repeat(300) })).toEqual([]);
    expect(brokenTask({ title: 'x'.repeat(301) })).toEqual(['task title']);
    expect(brokenTask({ notes: 'a\u0000b' })).toEqual(['task notes']);
    expect(brokenTask({ notes: 'x'.repeat(20_001) })).toEqual(['task notes']);
    expect(brokenIn({ project: [projectWith('third', { name: ' ', description: '\u0007' })] })).toEqual([
      'project name',
      'project description',
    ]);
    expect(brokenIn({ person: [personWith('tom', { name: '', team: ' ' })] })).toEqual([
      'person name',
      'person team',
    ]);
    expect(brokenIn({ comment: [commentWith('c', { author: 'two\nlines', text: '\u200B' })] })).toEqual([
      'comment author',
      'comment text',
    ]);
  });

  it('are complained of in words that say how long they may be', () => {
    const workspace = workspaceOf({
      project: [launch],
      task: [taskWith('copy', { title: 'x'.repeat(10_000) })],
    });
    expect(entityViolations(workspace, 'task', taskId('copy'))).toEqual([
      {
        kind: 'task',
        id: 'copy',
        field: 'title',
        message: 'A title has at most 300 characters; this one has 10000.',
      },
    ]);
    expect(entityViolations(workspace, 'task', taskId('gone'))).toEqual([]);
  });
});

describe('dates', () => {
  it('go together', () => {
    expect(brokenTask({ dueTime: timeOfDay('09:00') })).toEqual(['task dueTime']);
    expect(brokenTask({ status: 'done', completedAt: null })).toEqual(['task completedAt']);
    expect(brokenTask({ completedAt: noon })).toEqual(['task completedAt']);
    const backwards = projectWith('third', { startDate: day('2026-02-02'), targetDate: day('2026-02-01') });
    expect(brokenIn({ project: [backwards] })).toEqual(['project targetDate']);
    const oneDay = projectWith('third', { startDate: day('2026-02-02'), targetDate: day('2026-02-02') });
    expect(brokenIn({ project: [oneDay] })).toEqual([]);
  });
});

describe('references', () => {
  it('lead to what is there', () => {
    expect(brokenTask({ projectId: projectId('gone') })).toEqual(['task projectId']);
    expect(brokenTask({ assigneeId: personId('gone') })).toEqual(['task assigneeId']);
    expect(brokenTask({ parentId: taskId('gone') })).toEqual(['task parentId']);
    expect(brokenIn({ comment: [commentWith('c', { projectId: projectId('gone') })] })).toEqual([
      'comment projectId',
    ]);
    expect(brokenIn({ comment: [commentWith('c', { taskId: taskId('gone') })] })).toEqual(['comment taskId']);
    expect(brokenIn({ email: [emailWith('e', { projectId: projectId('gone') })] })).toEqual([
      'email projectId',
    ]);
    const stakeholders = projectWith('third', { stakeholderIds: [ada.id, personId('gone')] });
    expect(brokenIn({ project: [stakeholders] })).toEqual(['project stakeholderIds']);
    const twice = projectWith('third', { stakeholderIds: [ada.id, ada.id] });
    expect(brokenIn({ project: [twice] })).toEqual(['project stakeholderIds']);
  });

  it('stay within one project', () => {
    const parent = taskWith('parent', { projectId: other.id });
    expect(brokenIn({ task: [parent, taskWith('child', { parentId: parent.id })] })).toEqual([
      'task parentId',
    ]);
    expect(brokenIn({ task: [parent], comment: [commentWith('c', { taskId: parent.id })] })).toEqual([
      'comment taskId',
    ]);
  });
});

describe('the tree', () => {
  it('is five levels deep at most', () => {
    expect(brokenIn({ task: chain(5) })).toEqual([]);
    expect(brokenIn({ task: chain(6) })).toEqual(['task parentId']);
  });

  it('has no circles, and looking for one ends', () => {
    expect(brokenTask({ parentId: taskId('copy') })).toEqual(['task parentId']);
    const first = taskWith('first', { parentId: taskId('second') });
    const second = taskWith('second', { parentId: taskId('first') });
    const below = taskWith('third', { parentId: taskId('first') });
    expect(brokenIn({ task: [first, second, below] })).toEqual([
      'task parentId',
      'task parentId',
      'task parentId',
    ]);
  });
});

describe('ids', () => {
  it('are plain, and each belongs to one thing', () => {
    for (const id of ['', 'a b', 'ä', 'x'.repeat(129), 'top-level']) {
      expect(brokenIn({ task: [taskWith(id, { title: 'Copy' })] })).toEqual(['task id']);
    }
    expect(brokenIn({ task: [taskWith('launch')] }).toSorted()).toEqual(['project id', 'task id']);
  });
});

describe('addresses', () => {
  it('are plain and single', () => {
    const right = ['a@example.com', 'first.last+tag@sub.example.co', "o'hara@example.org"];
    expect(right.filter((address) => !isEmailAddress(address))).toEqual([]);
    const wrong = [
      '',
      'ada',
      '@example.com',
      'ada@localhost',
      'Ada <ada@example.com>',
      'a@example.com,b@example.com',
      'a@example.com\nbcc:b@example.com',
      'a b@example.com',
      'ada@exämple.com',
      'a@-example.com',
      `${'x'.repeat(65)}@example.com`,
      `a@${'x.'.repeat(130)}com`,
    ];
    expect(wrong.filter(isEmailAddress)).toEqual([]);
    expect(brokenIn({ person: [personWith('tom', { email: 'tom' })] })).toEqual(['person email']);
  });

  it('of an email are checked with their names', () => {
    expect(brokenIn({ email: [emailWith('e', { to: [] })] })).toEqual(['email to']);
    const smuggled = { name: 'Ada\r\nBcc: eve@example.com', address: 'ada@example.com' };
    expect(brokenIn({ email: [emailWith('e', { to: [smuggled] })] })).toEqual(['email to']);
    expect(brokenIn({ email: [emailWith('e', { cc: [{ name: '', address: 'nobody' }] })] })).toEqual([
      'email cc',
    ]);
  });
});
