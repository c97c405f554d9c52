import type { Clock, Journal } from '@/agent';
import { emptyWorkspace, millis, snapshotOf } from '@/domain/workspace';
import { exportFileName } from '@/features/documents';
import {
  createBackup,
  type BackupPorts,
  type BackupServices,
  type DeviceUpkeep,
  type Progress,
} from '@/state/backup';
import type { SessionsStore } from '@/state/sessions';
import type { WorkspaceStoreApi } from '@/state/workspace';

/** What backups need of this browser. */
export interface BackupParts extends Pick<
  BackupPorts,
  'place' | 'folder' | 'onHidden' | 'schedule' | 'alone' | 'mintTag'
> {
  readonly download: (fileName: string, content: Blob) => void;
  /** Deletes everything that this device keeps, and loads the page anew. */
  readonly eraseDevice: (onWaiting: () => void) => Promise<void>;
}

/** What is copied, and what is closed before it is erased. */
export interface BackupSources {
  readonly clock: Clock;
  readonly workspace: WorkspaceStoreApi;
  readonly sessions: Pick<SessionsStore, 'getState' | 'subscribe'>;
  readonly journal: Journal;
  readonly spare: DeviceUpkeep['spare'];
  readonly closeApp: () => void;
}

export function openBackup(parts: BackupParts, sources: BackupSources): BackupServices {
  const { clock, workspace, sessions, spare, closeApp } = sources;
  const { download, eraseDevice, ...browser } = parts;
  const backup = createBackup({
    ...browser,
    clock,
    document: (session) => documentOf(sources, session),
    async download(session, pieces) {
      const name = exportFileName(clock.today(), session === null ? 'everything' : 'session');
      download(name, await blobOf(pieces));
    },
    progress: (): Progress => ({
      head: workspace.getState().head,
      talkedAt: sessions.getState().list?.[0]?.updatedAt ?? millis(0),
    }),
    onProgress(listener) {
      const stops = [workspace.subscribe(listener), sessions.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  });
  return {
    backup,
    upkeep: {
      spare,
      erase(onWaiting) {
        // What is still open would write again.
        closeApp();
        return eraseDevice(onWaiting);
      },
    },
  };
}

async function* documentOf(
  { clock, workspace, journal }: BackupSources,
  session: Parameters<BackupPorts['document']>[0],
): AsyncGenerator<string> {
  // Fetched when they are needed.
  const [{ isSessionEvent }, { exportedSessions, serialiseDocument }] = await Promise.all([
    import('@/agent/loop'),
    import('@/storage/documents'),
  ]);
  yield* serialiseDocument({
    snapshot: snapshotOf(session === null ? workspace.getState().workspace : emptyWorkspace()),
    sessions: exportedSessions({ journal, isSessionEvent }, session === null ? null : [session]),
    exportedAt: clock.now(),
  });
}

/** Piece by piece, so that the browser can keep large ones on the disk. */
async function blobOf(pieces: AsyncIterable<string>): Promise<Blob> {
  const blobs: Blob[] = [];
  for await (const piece of pieces) blobs.push(new Blob([piece]));
  return new Blob(blobs, { type: 'application/json' });
}
