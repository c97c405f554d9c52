import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { newestAnswer } from '@/testing/agent-bench';
import { expectAlways, propertyTimeoutMs, type CaseOf } from '@/testing/expect-always';
import { RedirectTrial } from '@/testing/redirect-trial';
import { scriptedAnswers, trialPlans } from '@/testing/trial-plans';

/** A session with a past that is at work until somebody answers, while messages come in behind it. */
const busyCases = fc.record({
  past: trialPlans,
  count: fc.integer({ min: 1, max: 5 }),
  rests: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  later: fc.array(scriptedAnswers, { maxLength: 4 }),
});

async function busyTrial({ past, count, rests, later }: CaseOf<typeof busyCases>) {
  const trial = await RedirectTrial.withPast(past);
  trial.script.push({ calls: ['ask'] }, { calls: [] });
  trial.send('interrupt');
  await trial.rest();
  const active = newestAnswer(trial.view()).runId;
  const turns: string[] = [];
  for (const doesRest of rests.slice(0, count)) {
    turns.push(trial.send('queue'));
    if (doesRest) await trial.rest();
  }
  await trial.rest();
  // The models of the queued messages may do anything, too.
  trial.script.push(...later);
  return { trial, active, turns };
}

function sentTurns(trial: RedirectTrial): readonly string[] {
  return trial.events().flatMap((event) => (event.type === 'message-sent' ? [event.turnId] : []));
}

function queuedTurns(trial: RedirectTrial): readonly string[] {
  return trial.view().queue.items.map((item) => item.turnId);
}

describe('queued messages', { timeout: propertyTimeoutMs }, () => {
  it('P6 [I3] wait until the active run has ended: nothing of them reaches a model before', async () => {
    await expectAlways(busyCases, async (one) => {
      const { trial, active, turns } = await busyTrial(one);
      expect(queuedTurns(trial)).toEqual(turns);
      const texts = trial.view().queue.items.map((item) => item.text);
      const told = JSON.stringify(trial.loop.requests.at(-1)?.items);
      expect(texts.filter((text) => told.includes(`"${text}"`))).toEqual([]);
      await trial.finish();
      const events = trial.events();
      const end = events.findIndex((event) => event.type === 'run-ended' && event.runId === active);
      const places = turns.map((turn) =>
        events.findIndex((event) => event.type === 'message-sent' && event.turnId === turn),
      );
      expect(places.every((place) => place > end)).toBe(true);
    });
  });

  it('P7 [I3] are sent first in, first out, one run each', async () => {
    await expectAlways(busyCases, async (one) => {
      const { trial, turns } = await busyTrial(one);
      const before = sentTurns(trial).length;
      await trial.finish();
      expect(sentTurns(trial).slice(before)).toEqual(turns);
      const runs = trial.events().filter((event) => event.type === 'run-started');
      expect(runs.slice(-turns.length).map((run) => run.turnId)).toEqual(turns);
    });
  });

  it('P7 [I3] are sent in the order and with the words that the person gave them last', async () => {
    const edits = fc.array(
      fc.oneof(
        fc.record({ type: fc.constantFrom('edit', 'remove', 'restore'), pick: fc.nat({ max: 5 }) }),
        fc.record({ type: fc.constant('move'), pick: fc.nat({ max: 5 }), before: fc.nat({ max: 5 }) }),
      ),
      { maxLength: 6 },
    );
    await expectAlways(fc.record({ busy: busyCases, edits }), async ({ busy, edits: steps }) => {
      const { trial } = await busyTrial(busy);
      for (const step of steps) {
        await trial.take(step);
        await trial.rest();
      }
      const wanted = trial.view().queue.items.map(({ turnId, text }) => `${turnId} ${text}`);
      const before = sentTurns(trial).length;
      await trial.finish();
      const sent = trial
        .events()
        .flatMap((event) => (event.type === 'message-sent' ? [`${event.turnId} ${event.text}`] : []));
      expect(sent.slice(before)).toEqual(wanted);
    });
  });

  it('P8 [I2] let an interrupting message go before them, and are all kept', async () => {
    await expectAlways(busyCases, async (one) => {
      const { trial, turns } = await busyTrial(one);
      const before = sentTurns(trial).length;
      trial.script.unshift({ calls: ['ask'] });
      trial.script.splice(1, 1);
      const interrupting = trial.send('interrupt');
      await trial.rest();
      expect(sentTurns(trial).slice(before)).toEqual([interrupting]);
      expect(queuedTurns(trial)).toEqual(turns);
      expect(trial.view()).toMatchObject({ status: 'awaiting_user', queue: { isHeld: false } });
      await trial.finish();
      expect(sentTurns(trial).slice(before)).toEqual([interrupting, ...turns]);
    });
  });

  it('P10 [I1] are for busy sessions only: an idle one runs a message at once, in either mode', async () => {
    const cases = fc.record({
      past: trialPlans,
      mode: fc.constantFrom('interrupt', 'queue'),
      holds: fc.boolean(),
    });
    await expectAlways(cases, async ({ past, mode, holds }) => {
      const trial = await RedirectTrial.withPast(past);
      if (holds) {
        trial.script.push({ calls: ['ask'] });
        trial.send('interrupt');
        await trial.rest();
        trial.send('queue');
        void trial.command({ type: 'cancel', sessionId: trial.session });
        await trial.rest();
      }
      expect(trial.view().queue.isHeld).toBe(holds);
      trial.script.splice(0);
      trial.script.push({ calls: ['ask'] });
      expect(trial.isActive()).toBe(false);
      const turn = trial.send(mode);
      await trial.rest();
      expect(newestAnswer(trial.view())).toMatchObject({ turnId: turn, status: 'awaiting_user' });
      expect(queuedTurns(trial)).not.toContain(turn);
      await trial.finish();
    });
  });
});
