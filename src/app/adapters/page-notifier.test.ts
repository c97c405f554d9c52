import { describe, expect, it } from 'vitest';

import type { NotifyPermission } from '@/state/notifications';
import { describeNotifier } from '@/testing/notifier-contract';

import {
  pageNotifier,
  type NotificationApi,
  type NotifierPage,
  type PageNotification,
} from './page-notifier';

describeNotifier('the browser’s', (permission, answer) => {
  const screen = new FakeScreen(permission, answer);
  return {
    notifier: pageNotifier(screen.page),
    inView: () => Object.fromEntries([...screen.shown].map(([tag, { title }]) => [tag, title])),
    press: (tag) => {
      screen.shown.get(tag)?.press();
    },
    change(next) {
      screen.permission = next;
      screen.page.document.dispatchEvent(new Event('visibilitychange'));
    },
  };
});

describe('a notification of the browser', () => {
  it('brings its page to the front before anything else happens', () => {
    const screen = new FakeScreen('granted', 'granted');
    const pressed: number[] = [];
    pageNotifier(screen.page).show({
      tag: 'a',
      title: 'A',
      body: '',
      onPressed: () => {
        pressed.push(screen.focusCount);
      },
    });
    screen.shown.get('a')?.press();
    expect(pressed).toEqual([1]);
  });

  it('is not to be had where the browser refuses to make one, which shows with the first', () => {
    const screen = new FakeScreen('granted', 'granted');
    screen.refuses = true;
    const notifier = pageNotifier(screen.page);
    expect(notifier.permission()).toBe('granted');
    notifier.show({ tag: 'a', title: 'A', body: '', onPressed: () => undefined })();
    expect(notifier.permission()).toBe('unsupported');
  });
});

interface ShownNotification {
  readonly title: string;
  readonly press: () => void;
}

/** A browser that shows notifications as the standard says. */
class FakeScreen {
  readonly shown = new Map<string, ShownNotification>();
  readonly page: NotifierPage;
  permission: NotificationPermission;
  refuses = false;
  focusCount = 0;

  constructor(permission: NotifyPermission, answer: NotificationPermission) {
    this.permission = permission === 'granted' || permission === 'denied' ? permission : 'default';
    const focus = (): void => {
      this.focusCount += 1;
    };
    const page = { document: new EventTarget(), focus };
    this.page = permission === 'unsupported' ? page : { ...page, Notification: apiOf(this, answer) };
  }
}

function apiOf(screen: FakeScreen, answer: NotificationPermission): NotificationApi {
  return class implements PageNotification {
    readonly #tag: string;
    readonly #shown: ShownNotification;
    #onClick: () => void = () => undefined;

    static get permission(): NotificationPermission {
      return screen.permission;
    }

    static requestPermission(): Promise<NotificationPermission> {
      if (screen.permission === 'default') screen.permission = answer;
      return Promise.resolve(screen.permission);
    }

    constructor(title: string, { tag }: { readonly tag: string }) {
      if (screen.refuses) throw new TypeError('Illegal constructor.');
      this.#tag = tag;
      this.#shown = {
        title,
        press: () => {
          this.#onClick();
        },
      };
      screen.shown.set(tag, this.#shown);
    }

    addEventListener(_type: 'click', listener: () => void): void {
      this.#onClick = listener;
    }

    close(): void {
      if (screen.shown.get(this.#tag) === this.#shown) screen.shown.delete(this.#tag);
    }
  };
}
