import { describe, expect, it } from 'vitest';

import {
  callId,
  eventAt,
  newView,
  runId,
  sessionId,
  turnId,
  viewAfter,
  type Answer,
  type LiveText,
  type SessionHappening,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';

import { liveOf, liveTextId, liveThinking, stepFacts, stepsWithLive, thinkingSummary } from './step-words';

const run = runId('run');

/** The answer after some happenings, one second apart. */
function answerAfter(...happenings: readonly SessionHappening[]): Answer {
  const view = [started, ...happenings].reduce(
    (before, happening, index) => viewAfter(before, eventAt(millis(index * 1_000), happening)),
    newView(sessionId('s'), millis(0)),
  );
  const answer = view.entries.at(-1);
  if (answer?.type !== 'answer') throw new Error('There is no answer.');
  return answer;
}

const started: SessionHappening = {
  type: 'run-started',
  runId: run,
  turnId: turnId('t'),
  continues: null,
  carried: [],
};
const answered: SessionHappening = {
  type: 'response-received',
  runId: run,
  model: 'm',
  items: [
    { type: 'reasoning', content: [{ type: 'input_text', text: 'Because.' }] },
    { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hello' }] },
  ],
  calls: [],
};
const asked: SessionHappening = {
  ...answered,
  items: [],
  calls: [{ callId: callId('c'), tool: 'add_task', title: 'Add task' }],
};
const ended: SessionHappening = { type: 'run-ended', runId: run, outcome: 'completed', failure: null };
const live: LiveText = { runId: run, reasoning: 'Bec', text: '', calls: [] };

describe('the visible thinking', () => {
  it('[L4] shows reasoning while it streams, before the planning that it leads to', () => {
    const answer = answerAfter();
    expect(
      stepsWithLive(answer, liveThinking(live)).map(({ type, status, detail }) => [type, status, detail]),
    ).toEqual([
      ['reasoning', 'in_progress', 'Bec'],
      ['planning', 'in_progress', ''],
    ]);
    const writing = stepsWithLive(answer, liveThinking({ ...live, text: 'He' }));
    expect(writing.map(({ status, title }) => [status, title])).toEqual([
      ['completed', 'Reasoning'],
      ['in_progress', 'Writing the answer'],
    ]);
    expect(stepsWithLive(answer, liveThinking({ ...live, calls: ['add_task'] })).at(-1)?.title).toBe(
      'Preparing: Add task',
    );
  });

  it('gives what streams the names that it has in the journal, so that it goes on without a break', () => {
    const before = answerAfter();
    const after = answerAfter(answered);
    const streamed = stepsWithLive(before, liveThinking(live)).map(({ id }) => id);
    expect(after.steps.map(({ id }) => id)).toEqual(streamed);
    expect(after.blocks.map((block) => (block.type === 'text' ? block.id : ''))).toEqual([
      liveTextId(before),
    ]);
  });

  it('does not show again what is journaled already, nor what streams elsewhere', () => {
    expect(liveOf(answerAfter(), live)).toBe(live);
    expect(liveOf(answerAfter(answered), live)).toBeNull();
    expect(liveOf(answerAfter(), { ...live, runId: runId('other') })).toBeNull();
    expect(liveOf(answerAfter(), null)).toBeNull();
  });

  it('is summed up when it has ended', () => {
    const answer = answerAfter(asked, ended);
    expect(thinkingSummary(answerAfter(asked), answerAfter(asked).steps)).toBe('Add task');
    expect(thinkingSummary(answer, answer.steps)).toBe('Thought for 2.0 s');
    const done = answer.steps.map((step) => ({ ...step, status: 'completed' as const }));
    expect(thinkingSummary(answer, done)).toBe('Thought for 2.0 s · 1 action');
    expect(thinkingSummary({ ...answer, status: 'cancelled' }, done)).toBe('Stopped after 2.0 s · 1 action');
  });

  it('says the kind of a step, how it stands and how long it took', () => {
    const [planning, call] = answerAfter(asked, ended).steps;
    expect(planning === undefined ? '' : stepFacts(planning, millis(9_000))).toBe('Planning · 1.0 s');
    expect(call === undefined ? '' : stepFacts(call, millis(9_000))).toBe('Tool call · Cancelled · 1.0 s');
    const [running] = answerAfter().steps;
    expect(running === undefined ? '' : stepFacts(running, millis(12_000))).toBe(
      'Planning · In progress · 12 s',
    );
  });
});
