import { expect, type CDPSession, type Page } from '@playwright/test';

import { ConversationPage } from '../pages/conversation-page';
import { MomentumPage } from '../pages/momentum-page';

/** One window of the app that can be put to sleep as a browser does it with windows that nobody looks at. */
export class TabWindow {
  readonly page: Page;
  readonly chat: ConversationPage;
  readonly #devtools: CDPSession;
  #document = '';
  #isFrozen = false;

  static async on(page: Page): Promise<TabWindow> {
    return new TabWindow(page, await page.context().newCDPSession(page));
  }

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.chat = new ConversationPage(new MomentumPage(page));
    this.#devtools = devtools;
  }

  /** What the witness calls the page that is loaded now. */
  get document(): string {
    return this.#document;
  }

  get isFrozen(): boolean {
    return this.#isFrozen;
  }

  async goTo(address: string): Promise<void> {
    await this.page.goto(address);
    await this.#untilReady();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.#untilReady();
  }

  /** Until the session is on the screen, as much of it as fits. */
  async untilShown(): Promise<void> {
    await expect(this.chat.log.getByRole('article')).not.toHaveCount(0, { timeout: 20_000 });
  }

  /** Its page hears messages and does nothing else: no timers, no network, no frames. */
  async freeze(): Promise<void> {
    await this.#setWindow('minimized');
    await expect.poll(() => this.page.evaluate(() => document.visibilityState)).toBe('hidden');
    this.#isFrozen = true;
    await this.#devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  }

  async thaw(): Promise<void> {
    await this.#devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await this.#setWindow('normal');
    this.#isFrozen = false;
  }

  /** Stops its page between two lines, wherever it is: it does not even hear messages. @returns the way to let it go on. */
  async hang(): Promise<() => Promise<void>> {
    await this.#devtools.send('Debugger.enable');
    const paused = new Promise((resolve) => {
      this.#devtools.once('Debugger.paused', resolve);
    });
    await this.#devtools.send('Debugger.pause');
    await paused;
    return async () => {
      await this.#devtools.send('Debugger.disable');
    };
  }

  async crash(): Promise<void> {
    const crashed = this.page.waitForEvent('crash');
    // There is nobody left to answer.
    void this.#devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await this.page.close();
  }

  /** Presses a button if it is there, at once. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).evaluateAll((buttons) => {
      for (const button of buttons) if (button instanceof HTMLElement) button.click();
    });
  }

  async #untilReady(): Promise<void> {
    await this.chat.app.waitUntilOpen();
    this.#document = await this.page.evaluate(() => globalThis.momentumDocument);
  }

  async #setWindow(windowState: 'minimized' | 'normal'): Promise<void> {
    const { windowId } = await this.#devtools.send('Browser.getWindowForTarget');
    await this.#devtools.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  }
}
