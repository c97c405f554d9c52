import type { Journal, SessionLocks } from '@/agent';
import { createSessionChannel, createTabEngine } from '@/sync/tabs';

import { AgentBench, newDevice, type BenchOptions, type Device } from './agent-bench';
import { personWith, projectWith, taskWith } from './builders';
import { MortalPage } from './mortal-page';
import { FakeBrowser, settled, type FakeWindow } from './tab-windows';

export interface Tab {
  readonly window: FakeWindow;
  readonly bench: AgentBench;
  readonly page: MortalPage;
}

/** Whole windows of one browser, each with the real runtime, on one device. */
export class Windows {
  readonly browser = new FakeBrowser();
  readonly device: Device = newDevice();
  looksAtLeases = true;
  /** A window that was robbed is not told so: its storage is the only thing that can stop it. */
  isRobberySilent = false;

  async open(name: string, options: BenchOptions): Promise<Tab> {
    const window = this.browser.open(name);
    const page = new MortalPage();
    let commandCount = 0;
    const bench = await AgentBench.open({
      ...options,
      device: this.device,
      store: page.store(this.device.database),
      ports: (ports) => {
        const given = page.ports({ ...ports, locks: this.#locksOf(window) });
        return this.looksAtLeases ? given : { ...given, journal: leaseless(given.journal) };
      },
      around: (engine) =>
        createTabEngine({
          engine,
          channel: createSessionChannel({
            tab: name,
            open: () => window.openChannel(),
            now: () => window.timers.now(),
          }),
          locks: window.locks,
          timers: window.timers,
          moments: {
            subscribe(listener) {
              window.moments.add(listener);
              return () => window.moments.delete(listener);
            },
          },
          newId: () => {
            commandCount += 1;
            return `${name}-${String(commandCount)}`;
          },
          patience: (this.browser.windows.length % 5) / 5,
        }),
    });
    await settled();
    return { window, bench, page };
  }

  #locksOf(window: FakeWindow): SessionLocks {
    return {
      tryHold: async (id) => {
        const hold = await window.locks.tryHold(id);
        if (hold === null) return null;
        const lost = new AbortController();
        hold.lost.addEventListener('abort', () => {
          if (!this.isRobberySilent) lost.abort();
        });
        return {
          release: () => {
            hold.release();
          },
          lost: lost.signal,
        };
      },
    };
  }

  async seed({ bench }: Tab): Promise<void> {
    await bench.seed({
      person: [personWith('ada', { email: 'ada@example.com' })],
      project: [projectWith('launch', { name: 'Launch', stakeholderIds: [] })],
      task: [taskWith('Old')],
    });
  }
}

/** A journal that believes whoever writes. */
function leaseless(journal: Journal): Journal {
  return {
    ...journal,
    append: ({ lease: _lease, ...append }) => journal.append(append),
    holdsLease: () => Promise.resolve(true),
  };
}

/** Gone from one moment to the next, as when its process is killed. */
export function kill({ window, page }: Tab): void {
  page.die();
  window.kill();
}
