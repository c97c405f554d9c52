import type { Millis } from '../workspace';
import { answerAfter, newAnswer } from './answer-after';
import type { SessionEvent } from './events';
import type { RunId, SessionId, TurnId } from './ids';
import { interruptedRunsAfter } from './interrupted-runs';
import { emptyQueue, queueAfter } from './queue';
import type { PersonRequest } from './request';
import { titleFrom } from './titles';
import type {
  Answer,
  SessionModel,
  SessionStatus,
  SessionSummary,
  SessionView,
  TranscriptEntry,
} from './view';

/** A session before anything was said in it. */
export function newView(id: SessionId, at: Millis): SessionView {
  return {
    id,
    title: '',
    createdAt: at,
    updatedAt: at,
    status: 'idle',
    isArchived: false,
    entries: [],
    openRequests: [],
    grants: [],
    queue: emptyQueue,
    interruptedRuns: [],
    findings: [],
  };
}

/** The view of a whole journal; null when it does not begin with the making of the session. */
export function viewOf(id: SessionId, events: readonly SessionEvent[]): SessionView | null {
  const [first] = events;
  return first?.type === 'session-created' ? events.reduce(viewAfter, newView(id, first.at)) : null;
}

/**
 * The view after one more event. What the event does not touch keeps its identity, so its cost does not depend on how much was said
 * before, and a screen can tell what changed.
 */
export function viewAfter(view: SessionView, event: SessionEvent): SessionView {
  const after = talkAfter(view, event);
  const queue = queueAfter(view.queue, event);
  const interruptedRuns = interruptedRunsAfter(view.interruptedRuns, after.entries, event);
  const isSame = queue === view.queue && interruptedRuns === view.interruptedRuns;
  return isSame ? after : { ...after, queue, interruptedRuns, updatedAt: event.at };
}

/** What was said and done, and the status that follows from it. */
function talkAfter(view: SessionView, event: SessionEvent): SessionView {
  if (isOfAnswer(event)) {
    const runId = runOf(view, event);
    return runId === null ? view : settledView(view, entriesWith(view, runId, event), event.at);
  }
  if (!isOfTalk(event)) return view;
  switch (event.type) {
    case 'session-created':
      return { ...view, createdAt: event.at, updatedAt: event.at };
    case 'audited':
      return { ...view, findings: [...view.findings, ...event.findings] };
    case 'history-summarised':
      return { ...view, summary: { through: event.through, text: event.text, by: event.by } };
    case 'model-chosen':
      return withModel(view, event.choice);
    case 'session-renamed':
      return { ...view, title: event.title };
    case 'session-archived':
      return { ...view, isArchived: true };
    case 'session-unarchived':
      return { ...view, isArchived: false };
    case 'grant-given':
      return view.grants.includes(event.tool) ? view : { ...view, grants: [...view.grants, event.tool] };
    case 'grant-revoked':
      return { ...view, grants: view.grants.filter((tool) => tool !== event.tool) };
    case 'message-sent':
      return withMessage(view, event);
    case 'run-started':
      return settledView(broughtBack(view), [...view.entries, newAnswer(event)], event.at);
  }
}

/** What goes on is not put away. */
function broughtBack(view: SessionView): SessionView {
  return view.isArchived ? { ...view, isArchived: false } : view;
}

function withModel(view: SessionView, choice: SessionModel | null): SessionView {
  const { modelChoice: _before, ...rest } = view;
  return choice === null ? rest : { ...rest, modelChoice: choice };
}

export function summaryOf(view: SessionView): SessionSummary {
  const { id, title, status, isArchived, createdAt, updatedAt } = view;
  return { id, title, status, isArchived, createdAt, updatedAt };
}

function withMessage(view: SessionView, event: Extract<SessionEvent, { type: 'message-sent' }>): SessionView {
  const message: TranscriptEntry = {
    type: 'message',
    turnId: event.turnId,
    text: event.text,
    at: event.at,
    isReplaced: false,
  };
  const before = event.replaces === null ? view.entries : replacedFrom(view.entries, event.replaces);
  return {
    ...broughtBack(withStandingSummary(view, before)),
    title: view.title === '' ? titleFrom(event.text) : view.title,
    updatedAt: event.at,
    entries: [...before, message],
  };
}

/** A summary of what has left the conversation says nothing any more. */
function withStandingSummary(view: SessionView, entries: readonly TranscriptEntry[]): SessionView {
  const { summary, ...rest } = view;
  const isGone = entries.some(
    (entry) => entry.type === 'message' && entry.turnId === summary?.through && entry.isReplaced,
  );
  return isGone ? rest : view;
}

/** Marks a message, and those behind it, as no longer part of the conversation. */
function replacedFrom(entries: readonly TranscriptEntry[], turnId: TurnId): readonly TranscriptEntry[] {
  const place = entries.findIndex((entry) => entry.type === 'message' && entry.turnId === turnId);
  if (place === -1) return entries;
  return entries.map((entry, index) =>
    index < place || entry.type !== 'message' || entry.isReplaced ? entry : { ...entry, isReplaced: true },
  );
}

const talkEvents = [
  'session-created',
  'session-renamed',
  'session-archived',
  'session-unarchived',
  'message-sent',
  'run-started',
  'audited',
  'history-summarised',
  'model-chosen',
  'grant-given',
  'grant-revoked',
] as const;

function isOfTalk(
  event: SessionEvent,
): event is Extract<SessionEvent, { type: (typeof talkEvents)[number] }> {
  return talkEvents.some((type) => type === event.type);
}

const answerEvents = [
  'request-opened',
  'request-extended',
  'request-settled',
  'response-received',
  'response-cut',
  'call-settled',
  'run-ended',
] as const;

type AnswerEvent = Extract<SessionEvent, { type: (typeof answerEvents)[number] }>;

function isOfAnswer(event: SessionEvent): event is AnswerEvent {
  return answerEvents.some((type) => type === event.type);
}

/** The answer that an event belongs to, as it is after it; null for what belongs to no run. */
export function answerOf(view: SessionView, event: SessionEvent): Answer | null {
  const runId = isOfAnswer(event) ? runOf(view, event) : 'runId' in event ? event.runId : null;
  const answer = view.entries.findLast((entry) => entry.type === 'answer' && entry.runId === runId);
  return answer?.type === 'answer' ? answer : null;
}

function runOf(view: SessionView, event: AnswerEvent): RunId | null {
  if (event.type === 'request-opened') return event.request.runId;
  if (event.type !== 'request-settled' && event.type !== 'request-extended') return event.runId;
  for (const entry of view.entries.toReversed()) {
    if (entry.type === 'answer' && hasRequest(entry, event.requestId)) return entry.runId;
  }
  return null;
}

function hasRequest(answer: Answer, requestId: string): boolean {
  return answer.blocks.some((block) => block.type === 'request' && block.request.id === requestId);
}

function entriesWith(view: SessionView, runId: RunId, event: AnswerEvent): readonly TranscriptEntry[] {
  const place = view.entries.findLastIndex((entry) => entry.type === 'answer' && entry.runId === runId);
  const answer = view.entries[place];
  return answer?.type === 'answer' ? view.entries.with(place, answerAfter(answer, event)) : view.entries;
}

/** Derives what depends on the entries: the status and what waits for the person. */
function settledView(view: SessionView, entries: readonly TranscriptEntry[], at: Millis): SessionView {
  const openRequests = openRequestsIn(entries);
  return {
    ...view,
    entries,
    updatedAt: at,
    openRequests: sameRequests(view.openRequests, openRequests) ? view.openRequests : openRequests,
    status: statusOf(entries),
  };
}

function statusOf(entries: readonly TranscriptEntry[]): SessionStatus {
  const newest = entries.findLast((entry) => entry.type === 'answer');
  return newest?.type === 'answer' ? newest.status : 'idle';
}

/** Only the newest run can wait for somebody: a run ends before the next one starts. */
function openRequestsIn(entries: readonly TranscriptEntry[]): readonly PersonRequest[] {
  const newest = entries.findLast((entry) => entry.type === 'answer');
  if (newest?.type !== 'answer' || newest.status !== 'awaiting_user') return [];
  return newest.blocks.flatMap((block) =>
    block.type === 'request' && block.request.status.type === 'open' ? [block.request] : [],
  );
}

function sameRequests(left: readonly PersonRequest[], right: readonly PersonRequest[]): boolean {
  return left.length === right.length && left.every((request, index) => request === right[index]);
}
