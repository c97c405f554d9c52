import { StorageClosedError, StorageFailedError, type ClosedReason } from '../errors';
import { isCurable, storageFault } from './faults';
import type { Database } from './open-database';
import { InterruptedError, interruptTransactions } from './transactions';

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
  /** Work that waits for the page to thaw; null while it is not frozen. */
  #sleepers: (() => void)[] | null = null;

  readonly #unlisten = new AbortController();

  /** @param page - where the browser says that it freezes this page, and lets it go on. */
  constructor(open: () => Promise<Database>, page: EventTarget) {
    this.#open = open;
    const { signal } = this.#unlisten;
    page.addEventListener('freeze', () => this.#fallAsleep(), { signal });
    page.addEventListener('resume', () => this.#wake(), { signal });
  }

  async run<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#isAwake();
      if (this.#closedFor !== null) throw new StorageClosedError(this.#closedFor);
      const used = (this.#database ??= this.#open());
      try {
        return await work(await used);
      } catch (error) {
        if (error instanceof InterruptedError) return this.run(work);
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
    this.#unlisten.abort();
    this.#wake();
    // It ends when the opening does, and cannot fail.
    if (this.#database !== null) void closeWhenOpen(this.#database);
  }

  /**
   * Nothing is left open for which other windows would wait for as long as this page is frozen, and nothing is begun: it still hears
   * messages, and would never hear the answer to what it asks.
   */
  #fallAsleep(): void {
    this.#sleepers ??= [];
    // One that is still being opened has nothing open.
    void this.#database?.then(interruptTransactions, () => undefined);
  }

  async #isAwake(): Promise<void> {
    const sleepers = this.#sleepers;
    if (sleepers === null) return;
    await new Promise<void>((resolve) => {
      sleepers.push(resolve);
    });
  }

  #wake(): void {
    for (const goOn of this.#sleepers ?? []) goOn();
    this.#sleepers = null;
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
