import type { ChangePreview } from '../deltas';
import type { Millis } from '../workspace';
import type { CallId, RequestId, RunId } from './ids';

/** Plain data as JSON has it: what travels between model, journal and screen. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/** The arguments of a call by name, as parsed from the model's JSON. */
export type CallArguments = { readonly [field: string]: Json };

/** Why a person must be asked before a call runs [C3]. `asked`: the person wants to see every change. */
export interface PolicyReason {
  readonly type: 'sensitive' | 'destructive' | 'bulk' | 'asked';
  /** In words, for people: "Deletes 3 tasks", "Sends an email to 5 people". */
  readonly text: string;
}

/** Something that leaves the app if the call runs, exactly as it would leave. */
export interface EffectPreview {
  readonly type: 'email';
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly cc: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  readonly body: string;
  /** In words: "Opens in your mail program", "Posts to https://mail.example". */
  readonly via: string;
}

/** One argument that a person may change before approving. `value` is the present one. */
export interface ArgumentField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'long-text' | 'date' | 'time' | 'number' | 'choice' | 'text-list';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: Json;
  readonly isRequired: boolean;
}

/** What an approval shows [C4]; made by code from the plan, never by the model. */
export interface ApprovalSpec {
  readonly type: 'approval';
  readonly tool: string;
  /** Verb first: "Delete 3 tasks in Launch". */
  readonly title: string;
  readonly reasons: readonly PolicyReason[];
  readonly preview: readonly ChangePreview[];
  readonly effects: readonly EffectPreview[];
  readonly fields: readonly ArgumentField[];
  readonly args: CallArguments;
  /** Hash of everything shown and everything that would run; an approval is good for exactly this. */
  readonly hash: string;
}

/** A question put to a person [Q1]. */
export interface QuestionSpec {
  readonly type: 'question';
  readonly question: string;
  /** Why it is asked; empty when that is plain. */
  readonly why: string;
  readonly answerWith: 'one' | 'several' | 'text' | 'one-or-text';
  readonly options: readonly { readonly label: string; readonly detail: string }[];
}

/** What a person answered. */
export type RequestResponse =
  | { readonly type: 'approved' }
  /** `hash` is that of the draft which was on the screen: it is good for exactly that plan [C4]. Journals of earlier versions have none. */
  | { readonly type: 'approved-with-changes'; readonly args: CallArguments; readonly hash?: string }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'answered'; readonly choices: readonly string[]; readonly text: string }
  | { readonly type: 'skipped' };

export type RequestStatus =
  | { readonly type: 'open' }
  /** `by` names the window that answered first, for as long as it lasts; journals of earlier versions do not say. */
  | {
      readonly type: 'responded';
      readonly response: RequestResponse;
      readonly at: Millis;
      readonly by?: string;
    }
  | { readonly type: 'expired'; readonly at: Millis }
  /** Something newer took its place, said in words. */
  | { readonly type: 'superseded'; readonly reason: string; readonly at: Millis }
  /** The run it belonged to was stopped. */
  | { readonly type: 'withdrawn'; readonly at: Millis };

/** A question or approval put to a person, open or settled. */
export interface PersonRequest {
  readonly id: RequestId;
  readonly runId: RunId;
  readonly callId: CallId;
  readonly spec: ApprovalSpec | QuestionSpec;
  readonly openedAt: Millis;
  /** A timestamp, not a timer. Null waits for ever. */
  readonly deadline: Millis | null;
  readonly status: RequestStatus;
}
