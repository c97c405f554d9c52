import { spawn, type ChildProcess } from 'node:child_process';

import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';

import { chromiumArguments, findChromium } from '../../scripts/find-chromium.mjs';
import { goneOf, killed, startedGroup } from './browser-process';
import { PageHands, type Hands, type Mortal } from './hands';

/** A Chromium with a profile on the disk, which can be killed as when its machine runs out of memory. */
export class MortalBrowser implements Mortal {
  readonly page: Page;
  readonly hands: Hands;
  readonly #browser: Browser;
  readonly #process: ChildProcess;
  readonly #devtools: CDPSession;
  #wasKilled = false;

  /** Starts one. On a machine that is busy enough a browser may not come up; that says nothing about the app. */
  static async start(profile: string): Promise<MortalBrowser> {
    const program = await findChromium();
    if (program === null) throw new Error('There is no Chromium. Install one, or set CHROMIUM_PATH.');
    for (let left = 2; ; left -= 1) {
      const child = started(program, profile);
      try {
        return await MortalBrowser.#connected(child);
      } catch (error) {
        await killed(child);
        if (left === 0) throw error;
      }
    }
  }

  static async #connected(child: ChildProcess): Promise<MortalBrowser> {
    // As it is for a person: with Playwright's defaults no page is ever hidden, and one that is not cannot be frozen.
    const browser = await chromium.connectOverCDP(await devtoolsAddress(child), { noDefaults: true });
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('The browser has no window.');
    const page = context.pages()[0] ?? (await context.newPage());
    return new MortalBrowser(browser, child, { page, devtools: await context.newCDPSession(page) });
  }

  private constructor(
    browser: Browser,
    child: ChildProcess,
    { page, devtools }: { readonly page: Page; readonly devtools: CDPSession },
  ) {
    this.#browser = browser;
    this.#process = child;
    this.page = page;
    this.hands = new PageHands(page);
    this.#devtools = devtools;
  }

  /** Begins to go there. Playwright's own way stumbles over the answer of a page that is killed before it has all of it. */
  async goTo(address: string): Promise<void> {
    await this.#devtools.send('Page.navigate', { url: address });
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** Another page in a window of its own, so that it is not hidden by the others. */
  async openWindow(): Promise<Page> {
    const session = await this.#browser.newBrowserCDPSession();
    const opening = this.context.waitForEvent('page');
    await session.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width: 1280,
      height: 800,
    });
    await session.detach();
    return opening;
  }

  get wasKilled(): boolean {
    return this.#wasKilled;
  }

  async kill(): Promise<void> {
    this.#wasKilled = true;
    await killed(this.#process);
  }

  async close(): Promise<void> {
    const gone = goneOf(this.#process);
    const session = await this.#browser.newBrowserCDPSession();
    // Its answer may be lost as it goes.
    await session.send('Browser.close').catch(() => undefined);
    await gone;
  }
}

const ownArguments = [
  '--headless',
  '--no-sandbox',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-crash-restore-bubble',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-hang-monitor',
  '--disable-search-engine-choice-screen',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disk-cache-size=1',
  '--password-store=basic',
  '--window-size=1280,800',
];

function started(program: string, profile: string): ChildProcess {
  return startedGroup(
    spawn(program, [...chromiumArguments, ...ownArguments, `--user-data-dir=${profile}`], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
}

function devtoolsAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    // It is heard to its end, so that what it says never fills the pipe.
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-10_000);
      const address = /DevTools listening on (ws:\S+)\s/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The browser ended before it could be used. ${said}`)));
  });
}
