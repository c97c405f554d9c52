import type { SessionEvent } from './events';
import type { RunId } from './ids';
import type { Answer, InterruptedRun, TranscriptEntry } from './view';

/** How many runs that were stopped are kept at hand [I7]. */
const keptCount = 5;

/** The runs that were stopped before they were done, newest first, after one more event; `entries` are those after it. */
export function interruptedRunsAfter(
  runs: readonly InterruptedRun[],
  entries: readonly TranscriptEntry[],
  event: SessionEvent,
): readonly InterruptedRun[] {
  if (event.type === 'run-started') return event.continues === null ? runs : without(runs, event.continues);
  if (event.type === 'run-ended') return afterEnd(runs, entries, event);
  if (event.type === 'call-settled') return afterLateCall(runs, entries, event.runId);
  const isReplacing = event.type === 'message-sent' && event.replaces !== null && runs.length > 0;
  return isReplacing ? standing(runs, entries) : runs;
}

function afterEnd(
  runs: readonly InterruptedRun[],
  entries: readonly TranscriptEntry[],
  { runId, outcome }: Extract<SessionEvent, { type: 'run-ended' }>,
): readonly InterruptedRun[] {
  const isStopped = outcome === 'cancelled' || outcome === 'interrupted';
  const run = isStopped ? interruptedRun(entries, runId) : null;
  const others = without(runs, runId);
  return run === null ? others : [run, ...others].slice(0, keptCount);
}

/** A call that ends after its run has: what was dropped is done after all. */
function afterLateCall(
  runs: readonly InterruptedRun[],
  entries: readonly TranscriptEntry[],
  runId: RunId,
): readonly InterruptedRun[] {
  if (!runs.some((run) => run.runId === runId)) return runs;
  return runs.map((run) => (run.runId === runId ? (interruptedRun(entries, runId) ?? run) : run));
}

function without(runs: readonly InterruptedRun[], runId: RunId): readonly InterruptedRun[] {
  return runs.some((run) => run.runId === runId) ? runs.filter((run) => run.runId !== runId) : runs;
}

/** Without those whose message was edited and sent again. */
function standing(
  runs: readonly InterruptedRun[],
  entries: readonly TranscriptEntry[],
): readonly InterruptedRun[] {
  return runs.filter((run) =>
    entries.some((entry) => entry.type === 'message' && entry.turnId === run.turnId && !entry.isReplaced),
  );
}

function interruptedRun(entries: readonly TranscriptEntry[], runId: RunId): InterruptedRun | null {
  const answer = entries.findLast((entry) => entry.type === 'answer' && entry.runId === runId);
  if (answer?.type !== 'answer' || answer.endedAt === null) return null;
  const message = entries.findLast((entry) => entry.type === 'message' && entry.turnId === answer.turnId);
  return {
    runId,
    turnId: answer.turnId,
    asked: message?.type === 'message' ? message.text : '',
    ...callsOf(answer),
    endedAt: answer.endedAt,
  };
}

/** A call without a result never ended. */
function callsOf({ steps }: Answer): Pick<InterruptedRun, 'done' | 'dropped'> {
  const ended = new Set(steps.flatMap((step) => (step.type === 'result' ? [step.callId] : [])));
  const calls = steps.filter((step) => step.type === 'tool_call');
  return {
    done: calls.filter((step) => step.status === 'completed').map((step) => step.title),
    dropped: calls.filter((step) => !ended.has(step.callId)).map((step) => step.title),
  };
}
