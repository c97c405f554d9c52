import { toolWords, type Answer, type LiveText, type ThinkingStep } from '@/domain/sessions';
import type { Millis } from '@/domain/workspace';

import { durationWords } from '../changes/receipt-words';

const stepTypeWords = {
  reasoning: 'Reasoning',
  planning: 'Planning',
  tool_call: 'Tool call',
  result: 'Result',
} as const satisfies Record<ThinkingStep['type'], string>;

export const stepStatusWords = {
  pending: 'Pending',
  in_progress: 'In progress',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const satisfies Record<ThinkingStep['status'], string>;

export function isActive(answer: Pick<Answer, 'status'>): boolean {
  return answer.status === 'running' || answer.status === 'awaiting_user';
}

/** "Thought for 12 s · 3 actions", or what is going on now. */
export function thinkingSummary(answer: Answer, steps: readonly ThinkingStep[]): string {
  if (isActive(answer)) {
    const current = steps.findLast((step) => step.status === 'in_progress');
    if (answer.status === 'awaiting_user') return 'Waiting for you';
    return current === undefined ? 'Working' : current.title;
  }
  const actions = steps.filter((step) => step.type === 'tool_call' && step.status === 'completed').length;
  const time = durationWords(answer.receipt.durationMs);
  const lead = answer.status === 'completed' ? 'Thought for' : 'Stopped after';
  if (actions === 0) return `${lead} ${time}`;
  return `${lead} ${time} · ${actions === 1 ? '1 action' : `${String(actions)} actions`}`;
}

/**
 * What stands beside a step's title: its kind, how it stands and how long it took. A title that is its kind does not say it twice, and
 * what went as it should is said by its picture, to be said in words to those who do not see it.
 */
export function stepFacts(step: ThinkingStep, now: Millis): string {
  const type = stepTypeWords[step.type];
  return [
    step.title === type ? '' : type,
    step.status === 'completed' ? '' : stepStatusWords[step.status],
    stepTime(step, now) ?? '',
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** How long a step took, or has taken so far; null where a time would say nothing. */
function stepTime(step: ThinkingStep, now: Millis): string | null {
  if (step.status === 'pending' || step.type === 'result') return null;
  const elapsed = (step.endedAt ?? now) - step.startedAt;
  return elapsed < 50 && step.endedAt !== null ? null : durationWords(Math.max(0, elapsed));
}

/** What of a stream the steps show: it changes much less often than the text. */
export interface LiveThinking {
  readonly reasoning: string;
  readonly isWriting: boolean;
  /** The tool whose arguments are arriving. */
  readonly lastCall: string | null;
}

export function liveThinking({ reasoning, text, calls }: LiveText): LiveThinking {
  return { reasoning, isWriting: text !== '', lastCall: calls.at(-1) ?? null };
}

/** What is streaming now belongs to the thinking that is still going on; once that is journaled, the stream is old. */
export function liveOf(answer: Answer, live: LiveText | null): LiveText | null {
  if (live === null || live.runId !== answer.runId) return null;
  return openPlanning(answer) === undefined ? null : live;
}

function openPlanning(answer: Answer): ThinkingStep | undefined {
  return answer.steps.findLast((step) => step.type === 'planning' && step.status === 'in_progress');
}

/** The steps of an answer with what is streaming: reasoning stands before the planning that it leads to, as it will be journaled. */
export function stepsWithLive(answer: Answer, live: LiveThinking | null): readonly ThinkingStep[] {
  const planning = openPlanning(answer);
  if (live === null || planning === undefined) return answer.steps;
  const before = answer.steps.filter((step) => step !== planning);
  const nowPlanning = { ...planning, title: planningTitle(live) };
  if (live.reasoning === '') return [...before, nowPlanning];
  const count = before.filter((step) => step.type === 'reasoning').length;
  const isOver = live.isWriting || live.lastCall !== null;
  const reasoning: ThinkingStep = {
    ...planning,
    id: `${answer.runId}:reasoning-${String(count + 1)}`,
    type: 'reasoning',
    status: isOver ? 'completed' : 'in_progress',
    title: 'Reasoning',
    detail: live.reasoning,
  };
  return [...before, reasoning, nowPlanning];
}

function planningTitle({ isWriting, lastCall }: LiveThinking): string {
  if (lastCall !== null) return `Preparing: ${toolWords(lastCall)}`;
  return isWriting ? 'Writing the answer' : 'Thinking';
}

/** The id that the text which is streaming will have in the journal: drawn under it, it goes on without a break. */
export function liveTextId(answer: Answer): string {
  const turn = answer.steps.filter((step) => step.type === 'planning').length;
  return `${answer.runId}:text-${String(turn)}`;
}
