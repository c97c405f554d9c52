import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SessionId } from '@/domain/sessions';
import { propertyTimeoutMs } from '@/testing/expect-always';
import { historyFaults } from '@/testing/history-faults';
import { RedirectTrial, removedTurns } from '@/testing/redirect-trial';
import { scriptedAnswers, trialSteps } from '@/testing/trial-plans';

const sessionCount = 20;
const stepCount = 500;

/** Five hundred things that somebody does, each to one of twenty sessions, while models and the disk take their time. */
const storms = fc.record({
  answers: fc.array(scriptedAnswers, { minLength: 200, maxLength: 400 }),
  steps: fc.array(fc.record({ session: fc.nat({ max: sessionCount - 1 }), step: trialSteps }), {
    minLength: stepCount,
    maxLength: stepCount,
  }),
});

describe('twenty sessions at once', { timeout: propertyTimeoutMs }, () => {
  it('[I1] [L7] bring every message to exactly one end, leave no run and no promise behind, and did what they say', async () => {
    await fc.assert(
      fc.asyncProperty(storms, async ({ answers, steps }) => {
        const trials = await RedirectTrial.openMany(sessionCount, { answers, isDiskSlow: true });
        for (const { session, step } of steps) await trials[session]?.take(step);
        for (const trial of trials) await trial.finish();
        for (const trial of trials) expectSettled(trial);
        const [first] = trials;
        if (first === undefined) throw new Error('There are no sessions.');
        const { bench, loop } = first;
        expect(loop.activeCount).toBe(0);
        expect(loop.pauses.count).toBe(0);
        expect(bench.device.locks.held.size).toBe(0);
        expect(bench.frames.waitingCount).toBe(0);
        expect(loop.requests.flatMap(({ items }) => historyFaults(items))).toEqual([]);
        const made = trials.flatMap(({ session }) => madeIn(first, session));
        const people = [...bench.live.state().workspace.tables.person.values()].map(({ name }) => name);
        expect(people.toSorted()).toEqual(made.toSorted());
        await bench.close();
      }),
      { numRuns: 4 },
    );
  });
});

/** Each message was sent once or removed; each that was sent has runs, and all of them have ended. */
function expectSettled(trial: RedirectTrial): void {
  const events = trial.events();
  const removed = new Set(removedTurns(events));
  const sent = events.flatMap((event) => (event.type === 'message-sent' ? [event.turnId] : []));
  expect(new Set(sent).size).toBe(sent.length);
  const wanted = trial.sent.map(({ turnId }) => turnId);
  expect(wanted.filter((turn) => sent.includes(turn) === removed.has(turn))).toEqual([]);
  const { entries, queue, status } = trial.view();
  expect(queue.items).toEqual([]);
  expect(['idle', 'completed', 'cancelled', 'interrupted', 'failed']).toContain(status);
  const answered = new Set(entries.flatMap((entry) => (entry.type === 'answer' ? [entry.turnId] : [])));
  expect(sent.filter((turn) => !answered.has(turn))).toEqual([]);
  expect(entries.filter((entry) => entry.type === 'answer' && entry.endedAt === null)).toEqual([]);
}

function madeIn(trial: RedirectTrial, session: SessionId): readonly string[] {
  return trial.bench
    .settledCalls(session)
    .flatMap(({ tool, outcome, callId }) => (tool === 'make' && outcome === 'done' ? [callId] : []));
}
