import { millis, type Millis } from '@/domain/workspace';

/** How far the work on this device has come: what a copy holds, or does not hold yet. */
export interface Progress {
  /** The newest change of the workspace. */
  readonly head: number;
  /** When something was last said in a session; 0 for never. */
  readonly talkedAt: Millis;
}

/** What is remembered about copies between visits. */
export interface BackupMemory {
  /** Names the files of this device among those of others in the same folder. */
  readonly tag: string;
  /** How many files are kept in the folder. */
  readonly keep: number;
  /** The newest copy of everything, exported by hand or written into the folder; `null` before the first. */
  readonly saved: Mark | null;
  /** Where the reminder counts from when there is no newer copy: the first visit, or the last "Not now". */
  readonly counted: Mark;
}

/** A moment, and how far the work had come by then. */
export interface Mark extends Progress {
  readonly at: Millis;
}

/** Where the memory is kept, as text. Best effort: it never throws, and may forget. */
export interface BackupPlace {
  read(): string | null;
  write(text: string): void;
}

export const keepChoices = [5, 10, 20, 50] as const;
const usualKeep = 10;

/** Reads what may have been written by anybody; what is not understood is as on the first visit. */
export function parseMemory(
  text: string | null,
  first: { readonly mark: Mark; readonly tag: string },
): BackupMemory {
  const stored = fieldsOf(jsonOf(text));
  const tag = stored.get('tag');
  return {
    tag: typeof tag === 'string' && /^[a-z0-9]{1,16}$/.test(tag) ? tag : first.tag,
    keep: keepChoices.find((choice) => choice === stored.get('keep')) ?? usualKeep,
    saved: markIn(stored.get('saved')),
    counted: markIn(stored.get('counted')) ?? first.mark,
  };
}

function markIn(value: unknown): Mark | null {
  const fields = fieldsOf(value);
  const [at, head, talkedAt] = [fields.get('at'), fields.get('head'), fields.get('talkedAt')];
  return isCount(at) && isCount(head) && isCount(talkedAt)
    ? { at: millis(at), head, talkedAt: millis(talkedAt) }
    : null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function jsonOf(text: string | null): unknown {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return value;
  } catch {
    return null;
  }
}
