import { describe, expect, it } from 'vitest';

import { MomentumError } from '@/domain';
import { sessionId } from '@/domain/sessions';
import { millis } from '@/domain/workspace';
import { gate } from '@/testing/model-scripts';

import type { BackupFolder, FolderStanding } from './backup-services';
import { createBackup, type BackupPorts } from './create-backup';

const minute = 60_000;

describe('[S5] backups into a folder', () => {
  it('are written a while after a change, and not again before five minutes are over', async () => {
    const device = new Device({ type: 'ready', name: 'Copies' });
    await device.started();
    device.change();
    await device.pass(15_000);
    expect(device.fileCount()).toBe(1);
    device.change();
    await device.pass(4 * minute);
    expect(device.fileCount()).toBe(1);
    await device.pass(minute);
    expect(device.fileCount()).toBe(2);
    await device.pass(60 * minute);
    expect(device.fileCount()).toBe(2);
  });

  it('are written when the page is hidden with something unsaved', async () => {
    const device = new Device({ type: 'ready', name: 'Copies' });
    await device.started();
    await device.hide();
    expect(device.fileCount()).toBe(0);
    device.change();
    await device.hide();
    expect(device.fileCount()).toBe(1);
  });

  it('keep the newest files only, and nothing older goes before the new one is whole', async () => {
    const device = new Device({ type: 'ready', name: 'Copies' });
    const backup = await device.started();
    backup.setKeep(5);
    for (let count = 0; count < 7; count += 1) {
      await device.pass(minute);
      await backup.backUpNow();
    }
    expect(device.fileCount()).toBe(5);
    const [oldest, ...others] = [...device.files.keys()].toSorted();
    device.breakWrites('Disk full.');
    await device.pass(minute);
    await backup.backUpNow();
    expect([...device.files.keys()].toSorted()).toEqual([oldest, ...others]);
    expect(backup.store.getState().activity).toEqual({ type: 'failed', message: 'Disk full.' });
    device.breakWrites(null);
    await backup.backUpNow();
    expect(backup.store.getState().activity).toEqual({ type: 'resting' });
  });

  it('are tried again a few minutes after a failure, not at once', async () => {
    const device = new Device({ type: 'ready', name: 'Copies' });
    await device.started();
    device.breakWrites('Gone.');
    device.change();
    await device.pass(15_000);
    expect(device.attempts).toBe(1);
    await device.hide();
    expect(device.attempts).toBe(1);
    device.breakWrites(null);
    await device.pass(5 * minute);
    expect(device.fileCount()).toBe(1);
  });

  it('wait for permission after a reload, and catch up when it is given', async () => {
    const device = new Device({ type: 'asleep', name: 'Copies' });
    const backup = await device.started();
    device.change();
    await device.pass(60 * minute);
    expect(device.fileCount()).toBe(0);
    expect(backup.store.getState()).toMatchObject({ folder: { type: 'asleep' }, reminder: null });
    await backup.allowFolder();
    expect(device.fileCount()).toBe(1);
  });

  it('begin with the choice of a folder, and end when it is given up', async () => {
    const device = new Device({ type: 'none' });
    const backup = await device.started();
    await backup.chooseFolder();
    expect(device.fileCount()).toBe(1);
    await backup.forgetFolder();
    device.change();
    await device.pass(60 * minute);
    expect(device.fileCount()).toBe(1);
    expect(backup.store.getState().folder).toEqual({ type: 'none' });
  });

  it('are left alone when another window has written them a moment ago', async () => {
    const device = new Device({ type: 'ready', name: 'Copies' });
    await device.started();
    await device.started();
    device.change();
    await device.pass(15_000);
    expect(device.fileCount()).toBe(1);
    expect(device.attempts).toBe(1);
  });

  it('stop when the workspace is closed', async () => {
    const device = new Device({ type: 'ready', name: 'Copies' });
    const backup = await device.started();
    device.change();
    backup.close();
    await device.pass(60 * minute);
    await device.hide();
    expect(device.fileCount()).toBe(0);
  });

  it('[S3] leave no trace when the workspace is closed while one waits for its turn or is written', async () => {
    const device = new Device({ type: 'ready', name: 'Copies' });
    const waiting = await device.started();
    device.change();
    const turn = device.holdTurns();
    const written = waiting.backUpNow();
    waiting.close();
    turn.give();
    await written;
    expect(device.attempts).toBe(0);

    const writing = await device.started();
    const later = writing.backUpNow();
    writing.close();
    device.forget();
    await later;
    expect(device.attempts).toBe(1);
    expect(device.remembered()).toBeNull();
  });
});

describe('[S5] without a folder', () => {
  it('an export is a copy, and one session alone is none', async () => {
    const device = new Device(null);
    const backup = await device.started();
    device.change(100);
    expect(backup.store.getState().reminder).toEqual({ changes: 100, days: 0, isFirst: true });
    await backup.exportSession(sessionId('ses_1'));
    expect(backup.store.getState().reminder).not.toBeNull();
    await backup.exportEverything();
    expect(backup.store.getState().reminder).toBeNull();
    expect(device.downloads).toEqual(['ses_1: one', 'everything: all']);
  });

  it('the reminder is remembered as dismissed by every window and the next visit', async () => {
    const device = new Device({ type: 'none' });
    const backup = await device.started();
    device.change(100);
    backup.snooze();
    expect(backup.store.getState().reminder).toBeNull();
    const next = await device.started();
    expect(next.store.getState().reminder).toBeNull();
    device.change(100);
    expect(next.store.getState().reminder).toMatchObject({ changes: 100 });
  });

  it('an export that fails is no copy', async () => {
    const device = new Device(null);
    const backup = await device.started();
    device.change(100);
    device.breakWrites('Cannot read.');
    await expect(backup.exportEverything()).rejects.toThrow('Cannot read.');
    expect(backup.store.getState().reminder).not.toBeNull();
  });
});

class FolderError extends MomentumError {
  readonly code = 'folder-failed';
}

/** A device with a folder, a clock, and windows that share what is remembered. */
class Device {
  readonly files = new Map<string, string>();
  readonly downloads: string[] = [];
  attempts = 0;
  #standing: FolderStanding | null;
  #now = 1_764_000_000_000;
  #head = 0;
  #memory: string | null = null;
  #failure: string | null = null;
  #turn: Promise<void> | null = null;
  readonly #progressed = new Set<() => void>();
  readonly #hidden = new Set<() => void>();
  readonly #timers = new Set<{ readonly at: number; readonly callback: () => void }>();

  constructor(standing: FolderStanding | null) {
    this.#standing = standing;
  }

  async started() {
    const backup = createBackup(this.#ports());
    await settled();
    return backup;
  }

  change(count = 1): void {
    this.#head += count;
    for (const listener of this.#progressed) listener();
  }

  async hide(): Promise<void> {
    for (const listener of this.#hidden) listener();
    await settled();
  }

  async pass(durationMs: number): Promise<void> {
    const end = this.#now + durationMs;
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = next.at;
      next.callback();
      await settled();
    }
    this.#now = end;
  }

  /** From now on a window waits before it has the folder alone. */
  holdTurns(): { readonly give: () => void } {
    const turn = gate();
    this.#turn = turn.opened;
    return {
      give: () => {
        this.#turn = null;
        turn.open();
      },
    };
  }

  /** Forgets what was remembered about copies, as erasing does. */
  forget(): void {
    this.#memory = null;
  }

  remembered(): string | null {
    return this.#memory;
  }

  breakWrites(message: string | null): void {
    this.#failure = message;
  }

  fileCount(): number {
    return this.files.size;
  }

  #ports(): BackupPorts {
    return {
      clock: { now: () => millis(this.#now) },
      place: {
        read: () => this.#memory,
        write: (text) => {
          this.#memory = text;
        },
      },
      folder: this.#standing === null ? null : this.#folder(),
      document: (session) => this.#document(session),
      download: async (session, parts) => {
        this.downloads.push(`${session ?? 'everything'}: ${await textOf(parts)}`);
      },
      progress: () => ({ head: this.#head, talkedAt: millis(0) }),
      onProgress: (listener) => subscribed(this.#progressed, listener),
      onHidden: (listener) => subscribed(this.#hidden, listener),
      schedule: (callback, delayMs) => subscribed(this.#timers, { at: this.#now + delayMs, callback }),
      alone: (work) => (this.#turn === null ? work() : this.#turn.then(work)),
      mintTag: () => 'ab12',
    };
  }

  async *#document(session: string | null): AsyncGenerator<string> {
    await settled();
    if (this.#failure !== null) throw new FolderError(this.#failure);
    yield session === null ? 'a' : 'o';
    yield session === null ? 'll' : 'ne';
  }

  #folder(): BackupFolder {
    const set = (standing: FolderStanding) => {
      this.#standing = standing;
      return Promise.resolve(standing);
    };
    return {
      look: () => Promise.resolve(this.#standing ?? { type: 'none' }),
      choose: () => set({ type: 'ready', name: 'Chosen' }),
      allow: () => set({ type: 'ready', name: 'Copies' }),
      forget: async () => {
        await set({ type: 'none' });
      },
      files: () => Promise.resolve([...this.files].map(([name, text]) => ({ name, bytes: text.length }))),
      write: async (name, parts) => {
        this.attempts += 1;
        this.files.set(name, await textOf(parts));
      },
      remove: (name) => {
        this.files.delete(name);
        return Promise.resolve();
      },
    };
  }
}

function subscribed<Item>(set: Set<Item>, item: Item): () => void {
  set.add(item);
  return () => {
    set.delete(item);
  };
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

/** Everything that waits for nothing but its turn has had it. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
