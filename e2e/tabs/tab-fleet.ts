import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readDevice, type DeviceRecords } from '../crash/device-records';
import { MortalBrowser } from '../crash/mortal-browser';
import { MailService } from '../pages/mail-service';
import { SettingsPage } from '../pages/settings-page';
import { DriverWatch } from './driver-watch';
import { witnessLeases } from './lease-witness';
import { TabWindow } from './tab-window';

/** Several windows of one browser on one session, a mail service that counts, and somebody who watches who drives. */
export class TabFleet {
  readonly watch: DriverWatch;
  readonly mail: MailService;
  readonly #origin: string;
  readonly #browser: MortalBrowser;
  readonly #profile: string;
  readonly #windows: TabWindow[] = [];
  #address = '/';

  static async open(origin: string, windows: number): Promise<TabFleet> {
    const profile = await mkdtemp(path.join(tmpdir(), 'momentum-tabs-'));
    const browser = await MortalBrowser.start(profile);
    await browser.context.addInitScript(witnessLeases);
    const watch = await DriverWatch.start(browser.page, origin);
    const fleet = new TabFleet({ origin, browser, profile, watch, mail: await MailService.start() });
    const first = await fleet.#opened();
    const settings = new SettingsPage(first.chat.app);
    await settings.open();
    await settings.useEndpoint({ endpoint: fleet.mail.endpoint, from: 'me@example.com' });
    await settings.form.getByText('Saved. Approved emails go to').waitFor();
    await settings.close();
    await fleet.#beginSession(first);
    while (fleet.#windows.length < windows) await fleet.openWindow();
    return fleet;
  }

  private constructor(parts: {
    readonly origin: string;
    readonly browser: MortalBrowser;
    readonly profile: string;
    readonly watch: DriverWatch;
    readonly mail: MailService;
  }) {
    this.#origin = parts.origin;
    this.#browser = parts.browser;
    this.#profile = parts.profile;
    this.watch = parts.watch;
    this.mail = parts.mail;
  }

  async close(): Promise<void> {
    this.mail.close();
    await this.#browser.kill();
    await rm(this.#profile, { recursive: true, force: true });
  }

  get windows(): readonly TabWindow[] {
    return this.#windows;
  }

  get awake(): readonly TabWindow[] {
    return this.#windows.filter(({ isFrozen }) => !isFrozen);
  }

  /** The window that drives the session now, if one does that can. */
  async driver(): Promise<TabWindow | null> {
    const { driver } = await this.watch.look();
    return this.#windows.find(({ document }) => document === driver) ?? null;
  }

  records(): Promise<DeviceRecords> {
    return readDevice(this.watch.page);
  }

  /** Who drives, who sleeps, and what happened last, for whoever looks for what went wrong. */
  async standing(): Promise<string> {
    const driving = JSON.stringify(await this.watch.look());
    const windows = this.#windows.map(({ document, isFrozen }) => `${document}${isFrozen ? ' frozen' : ''}`);
    const { journal } = await this.records();
    return [driving, ...windows, ...journal.slice(-12).map((record) => JSON.stringify(record))].join('\n');
  }

  /** One more window that shows the session. */
  async openWindow(): Promise<void> {
    const window = await this.#opened();
    await window.untilShown();
    await this.watch.note(window.document, true);
  }

  async closeWindow(window: TabWindow): Promise<void> {
    this.#windows.splice(this.#windows.indexOf(window), 1);
    await this.watch.note(window.document, false);
    await window.page.close();
  }

  /** Its page is gone from one moment to the next; what is left of the window is closed. */
  async crash(window: TabWindow): Promise<void> {
    this.#windows.splice(this.#windows.indexOf(window), 1);
    await this.watch.note(window.document, false);
    await window.crash();
  }

  async reload(window: TabWindow): Promise<void> {
    await this.watch.note(window.document, false);
    await window.reload();
    await window.untilShown();
    await this.watch.note(window.document, true);
  }

  async freeze(window: TabWindow): Promise<void> {
    await this.watch.note(window.document, false);
    await window.freeze();
  }

  async thaw(window: TabWindow): Promise<void> {
    await window.thaw();
    await this.watch.note(window.document, true);
  }

  async #opened(): Promise<TabWindow> {
    const window = await TabWindow.on(await this.#browser.openWindow());
    await window.goTo(this.#origin + this.#address);
    this.#windows.push(window);
    return window;
  }

  /** The session that all of them will show. */
  async #beginSession(first: TabWindow): Promise<void> {
    await first.chat.ask('Hello');
    const { hash } = new URL(first.page.url());
    this.#address = `/${hash}`;
    await this.watch.watch(hash.replace('#/s/', ''));
    await this.watch.note(first.document, true);
  }
}
