import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { historyFor, type ModelItem } from '@/domain/sessions';
import { newestAnswer } from '@/testing/agent-bench';
import { expectAlways, propertyTimeoutMs, type CaseOf } from '@/testing/expect-always';
import { historyFaults } from '@/testing/history-faults';
import { RedirectTrial } from '@/testing/redirect-trial';
import type { ScriptedCallKind } from '@/testing/scripted-loop';
import { scriptedAnswers, trialPlans } from '@/testing/trial-plans';

const quickCall = fc.constantFrom<ScriptedCallKind[]>('make', 'look', 'fail', 'unknown', 'malformed');

/** A session with a past, and then a response whose calls run up to one that waits for the person. */
const pendingCases = fc.record({
  past: trialPlans,
  before: fc.array(quickCall, { maxLength: 3 }),
  behind: fc.array(quickCall, { maxLength: 3 }),
});

async function withPendingCall({ past, before, behind }: CaseOf<typeof pendingCases>) {
  const trial = await RedirectTrial.withPast(past);
  const startedBefore = trial.loop.started.length;
  trial.script.push({ calls: [...before, 'ask', ...behind] });
  trial.send('interrupt');
  await trial.rest();
  const run = newestAnswer(trial.view());
  const asked = run.steps.flatMap((step) =>
    step.type === 'tool_call' && step.callId !== null ? [step.callId] : [],
  );
  return {
    trial,
    run,
    done: asked.slice(0, before.length),
    pending: asked[before.length] ?? '',
    dropped: asked.slice(before.length),
    started: () => trial.loop.started.slice(startedBefore),
  };
}

/** A session that is at work, at any moment of it, when a message comes. */
const momentCases = fc.record({
  past: trialPlans,
  answers: fc.array(scriptedAnswers, { minLength: 1, maxLength: 4 }),
  isDiskSlow: fc.boolean(),
  letOn: fc.array(fc.nat({ max: 3 }), { maxLength: 8 }),
});

async function atSomeMoment({ past, answers, isDiskSlow, letOn }: CaseOf<typeof momentCases>) {
  const trial = await RedirectTrial.withPast(past);
  trial.script.push(...answers);
  if (isDiskSlow) trial.bench.device.database.beforeWrite = () => trial.loop.pauses.pause();
  trial.send('interrupt');
  await trial.rest();
  for (const pick of letOn) await trial.take({ type: 'let-on', pick });
  return trial;
}

/** Sends a message that nothing interrupts, and answers with its text and the first request that the model got for it. */
async function answered(
  trial: RedirectTrial,
): Promise<{ readonly text: string; readonly items: readonly ModelItem[] }> {
  const earlier = trial.loop.requests.length;
  trial.script.splice(0);
  trial.send('interrupt');
  const text = trial.sent.at(-1)?.text ?? '';
  await trial.finish();
  const first = trial.loop.requests
    .slice(earlier)
    .find(({ items }) => items.some((item) => item['content'] === text));
  return { text, items: first?.items ?? [] };
}

function callIdsIn(items: readonly ModelItem[]): readonly unknown[] {
  return items.flatMap((item) => (item.type === 'function_call' ? [item['callId']] : []));
}

describe('an interrupting message', { timeout: propertyTimeoutMs }, () => {
  it('P2 [I2] cancels the pending call: its signal is out at once, and it never ends', async () => {
    await expectAlways(pendingCases, async (one) => {
      const { trial, pending, run } = await withPendingCall(one);
      const signal = trial.loop.requests.at(-1)?.signal;
      expect(trial.view().status).toBe('awaiting_user');
      expect(signal?.aborted).toBe(false);
      trial.send('interrupt');
      expect(signal?.aborted).toBe(true);
      await trial.finish();
      expect(trial.bench.settledCalls(trial.session).map((call) => call.callId)).not.toContain(pending);
      const { entries } = trial.view();
      const answer = entries.find((entry) => entry.type === 'answer' && entry.runId === run.runId);
      expect(answer).toMatchObject({ status: 'interrupted', failure: null });
      expect(answer?.type === 'answer' && answer.steps.find((step) => step.callId === pending)?.status).toBe(
        'cancelled',
      );
      expect(answer?.type === 'answer' && answer.blocks.at(-1)).toMatchObject({
        request: { status: { type: 'superseded' } },
      });
    });
  });

  it('P3 [I4] leaves none of the cancelled calls in the history of any later request', async () => {
    await expectAlways(pendingCases, async (one) => {
      const { trial, done, dropped } = await withPendingCall(one);
      const earlier = trial.loop.requests.length;
      trial.send('interrupt');
      await trial.finish();
      trial.send('interrupt');
      await trial.finish();
      const later = trial.loop.requests.slice(earlier);
      expect(later.length).toBeGreaterThanOrEqual(2);
      for (const { items } of later) {
        expect(historyFaults(items)).toEqual([]);
        const told = callIdsIn(items);
        expect(dropped.filter((id) => told.includes(id))).toEqual([]);
        expect(done.every((id) => told.includes(id))).toBe(true);
      }
    });
  });

  it('P4 [I5] is the latest item of the first request that is made for it', async () => {
    await expectAlways(momentCases, async (one) => {
      const trial = await atSomeMoment(one);
      const { text, items } = await answered(trial);
      expect(items.at(-1)).toEqual({ type: 'message', role: 'user', content: text });
      expect(items.filter((item) => item['content'] === text)).toHaveLength(1);
    });
  });

  it('P5 [I6] preserves everything else in the history, as it was and in its order', async () => {
    await expectAlways(momentCases, async (one) => {
      const trial = await atSomeMoment(one);
      const before = historyFor(trial.events(), 'scripted');
      const { items } = await answered(trial);
      let place = 0;
      for (const item of items) if (isSame(item, before[place])) place += 1;
      expect(before.slice(place)).toEqual([]);
      expect(historyFaults(items)).toEqual([]);
    });
  });

  it('P11 identifies the pending call among several: those before it stay done, those behind it never start', async () => {
    await expectAlways(pendingCases, async (one) => {
      const { trial, run, done, pending, dropped, started } = await withPendingCall(one);
      const titles = run.steps
        .filter((step) => dropped.some((id) => id === step.callId))
        .map((step) => step.title);
      trial.send('interrupt');
      await trial.finish();
      const own = trial.bench.settledCalls(trial.session).filter((call) => call.runId === run.runId);
      expect(own.map((call) => call.callId)).toEqual(done);
      expect(started()).toEqual([...done, pending]);
      expect(trial.view().interruptedRuns[0]).toMatchObject({ runId: run.runId, dropped: titles });
    });
  });

  it('P12 [I6] that comes just as a call completes loses neither the call nor itself', async () => {
    const cases = fc.record({
      past: trialPlans,
      behind: fc.array(quickCall, { maxLength: 3 }),
      comesFirst: fc.boolean(),
    });
    await expectAlways(cases, async ({ past, behind, comesFirst }) => {
      const trial = await RedirectTrial.withPast(past);
      const { database } = trial.bench.device;
      database.beforeWrite = (write) => (write === 'commit' ? trial.loop.pauses.pause() : Promise.resolve());
      trial.script.push({ calls: ['make', ...behind] });
      trial.send('interrupt');
      await trial.rest();
      const made = trial.loop.started.at(-1);
      expect(trial.loop.pauses.count).toBe(1);
      if (comesFirst) trial.send('interrupt');
      trial.loop.pauses.releaseAll();
      database.beforeWrite = () => Promise.resolve();
      const { text, items } = await answered(trial);
      expect(trial.bench.settledCalls(trial.session).filter((call) => call.callId === made)).toMatchObject([
        { outcome: 'done' },
      ]);
      expect(callIdsIn(items)).toContain(made);
      expect(items.at(-1)).toMatchObject({ content: text });
      expect(newestAnswer(trial.view())).toMatchObject({
        status: 'completed',
        turnId: trial.sent.at(-1)?.turnId,
      });
    });
  });
});

function isSame(left: ModelItem, right: ModelItem | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
