import type { Millis } from '../workspace';
import type { ModelItem, ResponseCall, SessionEvent, SettledCall } from './events';
import type { RequestId, RunId } from './ids';
import { messageText, rawArguments, reasoningText } from './items';
import type { PersonRequest } from './request';
import { usageWith } from './usage';
import type { Answer, AnswerBlock, Receipt, RunStatus, ThinkingStep } from './view';

type Happened<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>;

export function newAnswer(event: Happened<'run-started'>): Answer {
  const { runId, turnId, at, carried } = event;
  const steps = carried.map((call, index) => callStep(call, { runId, at, detail: '', isFirst: index === 0 }));
  return {
    type: 'answer',
    runId,
    turnId,
    status: 'running',
    startedAt: at,
    endedAt: null,
    steps: carried.length === 0 ? [planningStep(runId, [], at)] : steps,
    blocks: [],
    commitIds: [],
    receipt: { created: 0, changed: 0, deleted: 0, sent: 0, approvals: 0, durationMs: 0 },
    failure: null,
  };
}

/** The answer after one more event of its run. */
export function answerAfter(
  answer: Answer,
  event: Happened<
    | 'request-opened'
    | 'request-extended'
    | 'request-settled'
    | 'response-received'
    | 'response-cut'
    | 'call-settled'
    | 'run-ended'
  >,
): Answer {
  switch (event.type) {
    case 'response-received':
      return afterResponse(answer, event);
    case 'response-cut':
      return afterCut(answer, event);
    case 'request-opened':
      return withBlocks(answer, [...answer.blocks, { type: 'request', request: event.request }]);
    case 'request-extended':
      return withRequest(answer, event.requestId, { deadline: event.deadline });
    case 'request-settled':
      return withRequest(answer, event.requestId, { status: event.status });
    case 'call-settled':
      return afterCall(answer, event);
    case 'run-ended':
      return ended(answer, event);
  }
}

function withRequest(answer: Answer, id: RequestId, changes: Partial<PersonRequest>): Answer {
  return withBlocks(
    answer,
    answer.blocks.map((block) =>
      block.type === 'request' && block.request.id === id
        ? { ...block, request: { ...block.request, ...changes } }
        : block,
    ),
  );
}

/** The model thinks about what to do next: real work with a beginning and an end, whatever comes of it. */
function planningStep(runId: RunId, steps: readonly ThinkingStep[], at: Millis): ThinkingStep {
  const count = steps.filter((step) => step.type === 'planning').length;
  return {
    id: `${runId}:planning-${String(count + 1)}`,
    type: 'planning',
    status: 'in_progress',
    title: 'Thinking',
    detail: '',
    startedAt: at,
    endedAt: null,
    callId: null,
    commitId: null,
  };
}

interface NewCall {
  readonly runId: RunId;
  readonly at: Millis;
  readonly detail: string;
  readonly isFirst: boolean;
}

function callStep(call: ResponseCall, { runId, at, detail, isFirst }: NewCall): ThinkingStep {
  return {
    id: `${runId}:call:${call.callId}`,
    type: 'tool_call',
    status: isFirst ? 'in_progress' : 'pending',
    title: call.title,
    detail,
    startedAt: at,
    endedAt: null,
    callId: call.callId,
    commitId: null,
  };
}

function afterResponse(answer: Answer, event: Happened<'response-received'>): Answer {
  const { runId, items, calls, at } = event;
  const text = textIn(items);
  const turn = countOf(answer.steps, 'planning');
  const newCalls = calls.map((call, index) =>
    callStep(call, { runId, at, detail: rawArguments(items, call.callId), isFirst: index === 0 }),
  );
  const reasoning = items.map(reasoningText).filter((part) => part !== '');
  const open = answer.steps.findLast((step) => step.type === 'planning' && step.status === 'in_progress');
  const planning: readonly ThinkingStep[] =
    open === undefined ? [] : [{ ...open, ...plannedWords(calls), status: 'completed', endedAt: at }];
  return {
    ...answer,
    ...(event.usage === undefined
      ? {}
      : { usage: usageWith(answer.usage ?? [], { model: event.model, usage: event.usage }) }),
    steps: [
      ...answer.steps.filter((step) => step !== open),
      ...reasoningSteps(reasoning, { answer, at, status: 'completed', startedAt: open?.startedAt ?? at }),
      ...planning,
      ...newCalls,
    ],
    blocks:
      text === ''
        ? answer.blocks
        : [...answer.blocks, { type: 'text', id: `${runId}:text-${String(turn)}`, text, isComplete: true }],
  };
}

function plannedWords(calls: readonly ResponseCall[]): Pick<ThinkingStep, 'title' | 'detail'> {
  if (calls.length === 0) return { title: 'Answered', detail: '' };
  const count = calls.length === 1 ? '1 action' : `${String(calls.length)} actions`;
  return { title: `Planned ${count}`, detail: calls.map((call) => call.title).join('\n') };
}

interface Reasoned {
  readonly answer: Answer;
  readonly startedAt: Millis;
  readonly at: Millis;
  readonly status: ThinkingStep['status'];
}

function reasoningSteps(texts: readonly string[], reasoned: Reasoned): readonly ThinkingStep[] {
  const { answer, startedAt, at, status } = reasoned;
  const before = countOf(answer.steps, 'reasoning');
  return texts.map((text, index) => ({
    id: `${answer.runId}:reasoning-${String(before + index + 1)}`,
    type: 'reasoning',
    status,
    title: 'Reasoning',
    detail: text,
    startedAt,
    endedAt: at,
    callId: null,
    commitId: null,
  }));
}

function countOf(steps: readonly ThinkingStep[], type: ThinkingStep['type']): number {
  return steps.filter((step) => step.type === type).length;
}

function textIn(items: readonly ModelItem[]): string {
  return items
    .map(messageText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function afterCut(answer: Answer, event: Happened<'response-cut'>): Answer {
  const { text, reasoning, at, runId } = event;
  const open = answer.steps.findLast((step) => step.type === 'planning' && step.status === 'in_progress');
  const thoughts = reasoningSteps(reasoning === '' ? [] : [reasoning], {
    answer,
    at,
    status: 'cancelled',
    startedAt: open?.startedAt ?? at,
  });
  const id = `${runId}:text-${String(countOf(answer.steps, 'planning'))}`;
  return {
    ...answer,
    steps: [
      ...answer.steps.filter((step) => step !== open),
      ...thoughts,
      ...(open === undefined ? [] : [open]),
    ],
    blocks: text === '' ? answer.blocks : [...answer.blocks, { type: 'text', id, text, isComplete: false }],
  };
}

/** Replaces the blocks, and derives what depends on the requests among them. */
function withBlocks(answer: Answer, blocks: readonly AnswerBlock[]): Answer {
  const requests = blocks.flatMap((block) => (block.type === 'request' ? [block.request] : []));
  const isWaiting = requests.some((request) => request.status.type === 'open');
  const isActive = answer.status === 'running' || answer.status === 'awaiting_user';
  const status: RunStatus = isWaiting ? 'awaiting_user' : 'running';
  return {
    ...answer,
    blocks,
    status: isActive ? status : answer.status,
    receipt: { ...answer.receipt, approvals: requests.filter(isApproved).length },
  };
}

function isApproved({ status }: PersonRequest): boolean {
  if (status.type !== 'responded') return false;
  return status.response.type === 'approved' || status.response.type === 'approved-with-changes';
}

function afterCall(answer: Answer, event: Happened<'call-settled'>): Answer {
  return answer.endedAt === null ? afterNextCall(answer, event) : afterLateCall(answer, event);
}

/** A tool that did not listen when its run was stopped: what became of it is shown where it was asked for. */
function afterLateCall(answer: Answer, event: Happened<'call-settled'>): Answer {
  const isKnown = answer.steps.some((step) => step.type === 'result' && step.callId === event.callId);
  if (isKnown) return answer;
  const late = { ...event, summary: `After the run had ended: ${event.summary}` };
  return {
    ...answer,
    steps: answer.steps.flatMap((step) =>
      step.type === 'tool_call' && step.callId === event.callId
        ? [settledStep(step, event), resultStep(late, event.at)]
        : [step],
    ),
    ...changesWith(answer, event),
  };
}

function afterNextCall(answer: Answer, event: Happened<'call-settled'>): Answer {
  const { at, runId } = event;
  const steps = answer.steps.flatMap((step) =>
    step.type === 'tool_call' && step.callId === event.callId && step.endedAt === null
      ? [settledStep(step, event), resultStep(event, at)]
      : [step],
  );
  const next = steps.findIndex((step) => step.status === 'pending');
  const following = steps[next];
  return {
    ...answer,
    steps:
      following === undefined
        ? [...steps, planningStep(runId, steps, at)]
        : steps.with(next, { ...following, status: 'in_progress', startedAt: at }),
    ...changesWith(answer, event),
  };
}

function changesWith(answer: Answer, call: SettledCall): Pick<Answer, 'commitIds' | 'receipt'> {
  return {
    commitIds: call.commitId === null ? answer.commitIds : [...answer.commitIds, call.commitId],
    receipt: receiptWith(answer.receipt, call),
  };
}

function settledStep(step: ThinkingStep, call: SettledCall & { readonly at: Millis }): ThinkingStep {
  return {
    ...step,
    status: stepStatuses[call.outcome],
    title: call.title,
    detail: call.args === null ? step.detail : JSON.stringify(call.args, null, 2),
    startedAt: call.startedAt,
    endedAt: call.at,
    commitId: call.commitId,
  };
}

function resultStep(call: SettledCall, at: Millis): ThinkingStep {
  return {
    id: `${call.runId}:result:${call.callId}`,
    type: 'result',
    status: stepStatuses[call.outcome],
    title: call.summary,
    detail: call.output,
    startedAt: at,
    endedAt: at,
    callId: call.callId,
    commitId: null,
  };
}

const stepStatuses = {
  done: 'completed',
  failed: 'failed',
  refused: 'cancelled',
  unanswered: 'cancelled',
  superseded: 'cancelled',
} as const satisfies Record<SettledCall['outcome'], ThinkingStep['status']>;

function receiptWith(receipt: Receipt, { counts }: SettledCall): Receipt {
  return {
    ...receipt,
    created: receipt.created + counts.created,
    changed: receipt.changed + counts.changed,
    deleted: receipt.deleted + counts.deleted,
    sent: receipt.sent + counts.sent,
  };
}

function ended(answer: Answer, event: Happened<'run-ended'>): Answer {
  const { at, outcome, failure } = event;
  return {
    ...answer,
    status: outcome,
    endedAt: at,
    failure,
    steps: answer.steps.map((step) => lastStateOf(step, event)),
    receipt: { ...answer.receipt, durationMs: Math.max(0, at - answer.startedAt) },
  };
}

/** What had not ended is cancelled; thinking in which the run failed has failed. */
function lastStateOf(step: ThinkingStep, { at, outcome }: Happened<'run-ended'>): ThinkingStep {
  if (step.status !== 'pending' && step.status !== 'in_progress') return step;
  const hasFailed = outcome === 'failed' && step.type === 'planning';
  return { ...step, status: hasFailed ? 'failed' : 'cancelled', endedAt: at };
}
