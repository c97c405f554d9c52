import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sampleEvents } from '@/testing/sample-events';

import { millis } from '../workspace';
import { eventAt, type SessionEvent, type SessionHappening } from './events';
import { runId, sessionId, turnId } from './ids';
import { openWork } from './open-work';
import { searchableText } from './search';
import { titleFrom, toolWords } from './titles';
import type { Answer, SessionView } from './view';
import { newView, summaryOf, viewAfter, viewOf } from './view-after';

const id = sessionId('s');

function viewsOf(events: readonly SessionEvent[]): readonly SessionView[] {
  const views: SessionView[] = [];
  let view = newView(id, events[0]?.at ?? eventAtZero.at);
  for (const event of events) {
    view = viewAfter(view, event);
    views.push(view);
  }
  return views;
}

const eventAtZero = eventAt(sampleEvents[0]?.at ?? fail(), { type: 'session-created' });

function fail(): never {
  throw new Error('There are no sample events.');
}

function upTo(type: SessionEvent['type'], count = 1): SessionView {
  const places = sampleEvents.flatMap((event, index) => (event.type === type ? [index] : []));
  const place = places[count - 1];
  const view = place === undefined ? undefined : viewsOf(sampleEvents)[place];
  return view ?? fail();
}

function answerIn(view: SessionView): Answer {
  const answer = view.entries.findLast((entry) => entry.type === 'answer');
  return answer?.type === 'answer' ? answer : fail();
}

describe('the view of a session', () => {
  it('is the fold of its journal, however it is cut', () => {
    fc.assert(
      fc.property(fc.nat(sampleEvents.length), (cut) => {
        const before = sampleEvents.slice(0, cut).reduce(viewAfter, newView(id, eventAtZero.at));
        expect(sampleEvents.slice(cut).reduce(viewAfter, before)).toEqual(viewOf(id, sampleEvents));
      }),
    );
  });

  it('is none without a beginning', () => {
    expect(viewOf(id, [])).toBeNull();
    expect(viewOf(id, sampleEvents.slice(1))).toBeNull();
  });

  it('has the status of the newest run, and waits while a request is open', () => {
    const statuses = viewsOf(sampleEvents).map((view) => view.status);
    expect([...new Set(statuses)]).toEqual(['idle', 'running', 'awaiting_user', 'cancelled', 'failed']);
    expect(statuses.at(-1)).toBe('running');
    expect(upTo('request-opened').openRequests).toMatchObject([{ id: 'request-1' }]);
    expect(upTo('request-settled').openRequests).toEqual([]);
  });

  it('keeps the identity of whatever an event does not touch', () => {
    const views = viewsOf(sampleEvents);
    for (const [index, view] of views.entries()) {
      const before = views[index - 1];
      if (before === undefined) continue;
      const changed = view.entries.filter((entry, place) => entry !== before.entries[place]);
      // A message that is sent again marks the one it replaces.
      expect(changed.length).toBeLessThanOrEqual(sampleEvents[index]?.type === 'message-sent' ? 2 : 1);
    }
    for (const type of [
      'text-checkpointed',
      'effect-started',
      'session-deleted',
      'session-restored',
    ] as const) {
      const place = sampleEvents.findIndex((event) => event.type === type);
      expect(views[place], type).toBe(views[place - 1]);
    }
  });

  it('[S6] is put away and brought back, also by whatever goes on in it, and says so in the list', () => {
    const at = millis(1_764_000_900_000);
    const archived = [...sampleEvents, eventAt(at, { type: 'session-archived' })];
    const after = (happening: SessionHappening) => viewOf(id, [...archived, eventAt(at, happening)]);
    const view = viewOf(id, archived);
    expect(view).toEqual({ ...viewOf(id, sampleEvents), isArchived: true });
    expect(view && summaryOf(view)).toMatchObject({ isArchived: true });
    expect(after({ type: 'session-unarchived' })).toEqual(viewOf(id, sampleEvents));
    expect(after({ type: 'session-renamed', title: 'Later' })?.isArchived).toBe(true);
    const turn = turnId('turn-3');
    expect(after({ type: 'message-sent', turnId: turn, text: 'Hi', replaces: null })?.isArchived).toBe(false);
    const run = { runId: runId('run-4'), turnId: turn, continues: null, carried: [] };
    expect(after({ type: 'run-started', ...run })?.isArchived).toBe(false);
  });

  it('[L4] shows thinking, calls and results as they really went, each with its times', () => {
    const thinking = answerIn(upTo('run-started'));
    expect(thinking.steps).toMatchObject([{ type: 'planning', status: 'in_progress', title: 'Thinking' }]);
    const planned = answerIn(upTo('response-received'));
    expect(planned.steps).toMatchObject([
      { type: 'reasoning', status: 'completed', detail: 'One task, and ask whose it is.' },
      { type: 'planning', status: 'completed', title: 'Planned 2 actions' },
      { type: 'tool_call', status: 'in_progress', callId: 'call-1' },
      { type: 'tool_call', status: 'pending', callId: 'call-2' },
    ]);
    const first = answerIn(upTo('call-settled'));
    expect(first.steps.slice(2)).toMatchObject([
      { type: 'tool_call', status: 'completed', callId: 'call-1', commitId: 'commit-7' },
      { type: 'result', status: 'completed', title: '“Deploy API” added to Launch' },
      { type: 'tool_call', status: 'in_progress', callId: 'call-2' },
    ]);
    const cancelled = answerIn(upTo('run-ended'));
    expect(cancelled.steps.at(-1)).toMatchObject({ status: 'cancelled', callId: 'call-2' });
    for (const { steps } of [thinking, planned, first, cancelled]) {
      expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
      for (const { startedAt, endedAt, status } of steps) {
        expect(endedAt === null).toBe(status === 'pending' || status === 'in_progress');
        expect(endedAt ?? startedAt).toBeGreaterThanOrEqual(startedAt);
      }
    }
  });

  it('counts on the receipt what was created, changed, deleted, sent and approved, and how long it took', () => {
    expect(answerIn(upTo('run-ended')).receipt).toEqual({
      created: 1,
      changed: 0,
      deleted: 0,
      sent: 0,
      approvals: 0,
      durationMs: 6_000,
    });
    expect(answerIn(upTo('run-ended', 2)).receipt).toMatchObject({ created: 0, sent: 1, approvals: 1 });
    expect(answerIn(upTo('run-ended', 2)).commitIds).toEqual([]);
  });

  it('marks what was sent again, keeps what had streamed, and says why a run failed', () => {
    const view = upTo('run-ended', 2);
    expect(view.entries.filter((entry) => entry.type === 'message')).toMatchObject([
      { isReplaced: true },
      { isReplaced: false },
    ]);
    expect(answerIn(view)).toMatchObject({
      status: 'failed',
      blocks: [{ type: 'request' }, { type: 'text', text: 'It is on its', isComplete: false }],
      failure: { code: 'model-unreachable' },
    });
  });

  it('shows the calls that a continued run takes over', () => {
    expect(answerIn(upTo('run-started', 3)).steps).toMatchObject([
      { type: 'tool_call', status: 'in_progress', title: 'Find “API”' },
    ]);
  });

  it('lists each granted tool once', () => {
    const grant = eventAt(eventAtZero.at, { type: 'grant-given', tool: 'x' });
    const granted = viewAfter(newView(id, eventAtZero.at), grant);
    expect(granted.grants).toEqual(['x']);
    expect(viewAfter(granted, grant)).toBe(granted);
  });
});

describe('where a run stands', () => {
  it('[L3] names the calls that have not ended, with what was asked about them', () => {
    expect(openWork([])).toBeNull();
    const place = sampleEvents.findIndex((event) => event.type === 'request-settled');
    expect(openWork(sampleEvents.slice(0, place))).toMatchObject({
      calls: [{ callId: 'call-2', request: { id: 'request-1', status: { type: 'open' } }, effect: null }],
      settled: [{ callId: 'call-1' }],
      hasEnded: false,
    });
    expect(openWork(sampleEvents.slice(0, place + 2))).toMatchObject({
      calls: [{ callId: 'call-2', request: { status: { type: 'withdrawn' } } }],
      hasEnded: true,
      outcome: 'cancelled',
    });
  });

  it('[C7] knows what may have left the app', () => {
    const place = sampleEvents.findIndex((event) => event.type === 'effect-started');
    expect(openWork(sampleEvents.slice(0, place + 1))?.calls).toMatchObject([
      { callId: 'call-3', effect: { key: 'session-a:turn-2:call-3', emailIds: ['email-9'] } },
    ]);
  });

  it('[L5] knows what has streamed since the last response', () => {
    const place = sampleEvents.findIndex((event) => event.type === 'text-checkpointed');
    expect(openWork(sampleEvents.slice(0, place + 1))).toMatchObject({
      text: 'I will',
      reasoning: 'One task.',
    });
    expect(openWork(sampleEvents.slice(0, place + 2))).toMatchObject({ text: '', reasoning: '' });
  });
});

describe('words about sessions', () => {
  it('make a title of the first line, cut at a word', () => {
    expect(titleFrom('  Plan   the launch\nand more')).toBe('Plan the launch');
    const long = titleFrom('wonderful '.repeat(12));
    expect(long).toBe(`${'wonderful '.repeat(5).trim()}…`);
    expect(titleFrom('x'.repeat(80))).toBe(`${'x'.repeat(59)}…`);
    expect(titleFrom(' ')).toBe('');
  });

  it('make words of the name of a tool', () => {
    expect(toolWords('add_task')).toBe('Add task');
    expect(toolWords('')).toBe('Call without a name');
  });

  it('are found in messages, answers and titles, and nowhere else', () => {
    const texts = sampleEvents.map(searchableText).filter((text) => text !== '');
    expect(texts).toEqual([
      'Add a task to deploy the API',
      'Deploying',
      'Tell Grace about it',
      'It is on its',
    ]);
    expect(
      [null, 7, 'text', {}, { type: 'message-sent' }, { type: 'response-received', items: 3 }].map(
        searchableText,
      ),
    ).toEqual(['', '', '', '', '', '']);
  });
});
