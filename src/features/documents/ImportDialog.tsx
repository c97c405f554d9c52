import { useState } from 'react';

import {
  failureInWords,
  useWorkspaceCommands,
  useWorkspaceServices,
  useWorkspaceState,
  type ChangeResult,
} from '@/state/workspace';
import { Button, Dialog, useToasts } from '@/ui';

import { useImportReview } from './import-review';
import { ImportBody } from './ImportBody';
import { SessionChanges } from './SessionChanges';
import { useImportFile } from './use-import-file';
import { bringsSessions, hasSessionNews, useSessionReview } from './use-session-review';

export interface ImportDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Told how the import ended, once it is stored. */
  readonly onImported: (result: ChangeResult) => void;
}

/** How far the import itself has got, after the review. */
type Importing =
  | { readonly type: 'not-yet' | 'importing' }
  | { readonly type: 'failed'; readonly message: string };

/** Brings a file in: choose it, see exactly what it would change, then confirm. */
export function ImportDialog({ open, onOpenChange, onImported }: ImportDialogProps) {
  const { documents, sessionImports } = useWorkspaceServices();
  const commands = useWorkspaceCommands();
  const toasts = useToasts();
  const workspace = useWorkspaceState((state) => state.workspace);
  const reader = useImportFile(documents);
  const [importing, setImporting] = useState<Importing>({ type: 'not-yet' });
  const { file } = reader;
  const content = file.type === 'parsed' ? file : null;
  const review = useImportReview(workspace, content?.snapshot ?? null);
  const sessionReview = useSessionReview(sessionImports, content?.sessions ?? null);
  const isBringing = bringsSessions(sessionReview);
  const isReady =
    (review?.type === 'changes' && sessionReview.type !== 'reading') ||
    (review?.type === 'nothing' && isBringing);

  function close() {
    onOpenChange(false);
    setImporting({ type: 'not-yet' });
    reader.forget();
  }

  async function confirm(): Promise<void> {
    if (content === null) return;
    setImporting({ type: 'importing' });
    try {
      // The sessions first: should the workspace fail, the review still shows what is left to do.
      if (isBringing) await sessionImports.import(content.sessions);
      const result = await commands.importSnapshot(content.snapshot);
      close();
      if (review?.type === 'changes') onImported(result);
      else toasts.add({ id: 'sessions-imported', title: 'Sessions imported' });
      setImporting({ type: 'not-yet' });
    } catch (cause) {
      setImporting({ type: 'failed', message: failureInWords(cause) });
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
          <Button
            variant="primary"
            disabled={!isReady}
            loading={importing.type === 'importing'}
            onClick={() => {
              void confirm();
            }}
          >
            Import
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {importing.type === 'failed' && (
          <p
            role="alert"
            className="rounded-lg border border-border bg-danger-soft px-4 py-3 text-danger-text"
          >
            {importing.message}
          </p>
        )}
        <ImportBody
          reader={reader}
          review={review}
          sessions={<SessionChanges review={sessionReview} />}
          hasSessionNews={hasSessionNews(sessionReview)}
        />
      </div>
    </Dialog>
  );
}
