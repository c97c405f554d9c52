import { FileQuestion, Unplug } from 'lucide-react';

import type { SessionId } from '@/domain/sessions';
import { useSessionServices } from '@/state/sessions';
import { Button, EmptyState, Spinner } from '@/ui';

/** A session that is being read. */
export function LoadingSession() {
  return (
    <div className="flex flex-1 items-center justify-center gap-2 text-text-muted" aria-busy>
      <Spinner />
      Opening the session…
    </div>
  );
}

/** A session that is not there. */
export function MissingSession() {
  const { goTo } = useSessionServices();
  return (
    <EmptyState
      className="m-auto"
      icon={<FileQuestion />}
      title="This session is not here"
      actions={
        <Button
          variant="primary"
          onClick={() => {
            goTo(null);
          }}
        >
          Start a new one
        </Button>
      }
    >
      It was deleted, or the address is not complete. What it changed in your projects is still there.
    </EmptyState>
  );
}

export interface FailedSessionProps {
  readonly id: SessionId;
  readonly message: string;
}

/** A session that could not be read. */
export function FailedSession({ id, message }: FailedSessionProps) {
  const { store, goTo } = useSessionServices();
  return (
    <EmptyState
      className="m-auto"
      icon={<Unplug />}
      title="This session could not be opened"
      actions={
        <>
          <Button
            variant="primary"
            onClick={() => {
              store.show(null);
              store.show(id);
            }}
          >
            Try again
          </Button>
          <Button
            onClick={() => {
              goTo(null);
            }}
          >
            Start a new one
          </Button>
        </>
      }
    >
      {message}
    </EmptyState>
  );
}
