import type { SessionId } from '@/domain/sessions';

import { SessionLog, type LogHooks, type LogPorts } from './session-log';

export interface OpenSessionsHooks extends LogHooks {
  /** A session was read here for the first time, and nobody has seen it yet. */
  readonly onOpened: (log: SessionLog) => Promise<void>;
}

/** The sessions that were opened in this window. */
export class OpenSessions {
  readonly #ports: LogPorts;
  readonly #hooks: OpenSessionsHooks;
  readonly #logs = new Map<SessionId, Promise<SessionLog | null>>();

  constructor(ports: LogPorts, hooks: OpenSessionsHooks) {
    this.#ports = ports;
    this.#hooks = hooks;
  }

  /** Null when there is no such session. */
  get(id: SessionId): Promise<SessionLog | null> {
    const known = this.#logs.get(id);
    if (known !== undefined) return known;
    const opened = this.#opened(id);
    this.#logs.set(id, opened);
    return opened;
  }

  async create(id: SessionId): Promise<SessionLog> {
    const log = await SessionLog.create(this.#ports, id, this.#hooks);
    this.#logs.set(id, Promise.resolve(log));
    return log;
  }

  /** Sees what other windows have written to a session, if it was opened here. */
  async refresh(id: SessionId): Promise<void> {
    const log = await this.#logs.get(id);
    await log?.refresh();
  }

  async refreshAll(): Promise<void> {
    for (const id of this.#logs.keys()) await this.refresh(id);
  }

  /** What cannot be read, or is not there yet, is looked for again the next time. */
  async #opened(id: SessionId): Promise<SessionLog | null> {
    let log: SessionLog | null = null;
    try {
      log = await SessionLog.open(this.#ports, id, this.#hooks);
      if (log !== null) await this.#hooks.onOpened(log);
      return log;
    } finally {
      if (log === null) this.#logs.delete(id);
    }
  }
}
