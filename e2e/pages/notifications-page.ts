import type { BrowserContext, Locator, Page } from '@playwright/test';

import { expect } from '../fixtures';
import type { SettingsPage } from './settings-page';

/** One notification that a page has made. */
export interface MadeNotice {
  readonly title: string;
  readonly body: string;
  readonly isClosed: boolean;
}

declare global {
  interface Window {
    /** What a test hears of the notifications of this page, and says of its place on the screen. */
    noticeTrial: {
      readonly made: () => readonly MadeNotice[];
      readonly press: (index: number) => void;
      readonly show: (state: 'visible' | 'hidden') => void;
    };
  }
}

/** The browser's notifications as a test sees and presses them, and the setting that turns them on. */
export class NotificationsPage {
  readonly page: Page;
  readonly settings: SettingsPage;
  readonly checkbox: Locator;

  constructor(settings: SettingsPage) {
    this.page = settings.app.page;
    this.settings = settings;
    this.checkbox = settings.dialog.getByRole('checkbox', { name: 'Notifications' });
  }

  /** For every page that the context opens from now on. */
  static async watch(context: BrowserContext, permission: 'granted' | 'denied'): Promise<void> {
    if (permission === 'granted') await context.grantPermissions(['notifications']);
    await context.addInitScript(recordNotices, permission);
  }

  async turnOn(): Promise<void> {
    await this.settings.open();
    // The browser is asked first, so it is not on at once.
    await this.checkbox.click();
    await expect(this.checkbox).toBeChecked();
    await this.settings.close();
  }

  made(): Promise<readonly MadeNotice[]> {
    return this.page.evaluate(() => window.noticeTrial.made());
  }

  async press(index: number): Promise<void> {
    await this.page.evaluate((place) => {
      window.noticeTrial.press(place);
    }, index);
  }

  /** Whether the page is in view, as it is told. */
  async show(state: 'visible' | 'hidden'): Promise<void> {
    await this.page.evaluate((next) => {
      window.noticeTrial.show(next);
    }, state);
  }
}

/** Runs in the page, before anything else. */
function recordNotices(permission: 'granted' | 'denied'): void {
  let state: DocumentVisibilityState = 'visible';
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });

  const notices: RecordedNotification[] = [];
  class RecordedNotification extends Notification {
    isClosed = false;

    static override get permission(): NotificationPermission {
      return permission === 'denied' ? 'denied' : super.permission;
    }

    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      notices.push(this);
    }

    override close(): void {
      this.isClosed = true;
      super.close();
    }
  }
  window.Notification = RecordedNotification;
  window.noticeTrial = {
    made: () => notices.map(({ title, body, isClosed }) => ({ title, body, isClosed })),
    press: (index) => {
      notices[index]?.dispatchEvent(new Event('click'));
    },
    show: (next) => {
      state = next;
      document.dispatchEvent(new Event('visibilitychange'));
    },
  };
}
