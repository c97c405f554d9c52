import type { LoadedWorkspace, StorageErrorCode } from '@/agent';
import { MomentumError } from '@/domain';

/** What storage rejects with. `code` is what a caller switches on; the message is what a person reads. */
export abstract class StorageError extends MomentumError {
  abstract override readonly code: StorageErrorCode;
}

/** The browser gives no more space. Nothing of the change was written; reading and exporting still work, and smaller changes may. */
export class StorageFullError extends StorageError {
  readonly code = 'storage-full';

  constructor(options?: ErrorOptions) {
    super(
      'This change was not saved: the browser has no space left for Momentum. You can still read everything and export a copy. Free space on this device, then try again.',
      options,
    );
    this.name = 'StorageFullError';
  }
}

/** Why a connection is gone. `cleared`: the browser dropped the data, for example because site data was deleted. */
export type ClosedReason = 'closed' | 'newer-version-open' | 'cleared';

export class StorageClosedError extends StorageError {
  readonly code = 'storage-closed';
  readonly reason: ClosedReason;

  constructor(reason: ClosedReason, options?: ErrorOptions) {
    super(closedMessages[reason], options);
    this.name = 'StorageClosedError';
    this.reason = reason;
  }
}

const closedMessages = {
  closed:
    'This change was not saved: this window has closed its workspace. Reload the page to open it again.',
  'newer-version-open':
    'This change was not saved: a newer version of Momentum is open in another tab. Reload this page to use it here too.',
  cleared:
    'This change was not saved: the browser has removed the data of this site while it was open. Reload the page to see what is left.',
} as const satisfies Record<ClosedReason, string>;

/** Why there is no storage. `insecure`: the page came over plain http from another machine, where browsers offer no hashing. */
export type UnavailableReason = 'missing' | 'refused' | 'insecure';

export class StorageUnavailableError extends StorageError {
  readonly code = 'storage-unavailable';
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, options?: ErrorOptions) {
    super(unavailableMessages[reason], options);
    this.name = 'StorageUnavailableError';
    this.reason = reason;
  }
}

const unavailableMessages = {
  missing:
    'Your work cannot be kept: this browser offers no storage. This window forgets everything when it closes, so export what you need.',
  refused:
    'Your work cannot be kept: the browser refuses storage here, as in some private windows. Allow site data for this page, or export what you need before you close it.',
  insecure:
    'Your work cannot be kept: this page was opened over an insecure connection. Open it over https or from this machine.',
} as const satisfies Record<UnavailableReason, string>;

/** Opening took longer than the limit, and nobody said why: most often another tab is frozen while it holds the database. */
export class StorageAsleepError extends StorageError {
  readonly code = 'storage-asleep';

  constructor(options?: ErrorOptions) {
    super(
      'Your workspace could not be opened: another Momentum tab is asleep and holds it. Close the other Momentum tabs, then try again.',
      options,
    );
    this.name = 'StorageAsleepError';
  }
}

/** Another tab runs an older version and does not let go. */
export class StorageBlockedError extends StorageError {
  readonly code = 'storage-blocked';
  readonly openVersion: number;
  readonly wantedVersion: number;

  constructor(openVersion: number, wantedVersion: number, options?: ErrorOptions) {
    super(
      `Your workspace could not be updated from format ${String(openVersion)} to ${String(wantedVersion)}: another tab still uses the older version of Momentum. Close the other Momentum tabs, then try again.`,
      options,
    );
    this.name = 'StorageBlockedError';
    this.openVersion = openVersion;
    this.wantedVersion = wantedVersion;
  }
}

/** The data was written by a newer version of the app. It was not touched. */
export class StorageNewerError extends StorageError {
  readonly code = 'storage-newer';
  readonly storedVersion: number;
  /** What this version understands of it, for an export; `null` when nothing could be read. */
  readonly readable: LoadedWorkspace | null;

  constructor(storedVersion: number, readable: LoadedWorkspace | null, options?: ErrorOptions) {
    super(
      `Your workspace was saved by a newer version of Momentum (format ${String(storedVersion)}) and was left as it is. Reload the page to get the newest version.`,
      options,
    );
    this.name = 'StorageNewerError';
    this.storedVersion = storedVersion;
    this.readable = readable;
  }
}

/** The browser reports a fault of its own, and opening again did not cure it. */
export class StorageFailedError extends StorageError {
  readonly code = 'storage-failed';

  constructor(options?: ErrorOptions) {
    super(
      'The browser could not reach your saved workspace. Nothing was changed. Restart the browser; if that does not help, import the last copy that you exported.',
      options,
    );
    this.name = 'StorageFailedError';
  }
}

/** Another window has taken the session since [S1a]. Nothing was written. */
export class LeaseLostError extends StorageError {
  readonly code = 'lease-lost';
  readonly sessionId: string;

  constructor(sessionId: string, options?: ErrorOptions) {
    super(
      `This step was not saved: another window has gone on with session ${sessionId}. It shows what was done; nothing was done twice.`,
      options,
    );
    this.name = 'LeaseLostError';
    this.sessionId = sessionId;
  }
}

/** A journal record's place is taken: another window wrote to this session. Nothing was written. */
export class JournalConflictError extends StorageError {
  readonly code = 'journal-conflict';
  readonly sessionId: string;
  readonly sequence: number;

  constructor(sessionId: string, sequence: number, options?: ErrorOptions) {
    super(
      `This step was not saved: another window has written step ${String(sequence)} of session ${sessionId} already. Look at the session again before you go on.`,
      options,
    );
    this.name = 'JournalConflictError';
    this.sessionId = sessionId;
    this.sequence = sequence;
  }
}
