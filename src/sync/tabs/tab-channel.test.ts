import { afterEach, describe, expect, it } from 'vitest';

import type { ChangeFeed, ChangeNotice } from '@/agent';
import { sequence } from '@/domain/deltas';

import { createTabChannel } from './tab-channel';

/** A tab: its page, and everything it has been told. */
interface Tab {
  readonly feed: ChangeFeed;
  readonly window: EventTarget;
  readonly document: EventTarget & { visibilityState: DocumentVisibilityState };
  readonly notices: ChangeNotice[];
}

const opened: Tab[] = [];
let channelCount = 0;

afterEach(() => {
  for (const tab of opened) tab.feed.close();
  opened.length = 0;
});

function aTab(channel: BroadcastChannel | null): Tab {
  const window = new EventTarget();
  const visibility: { visibilityState: DocumentVisibilityState } = { visibilityState: 'visible' };
  const document = Object.assign(new EventTarget(), visibility);
  const feed = createTabChannel({ channel, window, document });
  const notices: ChangeNotice[] = [];
  feed.subscribe((notice) => notices.push(notice));
  const tab = { feed, window, document, notices };
  opened.push(tab);
  return tab;
}

function newChannelName(): string {
  channelCount += 1;
  return `momentum-test-${String(channelCount)}`;
}

/** Resolves when everything posted to the channel so far has arrived. */
function delivered(name: string): Promise<void> {
  const [sender, receiver] = [new BroadcastChannel(name), new BroadcastChannel(name)];
  return new Promise((resolve) => {
    receiver.addEventListener('message', () => {
      sender.close();
      receiver.close();
      resolve();
    });
    sender.postMessage('delivered?');
  });
}

describe('the channel between tabs', () => {
  it('[S1] tells the other tabs, and not the one that speaks, where the log stands', async () => {
    const name = newChannelName();
    const [first, second, third] = [0, 1, 2].map(() => aTab(new BroadcastChannel(name)));
    first?.feed.announce(sequence(7));
    await delivered(name);
    expect([first, second, third].map((tab) => tab?.notices)).toEqual([
      [],
      [{ type: 'announced', head: 7 }],
      [{ type: 'announced', head: 7 }],
    ]);
  });

  it.each([
    ['nothing', null],
    ['a text', 'workspace-head'],
    ['another message', { type: 'other', head: 1 }],
    ['no head', { type: 'workspace-head' }],
    ['a head that is no number', { type: 'workspace-head', head: '1' }],
    ['a head below zero', { type: 'workspace-head', head: -1 }],
    ['half a head', { type: 'workspace-head', head: 1.5 }],
    ['no end of a head', { type: 'workspace-head', head: Infinity }],
  ])('ignores what it does not know: %s', async (_title, message) => {
    const name = newChannelName();
    const tab = aTab(new BroadcastChannel(name));
    const stranger = new BroadcastChannel(name);
    stranger.postMessage(message);
    await delivered(name);
    stranger.close();
    expect(tab.notices).toEqual([]);
  });

  it.each(['focus', 'pageshow', 'online'])('looks again when the window says %s', (event) => {
    const tab = aTab(null);
    tab.window.dispatchEvent(new Event(event));
    expect(tab.notices).toEqual([{ type: 'returned' }]);
  });

  it.each(['visibilitychange', 'resume'])(
    'looks again when the document says %s and can be seen',
    (event) => {
      const tab = aTab(null);
      tab.document.dispatchEvent(new Event(event));
      expect(tab.notices).toEqual([{ type: 'returned' }]);
    },
  );

  it('does not look again when it is hidden', () => {
    const tab = aTab(null);
    tab.document.visibilityState = 'hidden';
    tab.document.dispatchEvent(new Event('visibilitychange'));
    tab.window.dispatchEvent(new Event('online'));
    expect(tab.notices).toEqual([]);
  });

  it('tells every subscriber until it stops', () => {
    const tab = aTab(null);
    let calls = 0;
    const count = (): void => {
      calls += 1;
    };
    const stopFirst = tab.feed.subscribe(count);
    tab.feed.subscribe(count);
    tab.window.dispatchEvent(new Event('focus'));
    stopFirst();
    tab.window.dispatchEvent(new Event('focus'));
    expect(calls).toBe(3);
  });

  it('hears and says nothing after it was closed, and does not mind being asked to', async () => {
    const name = newChannelName();
    const [closed, other] = [aTab(new BroadcastChannel(name)), aTab(new BroadcastChannel(name))];
    closed.feed.close();
    closed.feed.announce(sequence(1));
    other.feed.announce(sequence(2));
    closed.window.dispatchEvent(new Event('focus'));
    closed.document.dispatchEvent(new Event('visibilitychange'));
    await delivered(name);
    expect([closed.notices, other.notices]).toEqual([[], []]);
  });

  it('works alone where the browser has no channels', () => {
    const tab = aTab(null);
    expect(() => {
      tab.feed.announce(sequence(1));
    }).not.toThrow();
  });
});
