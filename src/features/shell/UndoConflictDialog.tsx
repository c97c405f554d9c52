import { useState } from 'react';

import { useStoppedUndo, useUndo, type HistoryResult } from '@/state/workspace';
import { Button, Dialog } from '@/ui';

import { conflictWords } from './conflict-words';

export interface UndoConflictDialogProps {
  readonly onEnded: (result: HistoryResult) => void;
  readonly onFailed: (cause: unknown) => void;
}

/** Lets the person decide when an undo meets newer changes; it never overwrites them by itself [W3]. */
export function UndoConflictDialog({ onEnded, onFailed }: UndoConflictDialogProps) {
  const stopped = useStoppedUndo();
  const { settle, dismiss } = useUndo();
  // What is shown stays while the dialog fades out.
  const [shown, setShown] = useState(stopped);
  if (stopped !== null && stopped !== shown) setShown(stopped);

  async function choose(choice: 'keep-newer' | 'overwrite'): Promise<void> {
    try {
      onEnded(await settle(choice));
    } catch (cause) {
      onFailed(cause);
    }
  }

  const isRedo = shown?.entries.every((entry) => entry.commit.cause.type === 'undo') ?? false;
  return (
    <Dialog
      open={stopped !== null}
      onOpenChange={(open) => {
        if (!open) dismiss();
      }}
      title={isRedo ? 'Redo meets newer changes' : 'Undo meets newer changes'}
      description={shown?.entries.map((entry) => entry.commit.summary).join('; ')}
      footer={
        <>
          <Button onClick={dismiss}>Cancel</Button>
          <Button
            onClick={() => {
              void choose('overwrite');
            }}
          >
            Put back anyway
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              void choose('keep-newer');
            }}
          >
            Keep newer values
          </Button>
        </>
      }
    >
      <p className="text-text-muted">These were changed since. Nothing has been overwritten.</p>
      <ul aria-label="Newer changes" className="mt-3 list-disc space-y-1.5 pl-5">
        {(shown?.conflicts ?? []).map((conflict) => (
          <li key={`${conflict.type} ${conflict.id}`} dir="auto" className="break-words">
            {conflictWords(conflict)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
