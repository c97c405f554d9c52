/**
 * Where the workspace log of one database stands: its newest sequence, how many entries it holds, and the chain value of the newest.
 * Kept in the database and, as a witness, outside of it: a browser that finds its database corrupt may open an empty or shorter one
 * without a word (RELIABILITY R10).
 */
export interface LogMark {
  readonly databaseId: string;
  readonly head: number;
  readonly count: number;
  readonly chain: string;
}

/** A place outside the database that remembers a mark. Best effort: it never throws and may forget. */
export interface Witness {
  recall(): Promise<LogMark | null>;
  /** Remembers the newest mark; may skip older ones that it has no time for, and never goes back within one database. */
  note(mark: LogMark): void;
  /** Forgets what it remembered for this mark: the person has accepted the database as it is. */
  replace(mark: LogMark): void;
  /** Resolves when everything noted so far is written, or has failed. */
  settled(): Promise<void>;
  /** Forgets everything, what is still to be written included: the person has erased the database. */
  forget(): Promise<void>;
}

/** What a witness remembers and the database no longer holds. */
export type Suspicion =
  | { readonly type: 'emptied'; readonly expected: LogMark; readonly found: LogMark }
  | { readonly type: 'replaced'; readonly expected: LogMark; readonly found: LogMark }
  | { readonly type: 'shortened'; readonly expected: LogMark; readonly found: LogMark }
  | { readonly type: 'rewritten'; readonly expected: LogMark; readonly found: LogMark };

export interface Evidence {
  readonly expected: LogMark;
  readonly found: LogMark;
  /** The chain value the database holds at the sequence the witness remembers; `null` when that entry is gone. */
  readonly chainAtExpected: string | null;
}

/**
 * Compares what a witness remembers with what is there; `null` when the database holds all of it. A database that has moved on since
 * is fine: a witness may be behind, never ahead.
 */
export function suspicionIn({ expected, found, chainAtExpected }: Evidence): Suspicion | null {
  if (expected.head === 0) return null;
  if (found.head === 0) return { type: 'emptied', expected, found };
  if (expected.databaseId !== found.databaseId) return { type: 'replaced', expected, found };
  if (found.head < expected.head || found.count < expected.count)
    return { type: 'shortened', expected, found };
  return chainAtExpected === expected.chain ? null : { type: 'rewritten', expected, found };
}

/** Reads a mark that was written by whoever could; `null` when it is none. */
export function parseLogMark(text: string): LogMark | null {
  try {
    const value: unknown = JSON.parse(text);
    return isLogMark(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

export function isLogMark(value: unknown): value is LogMark {
  return (
    typeof value === 'object' &&
    value !== null &&
    'databaseId' in value &&
    typeof value.databaseId === 'string' &&
    'head' in value &&
    isCount(value.head) &&
    'count' in value &&
    isCount(value.count) &&
    'chain' in value &&
    typeof value.chain === 'string'
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
