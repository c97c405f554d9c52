import { describe, expect, it } from 'vitest';

import {
  callId,
  eventAt,
  requestId,
  runId,
  sessionId,
  turnId,
  viewOf,
  type PersonRequest,
  type SessionEvent,
  type SessionHappening,
} from '@/domain/sessions';
import { emptyWorkspace, millis, snapshotOf } from '@/domain/workspace';
import { isReadableEvent as isSessionEvent, parsedDocument } from '@/testing/documents';
import {
  archiveEvents,
  extendedEvents,
  modelEvents,
  queueEvents,
  sampleEvents,
  summaryEvents,
} from '@/testing/sample-events';

import { MemoryJournal } from '../memory/memory-journal';
import {
  exportedSessions,
  importSession,
  serialiseDocument,
  sessionStanding,
  type SessionDocument,
  type SessionExchange,
} from './index';

const id = sessionId('ses_1');
const now = millis(1_765_000_000_000);
const run = runId('run-1');

describe('sessions in documents', () => {
  it('[S5] come back on another device as they were, without what was kept of streams that ended', async () => {
    const here = device();
    const finished = talk(
      { type: 'text-checkpointed', runId: run, text: 'I wi', reasoning: '' },
      ...answered,
    );
    await store(here, finished);
    const file = await exported(here);
    const there = device();
    await importAll(there, file);

    const lasting = finished.filter((event) => event.type !== 'text-checkpointed');
    expect(await eventsIn(there)).toEqual(lasting);
    expect(await there.journal.summaries()).toMatchObject([{ id, title: 'Deploy', status: 'completed' }]);
  });

  it('[S5] hold every kind of event there is', async () => {
    const here = device();
    const all = [
      ...sampleEvents,
      ...queueEvents,
      ...summaryEvents,
      ...modelEvents,
      ...extendedEvents,
      ...archiveEvents,
    ];
    await store(here, all);
    const file = parsedDocument(await exported(here));
    const lasting = all.filter((event) => event.type !== 'text-checkpointed');
    expect(file).toMatchObject({ type: 'parsed', sessions: [{ id, title: 'Deploying', events: lasting }] });
  });

  it('[S5] [S6] that are archived are archived where they come to', async () => {
    const here = device();
    await store(here, [...talk(...answered), eventAt(now, { type: 'session-archived' })]);
    const there = device();
    await importAll(there, await exported(here));
    expect(await there.journal.summaries()).toMatchObject([{ status: 'completed', isArchived: true }]);
  });

  it('[S5] of one session leave out all others, and deleted ones are in no file', async () => {
    const here = device();
    await store(here, talk(), sessionId('a'));
    await store(here, talk(), sessionId('b'));
    await store(here, [...talk(), eventAt(now, { type: 'session-deleted' })], sessionId('c'));
    expect(idsIn(await exported(here, [sessionId('b')]))).toEqual(['b']);
    expect(idsIn(await exported(here)).toSorted()).toEqual(['a', 'b']);
  });

  it('[S4] leave out records that cannot be read', async () => {
    const here = device();
    await store(here, [...talk(), { type: 'from-the-future', version: 9 }, ...finishing]);
    expect(parsedDocument(await exported(here))).toMatchObject({
      sessions: [{ events: [...talk(), ...finishing] }],
    });
  });

  it('[S5] that are there already change nothing, even when the device has gone on since', async () => {
    const here = device();
    await store(here, talk(...answered));
    const file = await exported(here);
    await store(here, [eventAt(now, { type: 'session-renamed', title: 'Later' })]);
    const before = await eventsIn(here);
    expect(await importAll(here, file)).toEqual(['same']);
    expect(await eventsIn(here)).toEqual(before);
    const there = device();
    await importAll(there, file);
    expect(await importAll(there, file)).toEqual(['same']);
  });

  it('[S5] never overwrite a session that says something else', async () => {
    const here = device();
    await store(here, talk(...answered));
    const file = await exported(here);
    const there = device();
    await store(there, [...talk(), eventAt(now, { type: 'session-renamed', title: 'Mine' })]);
    const before = await eventsIn(there);
    expect(await importAll(there, file)).toEqual(['different']);
    expect(await eventsIn(there)).toEqual(before);
  });

  it('[S5] give a session that lost its end the rest of it', async () => {
    const here = device();
    const whole = talk(...answered);
    await store(here, whole);
    const there = device();
    await store(there, whole.slice(0, 2));
    expect(await importAll(there, await exported(here))).toEqual(['longer']);
    expect(await eventsIn(there)).toEqual(whole);
    expect(await there.journal.summaries()).toMatchObject([{ status: 'completed' }]);
  });

  it('[S5] say when the device has deleted them, and leave bringing them back to the caller', async () => {
    const here = device();
    await store(here, talk(...answered));
    const file = await exported(here);
    await store(here, [eventAt(now, { type: 'session-deleted' })]);
    const before = await eventsIn(here);
    expect(await importAll(here, file)).toEqual(['deleted']);
    expect(await eventsIn(here)).toEqual(before);
  });

  it('[X2] cannot make this device act: a run, its request, its queue, its rights and its model end with the import', async () => {
    const there = device();
    await importSession(there, documentOf(busy), now);
    const view = viewOf(id, await sound(there));
    expect(view).toMatchObject({
      status: 'interrupted',
      openRequests: [],
      grants: [],
      queue: { isHeld: true },
    });
    expect(view?.queue.items).toHaveLength(1);
    // Nobody stopped it, and no newer message took its place.
    expect(view?.entries.at(-1)).toMatchObject({ failure: { code: 'imported', canContinue: true } });
    expect(view?.modelChoice).toBeUndefined();
    expect(await there.journal.summaries()).toMatchObject([{ status: 'interrupted' }]);
  });

  it('[X2] [C7] give up what a person had approved and what had begun to leave the app', async () => {
    const approved: SessionHappening = {
      type: 'request-settled',
      requestId: requestId('req-1'),
      status: { type: 'responded', response: { type: 'approved' }, at: now },
    };
    const there = device();
    await importSession(there, documentOf([...busy, eventAt(now, approved)]), now);
    const settled = (await sound(there)).filter((event) => event.type === 'call-settled');
    expect(settled).toMatchObject([{ callId: 'call-1', outcome: 'superseded', commitId: null }]);
    const alone = device();
    await importSession(alone, documentOf(busy), now);
    expect((await sound(alone)).filter((event) => event.type === 'call-settled')).toEqual([]);
  });

  it.each<readonly [title: string, sessions: unknown, refusal: readonly [path: string, message: RegExp]]>([
    ['no list', undefined, ['sessions', /missing/]],
    ['an entry that is no object', [7], ['sessions[0]', /curly/]],
    ['an id that no address can hold', [{ id: 'a b', events: [] }], ['sessions[0].id', /letters/]],
    ['an id of 81 characters', [{ id: 'x'.repeat(81), events: [] }], ['sessions[0].id', /80/]],
    ['no events', [{ id: 'a' }], ['sessions[0].events', /missing/]],
    ['a session that never began', [{ id: 'a', events: [] }], ['sessions[0].events', /session-created/]],
    [
      'an event of a newer version',
      [{ id: 'a', events: [{ type: 'session-created', version: 2, at: 1 }] }],
      ['sessions[0].events[0]', /newer version/],
    ],
    [
      'a moment that never comes',
      [{ id: 'a', events: [{ type: 'session-created', version: 1, at: 1e300 }] }],
      ['sessions[0].events[0]', /changed/],
    ],
    [
      'the same session twice',
      [
        { id: 'a', events: talk() },
        { id: 'a', events: talk() },
      ],
      ['sessions[1].id', /sessions\[0\]/],
    ],
    ['more sessions than anybody has', Array.from({ length: 20_001 }, () => 0), ['sessions', /too long/]],
  ])('[S5] are refused, saying where: %s', (_title, sessions, [path, message]) => {
    const parsed = parsedDocument(documentText({ version: 2, sessions }));
    expect(parsed).toMatchObject({ type: 'rejected', problems: [{ path }], problemCount: 1 });
    expect(parsed.type === 'rejected' && parsed.problems[0]?.message).toMatch(message);
  });

  it('[S4] are not looked for in files of version 1', () => {
    expect(parsedDocument(documentText({ version: 1, sessions: 'none' }))).toMatchObject({ sessions: [] });
  });
});

const finishing: readonly SessionEvent[] = dated({
  type: 'run-ended',
  runId: run,
  outcome: 'completed',
  failure: null,
});

const answered: readonly SessionHappening[] = [
  { type: 'response-received', runId: run, model: 'offline', items: [], calls: [] },
  { type: 'run-ended', runId: run, outcome: 'completed', failure: null },
];

const request: PersonRequest = {
  id: requestId('req-1'),
  runId: run,
  callId: callId('call-1'),
  spec: { type: 'question', question: 'Sure?', why: '', answerWith: 'text', options: [] },
  openedAt: now,
  deadline: null,
  status: { type: 'open' },
};

const busy: readonly SessionEvent[] = talk(
  { type: 'grant-given', tool: 'update_tasks' },
  { type: 'model-chosen', choice: { provider: 'compatible', model: 'costly' } },
  { type: 'message-queued', turnId: turnId('turn-2'), text: 'Then send it' },
  {
    type: 'response-received',
    runId: run,
    model: 'offline',
    items: [],
    calls: [
      { callId: callId('call-1'), tool: 'send_email', title: 'Send' },
      { callId: callId('call-2'), tool: 'find', title: 'Find' },
    ],
  },
  { type: 'request-opened', request },
);

function talk(...more: readonly SessionHappening[]): readonly SessionEvent[] {
  const turn = turnId('turn-1');
  return dated(
    { type: 'session-created' },
    { type: 'message-sent', turnId: turn, text: 'Deploy', replaces: null },
    { type: 'run-started', runId: run, turnId: turn, continues: null, carried: [] },
    ...more,
  );
}

function dated(...happenings: readonly SessionHappening[]): readonly SessionEvent[] {
  return happenings.map((happening, index) => eventAt(millis(1_764_000_000_000 + index), happening));
}

function device(): SessionExchange {
  return { journal: new MemoryJournal(), isSessionEvent };
}

/** Adds to what is stored of a session, whether it can be read or not. */
async function store({ journal }: SessionExchange, events: readonly unknown[], session = id): Promise<void> {
  const before = await journal.read(session);
  const all = [...before.map((record) => record.event), ...events].filter(isSessionEvent);
  const isDeleted = all.at(-1)?.type === 'session-deleted';
  await journal.append({
    records: events.map((event, index) => ({
      sessionId: session,
      sequence: before.length + index + 1,
      event,
    })),
    summary: {
      id: session,
      title: 'Deploy',
      status: 'completed',
      isArchived: false,
      createdAt: now,
      updatedAt: now,
    },
    isDeleted,
    durability: 'strict',
  });
}

async function exported(exchange: SessionExchange, ids: readonly SessionDocument['id'][] | null = null) {
  const snapshot = snapshotOf(emptyWorkspace());
  let text = '';
  const sessions = exportedSessions(exchange, ids);
  for await (const piece of serialiseDocument({ snapshot, sessions, exportedAt: now })) text += piece;
  return text;
}

async function importAll(exchange: SessionExchange, text: string): Promise<readonly string[]> {
  const parsed = parsedDocument(text);
  if (parsed.type === 'rejected') throw new Error(JSON.stringify(parsed.problems));
  const standings: string[] = [];
  for (const session of parsed.sessions) {
    const foreseen = await sessionStanding(exchange, session);
    const standing = await importSession(exchange, session, now);
    expect(standing).toBe(foreseen);
    standings.push(standing);
  }
  return standings;
}

async function eventsIn({ journal }: SessionExchange): Promise<readonly unknown[]> {
  return (await journal.read(id)).map((record) => record.event);
}

async function sound(exchange: SessionExchange): Promise<readonly SessionEvent[]> {
  return (await eventsIn(exchange)).filter(isSessionEvent);
}

function idsIn(text: string): readonly string[] {
  const parsed = parsedDocument(text);
  return parsed.type === 'parsed' ? parsed.sessions.map((session) => session.id) : [];
}

function documentOf(events: readonly SessionEvent[]): SessionDocument {
  return { id, title: '', events };
}

function documentText(content: Readonly<Record<string, unknown>>): string {
  const lists = { people: [], projects: [], tasks: [], comments: [], emails: [] };
  return JSON.stringify({ format: 'momentum.workspace', exportedAt: 0, ...lists, ...content });
}
