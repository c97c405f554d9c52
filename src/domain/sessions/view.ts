import type { CommitId } from '../deltas';
import type { TokenUsage } from '../models';
import type { Millis } from '../workspace';
import type { CallId, RunId, SessionId, TurnId } from './ids';
import type { PersonRequest } from './request';

/** A session before its first run is `idle`; otherwise it has the status of its newest run. */
export type SessionStatus = 'idle' | RunStatus;

export type RunStatus = 'running' | 'awaiting_user' | 'completed' | 'cancelled' | 'interrupted' | 'failed';

/** One conversation as a screen shows it: a fold of its journal. Parts that did not change keep their identity. */
export interface SessionView {
  readonly id: SessionId;
  readonly title: string;
  readonly createdAt: Millis;
  readonly updatedAt: Millis;
  readonly status: SessionStatus;
  /** Put away by the person [S6]: out of the list, and found by search. */
  readonly isArchived: boolean;
  readonly entries: readonly TranscriptEntry[];
  /** Waiting for the person, oldest first. */
  readonly openRequests: readonly PersonRequest[];
  readonly summary?: HistorySummary;
  /** Who answers here, where it is not whoever is set for all sessions. */
  readonly modelChoice?: SessionModel;
  /** Tools that may run unasked in this session. */
  readonly grants: readonly string[];
  readonly queue: MessageQueue;
  /** The last five runs that were stopped before they were done, newest first; `continue` goes on with any of them [I7]. */
  readonly interruptedRuns: readonly InterruptedRun[];
  /** What checks of this session found that did not fit, oldest first; empty for almost every session. */
  readonly findings: readonly AuditFinding[];
}

/** A model that was chosen for one session. How its provider is reached is in the settings, and no address or key is in here. */
export interface SessionModel {
  /** As the settings of this device name it; they need not know it. */
  readonly provider: string;
  /** As the provider calls it; empty where the provider has only one. */
  readonly model: string;
}

/** Messages that wait for their turn, first to be sent first [I3]. `isHeld`: none is sent until the person resumes it or sends again. */
export interface MessageQueue {
  readonly items: readonly QueuedMessage[];
  readonly isHeld: boolean;
}

export interface QueuedMessage {
  readonly turnId: TurnId;
  readonly text: string;
  readonly queuedAt: Millis;
}

/** What a run that was stopped leaves behind [I7]. */
export interface InterruptedRun {
  readonly runId: RunId;
  readonly turnId: TurnId;
  /** The message that it worked on. */
  readonly asked: string;
  /** The calls that are done, by title, in their order. */
  readonly done: readonly string[];
  /** The calls that were asked for and did not run, by title, in their order. */
  readonly dropped: readonly string[];
  readonly endedAt: Millis;
}

/**
 * Something in a session that did not fit together. `repaired`: it does again. `set-aside`: it is left where it is, and the session
 * goes on without it. Nothing that a person wrote is ever deleted.
 */
export interface AuditFinding {
  readonly code: AuditCode;
  readonly outcome: 'repaired' | 'set-aside';
  /** What it is about: a run, a turn, a call, a request, or a place in the journal. With `code` it names the finding. */
  readonly subject: string;
  /** For people: what was wrong, and what became of it. */
  readonly message: string;
}

export type AuditCode =
  /** A run was begun before another one had ended. */
  | 'run-overtaken'
  /** A message was sent, and no run was begun for it. */
  | 'message-without-run'
  /** A question or approval is open, and its run has ended. */
  | 'request-without-run'
  /** A message was edited in the queue, and how it came there cannot be read. */
  | 'queued-without-origin'
  /** An event belongs to a run, call or message that is not in the journal. */
  | 'event-without-origin'
  /** A call has ended twice; the first end counts. */
  | 'call-ended-twice'
  /** A record cannot be read, or is missing. */
  | 'record-unreadable';

export type TranscriptEntry = UserMessage | Answer;

export interface UserMessage {
  readonly type: 'message';
  readonly turnId: TurnId;
  readonly text: string;
  readonly at: Millis;
  /** Edited and sent again: the newer turn stands in its place in the model's history. */
  readonly isReplaced: boolean;
}

/** What models are sent in place of the older part of a conversation. */
export interface HistorySummary {
  /** The last turn that it stands for. */
  readonly through: TurnId;
  readonly text: string;
  readonly by: 'momentum' | 'person';
}

/** What the responses of one model cost. */
export interface ModelUsage {
  /** Who answered, as the journal names it. */
  readonly model: string;
  readonly tokens: TokenUsage;
  /** Tokens of the conversation after the newest response: how full the model's context is. */
  readonly context: number;
}

/** What one run did and said. */
export interface Answer {
  readonly type: 'answer';
  readonly runId: RunId;
  readonly turnId: TurnId;
  readonly status: RunStatus;
  readonly startedAt: Millis;
  readonly endedAt: Millis | null;
  readonly steps: readonly ThinkingStep[];
  /** Text and requests in the order in which they came. */
  readonly blocks: readonly AnswerBlock[];
  /** The commits of the run in log order; what "Undo changes" takes back. */
  readonly commitIds: readonly CommitId[];
  readonly receipt: Receipt;
  readonly failure: RunFailure | null;
  /** One entry for each model that counted its tokens. */
  readonly usage?: readonly ModelUsage[];
}

export type AnswerBlock =
  | { readonly type: 'text'; readonly id: string; readonly text: string; readonly isComplete: boolean }
  | { readonly type: 'request'; readonly request: PersonRequest };

/** One step of the visible thinking [L4]; every one stands for something that really happened. */
export interface ThinkingStep {
  readonly id: string;
  readonly type: 'reasoning' | 'planning' | 'tool_call' | 'result';
  readonly status: 'pending' | 'in_progress' | 'completed' | 'failed' | 'cancelled';
  readonly title: string;
  /** More of it: the reasoning's text, the arguments, the output. */
  readonly detail: string;
  readonly startedAt: Millis;
  readonly endedAt: Millis | null;
  readonly callId: CallId | null;
  /** What this step changed, for "Undo this step". */
  readonly commitId: CommitId | null;
}

/** "created 3, changed 1 · 1 approval · 4.2 s" as numbers. */
export interface Receipt {
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
  readonly sent: number;
  readonly approvals: number;
  readonly durationMs: number;
}

/** Why a run failed and what the person can do [L6]; `code` is for machines. */
export interface RunFailure {
  readonly code: string;
  readonly message: string;
  readonly canRetry: boolean;
  readonly canContinue: boolean;
}

/** What a list of sessions shows. */
export interface SessionSummary {
  readonly id: SessionId;
  readonly title: string;
  readonly status: SessionStatus;
  readonly isArchived: boolean;
  readonly createdAt: Millis;
  readonly updatedAt: Millis;
}

/** The live part of a run that is not journaled yet: what the model is streaming right now [L5]. */
export interface LiveText {
  readonly runId: RunId;
  readonly reasoning: string;
  readonly text: string;
  /** Calls whose arguments are still arriving, by name. */
  readonly calls: readonly string[];
  /** While a request that failed waits to be repeated [L6]. */
  readonly retry?: LiveRetry;
}

/** A pause before a request to the model is repeated; nothing of its answer had arrived. */
export interface LiveRetry {
  readonly until: Millis;
  /** What happened, and where. */
  readonly reason: string;
  /** Which attempt comes next; 2 is the first repetition. */
  readonly attempt: number;
}
