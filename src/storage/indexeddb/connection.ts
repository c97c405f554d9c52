import { StorageClosedError, StorageFailedError, type ClosedReason } from '../errors';
import { isCurable, storageFault } from './faults';
import type { Database } from './open-database';

/** How often a fault of the browser's own is met with a new connection before the caller hears of it (RELIABILITY 10.4). */
const attemptLimit = 3;

/**
 * One connection to the database, opened when it is first needed, and again when the browser loses it.
 *
 * Work that is run may run again on a new connection, so it must be harmless to repeat: reads are, and commits are known by their id.
 */
export class Connection {
  readonly #open: () => Promise<Database>;
  #database: Promise<Database> | null = null;
  #closedFor: ClosedReason | null = null;

  constructor(open: () => Promise<Database>) {
    this.#open = open;
  }

  async run<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      if (this.#closedFor !== null) throw new StorageClosedError(this.#closedFor);
      const used = (this.#database ??= this.#open());
      try {
        return await work(await used);
      } catch (error) {
        const fault = this.#faultOf(error);
        if (!isFaultOfBrowser(fault) || attempt === attemptLimit) throw fault;
        this.#drop(used);
      }
    }
  }

  /** Closes for good; whatever is run afterwards is refused with the reason. The first reason stays. */
  close(reason: ClosedReason): void {
    if (this.#closedFor !== null) return;
    this.#closedFor = reason;
    // It ends when the opening does, and cannot fail.
    if (this.#database !== null) void closeWhenOpen(this.#database);
  }

  /** What a connection that was closed meanwhile reports is a consequence of that. */
  #faultOf(error: unknown): unknown {
    const fault = storageFault(error);
    const isConsequence = fault instanceof StorageClosedError || fault instanceof StorageFailedError;
    return isConsequence && this.#closedFor !== null
      ? new StorageClosedError(this.#closedFor, { cause: error })
      : fault;
  }

  /** Of several who met the same fault, only the first drops the connection. */
  #drop(failed: Promise<Database>): void {
    if (this.#database !== failed) return;
    this.#database = null;
    void closeWhenOpen(failed);
  }
}

async function closeWhenOpen(opening: Promise<Database>): Promise<void> {
  try {
    (await opening).close();
  } catch {
    // It never opened; whoever waited for it has heard why.
  }
}

function isFaultOfBrowser(fault: unknown): boolean {
  return fault instanceof StorageFailedError && isCurable(fault.cause);
}
