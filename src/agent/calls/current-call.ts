import type { CallArguments, OpenCall, RunId, SessionId, TurnId } from '@/domain/sessions';
import type { Millis } from '@/domain/workspace';

/** The run that calls are made for. */
export interface ExecutorRun {
  readonly sessionId: SessionId;
  readonly turnId: TurnId;
  readonly runId: RunId;
  /** Aborted when the run is stopped. */
  readonly signal: AbortSignal;
}

/** The call that is being carried out, as far as is known of it. */
export interface CurrentCall {
  readonly call: OpenCall;
  readonly startedAt: Millis;
  readonly title: string;
  readonly args: CallArguments | null;
}
