import { describe, expect, it } from 'vitest';

import { sessionId, turnId } from '@/domain/sessions';
import { FakeBrowser, settled } from '@/testing/tab-windows';

import { createSessionChannel } from './session-channel';
import type { TabMessage } from './tab-message';

const session = sessionId('session-1');

/** Two windows, and what the second one hears. */
function twoWindows() {
  const browser = new FakeBrowser();
  const window = browser.open('one');
  const other = browser.open('two');
  const raw = window.openChannel();
  const one = createSessionChannel({ tab: 'one', open: () => window.openChannel(), now: () => 1 });
  const two = createSessionChannel({ tab: 'two', open: () => other.openChannel(), now: () => 2 });
  const heard: { message: TabMessage; from: string }[] = [];
  two.subscribe((message, from) => heard.push({ message, from }));
  return { one, two, raw, heard };
}

describe('the channel of sessions', () => {
  it('[S1] carries every kind of message as it is, with the name of who said it', async () => {
    const { one, heard } = twoWindows();
    const messages: readonly TabMessage[] = [
      { type: 'hello' },
      { type: 'beat', drives: [session] },
      { type: 'changed', sessionId: session, head: 3, isUnfinished: true, listed: 'running Launch' },
      { type: 'live', sessionId: session, live: null },
      { type: 'command', id: 'c1', command: { type: 'cancel', sessionId: session } },
      {
        type: 'command',
        id: 'c2',
        command: { type: 'send', sessionId: session, turnId: turnId('t'), text: 'Hello', mode: 'queue' },
      },
      { type: 'taken', id: 'c1' },
      { type: 'replied', id: 'c1', reply: { type: 'done', sessionId: session } },
      { type: 'yield?', sessionId: session },
      { type: 'let-go', sessionId: session },
    ];
    for (const message of messages) one.post(message);
    await settled();
    expect(heard).toEqual(messages.map((message) => ({ message, from: 'one' })));
  });

  it.each([
    ['nothing', null],
    ['a letter of another app', { type: 'workspace-head', head: 7 }],
    ['a kind that a newer window knows', { type: 'session-letter', from: 'x', message: { type: 'dance' } }],
    [
      'a command that a newer window knows',
      {
        type: 'session-letter',
        from: 'x',
        message: { type: 'command', id: 'c', command: { type: 'fold', sessionId: 's' } },
      },
    ],
    ['a damaged one', { type: 'session-letter', from: 'x', message: { type: 'beat', drives: 'everything' } }],
    ['one without a sender', { type: 'session-letter', message: { type: 'hello' } }],
  ])('does not hear %s', async (_what, data) => {
    const { raw, two, heard } = twoWindows();
    raw.postMessage(data);
    await settled();
    expect(heard).toEqual([]);
    expect(two.heardAt()).toBeNull();
  });

  it('understands a message with more in it than it knows', async () => {
    const { raw, heard } = twoWindows();
    raw.postMessage({
      type: 'session-letter',
      from: 'newer',
      message: { type: 'hello', mood: 'fine' },
      sealed: true,
    });
    await settled();
    expect(heard).toMatchObject([{ message: { type: 'hello' }, from: 'newer' }]);
  });

  it('[S1a] hears its own sign, and tells nobody of it, so that a deaf window can know that it is', async () => {
    const { two, heard } = twoWindows();
    expect(two.heardAt()).toBeNull();
    two.probe();
    await settled();
    expect(two.heardAt()).toBe(2);
    expect(heard).toEqual([]);
  });

  it('is silent in a browser without channels, and once it is closed', async () => {
    const alone = createSessionChannel({ tab: 'one', open: () => null, now: () => 1 });
    alone.post({ type: 'hello' });
    alone.probe();
    expect(alone.heardAt()).toBeNull();

    const { one, two, heard } = twoWindows();
    two.close();
    one.post({ type: 'hello' });
    await settled();
    expect(heard).toEqual([]);
  });
});
