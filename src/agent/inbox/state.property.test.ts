import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { viewOf, type SessionEvent, type SessionView } from '@/domain/sessions';
import { newDevice } from '@/testing/agent-bench';
import { expectAlways, propertyTimeoutMs } from '@/testing/expect-always';
import { historyFaults } from '@/testing/history-faults';
import { RedirectTrial, removedTurns, reopened } from '@/testing/redirect-trial';
import { trialPlans } from '@/testing/trial-plans';

function unendedRuns(events: readonly SessionEvent[]): readonly string[] {
  const ended = new Set(events.flatMap((event) => (event.type === 'run-ended' ? [event.runId] : [])));
  return events.flatMap((event) =>
    event.type === 'run-started' && !ended.has(event.runId) ? [event.runId] : [],
  );
}

/** Every message that is shown or waits, by turn. */
function messagesIn({ entries, queue }: SessionView): readonly string[] {
  const sent = entries.flatMap((entry) => (entry.type === 'message' ? [entry.turnId] : []));
  return [...sent, ...queue.items.map((item) => item.turnId)].toSorted();
}

describe('a session under any hands', { timeout: propertyTimeoutMs }, () => {
  it('P1 [I1] has at most one active run', async () => {
    await expectAlways(trialPlans, async (plan) => {
      const trial = await RedirectTrial.open(plan);
      for (const step of plan.steps) {
        await trial.take(step);
        expect(unendedRuns(trial.events()).length).toBeLessThanOrEqual(1);
      }
      await trial.finish();
      expect(trial.loop.mostActive).toBeLessThanOrEqual(1);
      expect(unendedRuns(trial.events())).toEqual([]);
    });
  });

  it('P9 says of who is active what the runtime does: the journal, the hold on the session and the model agree', async () => {
    await expectAlways(trialPlans, async (plan) => {
      const trial = await RedirectTrial.open({ ...plan, isDiskSlow: false });
      const { held } = trial.bench.device.locks;
      for (const step of plan.steps) {
        await trial.take(step);
        await trial.rest();
        const isActive = trial.isActive();
        expect(held.has(trial.session)).toBe(isActive);
        // A run that goes on with calls of an earlier one needs no model for them.
        expect(trial.loop.activeCount).toBeLessThanOrEqual(isActive ? 1 : 0);
        expect(unendedRuns(trial.events())).toHaveLength(isActive ? 1 : 0);
      }
      await trial.finish();
    });
  });

  it('P13 [I4] is consistent after any interruption', async () => {
    await expectAlways(trialPlans, async (plan) => {
      const trial = await RedirectTrial.open(plan);
      for (const step of plan.steps) await trial.take(step);
      await trial.finish();
      const events = trial.events();
      const view = trial.view();
      expect(view.findings).toEqual([]);
      expect(viewOf(trial.session, events)).toEqual(view);
      expect(trial.loop.requests.flatMap(({ items }) => historyFaults(items))).toEqual([]);
      expect(new Set(messagesIn(view)).size).toBe(messagesIn(view).length);
      const made = trial.bench
        .settledCalls(trial.session)
        .flatMap(({ tool, outcome, callId }) => (tool === 'make' && outcome === 'done' ? [callId] : []));
      const people = [...trial.bench.live.state().workspace.tables.person.values()].map(({ name }) => name);
      expect(people.toSorted()).toEqual(made.toSorted());
      expect(trial.bench.device.locks.held.size).toBe(0);
      expect(trial.bench.frames.waitingCount).toBe(0);
      expect((await trial.reload()).view).toEqual(view);
    });
  });

  it('P13 [Q3] is consistent after its page died at any moment, and the next message runs', async () => {
    await expectAlways(trialPlans, async (plan) => {
      const trial = await RedirectTrial.open(plan);
      for (const step of plan.steps) await trial.take(step);
      const known = messagesIn(trial.view());
      const { bench, view } = await trial.reload();
      expect(view?.findings).toEqual([]);
      const found = view === null ? [] : messagesIn(view);
      // A removal that was on its way may have been stored.
      const removed: readonly string[] = removedTurns(bench.journal(trial.session));
      expect(known.filter((turn) => !found.includes(turn) && !removed.includes(turn))).toEqual([]);
      expect(await bench.ask(trial.session, 'Still there?')).toMatchObject({ status: 'completed' });
    });
  });

  it('P14 [S4] that was damaged is opened, repaired or reported, and goes on: nothing that can be read is lost', async () => {
    const damages = fc.array(
      fc.record({ place: fc.nat({ max: 40 }), how: fc.constantFrom('lost', 'garbled') }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await expectAlways(fc.record({ plan: trialPlans, damages }), async ({ plan, damages: done }) => {
      const trial = await RedirectTrial.open(plan);
      for (const step of plan.steps) await trial.take(step);
      const [summary] = await trial.bench.engine.sessions();
      const events = trial.events();
      const stored: unknown[] = [...events];
      for (const { place, how } of done)
        stored[place % events.length] = how === 'lost' ? undefined : { type: how };
      // A journal that is cut off at its end, or of which nothing is left, cannot tell that it was longer.
      if (summary === undefined || stored.at(-1) === undefined) return;
      const { ids, clock } = trial.bench.device;
      const device = { ...newDevice(), ids, clock };
      await device.database.damage({ summary, events: stored });
      const { bench, view } = await reopened(device, trial.session);
      if (view === null) throw new Error('The session is gone.');
      expect(view.findings.some((finding) => finding.code === 'record-unreadable')).toBe(true);
      const readable = events.filter((event, index) => stored[index] === event);
      const removed = readable.flatMap((event) => (event.type === 'queued-removed' ? [event.turnId] : []));
      const written = readable.flatMap((event) =>
        event.type === 'message-sent' || event.type === 'message-queued' || event.type === 'queued-edited'
          ? [event.turnId]
          : [],
      );
      const shown = messagesIn(view);
      expect(written.filter((turn) => !removed.includes(turn) && !shown.includes(turn))).toEqual([]);
      expect(await bench.ask(trial.session, 'Still there?')).toMatchObject({ status: 'completed' });
      const findings = bench.view(trial.session).findings;
      await bench.close();
      const again = await reopened(device, trial.session);
      expect(again.view?.findings).toEqual(findings);
    });
  });
});
