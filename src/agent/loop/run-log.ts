import { isLeaseLost } from './lease-lost';
import type { SessionLog } from './session-log';

/** What a run reads and writes of its session. */
export type RunJournal = Pick<
  SessionLog,
  'id' | 'view' | 'events' | 'append' | 'decide' | 'commit' | 'leads' | 'showUnstored'
>;

/** A run has been left to another window: it writes nothing more. */
class RunGivenUpError extends Error {
  readonly code = 'lease-lost';

  constructor() {
    super('This run was left to another window.');
    this.name = 'RunGivenUpError';
  }
}

/**
 * The session's log as one run may use it: until the run is given up, by this window or because storage says that another one has taken
 * the session. A tool that does not listen to its signal may go on for long after that, and must not write into what others go on with.
 */
export class RunLog implements RunJournal {
  readonly id: SessionLog['id'];
  readonly #log: SessionLog;
  readonly #onLost: () => void;
  #isGivenUp = false;

  constructor(log: SessionLog, onLost: () => void) {
    this.id = log.id;
    this.#log = log;
    this.#onLost = onLost;
  }

  giveUp(): void {
    this.#isGivenUp = true;
  }

  view: RunJournal['view'] = () => this.#log.view();

  events: RunJournal['events'] = () => this.#log.events();

  append: RunJournal['append'] = (...asked) => this.#guarded(() => this.#log.append(...asked));

  decide: RunJournal['decide'] = (...asked) => this.#guarded(() => this.#log.decide(...asked));

  commit: RunJournal['commit'] = (...asked) => this.#guarded(() => this.#log.commit(...asked));

  showUnstored: RunJournal['showUnstored'] = (happenings) => {
    if (!this.#isGivenUp) this.#log.showUnstored(happenings);
  };

  async leads(): Promise<boolean> {
    if (this.#isGivenUp) return false;
    const isMine = await this.#log.leads();
    return isMine && !this.#isGivenUp;
  }

  async #guarded<T>(write: () => Promise<T>): Promise<T> {
    if (this.#isGivenUp) throw new RunGivenUpError();
    try {
      return await write();
    } catch (error) {
      if (isLeaseLost(error)) this.#onLost();
      throw error;
    }
  }
}
