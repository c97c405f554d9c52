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

/**
 * What importing a session does: a `new` one is added, of a `longer` one what the device has not, a `deleted` one is brought back.
 * With the `same` session nothing happens, and a `different` one of the same id is left as it is.
 */
export type SessionStanding = 'new' | 'longer' | 'deleted' | 'same' | 'different';

/** Brings sessions of a document to this device. Rejects with a `MomentumError` when they cannot be read or stored. */
export interface SessionImports {
  /** What importing each would do, in their order. Changes nothing. */
  review(sessions: readonly SessionDocument[]): Promise<readonly SessionStanding[]>;
  /** One by one, each whole or not at all. */
  import(sessions: readonly SessionDocument[]): Promise<void>;
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
  readonly sessionImports: SessionImports;
  readonly care: StorageCare;
  /** Stored records that could not be read and were set aside [S4]. */
  readonly damaged: readonly DamagedRecord[];
  readonly readLog: (range: LogRange) => Promise<readonly LogEntry[]>;
}
