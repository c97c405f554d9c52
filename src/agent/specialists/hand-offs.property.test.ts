import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SessionEvent } from '@/domain/sessions';
import { AgentBench } from '@/testing/agent-bench';
import { projectWith, taskWith } from '@/testing/builders';
import { expectAlways, propertyTimeoutMs } from '@/testing/expect-always';
import { historyFaults } from '@/testing/history-faults';

const handOff = fc.record({
  tool: fc.constantFrom('transfer_to_planner', 'transfer_to_workspace', 'transfer_to_communications'),
  args: fc.constantFrom({ task: 'Go on' }, {}),
});
const work = fc.constantFrom(
  { tool: 'add_task', args: { title: 'New', project: 'Launch' } },
  { tool: 'delete_tasks', args: { tasks: ['Old'] } },
  { tool: 'complete_tasks', args: { tasks: ['Old'] } },
  { tool: 'list_tasks', args: {} },
  { tool: 'ask_user', args: { question: 'Which?' } },
  { tool: 'summon_dragon', args: {} },
);
const responses = fc.array(fc.array(fc.oneof(handOff, work), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});

/** What happens while a run waits for the person. */
const turns = fc.array(fc.constantFrom('answer', 'refuse', 'reload', 'interrupt', 'cancel'), {
  maxLength: 6,
});

type Received = Extract<SessionEvent, { type: 'response-received' }>;

/** The tools of a few charges, written down a second time. */
const notTheirs: Readonly<Record<string, readonly string[]>> = {
  transfer_to_planner: ['delete_tasks', 'complete_tasks'],
  transfer_to_workspace: ['add_task'],
  transfer_to_communications: ['add_task', 'delete_tasks', 'complete_tasks'],
};

/** The hand-off that was in force when each response came. */
function inForce(events: readonly SessionEvent[]): ReadonlyMap<Received, string> {
  const found = new Map<Received, string>();
  let current = '';
  for (const event of events) {
    if (event.type === 'run-started' && event.continues === null) current = '';
    if (event.type === 'call-settled' && event.outcome === 'done' && event.tool.startsWith('transfer_to_')) {
      current = event.tool;
    }
    if (event.type === 'response-received') found.set(event, current);
  }
  return found;
}

describe('hand-offs among any calls', { timeout: propertyTimeoutMs }, () => {
  it('[C1] [L1] [I4] keep the order of calls, the journal before them, whole histories, and everybody to their tools', async () => {
    await expectAlways(
      fc.record({ responses, turns }),
      async ({ responses: script, turns: chosen }) => {
        const left = script.map((response) =>
          response.map(({ tool, args }) => functionCall(tool, args, { callId: 'call' })),
        );
        const models: ScriptedModel[] = [];
        const newModel = (): ScriptedModel => {
          const used = models.reduce((sum, each) => sum + each.calls.length, 0);
          const model = new ScriptedModel([
            ...left.slice(used),
            ...Array.from({ length: 16 }, () => [assistantMessage('Done.')]),
          ]);
          models.push(model);
          return model;
        };
        let bench = await AgentBench.open({ model: newModel() });
        await bench.seed({ project: [projectWith('launch', { name: 'Launch' })], task: [taskWith('Old')] });
        const session = await bench.newSession();
        await bench.send(session, 'Do it all');
        for (let round = 0; ; round += 1) {
          const view = await bench.until(session, ({ status }) => status !== 'running');
          const [request] = view.openRequests;
          if (request === undefined) break;
          const turn = chosen[round] ?? 'cancel';
          if (turn === 'cancel') await bench.command({ type: 'cancel', sessionId: session });
          else if (turn === 'interrupt') await bench.send(session, 'Do something else');
          else if (turn === 'reload') {
            await bench.close();
            bench = await AgentBench.open({ device: bench.device, model: newModel() });
            await bench.engine.open(session);
          } else if (request.spec.type === 'question') {
            await bench.respond(session, request, { type: 'answered', choices: [], text: 'Yes' });
          } else {
            const isApproved = turn === 'answer';
            await bench.respond(
              session,
              request,
              isApproved ? { type: 'approved' } : { type: 'refused', reason: '' },
            );
          }
        }
        await bench.close();

        const events = bench.journal(session);
        const asked = events.flatMap((event) =>
          event.type === 'response-received' ? event.calls.map((call) => call.callId) : [],
        );
        const settled = bench.settledCalls(session);
        const settledIds = settled.map((call) => call.callId);
        expect(settledIds).toEqual(asked.filter((id) => settledIds.includes(id)));
        for (const { request } of models.flatMap((model) => model.calls)) {
          expect(typeof request.input === 'string' ? [request.input] : historyFaults(request.input)).toEqual(
            [],
          );
        }

        for (const [response, current] of inForce(events)) {
          const places = response.calls.map(({ callId }) =>
            events.findIndex((event) => event.type === 'call-settled' && event.callId === callId),
          );
          for (const place of places) expect(place === -1 || place > events.indexOf(response)).toBe(true);
          const ended = settled.filter(({ callId }) => response.calls.some((call) => call.callId === callId));
          const handedOver = ended.filter(
            ({ tool, outcome }) => tool.startsWith('transfer_to_') && outcome === 'done',
          );
          expect(handedOver.length).toBeLessThan(2);
          expect(handedOver.map(({ tool }) => tool)).not.toContain(current);
          const outside = ended.filter(({ tool }) => notTheirs[current]?.includes(tool) === true);
          for (const { outcome } of outside) expect(['failed', 'superseded']).toContain(outcome);
        }
      },
      { share: 0.1 },
    );
  });
});
