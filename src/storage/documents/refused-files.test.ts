import { describe, expect, it } from 'vitest';

import { emptyWorkspace, millis, snapshotOf } from '@/domain/workspace';
import { parsedDocument } from '@/testing/documents';
import { aPerson, aProject, aTask } from '@/testing/random-edits';

import { checkDocumentSize, documentSizeLimit, serialiseWorkspace } from './index';

const exportedAt = millis(1_764_000_000_000);
const nothing = snapshotOf(emptyWorkspace());

/** Where the problem is, and what its message says. */
type Refusal = readonly [path: string, message: RegExp];

describe('files that are no workspace', () => {
  it.each<readonly [title: string, file: string | Uint8Array, refusal: Refusal]>([
    ['0 bytes', '', ['', /empty/]],
    ['0 bytes, unread', new Uint8Array(), ['', /empty/]],
    ['not JSON', 'name,status\nLaunch,active', ['', /not JSON/]],
    [
      'half a file',
      serialiseWorkspace({ ...nothing, person: [aPerson('ada')] }, exportedAt).slice(0, -9),
      ['', /cut off/],
    ],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), ['', /not text/]],
    ['text with a broken character', new Uint8Array([0x22, 0xc3, 0x28, 0x22]), ['', /UTF-8/]],
    ['a list', '[]', ['', /not an object/]],
    ['null', 'null', ['', /not an object/]],
    ['another format', '{"format":"other","version":1}', ['format', /momentum\.workspace/]],
    ['no version', '{"format":"momentum.workspace"}', ['version', /must be 1 or 2/]],
    ['a newer version', '{"format":"momentum.workspace","version":3}', ['version', /newer version/]],
    ['no date', '{"format":"momentum.workspace","version":1}', ['exportedAt', /milliseconds/]],
    ['an impossible moment', document({ exportedAt: 1e300 }), ['exportedAt', /milliseconds/]],
    ['a list that is missing', document({ tasks: undefined }), ['tasks', /missing/]],
    ['a list that is none', document({ tasks: {} }), ['tasks', /missing/]],
    ['10⁶ lists in each other', `${'['.repeat(1e6)}${']'.repeat(1e6)}`, ['', /nest/]],
    ['10⁶ objects in each other', `${'{"tasks":'.repeat(1e6)}1${'}'.repeat(1e6)}`, ['', /nest/]],
    [
      'a field 10⁶ deep',
      document({}).replace('"people"', `"x":${'['.repeat(1e6)}${']'.repeat(1e6)},"people"`),
      ['', /nest/],
    ],
  ])('[S5] are refused: %s', (_title, file, [path, message]) => {
    const parsed = parsedDocument(file);
    expect(parsed).toEqual({
      type: 'rejected',
      problems: [{ path, message: matching(message) }],
      problemCount: 1,
    });
  });

  it.each<readonly [title: string, content: Readonly<Record<string, unknown>>, refusal: Refusal]>([
    ['an entry that is no object', { people: [null] }, ['people[0]', /curly brackets/]],
    ['an entry that is a list', { people: [[]] }, ['people[0]', /curly brackets/]],
    ['a missing field', { people: [{ ...aPerson('a'), name: undefined }] }, ['people[0].name', /text/]],
    ['a number for a text', { people: [{ ...aPerson('a'), name: 7 }] }, ['people[0].name', /text/]],
    [
      'a name of nothing visible',
      { people: [{ ...aPerson('a'), name: '\u200B' }] },
      ['people[0].name', /visible/],
    ],
    [
      'a name of 10,000 characters',
      { people: [{ ...aPerson('a'), name: 'x'.repeat(10_000) }] },
      ['people[0].name', /120/],
    ],
    [
      'an address with a second one',
      { people: [{ ...aPerson('a'), email: 'a@b.co,c@d.co' }] },
      ['people[0].email', /email/i],
    ],
    ['an unknown status', withTask({ status: 'later' }), ['tasks[0].status', /todo/]],
    ['30 February', withTask({ dueDate: '2026-02-30' }), ['tasks[0].dueDate', /exists/]],
    ['25 o’clock', withTask({ dueDate: '2026-02-03', dueTime: '25:00' }), ['tasks[0].dueTime', /HH:MM/]],
    [
      'a rank beyond all numbers',
      { tasks: [], projects: [{ ...aProject('p'), rank: '1e999' }] },
      ['projects[0].rank', /number/],
    ],
    ['done without a time', withTask({ status: 'done' }), ['tasks[0].completedAt', /done/]],
    ['a project that is not there', { tasks: [aTask('t', 'none')] }, ['tasks[0].projectId', /project/]],
    ['a parent that is not there', withTask({ parentId: 'none' }), ['tasks[0].parentId', /parent/]],
    ['an assignee who is not there', withTask({ assigneeId: 'none' }), ['tasks[0].assigneeId', /people/]],
    ['a task below itself', withTask({ parentId: 'task-1' }), ['tasks[0].parentId', /below itself/]],
    ['an id with spaces', { people: [{ ...aPerson('a'), id: 'a b' }] }, ['people[0].id', /spaces/]],
    [
      'an id that the app uses itself',
      { people: [{ ...aPerson('a'), id: 'top-level' }] },
      ['people[0].id', /id/],
    ],
    [
      'an id of 200 characters',
      { people: [{ ...aPerson('a'), id: 'x'.repeat(200) }] },
      ['people[0].id', /128/],
    ],
    ['the same id twice', { people: [aPerson('a'), aPerson('a')] }, ['people[1].id', /people\[0\]/]],
    [
      'the same id for two kinds',
      { people: [aPerson('a')], projects: [aProject('a')] },
      ['projects[0].id', /people\[0\]/],
    ],
    [
      'a recipient that is a text',
      { emails: [{ ...anEmail, to: ['a@b.co'] }] },
      ['emails[0].to[0]', /recipient/],
    ],
    [
      'a recipient who smuggles',
      { emails: [{ ...anEmail, to: [{ name: '', address: 'a@b.co\nBcc: c@d.co' }] }] },
      ['emails[0].to', /email/i],
    ],
  ])('[S5] are refused, saying where: %s', (_title, content, [path, message]) => {
    const parsed = parsedDocument(document(content));
    expect(parsed.type === 'rejected' && parsed.problems).toContainEqual({
      path: containing(path),
      message: matching(message),
    });
  });

  it('[S5] show the first twenty problems and count the others', () => {
    const people = Array.from({ length: 300 }, () => ({ ...aPerson('a'), name: 1, team: 2 }));
    const parsed = parsedDocument(document({ people }));
    expect(parsed).toMatchObject({ type: 'rejected', problemCount: 600 });
    expect(parsed.type === 'rejected' && parsed.problems).toHaveLength(20);
  });

  it('[S5] cannot slip anything in through names that JavaScript knows', () => {
    const text = document({ people: [aPerson('a')] })
      .replace(
        '"format"',
        '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"format"',
      )
      .replace(
        '"team"',
        '"__proto__":{"polluted":true,"name":"Mallory"},"toString":"x","extra":{"deep":[1]},"team"',
      );
    const parsed = parsedDocument(text);
    expect(parsed).toEqual({
      type: 'parsed',
      snapshot: { ...nothing, person: [aPerson('a')] },
      sessions: [],
      exportedAt,
    });
    expect(parsed.type === 'parsed' && Object.keys(parsed.snapshot.person[0] ?? {})).toEqual([
      'id',
      'name',
      'email',
      'team',
    ]);
    expect('polluted' in {}).toBe(false);
  });

  it('[S5] are refused by their size alone', () => {
    expect(checkDocumentSize(documentSizeLimit)).toBeNull();
    expect(checkDocumentSize(500 * 1024 * 1024)).toEqual({
      path: '',
      message: matching(/256 MB/),
    });
    const parsed = parsedDocument(new Uint8Array(documentSizeLimit + 1));
    expect(parsed).toMatchObject({ type: 'rejected', problems: [{ message: matching(/256 MB/) }] });
  });

  it.each<readonly [string, () => string]>([
    ['a million wrong entries', () => document({ tasks: Array.from({ length: 1_000_000 }, () => 0) })],
    ['150,000 wrong entries', () => document({ tasks: Array.from({ length: 150_000 }, () => ({})) })],
    [
      'a million wrong stakeholders',
      () =>
        document({ projects: [{ ...aProject('p'), stakeholderIds: Array.from({ length: 1e6 }, () => 0) }] }),
    ],
    ['a million wrong recipients', () => document({ emails: [{ ...anEmail, to: wrongItems(1_000_000) }] })],
    [
      'as many wrong recipients as are read, in each of fifty emails',
      () => document({ emails: Array.from({ length: 50 }, () => ({ ...anEmail, cc: wrongItems(10_000) })) }),
    ],
    ['a chain of 20,000 subtasks', () => document({ projects: [aProject('p')], tasks: chain(20_000) })],
    ['a ring of 20,000 subtasks', () => document({ projects: [aProject('p')], tasks: ring(20_000) })],
    [
      'one name of 10 million spaces',
      () => document({ people: [{ ...aPerson('a'), name: ' '.repeat(1e7) }] }),
    ],
    [
      'one text of 10 million brackets',
      () => document({ people: [{ ...aPerson('a'), name: '['.repeat(1e7) }] }),
    ],
    ['two million fields', () => `{${'"x":0,'.repeat(2e6)}"format":"momentum.workspace","version":1}`],
  ])('[S5] are refused within two seconds: %s', (_title, make) => {
    const text = make();
    // The processor's own time: what else this machine is doing is not the parser's fault.
    const start = process.cpuUsage();
    expect(parsedDocument(text).type).toBe('rejected');
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000);
  });
});

function wrongItems(length: number): readonly object[] {
  return Array.from({ length }, () => ({}));
}

const anEmail = {
  id: 'email-1',
  projectId: null,
  to: [{ name: 'Ada', address: 'ada@example.com' }],
  cc: [],
  subject: 'News',
  body: '',
  status: 'draft',
  failure: null,
  createdAt: 0,
  sentAt: null,
};

function document(content: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    format: 'momentum.workspace',
    version: 1,
    exportedAt: 1_764_000_000_000,
    people: [],
    projects: [],
    tasks: [],
    comments: [],
    emails: [],
    ...content,
  }).replace('"1e999"', '1e999');
}

function withTask(fields: Readonly<Record<string, unknown>>) {
  return { projects: [aProject('project-1')], tasks: [{ ...aTask('task-1', 'project-1'), ...fields }] };
}

function chain(length: number) {
  return Array.from({ length }, (_each, index) =>
    aTask(`t${String(index)}`, 'p', index === 0 ? null : `t${String(index - 1)}`),
  );
}

function ring(length: number) {
  return Array.from({ length }, (_each, index) =>
    aTask(`t${String(index)}`, 'p', `t${String((index + 1) % length)}`),
  );
}

function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

function containing(text: string): unknown {
  return expect.stringContaining(text);
}
