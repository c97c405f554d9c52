import type {
  Answer,
  ApprovalSpec,
  CallArguments,
  LiveText,
  RequestId,
  RequestResponse,
  RunId,
  SessionEvent,
  SessionId,
  SessionModel,
  SessionStatus,
  SessionSummary,
  SessionView,
  TurnId,
} from '@/domain/sessions';

/** When a person is asked before a call runs. Destructive calls and what leaves the app ask in every mode. */
export type AskMode = 'every-change' | 'when-it-matters' | 'trust';

/** What a message does to an active run. The caller decides, by the person's setting. */
export type SendMode = 'interrupt' | 'queue';

/** Everything that can be asked of the runtime: plain data, so that it can live in a worker or another tab. */
export type EngineCommand =
  | { readonly type: 'create-session' }
  | { readonly type: 'rename-session'; readonly sessionId: SessionId; readonly title: string }
  | { readonly type: 'delete-session'; readonly sessionId: SessionId }
  /** Brings a deleted session back. */
  | { readonly type: 'restore-session'; readonly sessionId: SessionId }
  /** Puts a session away [S6], and stops first what runs in it. Whatever goes on in it later brings it back. */
  | { readonly type: 'archive-session'; readonly sessionId: SessionId }
  | { readonly type: 'unarchive-session'; readonly sessionId: SessionId }
  /**
   * Doing it twice with the same turn id runs once [I1]. An idle session runs it at once. While a run is active, `interrupt` (the
   * default) stops that run, which is out when this returns, and goes before the queue [I2]; `queue` waits at its end [I3]. Either
   * lifts the hold of a queue.
   */
  | {
      readonly type: 'send';
      readonly sessionId: SessionId;
      readonly turnId: TurnId;
      readonly text: string;
      readonly mode?: SendMode;
    }
  /** Takes the turn's place: what came after it leaves the model's history, not the journal. Interrupts an active run. */
  | {
      readonly type: 'resend';
      readonly sessionId: SessionId;
      readonly replaces: TurnId;
      readonly turnId: TurnId;
      readonly text: string;
    }
  /** Stops the active run and holds the queue [I3]. */
  | { readonly type: 'cancel'; readonly sessionId: SessionId }
  /**
   * Goes on after a failure, a limit, an interruption or a cancel at the first call that did not run, repeating nothing that is done.
   * Without `runId` it is the newest run, else one of the session's `interruptedRuns` [I7]. While a run is active it is refused with
   * `busy`.
   */
  | { readonly type: 'continue'; readonly sessionId: SessionId; readonly runId?: RunId }
  /** Replaces the summary that models are sent for the older part of the conversation; refused with `empty` where there is none. */
  | { readonly type: 'edit-summary'; readonly sessionId: SessionId; readonly text: string }
  /** Ends the pause before a failed request is repeated. Harmless without one. */
  | { readonly type: 'retry-now'; readonly sessionId: SessionId }
  /** Sends the messages of a held queue, one run each, in their order. */
  | { readonly type: 'resume-queue'; readonly sessionId: SessionId }
  /** Interrupts the active run and, once it has ended, sends this one. A queue that is held stays held. */
  | { readonly type: 'send-queued-now'; readonly sessionId: SessionId; readonly turnId: TurnId }
  /** What changes the queue is refused with `not-queued` for a message that has left it. */
  | {
      readonly type: 'edit-queued';
      readonly sessionId: SessionId;
      readonly turnId: TurnId;
      readonly text: string;
    }
  /** Puts it before another queued message; null puts it last. */
  | {
      readonly type: 'move-queued';
      readonly sessionId: SessionId;
      readonly turnId: TurnId;
      readonly before: TurnId | null;
    }
  | { readonly type: 'remove-queued'; readonly sessionId: SessionId; readonly turnId: TurnId }
  /** Brings a message back that was removed, with its last words and to its place as far as it is there still. */
  | { readonly type: 'restore-queued'; readonly sessionId: SessionId; readonly turnId: TurnId }
  | {
      readonly type: 'respond';
      readonly sessionId: SessionId;
      readonly requestId: RequestId;
      readonly response: RequestResponse;
      /** The window that answers, so that the others can tell. */
      readonly by?: string;
    }
  /**
   * Lets the time that a request stays open begin anew, as long as the person's setting says now; for ever where it has no limit. A
   * request without a deadline stays as it is.
   */
  | { readonly type: 'extend-request'; readonly sessionId: SessionId; readonly requestId: RequestId }
  /** Counts from the next run on; null for whoever is set for all sessions. */
  | {
      readonly type: 'choose-model';
      readonly sessionId: SessionId;
      readonly choice: SessionModel | null;
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
        /** Another window drives the session. */
        | 'elsewhere'
        /** The window that drives the session could not store it. In a window's own engine this rejects. */
        | 'not-stored'
        | 'unknown-session'
        | 'unknown-request'
        | 'already-settled'
        | 'expired'
        | 'mismatch'
        | 'empty'
        | 'not-queued'
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

/** One step of the status stream of a session. */
export type SessionUpdate =
  /**
   * Something that is stored. `sequence` is its place in the journal: to go on later, follow from the last one that was heard. Places
   * of records that cannot be read are left out. `answer` is what the run has done and said up to there, partial results included;
   * null for what belongs to no run.
   */
  | {
      readonly type: 'happened';
      readonly sequence: number;
      readonly event: SessionEvent;
      readonly status: SessionStatus;
      readonly answer: Answer | null;
    }
  /** What the model is streaming right now, at most once a frame; null when nothing is any more. */
  | { readonly type: 'streaming'; readonly live: LiveText | null };

/** The agent runtime: commands in, events out. Nothing that crosses this door is more than structured-clonable data. */
export interface Engine {
  command(command: EngineCommand): Promise<EngineReply>;
  sessions(): Promise<readonly SessionSummary[]>;
  /** Finds sessions by words in titles and texts. */
  search(text: string): Promise<readonly SessionSummary[]>;
  /** Null for a session that does not exist (any more). What streams there is told at once, and not only with its next piece. */
  open(sessionId: SessionId): Promise<SessionView | null>;
  /** Plans an approval anew while its arguments are edited; changes nothing. */
  draft(sessionId: SessionId, requestId: RequestId, args: CallArguments): Promise<ApprovalDraft>;
  /** Something other than an engine has added to these sessions, or brought them here: every window shows what they are now. */
  noteImported(sessionIds: readonly SessionId[]): Promise<void>;
  /** @returns the end of the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /**
   * Tells everything that happened in a session behind a place in its journal, 0 for all of it, then what happens from now on: in
   * order, without gaps, each once. A session that does not exist says nothing.
   *
   * @returns the end of it.
   */
  follow(sessionId: SessionId, afterSequence: number, listener: (update: SessionUpdate) => void): () => void;
  /** Ends all runs as interrupted and lets go of everything. */
  close(): Promise<void>;
}
