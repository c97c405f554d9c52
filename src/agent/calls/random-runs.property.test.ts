import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applyDeltas } from '@/domain/deltas';
import type { RequestResponse } from '@/domain/sessions';
import { snapshotOf } from '@/domain/workspace';
import { AgentBench } from '@/testing/agent-bench';
import { projectWith, taskWith, workspaceOf } from '@/testing/builders';
import { expectAlways, propertyTimeoutMs } from '@/testing/expect-always';
import { historyFaults } from '@/testing/history-faults';

const titles = ['Old', 'Older', 'New', 'Newer', 'Missing'];
const title = fc.constantFrom(...titles);
const launch = { project: 'Launch' };

/** Calls as models write them: good ones, bad ones, of tools that do not exist, and with arguments that are not JSON. */
const calls = fc.oneof(
  fc.record({
    tool: fc.constant('add_task'),
    args: fc.record({ title, project: fc.constantFrom('Launch', 'Lunch') }),
  }),
  fc.record({
    tool: fc.constant('update_task'),
    args: fc.record({ task: title, priority: fc.constantFrom('high', 'huge') }),
  }),
  fc.record({
    tool: fc.constant('delete_tasks'),
    args: fc.record({ tasks: fc.array(title, { maxLength: 3 }) }),
  }),
  fc.record({ tool: fc.constant('list_tasks'), args: fc.constant(launch) }),
  fc.record({ tool: fc.constant('ask_user'), args: fc.record({ question: title }) }),
  fc.record({
    tool: fc.constantFrom('summon_dragon', '', 'add_task'),
    args: fc.constantFrom('{"title": "Half', '[]', 'null', ''),
  }),
);

/** Ids that models give: their own, repeated ones, and none. */
const ids = fc.constantFrom('a', 'b', 'c', '', 'call_1');
const idCalls = fc.record({ call: calls, id: ids });

const responses = fc.array(
  fc.oneof(
    { arbitrary: fc.array(idCalls, { minLength: 1, maxLength: 5 }), weight: 24 },
    { arbitrary: fc.array(idCalls, { minLength: 100, maxLength: 300 }), weight: 1 },
  ),
  { minLength: 1, maxLength: 4 },
);

/** What the person decides on one request after the other; they stop what still asks behind the last. */
const decisions = fc.array(fc.constantFrom('approve', 'refuse', 'cancel', 'interrupt'), { maxLength: 6 });

function responseTo(isQuestion: boolean, decision: 'approve' | 'refuse'): RequestResponse {
  if (isQuestion) {
    return decision === 'approve' ? { type: 'answered', choices: [], text: 'Yes' } : { type: 'skipped' };
  }
  return decision === 'approve' ? { type: 'approved' } : { type: 'refused', reason: 'No' };
}

describe('any run', { timeout: propertyTimeoutMs }, () => {
  it('[C1] [C2] [I4] commits in the order of its calls, tells each call once with one output, and changes what it says it did', async () => {
    await expectAlways(
      fc.record({ responses, decisions }),
      async ({ responses: script, decisions: chosen }) => {
        const model = new ScriptedModel([
          ...script.map((response) =>
            response.map(({ call, id }) => functionCall(call.tool, call.args, { callId: id })),
          ),
          ...Array.from({ length: 8 }, () => [assistantMessage('Done.')]),
        ]);
        const bench = await AgentBench.open({ model });
        const seed = {
          project: [projectWith('launch', { name: 'Launch' })],
          task: [taskWith('Old'), taskWith('Older')],
        };
        await bench.seed(seed);
        const session = await bench.newSession();
        await bench.send(session, 'Do it all');
        for (let round = 0; ; round += 1) {
          const view = await bench.until(session, ({ status }) => status !== 'running');
          const [request] = view.openRequests;
          if (request === undefined) break;
          const decision = chosen[round] ?? 'cancel';
          if (decision === 'cancel') await bench.command({ type: 'cancel', sessionId: session });
          else if (decision === 'interrupt') await bench.send(session, 'Do something else');
          else await bench.respond(session, request, responseTo(request.spec.type === 'question', decision));
        }
        await bench.close();

        const asked = bench
          .journal(session)
          .flatMap((event) =>
            event.type === 'response-received' ? event.calls.map((call) => call.callId) : [],
          );
        expect(new Set(asked).size).toBe(asked.length);
        const settled = bench.settledCalls(session);
        const settledIds = settled.map((call) => call.callId);
        expect(settledIds).toEqual(asked.filter((id) => settledIds.includes(id)));

        const entries = bench.device.database.log().slice(1);
        const committed = settled.flatMap(({ commitId }) => (commitId === null ? [] : [commitId]));
        expect(entries.map(({ commit }) => commit.id)).toEqual(committed);
        const folded = entries.reduce(
          (workspace, { commit }) => applyDeltas(workspace, commit.deltas),
          workspaceOf(seed),
        );
        expect(snapshotOf(bench.live.state().workspace)).toEqual(snapshotOf(folded));

        for (const { request } of model.calls) {
          expect(typeof request.input === 'string' ? [request.input] : historyFaults(request.input)).toEqual(
            [],
          );
        }
      },
      { share: 0.06 },
    );
  });
});
