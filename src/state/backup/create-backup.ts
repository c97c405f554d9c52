import { createStore } from 'zustand/vanilla';

import type { Clock } from '@/agent';
import { MomentumError } from '@/domain';
import type { SessionId } from '@/domain/sessions';
import type { Millis } from '@/domain/workspace';

import {
  keepChoices,
  parseMemory,
  type BackupMemory,
  type BackupPlace,
  type Mark,
  type Progress,
} from './backup-memory';
import {
  backupName,
  intervalMs,
  isBehind,
  isDueWhenHidden,
  nextBackupAt,
  reminderOf,
  staleBackups,
} from './backup-plan';
import type { Backup, BackupFolder, BackupState, FolderStanding } from './backup-services';

export interface BackupPorts {
  readonly clock: Pick<Clock, 'now'>;
  readonly place: BackupPlace;
  /** `null` where pages cannot write into folders. */
  readonly folder: BackupFolder | null;
  /** Everything, or one session, as a document in pieces. */
  readonly document: (session: SessionId | null) => AsyncIterable<string>;
  /** Hands a file to the browser, to be kept where downloads go. */
  readonly download: (session: SessionId | null, parts: AsyncIterable<string>) => Promise<void>;
  readonly progress: () => Progress;
  /** Calls back when the progress may be another. @returns the end of it. */
  readonly onProgress: (listener: () => void) => () => void;
  /** Calls back when the page is no longer seen, which may be its last moment. @returns the end of it. */
  readonly onHidden: (listener: () => void) => () => void;
  /** @returns the way to call it off. */
  readonly schedule: (callback: () => void, delayMs: number) => () => void;
  /** Does something that no other window does meanwhile, or nothing when one does it already. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly mintTag: () => string;
}

/** While another window writes, this one must not ask without a pause. */
const shortestWaitMs = 5_000;

/**
 * Keeps copies: writes them into the folder by itself, at most every few minutes after changes and when the page is hidden, and
 * otherwise knows when to remind the person.
 */
export function createBackup(ports: BackupPorts): Backup {
  return new BackupKeeper(ports);
}

class BackupKeeper implements Backup {
  readonly store;
  readonly #ports: BackupPorts;
  readonly #stops: readonly (() => void)[];
  #changedAt: Millis;
  /** After a failure nothing is tried by itself before this. */
  #notBefore = 0;
  #cancelTimer: () => void = () => undefined;
  #isClosed = false;

  constructor(ports: BackupPorts) {
    this.#ports = ports;
    this.#changedAt = ports.clock.now();
    const first = { mark: this.#markNow(), tag: ports.mintTag() };
    const memory = parseMemory(ports.place.read(), first);
    // So that the days since the first visit are counted from it, not from each.
    ports.place.write(JSON.stringify(memory));
    this.store = createStore<BackupState>(() => ({
      folder: ports.folder === null ? { type: 'unsupported' } : { type: 'looking' },
      activity: { type: 'resting' },
      memory,
      progress: ports.progress(),
      reminder: null,
    }));
    this.#stops = [
      ports.onProgress(() => {
        this.#noteProgress();
      }),
      ports.onHidden(() => {
        this.#noteHidden();
      }),
    ];
    // It cannot fail: a folder that cannot be looked at counts as none.
    void this.#look();
  }

  async exportEverything(): Promise<void> {
    const mark = this.#markNow();
    await this.#ports.download(null, this.#ports.document(null));
    this.#remember({ saved: mark });
  }

  exportSession(id: SessionId): Promise<void> {
    return this.#ports.download(id, this.#ports.document(id));
  }

  chooseFolder(): Promise<void> {
    return this.#withFolder(async (folder) => {
      const chosen = await folder.choose();
      if (chosen === null) return;
      this.#setFolder(chosen);
      await this.backUpNow();
    });
  }

  allowFolder(): Promise<void> {
    return this.#withFolder(async (folder) => {
      const standing = await folder.allow();
      this.#setFolder(standing);
      if (standing.type === 'ready') await this.#writeIf(isBehind);
    });
  }

  forgetFolder(): Promise<void> {
    return this.#withFolder(async (folder) => {
      await folder.forget();
      this.#setFolder({ type: 'none' });
    });
  }

  backUpNow(): Promise<void> {
    return this.#writeIf(() => true);
  }

  setKeep(keep: number): void {
    const choice = keepChoices.find((each) => each === keep);
    if (choice !== undefined) this.#remember({ keep: choice });
  }

  snooze(): void {
    this.#remember({ counted: this.#markNow() });
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelTimer();
    for (const stop of this.#stops.toReversed()) stop();
  }

  async #look(): Promise<void> {
    const { folder } = this.#ports;
    const standing = await folder?.look().catch((): FolderStanding => ({ type: 'none' }));
    if (standing === undefined) this.#refresh();
    else this.#setFolder(standing);
  }

  /** What goes wrong with the folder is told, and whether it is still there is looked at again. */
  async #withFolder(work: (folder: BackupFolder) => Promise<void>): Promise<void> {
    const { folder } = this.#ports;
    if (folder === null) return;
    try {
      this.store.setState({ activity: { type: 'resting' } });
      await work(folder);
    } catch (error) {
      this.store.setState({ activity: { type: 'failed', message: inWords(error) } });
      this.#notBefore = this.#ports.clock.now() + intervalMs;
      await this.#look();
    }
  }

  async #writeIf(isWanted: (memory: BackupMemory, progress: Progress) => boolean): Promise<void> {
    if (this.#isClosed || this.store.getState().folder.type !== 'ready') return;
    await this.#withFolder(async (folder) => {
      await this.#ports.alone(async () => {
        if (this.#isClosed) return;
        // Read anew: another window may have written a moment ago.
        const memory = this.#memory();
        if (!isWanted(memory, this.#ports.progress())) return;
        this.store.setState({ activity: { type: 'writing' } });
        await this.#write(folder, memory);
      });
      this.store.setState({ activity: { type: 'resting' } });
    });
    this.#refresh();
  }

  async #write(folder: BackupFolder, { tag, keep }: BackupMemory): Promise<void> {
    const mark = this.#markNow();
    const name = backupName(tag, mark.at);
    await folder.write(name, this.#ports.document(null));
    this.#remember({ saved: mark });
    // Only now: until the new one is there, whole, nothing older goes.
    for (const stale of staleBackups(await folder.files(), { tag, keep, newest: name })) {
      await folder.remove(stale);
    }
  }

  #setFolder(folder: FolderStanding): void {
    this.store.setState({ folder });
    this.#refresh();
  }

  #noteProgress(): void {
    const { progress } = this.store.getState();
    const now = this.#ports.progress();
    if (now.head === progress.head && now.talkedAt === progress.talkedAt) return;
    this.#changedAt = this.#ports.clock.now();
    this.#refresh();
  }

  #noteHidden(): void {
    const now = this.#ports.clock.now();
    if (now < this.#notBefore) return;
    // It cannot fail: what goes wrong is told in the state.
    void this.#writeIf((memory, progress) => isDueWhenHidden(memory, progress, now));
  }

  /** Shows what is so now, and plans the next copy. */
  #refresh(): void {
    if (this.#isClosed) return;
    const { clock, progress: progressNow, schedule } = this.#ports;
    const [memory, progress, now] = [this.#memory(), progressNow(), clock.now()];
    const { folder } = this.store.getState();
    const isLeftToPerson = folder.type === 'none' || folder.type === 'unsupported';
    this.store.setState({
      memory,
      progress,
      reminder: isLeftToPerson ? reminderOf(memory, progress, now) : null,
    });
    this.#cancelTimer();
    const due = folder.type === 'ready' ? nextBackupAt(memory, progress, this.#changedAt) : null;
    if (due === null) return;
    this.#cancelTimer = schedule(
      () => {
        void this.#writeIf(isBehind);
      },
      Math.max(shortestWaitMs, due - now, this.#notBefore - now),
    );
  }

  #memory(): BackupMemory {
    const { memory } = this.store.getState();
    return parseMemory(this.#ports.place.read(), { mark: memory.counted, tag: memory.tag });
  }

  #remember(changes: Partial<BackupMemory>): void {
    // What was erased meanwhile stays forgotten.
    if (this.#isClosed) return;
    this.#ports.place.write(JSON.stringify({ ...this.#memory(), ...changes }));
    this.#refresh();
  }

  #markNow(): Mark {
    return { at: this.#ports.clock.now(), ...this.#ports.progress() };
  }
}

function inWords(error: unknown): string {
  return error instanceof MomentumError
    ? error.message
    : 'The backup could not be written. Choose the folder again, or export a copy.';
}
