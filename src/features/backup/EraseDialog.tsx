import { Download } from 'lucide-react';
import { useState } from 'react';

import { useBackupServices } from '@/state/backup';
import { Button, Dialog, Field, TextField } from '@/ui';

import { Problem } from './Problem';
import { useTask } from './use-task';

export interface EraseDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What has to be typed, so that no click alone can do it. */
const confirmation = 'erase';

/** Deletes everything on this device, after an offer to export it first. When it has happened, the page starts anew. */
export function EraseDialog({ open, onOpenChange }: EraseDialogProps) {
  const { backup, upkeep } = useBackupServices();
  const [typed, setTyped] = useState('');
  const [isWaiting, setIsWaiting] = useState(false);
  const exporting = useTask();
  const erasing = useTask();
  const isErasing = erasing.state.type === 'running' || erasing.state.type === 'done';
  const isConfirmed = typed.trim().toLowerCase() === confirmation;

  function close() {
    // Begun, it cannot be called off.
    if (isErasing) return;
    setTyped('');
    onOpenChange(false);
  }

  function erase() {
    erasing.run(() =>
      upkeep.erase(() => {
        setIsWaiting(true);
      }),
    );
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      title="Erase all data on this device?"
      description="Everything that Momentum keeps in this browser is deleted for good: projects, tasks, people, emails, sessions, the whole history, settings and keys. Copies in your backup folder stay. Other tabs of Momentum close their workspace."
      footer={
        <>
          <Button disabled={isErasing} onClick={close}>
            Cancel
          </Button>
          <Button variant="danger" disabled={!isConfirmed} loading={isErasing} onClick={erase}>
            Erase everything
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isConfirmed && !isErasing) erase();
        }}
      >
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button
            icon={<Download aria-hidden />}
            loading={exporting.state.type === 'running'}
            disabled={isErasing}
            onClick={() => {
              exporting.run(() => backup.exportEverything());
            }}
          >
            Export everything first
          </Button>
          <p role="status" className="text-sm text-text-muted">
            {exporting.state.type === 'done' && 'Exported. Look that the file is there.'}
          </p>
        </div>
        <Problem message={exporting.state.type === 'failed' ? exporting.state.message : null} />
        <Field label={`Type “${confirmation}” to confirm`}>
          <TextField
            value={typed}
            onValueChange={setTyped}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            disabled={isErasing}
          />
        </Field>
        <p role="status" className="text-pretty empty:hidden">
          {isErasing && isWaiting
            ? 'Another tab of Momentum is asleep and in the way. Close it, and the rest happens by itself.'
            : null}
        </p>
        <Problem message={erasing.state.type === 'failed' ? erasing.state.message : null} />
      </form>
    </Dialog>
  );
}
