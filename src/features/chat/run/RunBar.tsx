import { Square } from 'lucide-react';
import { useCallback, useState } from 'react';

import type { SessionId } from '@/domain/sessions';
import { useOpenSession, useSessionServices } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';
import { Button, useToasts } from '@/ui';

import { isRunActive, newestAnswer, runStatusWords } from './run-words';

export interface RunBarProps {
  /** Where the focus goes when the button that had it goes away. Always the same function. */
  readonly onCancelled: () => void;
}

/** How the run stands, told once at each change, and the way to stop it from its first moment to its last. */
export function RunBar({ onCancelled }: RunBarProps) {
  const status = useOpenSession((view) => view.status, 'idle');
  const failure = useOpenSession((view) => newestAnswer(view)?.failure?.message ?? null, null);
  const sessionId = useOpenSession((view) => view.id, null);
  return (
    <div className="flex min-h-9 items-center gap-2 px-1 py-1 pointer-coarse:min-h-13">
      <div
        role="status"
        aria-label="Run status"
        className="line-clamp-2 min-w-0 flex-1 text-sm break-words text-text-muted"
      >
        {runStatusWords(status, failure)}
      </div>
      {sessionId !== null && isRunActive(status) && (
        <CancelRun key={sessionId} sessionId={sessionId} onCancelled={onCancelled} />
      )}
    </div>
  );
}

function CancelRun({ sessionId, onCancelled }: RunBarProps & { readonly sessionId: SessionId }) {
  const cancel = useCancelRun();
  const [isBusy, setIsBusy] = useState(false);
  /** When a run ends by itself, its button goes with whoever was about to press it. */
  const handOn = useCallback(
    (button: HTMLButtonElement | null) => () => {
      if (button !== null && button === document.activeElement) onCancelled();
    },
    [onCancelled],
  );
  return (
    <Button
      ref={handOn}
      size="sm"
      icon={<Square aria-hidden className="fill-current" />}
      loading={isBusy}
      onClick={() => {
        // First of all: moving the focus makes the browser lay the page out, which takes long while much streams.
        void cancel(sessionId).finally(() => {
          setIsBusy(false);
        });
        setIsBusy(true);
        onCancelled();
      }}
    >
      Cancel run
    </Button>
  );
}

/** Stops what runs in a session; says so when that was not possible. */
export function useCancelRun(): (sessionId: SessionId) => Promise<void> {
  const { engine } = useSessionServices();
  const toasts = useToasts();
  return useCallback(
    async (sessionId) => {
      const problem = await engine
        .command({ type: 'cancel', sessionId })
        .then((reply) => (reply.type === 'refused' ? reply.message : null), failureInWords);
      if (problem !== null) toasts.add({ id: 'cancel-problem', tone: 'danger', title: problem });
    },
    [engine, toasts],
  );
}
