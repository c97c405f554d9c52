import { Download, Upload } from 'lucide-react';

import { useBackup, useBackupServices } from '@/state/backup';
import { Button, Dialog } from '@/ui';

import { copyInWords } from './backup-words';
import { FolderSection } from './FolderSection';
import { Problem } from './Problem';
import { Section } from './Section';
import { useTask } from './use-task';

export interface BackupDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Opens the import, which is how a copy is brought back. */
  readonly onImport: () => void;
}

/** Copies of everything: by hand, and by themselves. */
export function BackupDialog({ open, onOpenChange, onImport }: BackupDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Backup"
      description="Your work is kept on this device only. A copy elsewhere survives the device."
    >
      <div className="flex flex-col gap-4">
        <ExportSection />
        <FolderSection />
        <Section
          title="Bring a copy back"
          description="Importing adds what a copy has and this device has not. You see every change before it happens."
        >
          <div>
            <Button
              icon={<Upload aria-hidden />}
              onClick={() => {
                onOpenChange(false);
                onImport();
              }}
            >
              Import a copy…
            </Button>
          </div>
        </Section>
      </div>
    </Dialog>
  );
}

function ExportSection() {
  const { backup } = useBackupServices();
  const newest = useBackup(copyInWords);
  const { state, run } = useTask();
  return (
    <Section
      title="Export everything"
      description="One file with all projects, tasks, people, comments, emails and sessions. It holds no keys and no drafts."
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          variant="primary"
          icon={<Download aria-hidden />}
          loading={state.type === 'running'}
          onClick={() => {
            run(() => backup.exportEverything());
          }}
        >
          Export everything
        </Button>
        <p role="status" className="text-sm text-pretty text-text-muted">
          {newest}
        </p>
      </div>
      <Problem message={state.type === 'failed' ? state.message : null} />
    </Section>
  );
}
