import type { Brand } from '../workspace';

export type SessionId = Brand<string, 'SessionId'>;

/** Names one user message for ever. `session:turn` is its idempotency key. */
export type TurnId = Brand<string, 'TurnId'>;

/** Names one run: the work on one user message. A retry or continuation of a turn is another run. */
export type RunId = Brand<string, 'RunId'>;

/** Unique within a session; the model's own id where it is usable. */
export type CallId = Brand<string, 'CallId'>;

export type RequestId = Brand<string, 'RequestId'>;

export function sessionId(value: string): SessionId {
  return value as SessionId;
}

export function turnId(value: string): TurnId {
  return value as TurnId;
}

export function runId(value: string): RunId {
  return value as RunId;
}

export function callId(value: string): CallId {
  return value as CallId;
}

export function requestId(value: string): RequestId {
  return value as RequestId;
}
