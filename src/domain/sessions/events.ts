import type { CommitId } from '../deltas';
import type { TokenUsage } from '../models';
import type { Millis } from '../workspace';
import type { CallId, RequestId, RunId, TurnId } from './ids';
import type { CallArguments, Json, PersonRequest, RequestStatus } from './request';
import type { AuditFinding, RunFailure, RunStatus, SessionModel } from './view';

/**
 * One item of a conversation with a model, as plain JSON: a message, reasoning, a call or a call's output. Kept exactly as the model
 * sent it, so that it can be sent back.
 */
export type ModelItem = { readonly type: string; readonly [field: string]: Json };

/** A call that a model response asks for; its raw arguments are in the response's items. */
export interface ResponseCall {
  readonly callId: CallId;
  readonly tool: string;
  /** Verb first, for people, as far as it was known before the call ran. */
  readonly title: string;
}

/** How a call ended. Only `done` may have changed something. */
export type CallOutcome =
  | 'done'
  | 'failed'
  /** The person refused it. */
  | 'refused'
  /** Nobody answered in time [Q4]. */
  | 'unanswered'
  /** It stood behind a call that was refused or not answered, so it did not run [C5]. */
  | 'superseded';

export interface CallCounts {
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
  readonly sent: number;
}

/** Everything there is to know about a call that ended: written in one transaction with what it did. */
export interface SettledCall {
  readonly runId: RunId;
  readonly callId: CallId;
  readonly tool: string;
  readonly title: string;
  readonly outcome: CallOutcome;
  /** As they ran, changes of the person included; null when they could not be read. */
  readonly args: CallArguments | null;
  /** One line for people: what happened. */
  readonly summary: string;
  /** What the model hears. */
  readonly output: string;
  readonly data: Json;
  /** The commit that can be undone; null when nothing changed, or when it left the app. */
  readonly commitId: CommitId | null;
  readonly counts: CallCounts;
  /** Ids of the items that were there before and that it changed without the person having been asked [C3]. */
  readonly touched: readonly string[];
  readonly createdIds: readonly string[];
  readonly startedAt: Millis;
}

/** What happened in a session. A new member or field must be optional for old readers: stored events are never rewritten. */
export type SessionHappening =
  | { readonly type: 'session-created' }
  | { readonly type: 'session-renamed'; readonly title: string }
  | { readonly type: 'session-deleted' }
  | { readonly type: 'session-restored' }
  /** Put away, out of the list. Whatever is said or done in it afterwards brings it back as well. */
  | { readonly type: 'session-archived' }
  | { readonly type: 'session-unarchived' }
  /** `replaces` names the turn whose place it takes: that turn and all after it leave the model's history. */
  | {
      readonly type: 'message-sent';
      readonly turnId: TurnId;
      readonly text: string;
      readonly replaces: TurnId | null;
    }
  /** `continues` names the run it goes on from; `carried` are the calls which that one left open. */
  | {
      readonly type: 'run-started';
      readonly runId: RunId;
      readonly turnId: TurnId;
      readonly continues: RunId | null;
      readonly carried: readonly ResponseCall[];
    }
  /** Journaled before any of its calls starts [L1]. `model` names who answered: items of one model may be illegal for another. */
  | {
      readonly type: 'response-received';
      readonly runId: RunId;
      readonly model: string;
      readonly items: readonly ModelItem[];
      readonly calls: readonly ResponseCall[];
      readonly usage?: TokenUsage;
    }
  /** What has streamed since the last checkpoint or response [L5]. Shown only when the response never arrives. */
  | {
      readonly type: 'text-checkpointed';
      readonly runId: RunId;
      readonly text: string;
      readonly reasoning: string;
      /** The request was made again after its page had gone: what was kept of the first answer does not count. */
      readonly startsOver?: true;
    }
  /** A response that broke off: what had arrived of it [I5]. */
  | {
      readonly type: 'response-cut';
      readonly runId: RunId;
      readonly text: string;
      readonly reasoning: string;
    }
  | { readonly type: 'request-opened'; readonly request: PersonRequest }
  /** The person took more time: the request has this deadline from now on; null for none [Q4]. */
  | { readonly type: 'request-extended'; readonly requestId: RequestId; readonly deadline: Millis | null }
  | { readonly type: 'request-settled'; readonly requestId: RequestId; readonly status: RequestStatus }
  /** Something is about to leave the app [C7]; without a `call-settled` behind it, nobody knows whether it did. */
  | {
      readonly type: 'effect-started';
      readonly runId: RunId;
      readonly callId: CallId;
      readonly key: string;
      readonly emailIds: readonly string[];
      /** By which way, in words; older sessions do not tell. */
      readonly via?: string;
      /** What the call will be recorded as when it ends. */
      readonly call: SettledCall;
    }
  | ({ readonly type: 'call-settled' } & SettledCall)
  /** `interrupted` without a failure: a newer message took its place; with one: its page went away. */
  | {
      readonly type: 'run-ended';
      readonly runId: RunId;
      readonly outcome: Exclude<RunStatus, 'running' | 'awaiting_user'>;
      readonly failure: RunFailure | null;
    }
  /** Waits behind the run that is active [I3]. It leaves the queue with its `message-sent`, or when it is removed. */
  | { readonly type: 'message-queued'; readonly turnId: TurnId; readonly text: string }
  | { readonly type: 'queued-edited'; readonly turnId: TurnId; readonly text: string }
  /** Puts it before another one; null puts it last. */
  | { readonly type: 'queued-moved'; readonly turnId: TurnId; readonly before: TurnId | null }
  | { readonly type: 'queued-removed'; readonly turnId: TurnId }
  /** Nothing of the queue is sent until the person resumes it or sends again [I3]. */
  | { readonly type: 'queue-held' }
  | { readonly type: 'queue-resumed' }
  /** What a check of the whole session found that did not fit, and what became of it. */
  | { readonly type: 'audited'; readonly findings: readonly AuditFinding[] }
  /** Everything up to and with a turn is sent to models as this text from now on. The journal keeps it all. */
  | {
      readonly type: 'history-summarised';
      readonly through: TurnId;
      readonly text: string;
      /** Made by rule, or written by the person. */
      readonly by: 'momentum' | 'person';
    }
  /** Who answers in this session from the next run on; null for whoever is set for all sessions. */
  | { readonly type: 'model-chosen'; readonly choice: SessionModel | null }
  | { readonly type: 'grant-given'; readonly tool: string }
  | { readonly type: 'grant-revoked'; readonly tool: string };

/** One event of a session journal. `version` is that of its shape; 1 is the first. */
export type SessionEvent = SessionHappening & { readonly version: 1; readonly at: Millis };

export function eventAt(at: Millis, happening: SessionHappening): SessionEvent {
  return { ...happening, version: 1, at };
}
