import type { SessionId } from '@/domain/sessions';
import type { Millis } from '@/domain/workspace';

import { auditSession } from '../audit/audit-session';
import type { EnginePorts } from '../engine-ports';
import { closeDeadRun, markInDoubt } from './close-dead-run';
import type { HoldUse } from './session-holds';
import type { SessionLog } from './session-log';
import type { SessionRuns } from './session-runs';

/** A run in which nothing happened for longer waits for the person [S2]: what it was about may be forgotten. */
const restMs = 10 * 60_000;

/** Does what is left to be done in sessions that nobody drives any more, from their journals alone [L3]. */
export class Recovery {
  readonly #ports: EnginePorts;
  readonly #runs: SessionRuns;

  constructor(ports: EnginePorts, runs: SessionRuns) {
    this.#ports = ports;
    this.#runs = runs;
  }

  /** The sessions to look at when a page opens: a request that has waited for long goes on waiting without anybody's help. */
  async unfinished(): Promise<readonly SessionId[]> {
    const summaries = await this.#ports.journal.summaries().catch(() => []);
    return summaries
      .filter(
        ({ status, updatedAt }) =>
          status === 'running' || (status === 'awaiting_user' && !this.#hasRested(updatedAt)),
      )
      .map(({ id }) => id);
  }

  /**
   * Checks a session and goes on with its run: open requests can be answered, calls that were left finish in their order, what may have
   * left the app asks, and the model is asked again for what never arrived. A run that rested for long is closed instead [S2].
   */
  async settle(log: SessionLog, use: HoldUse): Promise<void> {
    // The window before may have gone between storing a change and telling of it.
    await this.#ports.live.catchUp();
    await auditSession(this.#ports, log, null);
    const lastAt = log.events().at(-1)?.at ?? log.view().updatedAt;
    if (this.#hasRested(lastAt)) {
      await closeDeadRun(this.#ports, log);
      return;
    }
    if (!this.#ports.mailer.isIdempotent) await markInDoubt(this.#ports, log);
    this.#runs.resume(log, use);
  }

  #hasRested(since: Millis): boolean {
    return this.#ports.clock.now() - since > restMs;
  }
}
