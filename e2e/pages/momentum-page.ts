import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from '../fixtures';

/** The whole page: header, menu and areas. */
export class MomentumPage {
  readonly page: Page;
  readonly menuButton: Locator;
  readonly sessionsButton: Locator;
  readonly workspaceButton: Locator;
  readonly sessions: Locator;
  readonly main: Locator;
  readonly workspace: Locator;
  readonly saveStatus: Locator;

  constructor(page: Page) {
    this.page = page;
    const header = page.getByRole('banner');
    this.menuButton = header.getByRole('button', { name: 'Menu' });
    this.sessionsButton = header.getByRole('button', { name: 'Sessions' });
    this.workspaceButton = header.getByRole('button', { name: 'Workspace' });
    this.sessions = page.getByRole('navigation', { name: 'Sessions' });
    this.main = page.getByRole('main');
    this.workspace = page.getByRole('region', { name: 'Workspace' });
    this.saveStatus = header.getByText(/^(Saving…|Saved on this device|Not saved|Not kept)$/);
  }

  /** Opens the page with the workspace in view: on a phone it is a drawer. */
  async open(): Promise<void> {
    await this.page.goto('/');
    await this.waitUntilOpen();
    await this.showWorkspace();
  }

  async showWorkspace(): Promise<void> {
    if ((await this.workspaceButton.getAttribute('aria-expanded')) === 'false')
      await this.workspaceButton.click();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.waitUntilOpen();
  }

  /** Until the workspace is on the screen, whatever it holds. */
  async waitUntilOpen(): Promise<void> {
    await expect(this.menuButton).toBeVisible({ timeout: openingTimeoutMs });
  }

  async choose(item: string): Promise<void> {
    const wanted = this.page.getByRole('menuitem', { name: item });
    // A dialog that is still going away takes the focus with it, and the menu then closes again.
    await expect(async () => {
      if ((await this.menuButton.getAttribute('aria-expanded')) !== 'true') await this.menuButton.click();
      await expect(wanted).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await wanted.click();
  }

  /** Makes the page as slow as on a machine so many times slower than this one. */
  async slowDown(times: number): Promise<void> {
    const devtools = await this.page.context().newCDPSession(this.page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: times });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  /** A dialog that asks before something that matters. */
  question(name: string | RegExp): Locator {
    return this.page.getByRole('alertdialog', { name });
  }

  /** What is said in passing. */
  toast(text: string | RegExp): Locator {
    return this.page.getByRole('dialog').filter({ hasText: text });
  }

  /** Puts away what is said in passing, where it stands in the way. */
  async dismissToasts(): Promise<void> {
    const dismiss = this.page.getByRole('button', { name: 'Dismiss' });
    // One may go by itself just when it is pressed.
    await expect(async () => {
      if ((await dismiss.count()) > 0) await dismiss.first().click({ timeout: 1_000 });
      await expect(dismiss).toHaveCount(0, { timeout: 500 });
    }).toPass();
  }

  /** Presses the tab key until the element has the focus, as somebody without a mouse does. */
  async tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < tabLimit; presses += 1) {
      if (await hasFocus(target)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The tab key does not reach ${String(target)} in ${String(tabLimit)} presses.`);
  }

  async chooseByKeyboard(item: string): Promise<void> {
    await this.tabTo(this.menuButton);
    await this.page.keyboard.press('Enter');
    const wanted = this.page.getByRole('menuitem', { name: item });
    await expect(wanted).toBeVisible();
    for (let presses = 0; presses < tabLimit && !(await hasFocus(wanted)); presses += 1) {
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
  }

  /** axe finds nothing, in the light theme and in the dark one. */
  async expectAccessible(): Promise<void> {
    // It takes seconds, and many of them on a busy machine, which say nothing about the page.
    const looking = test.info();
    looking.setTimeout(looking.timeout + lookTimeoutMs);
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme });
      await settledAnimations(this.page);
      const { violations } = await new AxeBuilder({ page: this.page }).analyze();
      expect(
        violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) })),
        `axe in the ${colorScheme} theme`,
      ).toEqual([]);
    }
  }

  async expectNoSidewaysScroll(): Promise<void> {
    const overflow = await this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow, 'pixels to the right of the window').toBeLessThanOrEqual(0);
  }
}

const tabLimit = 80;
const lookTimeoutMs = 45_000;

/** Several windows that open at the same time on a busy machine take their time. */
const openingTimeoutMs = 15_000;

async function hasFocus(target: Locator): Promise<boolean> {
  if ((await target.count()) === 0) return false;
  return target.first().evaluate((element) => element === document.activeElement);
}

/**
 * Colours are judged when nothing fades any more. Fades are brought to their end instead of awaited: the `finished` of one whose element
 * stops being drawn on the way (the inside of a `details`) never settles.
 */
async function settledAnimations(page: Page): Promise<void> {
  const running = () =>
    page.evaluate(() => {
      const finite = document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
      for (const animation of finite) animation.finish();
      return finite.length;
    });
  await expect.poll(running, { message: 'what still moves' }).toBe(0);
}
