import type { Locator } from '@playwright/test';

import { expect } from '../fixtures';
import type { MomentumPage } from './momentum-page';

/** The dialogs "Settings" and "Outbox", and the chips beside the composer that lead to the first. */
export class SettingsPage {
  readonly app: MomentumPage;
  readonly dialog: Locator;
  readonly outbox: Locator;
  readonly emails: Locator;
  readonly form: Locator;
  readonly granted: Locator;
  readonly turnLimit: Locator;

  constructor(app: MomentumPage) {
    this.app = app;
    this.dialog = app.dialog('Settings');
    this.outbox = app.dialog('Outbox');
    this.emails = this.outbox.getByRole('article');
    this.form = this.dialog.getByRole('form', { name: 'HTTP endpoint' });
    this.granted = this.dialog.getByRole('list', { name: 'Runs unasked in this session' });
    this.turnLimit = this.dialog.getByRole('textbox', { name: 'Most model responses for one message' });
  }

  async open(): Promise<void> {
    await this.app.choose('Settings');
    await expect(this.dialog).toBeVisible();
  }

  async openOutbox(): Promise<void> {
    await this.app.choose('Outbox');
    await expect(this.outbox).toBeVisible();
  }

  async close(): Promise<void> {
    const dialog = (await this.dialog.isVisible()) ? this.dialog : this.outbox;
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  }

  mode(name: string): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'When to ask' }).getByRole('radio', { name });
  }

  chip(about: 'When to ask' | 'Model'): Locator {
    return this.app.page.getByRole('button', { name: new RegExp(`^${about}: `) });
  }

  field(name: string): Locator {
    return this.form.getByRole('textbox', { name, exact: true });
  }

  /** A field that hides what is typed has no role of its own. */
  get key(): Locator {
    return this.form.getByLabel('Key', { exact: true });
  }

  async ask(mode: string): Promise<void> {
    await this.open();
    await this.mode(mode).check();
    await this.close();
  }

  async patience(words: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'A question or approval stays open for' }).click();
    await this.app.page.getByRole('option', { name: words, exact: true }).click();
  }

  /** Fills in the mail service and saves it. */
  async useEndpoint(service: { endpoint: string; from: string; key?: string }): Promise<void> {
    await this.dialog.getByRole('radio', { name: 'HTTP endpoint' }).check();
    await this.field('Endpoint').fill(service.endpoint);
    await this.field('From').fill(service.from);
    if (service.key !== undefined) await this.key.fill(service.key);
    await this.form.getByRole('button', { name: 'Save endpoint' }).click();
  }
}
