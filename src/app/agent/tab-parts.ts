import type { Channel, PageMoments, TabLocks, TabTimers } from '@/sync/tabs';

/** What makes this window one of several. */
export interface TabParts {
  /** Names this window for as long as it lasts. */
  readonly name: string;
  readonly openChannel: () => Channel | null;
  readonly locks: TabLocks;
  readonly timers: TabTimers;
  readonly moments: PageMoments;
}
