import { describe, expect, it } from 'vitest';

import type { Notice, Notifier, NotifyPermission } from '@/state/notifications';

/** A notifier and the screen that it shows things on. */
export interface NotifierTrial {
  readonly notifier: Notifier;
  /** Titles in view, by tag. */
  readonly inView: () => Readonly<Record<string, string>>;
  readonly press: (tag: string) => void;
  /** The person changes the permission in the settings of the browser, and comes back. */
  readonly change: (permission: 'granted' | 'denied') => void;
}

/** What every `Notifier` holds to. `answer` is what the person says when they are asked. */
export function describeNotifier(
  name: string,
  open: (permission: NotifyPermission, answer: 'granted' | 'denied') => NotifierTrial,
): void {
  describe(`${name}: the contract of a notifier`, () => {
    it('asks once, and holds to the answer', async () => {
      for (const answer of ['granted', 'denied'] as const) {
        const { notifier } = open('not-asked', answer);
        expect(notifier.permission()).toBe('not-asked');
        expect(await notifier.ask()).toBe(answer);
        expect(notifier.permission()).toBe(answer);
        expect(await notifier.ask()).toBe(answer);
      }
    });

    it('cannot be granted where there are no notifications, nor where they are denied', async () => {
      expect(await open('unsupported', 'granted').notifier.ask()).toBe('unsupported');
      expect(await open('denied', 'granted').notifier.ask()).toBe('denied');
    });

    it('shows nothing without permission', () => {
      for (const permission of ['not-asked', 'denied', 'unsupported'] as const) {
        const { notifier, inView } = open(permission, 'granted');
        notifier.show(notice('a'))();
        expect(inView()).toEqual({});
      }
    });

    it('shows one for each tag, the newest, and takes back only what it was told to', () => {
      const { notifier, inView } = open('granted', 'granted');
      const close = notifier.show(notice('a', 'First'));
      notifier.show(notice('b', 'Other'));
      notifier.show(notice('a', 'Second'));
      expect(inView()).toEqual({ a: 'Second', b: 'Other' });
      close();
      expect(inView()).toEqual({ a: 'Second', b: 'Other' });
      const closeThird = notifier.show(notice('a', 'Third'));
      closeThird();
      closeThird();
      expect(inView()).toEqual({ b: 'Other' });
    });

    it('tells who was pressed', () => {
      const { notifier, press } = open('granted', 'granted');
      const pressed: string[] = [];
      for (const tag of ['a', 'b']) {
        notifier.show({
          ...notice(tag),
          onPressed: () => {
            pressed.push(tag);
          },
        });
      }
      press('b');
      expect(pressed).toEqual(['b']);
    });

    it('tells what the person has answered, also who has not asked', async () => {
      const { notifier } = open('not-asked', 'denied');
      const heard: NotifyPermission[] = [];
      notifier.subscribe(() => {
        heard.push(notifier.permission());
      });
      await notifier.ask();
      expect(heard).toEqual(['denied']);
    });

    it('tells that the permission may have changed, for as long as anybody listens', () => {
      const { notifier, change } = open('granted', 'granted');
      const heard: NotifyPermission[] = [];
      const leave = notifier.subscribe(() => {
        heard.push(notifier.permission());
      });
      change('denied');
      leave();
      change('granted');
      expect(heard).toEqual(['denied']);
    });
  });
}

function notice(tag: string, title = 'Plan the launch'): Notice {
  return { tag, title, body: 'Momentum has a question.', onPressed: () => undefined };
}
