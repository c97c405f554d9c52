import type { EnginePorts, Journal, Mailer, ModelLoop, SessionLocks, WorkspaceStore } from '@/agent';

/** Where a page dies: at its n-th await of anything outside it, just before that happens or just after, before it hears of it. */
export interface Death {
  readonly place: number;
  readonly when: 'before' | 'after';
}

/**
 * Stands between a page and everything outside it that it waits for. Once the page has died, nothing it asks for happens and nothing
 * answers it, as when its process is killed.
 */
export class MortalPage {
  readonly died: Promise<void>;
  readonly #death: Death | null;
  /** What was awaited, in order: for the test's own words. */
  readonly awaited: string[] = [];
  #isDead = false;
  #noteDeath: () => void = () => undefined;

  constructor(death: Death | null = null) {
    this.#death = death;
    this.died = new Promise((resolve) => {
      this.#noteDeath = resolve;
    });
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  die(): void {
    this.#isDead = true;
    this.#noteDeath();
  }

  /** One await of something outside. */
  async through<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.#isDead) return forEver();
    this.awaited.push(name);
    const isHere = this.#death?.place === this.awaited.length;
    if (isHere && this.#death?.when === 'before') this.die();
    if (this.#isDead) return forEver();
    const answer = await work();
    if (isHere) this.die();
    return this.#isDead ? forEver() : answer;
  }

  ports(ports: EnginePorts): EnginePorts {
    return {
      ...ports,
      journal: this.#journal(ports.journal),
      locks: this.#locks(ports.locks),
      mailer: this.#mailer(ports.mailer),
      modelLoop: async (choice) =>
        this.#modelLoop(await this.through('load the model', () => ports.modelLoop(choice))),
    };
  }

  store(store: WorkspaceStore): WorkspaceStore {
    return {
      load: () => this.through('load', () => store.load()),
      commit: (request) => this.through('commit', () => store.commit(request)),
      readLog: (range) => this.through('read the log', () => store.readLog(range)),
      readJournal: (id) => this.through('read', () => store.readJournal(id)),
    };
  }

  #journal(journal: Journal): Journal {
    return {
      append: (append) => this.through('append', () => journal.append(append)),
      read: (id, after) => this.through('read', () => journal.read(id, after)),
      takeLease: (id) => this.through('take the lease', () => journal.takeLease(id)),
      holdsLease: (lease) => this.through('look at the lease', () => journal.holdsLease(lease)),
      summaries: () => this.through('list', () => journal.summaries()),
      search: (words) => this.through('search', () => journal.search(words)),
    };
  }

  #locks(locks: SessionLocks): SessionLocks {
    return { tryHold: (id) => this.through('lock', () => locks.tryHold(id)) };
  }

  #mailer(mailer: Mailer): Mailer {
    return {
      isIdempotent: mailer.isIdempotent,
      describe: () => mailer.describe(),
      send: (email, options) => this.through('send', () => mailer.send(email, options)),
    };
  }

  #modelLoop(loop: ModelLoop): ModelLoop {
    return {
      ...loop,
      runTurns: (run) =>
        this.through('run the model', () =>
          loop.runTurns({
            ...run,
            onAnswer: (answer) => this.through('journal an answer', () => run.onAnswer(answer)),
            execute: (call) => this.through('run a call', () => run.execute(call)),
          }),
        ),
    };
  }
}

function forEver(): Promise<never> {
  return new Promise(() => undefined);
}
