import { Mail } from 'lucide-react';
import { useMemo, useState } from 'react';

import type { Email } from '@/domain/workspace';
import { useWorkspaceState } from '@/state/workspace';
import { Button, Dialog, EmptyState } from '@/ui';

import { newestFirst } from './email-words';
import { OutboxEntry } from './OutboxEntry';

export interface OutboxDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Hands an email to the person as a file that mail programs open. */
  readonly onSaveFile: (email: Email) => void;
}

/** Every email of the workspace, and what became of it. */
export function OutboxDialog({ open, onOpenChange, onSaveFile }: OutboxDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Outbox"
      description="Every email, newest first."
      variant="sheet"
    >
      <Emails onSaveFile={onSaveFile} />
    </Dialog>
  );
}

/** So many are drawn at a time. */
const pageSize = 50;

function Emails({ onSaveFile }: Pick<OutboxDialogProps, 'onSaveFile'>) {
  const table = useWorkspaceState((state) => state.workspace.tables.email);
  const emails = useMemo(() => newestFirst(table.values()), [table]);
  const [shownCount, setShownCount] = useState(pageSize);
  if (emails.length === 0) {
    return (
      <EmptyState icon={<Mail />} title="No emails yet" headingLevel={3}>
        Ask Momentum to draft or send one. Nothing leaves the app before you have approved every word of it.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <ul aria-label="Emails" className="flex flex-col gap-3">
        {emails.slice(0, shownCount).map((email) => (
          <OutboxEntry key={email.id} email={email} onSaveFile={onSaveFile} />
        ))}
      </ul>
      {emails.length > shownCount && (
        <Button
          className="self-center"
          onClick={() => {
            setShownCount(shownCount + pageSize);
          }}
        >
          Show older
        </Button>
      )}
    </div>
  );
}
