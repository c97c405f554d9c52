import { describe, expect, it } from 'vitest';

import { millis } from '@/domain/workspace';

import { parseMemory, type Mark } from './backup-memory';
import { backupName, isBehind, isDueWhenHidden, nextBackupAt, reminderOf, staleBackups } from './backup-plan';

const minute = 60_000;
const day = 24 * 60 * minute;
const start = 1_764_000_000_000;

describe('[S5] when a copy is written by itself', () => {
  it('is never, while nothing has changed', () => {
    const saved = mark({ head: 7 });
    expect(nextBackupAt({ saved }, { head: 7, talkedAt: millis(0) }, millis(start))).toBeNull();
    expect(nextBackupAt({ saved: null }, { head: 0, talkedAt: millis(0) }, millis(start))).toBeNull();
  });

  it('is a moment after a change, and at most every five minutes', () => {
    const saved = mark({ at: millis(start), head: 7 });
    const progress = { head: 8, talkedAt: millis(0) };
    const soon = millis(start + minute);
    expect(nextBackupAt({ saved }, progress, soon)).toBe(start + 5 * minute);
    const later = millis(start + 20 * minute);
    expect(nextBackupAt({ saved }, progress, later)).toBe(later + 15_000);
    expect(nextBackupAt({ saved: null }, progress, later)).toBe(later + 15_000);
  });

  it('is when the page is hidden, after a minute', () => {
    const saved = mark({ at: millis(start), head: 7 });
    const progress = { head: 8, talkedAt: millis(0) };
    expect(isDueWhenHidden({ saved }, progress, millis(start + minute - 1))).toBe(false);
    expect(isDueWhenHidden({ saved }, progress, millis(start + minute))).toBe(true);
    expect(isDueWhenHidden({ saved }, { ...progress, head: 7 }, millis(start + minute))).toBe(false);
  });

  it('counts what is said in sessions, and a log that has become another one', () => {
    const saved = mark({ head: 7, talkedAt: millis(5) });
    expect(isBehind({ saved }, { head: 7, talkedAt: millis(5) })).toBe(false);
    expect(isBehind({ saved }, { head: 7, talkedAt: millis(6) })).toBe(true);
    expect(isBehind({ saved }, { head: 3, talkedAt: millis(5) })).toBe(true);
  });
});

describe('[S5] the reminder', () => {
  const counted = mark({ at: millis(start), head: 10 });

  it.each<readonly [title: string, standing: readonly [head: number, days: number], isDue: boolean]>([
    ['nothing has changed for a year', [10, 365], false],
    ['99 changes in a day', [109, 1], false],
    ['100 changes in a day', [110, 1], true],
    ['1 change in 13 days', [11, 13], false],
    ['1 change in 14 days', [11, 14], true],
  ])('%s', (_title, [head, days], isDue) => {
    const now = millis(start + days * day);
    const reminder = reminderOf({ saved: null, counted }, { head, talkedAt: millis(0) }, now);
    expect(reminder).toEqual(isDue ? { changes: head - 10, days, isFirst: true } : null);
  });

  it('counts anew from a copy, and from "Not now"', () => {
    const progress = { head: 200, talkedAt: millis(0) };
    const saved = mark({ at: millis(start + day), head: 150 });
    expect(reminderOf({ saved, counted }, progress, millis(start + 2 * day))).toBeNull();
    expect(reminderOf({ saved, counted }, progress, millis(start + 15 * day))).toEqual({
      changes: 50,
      days: 14,
      isFirst: false,
    });
    const snoozed = mark({ at: millis(start + 15 * day), head: 200 });
    expect(reminderOf({ saved, counted: snoozed }, progress, millis(start + 40 * day))).toBeNull();
  });

  it('thinks of sessions too', () => {
    const talked = { head: 10, talkedAt: millis(start + day) };
    expect(reminderOf({ saved: null, counted }, talked, millis(start + 20 * day))).toMatchObject({
      changes: 0,
    });
  });
});

describe('[S5] the files in the folder', () => {
  it('are named so that names sort by age', () => {
    expect(backupName('ab12', millis(start))).toBe('momentum-backup-ab12-2025-11-24-160000.json');
  });

  it('go when there are newer ones, but only those of this device', () => {
    const own = [1, 2, 3, 4].map((second) => backupName('ab12', millis(start + second * 1_000)));
    const others = [
      backupName('zz99', millis(start)),
      'momentum-2026-01-31.json',
      'notes.txt',
      `${own[0] ?? ''}.bak`,
    ];
    const files = [...own, ...others].map((name) => ({ name, bytes: 9 }));
    expect(staleBackups(files, { tag: 'ab12', keep: 2, newest: own[3] ?? '' })).toEqual([own[1], own[0]]);
    expect(staleBackups(files, { tag: 'ab12', keep: 5, newest: own[3] ?? '' })).toEqual([]);
  });

  it('that are empty do not count, because nothing was written into them', () => {
    const own = [1, 2, 3].map((second) => backupName('ab12', millis(start + second * 1_000)));
    const files = own.map((name, index) => ({ name, bytes: index === 1 ? 0 : 9 }));
    expect(staleBackups(files, { tag: 'ab12', keep: 2, newest: own[2] ?? '' })).toEqual([own[1]]);
  });
});

describe('what is remembered about copies', () => {
  const first = { mark: mark({ head: 3 }), tag: 'new1' };
  const fresh = { tag: 'new1', keep: 10, saved: null, counted: first.mark };

  it.each([null, '', 'no JSON', '[]', '7', '{"tag":"../..","keep":7,"saved":{"at":-1},"counted":null}'])(
    'starts afresh from %o',
    (text) => {
      expect(parseMemory(text, first)).toEqual(fresh);
    },
  );

  it('is what was written', () => {
    const memory = { ...fresh, tag: 'old', keep: 50, saved: mark({ head: 9 }) };
    expect(parseMemory(JSON.stringify(memory), first)).toEqual(memory);
  });
});

function mark(fields: Partial<Mark>): Mark {
  return { at: millis(start), head: 0, talkedAt: millis(0), ...fields };
}
