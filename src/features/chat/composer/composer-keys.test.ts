import { describe, expect, it } from 'vitest';

import { composerKeyMeaning, composerPlaceholder } from './composer-keys';

const enter = { key: 'Enter', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
const desk = { isComposing: false, isTouch: false, whileRunning: 'interrupt' } as const;

describe('keys in the composer', () => {
  it('send with Enter, queue with Alt and make a new line with Shift', () => {
    expect(composerKeyMeaning(enter, desk)).toBe('interrupt');
    expect(composerKeyMeaning({ ...enter, altKey: true }, desk)).toBe('queue');
    expect(composerKeyMeaning({ ...enter, shiftKey: true }, desk)).toBe('leave');
    expect(composerKeyMeaning({ ...enter, key: 'a' }, desk)).toBe('leave');
  });

  it('never send while an input method puts a character together', () => {
    for (const key of [enter, { ...enter, ctrlKey: true }, { ...enter, altKey: true }]) {
      expect(composerKeyMeaning(key, { ...desk, isComposing: true })).toBe('leave');
    }
  });

  it('make a new line with Enter where the keyboard is on the screen', () => {
    expect(composerKeyMeaning(enter, { ...desk, isTouch: true })).toBe('leave');
    expect(composerKeyMeaning({ ...enter, metaKey: true }, { ...desk, isTouch: true })).toBe('interrupt');
  });

  it('[I3] queue with Enter and interrupt with Alt where the person has turned it round', () => {
    const queueing = { ...desk, whileRunning: 'queue' } as const;
    expect(composerKeyMeaning(enter, queueing)).toBe('queue');
    expect(composerKeyMeaning({ ...enter, altKey: true }, queueing)).toBe('interrupt');
    expect(composerPlaceholder('running', queueing)).toContain(
      'Enter queues, Alt+Enter interrupts and sends',
    );
  });

  it('are told in the empty composer', () => {
    expect(composerPlaceholder('completed', desk)).toContain('Enter sends');
    expect(composerPlaceholder('running', desk)).toContain('Enter interrupts and sends, Alt+Enter queues');
    expect(composerPlaceholder('awaiting_user', { ...desk, isTouch: true })).toContain(
      'Enter starts a new line',
    );
  });
});
