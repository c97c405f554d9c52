import {
  callId,
  eventAt,
  runId,
  turnId,
  type SessionEvent,
  type SessionHappening,
  type TurnId,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';

/** A session of this many turns, "turn-0" first; each asks, calls one tool and answers: four items. */
export function longSession(turnCount: number): readonly SessionEvent[] {
  return [
    eventAt(millis(0), { type: 'session-created' }),
    ...Array.from({ length: turnCount }, (_each, index) => addedCalls(index, { replaces: null })).flat(),
  ];
}

/** The events of one turn. */
export function addedCalls(
  number: number,
  { replaces }: { readonly replaces: TurnId | null },
): readonly SessionEvent[] {
  const name = String(number);
  const turn = turnId(`turn-${name}`);
  const run = runId(`run-${name}`);
  const call = callId(`call-${name}`);
  const title = `Add task ${name}`;
  const happenings: readonly SessionHappening[] = [
    { type: 'message-sent', turnId: turn, text: `Question ${name}`, replaces },
    { type: 'run-started', runId: run, turnId: turn, continues: null, carried: [] },
    {
      type: 'response-received',
      runId: run,
      model: 'm',
      items: [{ type: 'function_call', callId: call, name: 'add_task', arguments: '{}' }],
      calls: [{ callId: call, tool: 'add_task', title }],
    },
    {
      type: 'call-settled',
      runId: run,
      callId: call,
      tool: 'add_task',
      title,
      outcome: 'done',
      args: {},
      summary: title,
      output: 'Done.',
      data: null,
      commitId: null,
      counts: { created: 1, changed: 0, deleted: 0, sent: 0 },
      touched: [],
      createdIds: [],
      startedAt: millis(number),
    },
    {
      type: 'response-received',
      runId: run,
      model: 'm',
      items: [
        { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: `Answer ${name}` }] },
      ],
      calls: [],
    },
    { type: 'run-ended', runId: run, outcome: 'completed', failure: null },
  ];
  return happenings.map((happening) => eventAt(millis(number), happening));
}
