import type { CommitId } from '../deltas';
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
  readonly entries: readonly TranscriptEntry[];
  /** Waiting for the person, oldest first. */
  readonly openRequests: readonly PersonRequest[];
  /** Tools that may run unasked in this session. */
  readonly grants: readonly string[];
}

export type TranscriptEntry = UserMessage | Answer;

export interface UserMessage {
  readonly type: 'message';
  readonly turnId: TurnId;
  readonly text: string;
  readonly at: Millis;
  /** Edited and sent again: the newer turn stands in its place in the model's history. */
  readonly isReplaced: boolean;
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
}
