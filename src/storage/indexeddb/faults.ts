import {
  StorageClosedError,
  StorageError,
  StorageFailedError,
  StorageFullError,
  StorageUnavailableError,
} from '../errors';

/**
 * What a failed request, transaction or opening means for the caller. Errors that say nothing about storage (a value that cannot be
 * cloned, deltas that do not fit) come back as they are.
 */
export function storageFault(error: unknown): unknown {
  if (error instanceof StorageError || !(error instanceof Error)) return error;
  switch (error.name) {
    case 'QuotaExceededError':
      return new StorageFullError({ cause: error });
    case 'SecurityError':
    case 'NotAllowedError':
      return new StorageUnavailableError('refused', { cause: error });
    case 'InvalidStateError':
      return new StorageClosedError('closed', { cause: error });
    case 'UnknownError':
    case 'AbortError':
    case 'TimeoutError':
      return new StorageFailedError({ cause: error });
    default:
      return error;
  }
}

/**
 * Whether a new connection may cure it: browsers report faults of their backing store, and lost connections to it, as `UnknownError`
 * (RELIABILITY 10.4; Safari's "Connection to Indexed Database server lost").
 */
export function isCurable(error: unknown): boolean {
  return error instanceof Error && error.name === 'UnknownError';
}
