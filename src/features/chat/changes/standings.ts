import type { CommitId, LogEntry, Sequence } from '@/domain/deltas';

/** What can be done about some commits: take them back, bring them back, or nothing that would not touch others too. */
export type WayBack =
  | { readonly type: 'undo' | 'redo'; readonly entries: readonly LogEntry[] }
  | { readonly type: 'taken-back' }
  | { readonly type: 'unknown' };

/** What an entry did to a commit that is followed. */
interface Turn {
  readonly id: CommitId;
  readonly before: boolean;
  readonly after: boolean;
}

/** How a followed commit stands: whether it is in force, and since which entry. */
interface Standing {
  readonly entry: LogEntry;
  isInForce: boolean;
  since: LogEntry;
  readonly past: { readonly sequence: Sequence; readonly isInForce: boolean }[];
}

/**
 * Which of the commits of a session are in force: a fold of the workspace log, so that it is right after a reload and after an undo
 * anywhere. An undo may itself be undone; a restore brings back how everything stood then.
 */
export class Standings {
  readonly #isFollowed: (entry: LogEntry) => boolean;
  readonly #standings = new Map<CommitId, Standing>();
  /** By the entries that did something to followed commits. */
  readonly #turns = new Map<CommitId, readonly Turn[]>();

  constructor(isFollowed: (entry: LogEntry) => boolean) {
    this.#isFollowed = isFollowed;
  }

  /** Takes the next entry; entries come in log order. */
  add(entry: LogEntry): void {
    const { id } = entry.commit;
    const turns = this.#turnsBy(entry);
    for (const turn of turns) this.#turn(turn, entry);
    const own = this.#isFollowed(entry) ? [{ id, before: false, after: true }] : [];
    if (own.length > 0) {
      const past = [{ sequence: entry.sequence, isInForce: true }];
      this.#standings.set(id, { entry, isInForce: true, since: entry, past });
    }
    if (turns.length + own.length > 0) this.#turns.set(id, [...turns, ...own]);
  }

  wayBack(ids: readonly CommitId[]): WayBack {
    const standings = ids.flatMap((id) => this.#standings.get(id) ?? []);
    if (standings.length === 0) return { type: 'unknown' };
    const among = new Set(ids);
    const inForce = standings.filter(({ isInForce }) => isInForce);
    if (inForce.length > 0) {
      const entries = inForce.map(({ entry, since }) => (this.#isOnlyAbout(since, among) ? since : entry));
      return { type: 'undo', entries: inLogOrder(entries) };
    }
    return standings.every(({ since }) => this.#isOnlyAbout(since, among))
      ? { type: 'redo', entries: inLogOrder(standings.map(({ since }) => since)) }
      : { type: 'taken-back' };
  }

  #turnsBy(entry: LogEntry): readonly Turn[] {
    const { cause } = entry.commit;
    switch (cause.type) {
      case 'undo':
      case 'redo':
        return cause.commitIds.toReversed().flatMap((id) =>
          (this.#turns.get(id) ?? []).map((turn) => ({
            id: turn.id,
            before: this.#standings.get(turn.id)?.isInForce ?? false,
            after: turn.before,
          })),
        );
      case 'restore':
        return [...this.#standings].map(([id, { isInForce, past }]) => ({
          id,
          before: isInForce,
          after: past.findLast(({ sequence }) => sequence <= cause.sequence)?.isInForce ?? false,
        }));
      case 'edit':
      case 'import':
      case 'example':
        return [];
    }
  }

  #turn({ id, before, after }: Turn, entry: LogEntry): void {
    const standing = this.#standings.get(id);
    if (standing === undefined || before === after) return;
    standing.isInForce = after;
    standing.since = entry;
    standing.past.push({ sequence: entry.sequence, isInForce: after });
  }

  /** Whether undoing an entry would touch nothing but these commits. */
  #isOnlyAbout(entry: LogEntry, ids: ReadonlySet<CommitId>): boolean {
    const { id, cause } = entry.commit;
    const isWhole = (this.#turns.get(id) ?? []).every((turn) => ids.has(turn.id));
    switch (cause.type) {
      case 'undo':
      case 'redo':
        return isWhole && cause.commitIds.every((undone) => this.#turns.has(undone));
      case 'edit':
        return isWhole;
      case 'restore':
      case 'import':
      case 'example':
        return false;
    }
  }
}

function inLogOrder(entries: readonly LogEntry[]): readonly LogEntry[] {
  return [...new Set(entries)].toSorted((left, right) => left.sequence - right.sequence);
}
