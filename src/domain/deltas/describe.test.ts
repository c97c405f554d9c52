import { describe, expect, it } from 'vitest';

import {
  commentWith,
  day,
  emailWith,
  noon,
  personWith,
  projectWith,
  taskWith,
  workspaceOf,
} from '@/testing/builders';

import {
  personId,
  projectId,
  type Comment,
  type Email,
  type Person,
  type Project,
  type Task,
} from '../workspace';
import type { Delta } from './delta';
import { describeDeltas } from './describe';
import { differenceBetween } from './squash';

const ada = personWith('ada', { name: 'Ada' });
const launch = projectWith('launch', { name: 'Launch', stakeholderIds: [ada.id] });
const api = projectWith('api', { name: 'Partner API', rank: 2 });
const page = taskWith('page', { title: 'Pricing page', rank: 1 });
const copy = taskWith('copy', { title: 'Copy', rank: 2, parentId: page.id, assigneeId: ada.id });
const tests = taskWith('tests', { title: 'Tests', rank: 3, dueDate: day('2026-02-01') });
const guide = taskWith('guide', { title: 'Guide', projectId: api.id });
const remark = commentWith('remark', { taskId: copy.id });
const note = commentWith('note');
const news = emailWith('news', { subject: 'News', projectId: launch.id });

const workspace = workspaceOf({
  person: [ada],
  project: [launch, api],
  task: [page, copy, tests, guide],
  comment: [remark, note],
  email: [news],
});

function task(before: Task, changes: Partial<Task>): readonly Delta[] {
  const delta = differenceBetween('task', before, { ...before, ...changes });
  return delta === null ? [] : [delta];
}

function project(changes: Partial<Project>): readonly Delta[] {
  const delta = differenceBetween('project', launch, { ...launch, ...changes });
  return delta === null ? [] : [delta];
}

function email(changes: Partial<Email>): readonly Delta[] {
  const delta = differenceBetween('email', news, { ...news, ...changes });
  return delta === null ? [] : [delta];
}

const created = {
  project: (entity: Project): Delta => ({ type: 'create', kind: 'project', entity }),
  task: (entity: Task): Delta => ({ type: 'create', kind: 'task', entity }),
  person: (entity: Person): Delta => ({ type: 'create', kind: 'person', entity }),
  comment: (entity: Comment): Delta => ({ type: 'create', kind: 'comment', entity }),
  email: (entity: Email): Delta => ({ type: 'create', kind: 'email', entity }),
};

const deleted = {
  project: (entity: Project): Delta => ({ type: 'delete', kind: 'project', entity }),
  task: (entity: Task): Delta => ({ type: 'delete', kind: 'task', entity }),
  person: (entity: Person): Delta => ({ type: 'delete', kind: 'person', entity }),
  comment: (entity: Comment): Delta => ({ type: 'delete', kind: 'comment', entity }),
};

function said(...deltas: readonly (Delta | readonly Delta[])[]): string {
  return describeDeltas(workspace, deltas.flat());
}

const done = { status: 'done', completedAt: noon } as const;

describe('what happens to tasks', () => {
  it('is said in the words of the status', () => {
    expect(said(task(copy, done))).toBe('“Copy” completed in Launch');
    expect(said(task(copy, { status: 'in_progress' }))).toBe('“Copy” started in Launch');
    expect(said(task(copy, { status: 'blocked' }))).toBe('“Copy” marked as blocked in Launch');
    const ended = workspaceOf({ project: [launch], task: [{ ...tests, ...done }] });
    const reopened = task({ ...tests, ...done }, { status: 'todo', completedAt: null });
    expect(describeDeltas(ended, reopened)).toBe('“Tests” reopened in Launch');
  });

  it('is counted, with the project or the number of projects', () => {
    expect(said(task(page, done), task(copy, done), task(tests, done))).toBe('3 tasks completed in Launch');
    expect(said(task(page, done), task(guide, done))).toBe('2 tasks completed in 2 projects');
  });

  it('names what it became', () => {
    expect(said(task(copy, { title: 'Final copy' }))).toBe('“Copy” renamed to “Final copy” in Launch');
    expect(said(task(copy, { title: 'A' }), task(page, { title: 'B' }))).toBe('2 tasks renamed in Launch');
    expect(said(task(page, { assigneeId: ada.id }))).toBe('“Pricing page” assigned to Ada in Launch');
    expect(said(task(copy, { assigneeId: null }))).toBe('“Copy” unassigned in Launch');
    expect(said(task(copy, { priority: 'urgent' }))).toBe('“Copy” set to urgent priority in Launch');
    expect(said(task(copy, { dueDate: day('2026-03-01') }))).toBe('“Copy” scheduled in Launch');
    expect(said(task(tests, { dueDate: day('2026-03-01') }))).toBe('“Tests” rescheduled in Launch');
    expect(said(task(tests, { dueDate: null }))).toBe('“Tests” left without a due date in Launch');
    expect(said(task(copy, { notes: 'Ask' }))).toBe('“Copy” given other notes in Launch');
    expect(said(task(copy, { notes: 'Ask', title: 'B' }))).toBe('“Copy” changed in Launch');
  });

  it('tells a move to another project with what goes along', () => {
    expect(
      said(
        task(page, { projectId: api.id }),
        task(copy, { projectId: api.id }),
        differenceBetween('comment', remark, { ...remark, projectId: api.id }) ?? [],
      ),
    ).toBe('“Pricing page” moved to Partner API with 1 task and 1 comment');
    expect(said(task(tests, { projectId: api.id }), task(copy, { projectId: api.id, parentId: null }))).toBe(
      '2 tasks moved to Partner API',
    );
  });

  it('tells a move within the project, and new ranks only when nothing else happens', () => {
    expect(said(task(copy, { parentId: null, rank: 9 }))).toBe('“Copy” moved to the top level in Launch');
    expect(said(task(tests, { parentId: page.id }), task(copy, { parentId: tests.id, rank: 9 }))).toBe(
      '“Tests” moved below “Pricing page” in Launch; “Copy” moved below “Tests” in Launch',
    );
    expect(said(task(copy, { rank: 9 }))).toBe('“Copy” reordered in Launch');
    const fresh = taskWith('fresh', { title: 'Fresh' });
    expect(said(task(page, { rank: 9 }), created.task(fresh))).toBe('“Fresh” added to Launch');
  });
});

describe('what is added', () => {
  it('is named alone and counted together', () => {
    expect(said(created.task(taskWith('a', { title: 'A' })))).toBe('“A” added to Launch');
    expect(said(created.task(taskWith('a')), created.task(taskWith('b')))).toBe('2 tasks added to Launch');
    expect(said(created.person(personWith('tom', { name: 'Tom' })))).toBe('“Tom” added');
    expect(said(created.comment(commentWith('c')))).toBe('Comment added to Launch');
    expect(said(created.comment(commentWith('c', { taskId: copy.id })))).toBe(
      'Comment on “Copy” added to Launch',
    );
    expect(said(created.email(emailWith('e', { subject: 'Hi' })))).toBe('Email “Hi” added');
  });

  it('comes with what is added below it', () => {
    const third = projectWith('third', { name: 'Third' });
    const a = taskWith('a', { projectId: third.id });
    const b = taskWith('b', { projectId: third.id, parentId: a.id });
    const tom = personWith('tom');
    expect(said(created.project(third), created.task(a), created.task(b))).toBe('“Third” added with 2 tasks');
    expect(said(created.person(tom), created.project(third), created.task(a))).toBe(
      '“tom” and “Third” added with 1 task',
    );
  });
});

describe('what is deleted', () => {
  it('[W5] says how much went with it', () => {
    expect(
      said(
        email({ projectId: null }),
        deleted.comment(remark),
        deleted.task(copy),
        deleted.task(page),
        deleted.task(tests),
        deleted.comment(note),
        deleted.project(launch),
      ),
    ).toBe('“Launch” deleted with 3 tasks and 2 comments; Email “News” kept without a project');
    expect(said(deleted.comment(remark), deleted.task(copy), deleted.task(page))).toBe(
      '“Pricing page” deleted from Launch with 1 task and 1 comment',
    );
    expect(said(deleted.task(tests), deleted.task(guide))).toBe('2 tasks deleted from 2 projects');
    expect(said(deleted.comment(remark))).toBe('Comment on “Copy” deleted from Launch');
  });

  it('tells what becomes of a person’s work', () => {
    expect(said(task(copy, { assigneeId: null }), project({ stakeholderIds: [] }), deleted.person(ada))).toBe(
      '“Ada” deleted; “Copy” unassigned in Launch; “Launch” given other stakeholders',
    );
  });
});

describe('what happens to projects, people, comments and emails', () => {
  it('is said in plain words', () => {
    expect(said(project({ name: 'Relaunch' }))).toBe('“Launch” renamed to “Relaunch”');
    expect(said(project({ status: 'on_hold' }))).toBe('“Launch” put on hold');
    expect(said(project({ status: 'completed' }))).toBe('“Launch” completed');
    expect(said(project({ priority: 'low' }))).toBe('“Launch” set to low priority');
    expect(said(project({ startDate: day('2026-01-01'), targetDate: day('2026-02-01') }))).toBe(
      '“Launch” rescheduled',
    );
    expect(said(project({ description: 'New' }))).toBe('“Launch” given another description');
    expect(said(project({ rank: 9 }))).toBe('“Launch” reordered');
    expect(said(differenceBetween('person', ada, { ...ada, team: 'Design' }) ?? [])).toBe('“Ada” changed');
    expect(said(differenceBetween('comment', note, { ...note, text: 'Other' }) ?? [])).toBe(
      'Comment edited in Launch',
    );
    expect(said(email({ status: 'sent', sentAt: noon }))).toBe('Email “News” sent in Launch');
    expect(said(email({ status: 'in_doubt' }))).toBe('Email “News” perhaps sent in Launch');
  });
});

describe('the line as a whole', () => {
  it('names three kinds of change at most', () => {
    const all = [
      ...task(copy, done),
      ...task(page, { notes: 'Ask' }),
      ...task(tests, { dueDate: null }),
      ...task(guide, { title: 'B' }),
    ];
    expect(said(all)).toBe(
      '“Copy” completed in Launch; “Pricing page” given other notes in Launch; ' +
        '“Tests” left without a due date in Launch; and 1 more kind of change',
    );
    expect(said([...all, ...project({ status: 'completed' })])).toMatch(/; and 2 more kinds of change$/);
  });

  it('turns quotation marks within a name into single ones', () => {
    expect(said(created.person(personWith('tom', { name: 'The “boss” "x"' })))).toBe(
      '“The ‘boss’ "x"” added',
    );
  });

  it('says so when nothing changes', () => {
    expect(said()).toBe('Nothing changed');
  });

  it('says something of what refers to nothing', () => {
    const stray = taskWith('stray', { projectId: projectId('gone') });
    expect(said(created.task(stray))).toBe('“stray” added');
    expect(said(task(page, { assigneeId: personId('gone') }))).toBe(
      '“Pricing page” assigned to somebody else in Launch',
    );
  });

  it('takes one look at each of many changes', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      created.task(taskWith(`many-${String(index)}`, { rank: index })),
    );
    expect(said(many)).toBe('20000 tasks added to Launch');
  });
});
