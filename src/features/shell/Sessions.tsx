import { Dialog } from '@/ui';

/** Where the conversations will be listed. There are none yet, and it says so. */
export function SessionsPane() {
  return (
    <nav
      aria-label="Sessions"
      className="flex w-52 shrink-0 flex-col border-r border-border bg-surface-sunken px-3 py-3"
    >
      <h2 className="px-1 text-sm font-semibold">Sessions</h2>
      <NoSessions />
    </nav>
  );
}

export interface SessionsDrawerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function SessionsDrawer({ open, onOpenChange }: SessionsDrawerProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Sessions" variant="sheet">
      <nav aria-label="Sessions">
        <NoSessions />
      </nav>
    </Dialog>
  );
}

function NoSessions() {
  return <p className="mt-1 px-1 text-pretty text-text-muted">No sessions yet.</p>;
}
