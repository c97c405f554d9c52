import type { Clock, DamagedRecord, LogRange, StorageCare } from '@/agent';
import type { LogEntry } from '@/domain/deltas';
import type { SessionEvent, SessionId } from '@/domain/sessions';
import type { WorkspaceSnapshot } from '@/domain/workspace';

import type { WorkspaceCommands } from './commands';
import type { WorkspaceStoreApi } from './workspace-store';

/** What is wrong with a document somebody tries to import; `path` points into it. */
export interface DocumentProblem {
  readonly path: string;
  readonly message: string;
}

/** A session as a document holds it. */
export interface SessionDocument {
  readonly id: SessionId;
  readonly title: string;
  readonly events: readonly SessionEvent[];
}

/** What a document holds, checked. */
export interface DocumentContent {
  readonly snapshot: WorkspaceSnapshot;
  readonly sessions: readonly SessionDocument[];
}

export type ParsedDocument =
  | ({ readonly type: 'parsed' } & DocumentContent)
  | {
      readonly type: 'rejected';
      readonly problems: readonly DocumentProblem[];
      readonly problemCount: number;
    };

/** Workspaces and sessions as documented JSON files. */
export interface WorkspaceDocuments {
  /** The workspace without its sessions. */
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
