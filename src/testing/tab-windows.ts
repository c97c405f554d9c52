import type { SessionHold } from '@/agent';
import type { SessionId } from '@/domain/sessions';

/** The part of a BroadcastChannel that tabs use. */
type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'close'>;

/** Time that passes when the test says so, for several windows, each of which may stand still. */
class FakeTime {
  #now = 0;
  readonly #due = new Set<{
    readonly at: number;
    readonly callback: () => void;
    readonly window: FakeWindow;
  }>();

  now(): number {
    return this.#now;
  }

  after(window: FakeWindow, durationMs: number, callback: () => void): () => void {
    const entry = { at: this.#now + durationMs, callback, window };
    this.#due.add(entry);
    return () => {
      this.#due.delete(entry);
    };
  }

  /** Lets time pass in small steps, and everything that follows from each step happen. */
  async pass(durationMs: number): Promise<void> {
    const end = this.#now + durationMs;
    while (this.#now < end) {
      this.#now += Math.min(stepMs, end - this.#now);
      for (const entry of this.#due) {
        if (entry.at > this.#now || !entry.window.isAwake) continue;
        this.#due.delete(entry);
        entry.callback();
      }
      await settled();
    }
  }
}

const stepMs = 20;

/** Lets everything happen that does not wait for time. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** What the windows of one browser share: its channel and its locks. */
export class FakeBrowser {
  readonly time = new FakeTime();
  readonly windows: FakeWindow[] = [];
  readonly #queues = new Map<SessionId, Request[]>();

  open(name: string): FakeWindow {
    const window = new FakeWindow(name, this);
    this.windows.push(window);
    return window;
  }

  holderOf(id: SessionId): FakeWindow | null {
    return this.#queues.get(id)?.find((request) => request.isGranted)?.window ?? null;
  }

  request(id: SessionId, request: Request): void {
    const queue = this.#queues.get(id) ?? [];
    this.#queues.set(id, queue);
    queue.push(request);
    this.#serve(id);
  }

  steal(id: SessionId, request: Request): void {
    const queue = this.#queues.get(id) ?? [];
    const robbed = queue.filter((each) => each.isGranted);
    this.#queues.set(id, [request, ...queue.filter((each) => !each.isGranted)]);
    for (const each of robbed) each.lost.abort();
    this.#serve(id);
  }

  leave(id: SessionId, request: Request): void {
    const queue = this.#queues.get(id) ?? [];
    this.#queues.set(
      id,
      queue.filter((each) => each !== request),
    );
    this.#serve(id);
  }

  isFree(id: SessionId): boolean {
    return (this.#queues.get(id) ?? []).length === 0;
  }

  /** A window is gone, and all its locks and requests with it. */
  forget(window: FakeWindow): void {
    for (const [id, queue] of this.#queues) {
      this.#queues.set(
        id,
        queue.filter((each) => each.window !== window),
      );
      this.#serve(id);
    }
  }

  #serve(id: SessionId): void {
    const [first] = this.#queues.get(id) ?? [];
    if (first === undefined || first.isGranted) return;
    first.isGranted = true;
    first.grant();
  }
}

interface Request {
  readonly window: FakeWindow;
  readonly lost: AbortController;
  readonly grant: () => void;
  isGranted: boolean;
}

/** One window: it can be closed, be frozen and thaw. */
export class FakeWindow {
  readonly name: string;
  readonly moments = new Set<(moment: 'frozen' | 'leaving' | 'returned') => void>();
  /** Its timers run. A window that is not awake still hears messages. */
  isAwake = true;
  isGone = false;
  /** It hangs: it hears nothing, and its timers stand still. */
  isHung = false;
  readonly #browser: FakeBrowser;
  readonly #ears = new Map<Channel, Set<(event: MessageEvent) => void>>();
  #missed: (() => void)[] = [];

  constructor(name: string, browser: FakeBrowser) {
    this.name = name;
    this.#browser = browser;
  }

  get timers() {
    const { time } = this.#browser;
    return {
      now: () => time.now(),
      after: (durationMs: number, callback: () => void) => time.after(this, durationMs, callback),
    };
  }

  get locks() {
    return {
      tryHold: (id: SessionId) => Promise.resolve(this.#browser.isFree(id) ? this.#held(id) : null),
      wait: (id: SessionId, signal: AbortSignal) => this.#waited(id, signal),
      steal: (id: SessionId) =>
        new Promise<SessionHold>((resolve) => {
          const request = this.#request(() => {
            resolve(this.#holdOf(id, request));
          });
          this.#browser.steal(id, request);
        }),
    };
  }

  openChannel(): Channel {
    const ears = new Set<(event: MessageEvent) => void>();
    const channel: Channel = {
      postMessage: (message: unknown) => {
        const data: unknown = structuredClone(message);
        if (this.isGone) return;
        for (const window of this.#browser.windows) window.#hear(channel, data);
      },
      addEventListener: (_name: string, listener: EventListenerOrEventListenerObject) => {
        ears.add((event) => {
          if (typeof listener === 'function') listener(event);
        });
      },
      removeEventListener: () => {
        ears.clear();
      },
      close: () => {
        this.#ears.delete(channel);
      },
    };
    this.#ears.set(channel, ears);
    return channel;
  }

  /** Gone from one moment to the next, as when its process is killed. */
  kill(): void {
    this.isGone = true;
    this.isAwake = false;
    this.#ears.clear();
    this.#browser.forget(this);
  }

  freeze(): void {
    this.#tell('frozen');
    this.isAwake = false;
  }

  hang(): void {
    this.isAwake = false;
    this.isHung = true;
  }

  thaw(): void {
    this.isAwake = true;
    this.isHung = false;
    const missed = this.#missed;
    this.#missed = [];
    for (const deliver of missed) deliver();
    this.#tell('returned');
  }

  leave(): void {
    this.#tell('leaving');
  }

  #tell(moment: 'frozen' | 'leaving' | 'returned'): void {
    for (const listener of this.moments) listener(moment);
  }

  #hear(speaker: Channel, data: unknown): void {
    for (const [channel, ears] of this.#ears) {
      if (channel === speaker) continue;
      const deliver = (): void => {
        const event = new MessageEvent('message', { data });
        if (!this.isGone) for (const listener of ears) listener(event);
      };
      if (this.isHung) this.#missed.push(deliver);
      else setImmediate(deliver);
    }
  }

  #waited(id: SessionId, signal: AbortSignal): Promise<SessionHold | null> {
    return new Promise((resolve) => {
      const request = this.#request(() => {
        resolve(this.#holdOf(id, request));
      });
      signal.addEventListener('abort', () => {
        if (request.isGranted) return;
        this.#browser.leave(id, request);
        resolve(null);
      });
      this.#browser.request(id, request);
    });
  }

  #held(id: SessionId): SessionHold {
    const request = this.#request(() => undefined);
    this.#browser.request(id, request);
    return this.#holdOf(id, request);
  }

  #request(grant: () => void): Request {
    return { window: this, lost: new AbortController(), grant, isGranted: false };
  }

  #holdOf(id: SessionId, request: Request): SessionHold {
    return {
      lost: request.lost.signal,
      release: () => {
        this.#browser.leave(id, request);
      },
    };
  }
}
