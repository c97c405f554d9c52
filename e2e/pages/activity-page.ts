import type { Locator } from '@playwright/test';

import type { MomentumPage } from './momentum-page';

/** The sheet "Activity". */
export class ActivityPage {
  readonly app: MomentumPage;
  readonly dialog: Locator;
  readonly entries: Locator;

  constructor(app: MomentumPage) {
    this.app = app;
    this.dialog = app.dialog('Activity');
    this.entries = this.dialog.locator('button[aria-expanded]');
  }

  async open(): Promise<void> {
    await this.app.choose('Activity');
  }

  async close(): Promise<void> {
    await this.app.dismissToasts();
    await this.dialog.getByRole('button', { name: 'Close' }).click();
  }

  /** The newest entry with this text. */
  entry(summary: string | RegExp): Locator {
    const heading = this.app.page.locator('button[aria-expanded]', { hasText: summary });
    return this.dialog.getByRole('listitem').filter({ has: heading }).first();
  }

  async expand(summary: string | RegExp): Promise<Locator> {
    const entry = this.entry(summary);
    await entry.locator('button[aria-expanded]').click();
    return entry;
  }

  /** Opens an entry by its place, 0 for the newest; answers with the newest that is open. */
  async expandNth(place: number): Promise<Locator> {
    await this.entries.nth(place).click();
    const open = this.app.page.locator('button[aria-expanded="true"]');
    return this.dialog.getByRole('listitem').filter({ has: open }).first();
  }
}
