import type {
  ApprovalSpec,
  CallArguments,
  LiveText,
  RequestId,
  RequestResponse,
  SessionId,
  SessionSummary,
  SessionView,
  TurnId,
} from '@/domain/sessions';

/** When a person is asked before a call runs. Destructive calls and what leaves the app ask in every mode. */
export type AskMode = 'every-change' | 'when-it-matters' | 'trust';

/** Everything that can be asked of the runtime: plain data, so that it can live in a worker or another tab. */
export type EngineCommand =
  | { readonly type: 'create-session' }
  | { readonly type: 'rename-session'; readonly sessionId: SessionId; readonly title: string }
  | { readonly type: 'delete-session'; readonly sessionId: SessionId }
  /** Brings a deleted session back. */
  | { readonly type: 'restore-session'; readonly sessionId: SessionId }
  /** Doing it twice with the same turn id runs once [I1]. While a run is active it is refused with `busy`. */
  | { readonly type: 'send'; readonly sessionId: SessionId; readonly turnId: TurnId; readonly text: string }
  /** Takes the turn's place: what came after it leaves the model's history, not the journal. */
  | {
      readonly type: 'resend';
      readonly sessionId: SessionId;
      readonly replaces: TurnId;
      readonly turnId: TurnId;
      readonly text: string;
    }
  | { readonly type: 'cancel'; readonly sessionId: SessionId }
  /** Goes on after a failure, a limit or a cancel, repeating nothing that is done. */
  | { readonly type: 'continue'; readonly sessionId: SessionId }
  | {
      readonly type: 'respond';
      readonly sessionId: SessionId;
      readonly requestId: RequestId;
      readonly response: RequestResponse;
    }
  | { readonly type: 'grant'; readonly sessionId: SessionId; readonly tool: string }
  | { readonly type: 'revoke-grant'; readonly sessionId: SessionId; readonly tool: string };

/** `refused` changed nothing; its message says why and what to do. */
export type EngineReply =
  | { readonly type: 'done'; readonly sessionId: SessionId }
  | {
      readonly type: 'refused';
      readonly code:
        | 'busy'
        | 'unknown-session'
        | 'unknown-request'
        | 'already-settled'
        | 'expired'
        | 'mismatch'
        | 'empty'
        | 'invalid';
      readonly message: string;
    };

/** What an approval would show with other arguments, or what is wrong with them by field. */
export type ApprovalDraft =
  | { readonly type: 'planned'; readonly spec: ApprovalSpec }
  | {
      readonly type: 'invalid';
      readonly problems: readonly { readonly field: string; readonly message: string }[];
    };

export type EngineEvent =
  | { readonly type: 'sessions-changed' }
  | { readonly type: 'session-changed'; readonly view: SessionView }
  /** Null when nothing is streaming any more. At most one a frame. */
  | { readonly type: 'live-text'; readonly sessionId: SessionId; readonly live: LiveText | null };

/** The agent runtime: commands in, events out. Nothing that crosses this door is more than structured-clonable data. */
export interface Engine {
  command(command: EngineCommand): Promise<EngineReply>;
  sessions(): Promise<readonly SessionSummary[]>;
  /** Finds sessions by words in titles and texts. */
  search(text: string): Promise<readonly SessionSummary[]>;
  /** Null for a session that does not exist (any more). */
  open(sessionId: SessionId): Promise<SessionView | null>;
  /** Plans an approval anew while its arguments are edited; changes nothing. */
  draft(sessionId: SessionId, requestId: RequestId, args: CallArguments): Promise<ApprovalDraft>;
  /** @returns the end of the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Ends all runs as interrupted and lets go of everything. */
  close(): Promise<void>;
}
