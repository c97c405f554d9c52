import type { Clock, DamagedRecord, LogRange, StorageCare } from '@/agent';
import type { LogEntry } from '@/domain/deltas';
import type { WorkspaceSnapshot } from '@/domain/workspace';

import type { WorkspaceCommands } from './commands';
import type { WorkspaceStoreApi } from './workspace-store';

/** What is wrong with a document somebody tries to import; `path` points into it. */
export interface DocumentProblem {
  readonly path: string;
  readonly message: string;
}

export type ParsedDocument =
  | { readonly type: 'parsed'; readonly snapshot: WorkspaceSnapshot }
  | {
      readonly type: 'rejected';
      readonly problems: readonly DocumentProblem[];
      readonly problemCount: number;
    };

/** Workspaces as documented JSON files. */
export interface WorkspaceDocuments {
  serialise(snapshot: WorkspaceSnapshot): string;
  /** Never rejects: whatever is wrong with the file is among the problems. */
  parse(file: Blob): Promise<ParsedDocument>;
}

/** Everything the workspace screen reads and calls. Made once by the app, handed down by `WorkspaceServicesContext`. */
export interface WorkspaceServices {
  readonly store: WorkspaceStoreApi;
  readonly commands: WorkspaceCommands;
  readonly clock: Clock;
  readonly documents: WorkspaceDocuments;
  readonly care: StorageCare;
  /** Stored records that could not be read and were set aside [S4]. */
  readonly damaged: readonly DamagedRecord[];
  readonly readLog: (range: LogRange) => Promise<readonly LogEntry[]>;
}
