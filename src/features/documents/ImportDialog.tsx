import { useState } from 'react';

import {
  useWorkspaceCommands,
  useWorkspaceServices,
  useWorkspaceState,
  type ChangeResult,
} from '@/state/workspace';
import { Button, Dialog } from '@/ui';

import { useImportReview } from './import-review';
import { ImportBody } from './ImportBody';
import { useImportFile } from './use-import-file';

export interface ImportDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Told how the import ended, and of what kept it from being stored. */
  readonly onImported: (result: ChangeResult) => void;
  readonly onFailed: (cause: unknown) => void;
}

/** Brings a file in: choose it, see exactly what it would change, then confirm. */
export function ImportDialog({ open, onOpenChange, onImported, onFailed }: ImportDialogProps) {
  const { documents } = useWorkspaceServices();
  const commands = useWorkspaceCommands();
  const workspace = useWorkspaceState((state) => state.workspace);
  const reader = useImportFile(documents);
  const [isImporting, setIsImporting] = useState(false);
  const { file } = reader;
  const snapshot = file.type === 'parsed' ? file.snapshot : null;
  const review = useImportReview(workspace, snapshot);

  function close() {
    onOpenChange(false);
    reader.forget();
  }

  async function confirm(): Promise<void> {
    if (snapshot === null) return;
    setIsImporting(true);
    try {
      const result = await commands.importSnapshot(snapshot);
      close();
      onImported(result);
    } catch (cause) {
      onFailed(cause);
    } finally {
      setIsImporting(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      title="Import"
      description="Adds what a file has and this workspace has not, and takes over what differs."
      size="lg"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          {snapshot !== null && <Button onClick={reader.forget}>Choose another file</Button>}
          <Button
            variant="primary"
            disabled={review?.type !== 'changes'}
            loading={isImporting}
            onClick={() => {
              void confirm();
            }}
          >
            Import
          </Button>
        </>
      }
    >
      <ImportBody reader={reader} review={review} />
    </Dialog>
  );
}
