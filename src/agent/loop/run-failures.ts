import { MomentumError } from '@/domain';
import type { RunFailure } from '@/domain/sessions';

/** What is said of a run that ended with its page. */
export const interruptedFailure: RunFailure = {
  code: 'page-closed',
  message: 'Momentum was closed while it worked. What was done is kept; Continue goes on from there.',
  canRetry: false,
  canContinue: true,
};

/** What is said of a run whose beginning was damaged in storage. */
export const unreadableFailure: RunFailure = {
  code: 'record-unreadable',
  message: 'A part of this answer cannot be read. What was done is kept; Continue goes on from there.',
  canRetry: false,
  canContinue: true,
};

export const notLoadedFailure: RunFailure = {
  code: 'model-not-loaded',
  message:
    'The part of Momentum that talks to models could not be loaded. Check the connection and try again.',
  canRetry: true,
  canContinue: true,
};

export function limitFailure(maxTurns: number): RunFailure {
  return {
    code: 'turn-limit',
    message: `Momentum stopped after ${String(maxTurns)} steps, the limit in your settings. What was done is kept; Continue goes on from there.`,
    canRetry: false,
    canContinue: true,
  };
}

export function faultOf(error: unknown): RunFailure {
  const isKnown = error instanceof MomentumError;
  return {
    code: isKnown ? error.code : 'run-failed',
    message: isKnown
      ? error.message
      : 'Momentum ran into a fault of its own. What was done is kept; Continue goes on from there.',
    canRetry: true,
    canContinue: true,
  };
}
