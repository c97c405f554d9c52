import type { SessionId } from '@/domain/sessions';

/** Lets the commands to one session run one at a time, in the order in which they came. Sessions do not wait for each other. */
export class SessionTurns {
  readonly #lines = new Map<SessionId, Line>();

  async inOrder<T>(id: SessionId, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(id) ?? { count: 0, last: Promise.resolve() };
    this.#lines.set(id, line);
    line.count += 1;
    const result = line.last.then(work);
    line.last = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      line.count -= 1;
      if (line.count === 0) this.#lines.delete(id);
    }
  }

  /** How many are at work or wait in a session. */
  count(id: SessionId): number {
    return this.#lines.get(id)?.count ?? 0;
  }

  async idle(): Promise<void> {
    await Promise.all([...this.#lines.values()].map((line) => line.last));
  }
}

interface Line {
  count: number;
  last: Promise<unknown>;
}
