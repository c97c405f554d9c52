import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { chromium, type Browser, type Page } from '@playwright/test';

import { chromiumArguments, findChromium } from '../../scripts/find-chromium.mjs';

/** A Chromium with a profile on the disk, which can be killed as when its machine runs out of memory. */
export class MortalBrowser {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #process: ChildProcess;
  #wasKilled = false;

  static async start(profile: string): Promise<MortalBrowser> {
    const program = await findChromium();
    if (program === null) throw new Error('There is no Chromium. Install one, or set CHROMIUM_PATH.');
    // A group of its own: it dies with all of its processes, and nothing else does.
    const child = spawn(program, [...chromiumArguments, ...ownArguments, `--user-data-dir=${profile}`], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const orphaned = (): void => killGroup(child);
    process.once('exit', orphaned);
    child.once('exit', () => process.off('exit', orphaned));
    const browser = await chromium.connectOverCDP(await devtoolsAddress(child));
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('The browser has no window.');
    const page = context.pages()[0] ?? (await context.newPage());
    return new MortalBrowser(browser, child, page);
  }

  private constructor(browser: Browser, child: ChildProcess, page: Page) {
    this.#browser = browser;
    this.#process = child;
    this.page = page;
  }

  get wasKilled(): boolean {
    return this.#wasKilled;
  }

  /** Kills it without a word, in the middle of whatever it does. */
  async kill(): Promise<void> {
    this.#wasKilled = true;
    const gone = this.#gone();
    killGroup(this.#process);
    await gone;
  }

  /** Closes it as a person does: it may write down what it still holds. */
  async close(): Promise<void> {
    const gone = this.#gone();
    const session = await this.#browser.newBrowserCDPSession();
    // Its answer may be lost as it goes.
    await session.send('Browser.close').catch(() => undefined);
    await gone;
  }

  async #gone(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null)
      await once(this.#process, 'exit');
  }
}

const ownArguments = [
  '--headless',
  '--no-sandbox',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disk-cache-size=1',
  '--password-store=basic',
  '--window-size=1280,800',
];

function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  process.kill(-pid, 'SIGKILL');
}

async function devtoolsAddress(child: ChildProcess): Promise<string> {
  const { stderr } = child;
  if (stderr === null) throw new Error('The browser says nothing.');
  for await (const line of createInterface({ input: stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    // What else it says is not kept, and must not fill the pipe.
    stderr.resume();
    return address;
  }
  throw new Error('The browser ended before it could be used.');
}
