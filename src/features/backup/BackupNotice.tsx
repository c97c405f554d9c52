import { useBackup, useBackupServices } from '@/state/backup';
import { Banner, Button, useToasts } from '@/ui';

import { reminderTitle } from './backup-words';
import { useTask } from './use-task';

export interface BackupNoticeProps {
  readonly onShowBackup: () => void;
}

/** What the person should know of copies, and nothing while all is well. */
export function BackupNotice({ onShowBackup }: BackupNoticeProps) {
  const { backup } = useBackupServices();
  const folder = useBackup((state) => state.folder);
  const hasFailed = useBackup((state) => state.activity.type === 'failed');
  if (folder.type === 'asleep') {
    return (
      <Banner
        tone="info"
        title="Backups wait for your permission to write into the folder again."
        actions={
          <>
            <Button size="sm" onClick={() => void backup.allowFolder()}>
              Allow
            </Button>
            <Button size="sm" variant="ghost" onClick={onShowBackup}>
              Backup settings
            </Button>
          </>
        }
      />
    );
  }
  if (hasFailed) {
    return (
      <Banner
        tone="warning"
        title="The last backup was not written."
        actions={
          <Button size="sm" onClick={onShowBackup}>
            Show why
          </Button>
        }
      />
    );
  }
  return <ReminderNotice onShowBackup={onShowBackup} />;
}

function ReminderNotice({ onShowBackup }: BackupNoticeProps) {
  const { backup } = useBackupServices();
  const toasts = useToasts();
  const reminder = useBackup((state) => state.reminder);
  const canChoose = useBackup((state) => state.folder.type === 'none');
  const { state, run } = useTask();
  if (reminder === null) return null;

  async function exportNow(): Promise<void> {
    await backup.exportEverything();
    toasts.add({ id: 'exported', title: 'A copy of everything was exported' });
  }

  return (
    <Banner
      tone="info"
      title={reminderTitle(reminder)}
      actions={
        <>
          <Button
            size="sm"
            loading={state.type === 'running'}
            onClick={() => {
              run(exportNow);
            }}
          >
            Export everything
          </Button>
          {canChoose && (
            <Button size="sm" onClick={onShowBackup}>
              Back up by itself…
            </Button>
          )}
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              backup.snooze();
            }}
          >
            Not now
          </Button>
        </>
      }
    >
      {state.type === 'failed' ? state.message : 'Your work is kept on this device only.'}
    </Banner>
  );
}
