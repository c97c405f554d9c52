import { describe, expect, it } from 'vitest';

import { millis } from '@/domain/workspace';

import { copyInWords, reminderTitle, spareInWords } from './backup-words';

describe('words about copies', () => {
  it.each([
    [{ changes: 120, days: 14, isFirst: false }, 'Your last copy is old: 120 changes in 14 days since.'],
    [{ changes: 1, days: 0, isFirst: true }, 'There is no copy of your work yet: 1 change so far.'],
    [{ changes: 0, days: 1, isFirst: false }, 'Your last copy is old: 1 day since.'],
  ])('remind: %o', (reminder, title) => {
    expect(reminderTitle(reminder)).toBe(title);
  });

  it('tell what the newest copy lacks', () => {
    const saved = { at: millis(0), head: 5, talkedAt: millis(3) };
    const memory = { tag: 'a', keep: 10, saved, counted: saved };
    const words = (head: number, talkedAt: number) =>
      copyInWords({ memory, progress: { head, talkedAt: millis(talkedAt) } });
    expect(words(7, 9)).toMatch(/^Newest copy: .*1970.*, 2 changes ago\.$/);
    expect(words(5, 9)).toMatch(/Sessions have gone on since\.$/);
    expect(words(5, 3)).toMatch(/It holds everything\.$/);
    expect(copyInWords({ memory: { ...memory, saved: null }, progress: saved })).toBe(
      'There is no copy yet.',
    );
  });

  it('name what can be freed', () => {
    expect(spareInWords({ deletedSessions: 3, streams: 1, bytes: 9 })).toBe(
      '3 deleted sessions and 1 leftover of finished answers',
    );
    expect(spareInWords({ deletedSessions: 0, streams: 0, bytes: 0 })).toBe('');
  });
});
