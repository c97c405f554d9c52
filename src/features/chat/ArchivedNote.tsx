import { Archive } from 'lucide-react';
import { useState } from 'react';

import { useOpenSession, useSessionServices } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';
import { Button } from '@/ui';

export interface ArchivedNoteProps {
  readonly announce: (text: string) => void;
  readonly focusComposer: () => void;
}

/** Says of the open session that it was put away, and how it comes back [S6]. */
export function ArchivedNote({ announce, focusComposer }: ArchivedNoteProps) {
  const { engine } = useSessionServices();
  const sessionId = useOpenSession(({ id, isArchived }) => (isArchived ? id : null), null);
  const [problem, setProblem] = useState<string | null>(null);
  if (sessionId === null) return null;

  async function bringBack(id: NonNullable<typeof sessionId>) {
    const refusal = await engine
      .command({ type: 'unarchive-session', sessionId: id })
      .then((reply) => (reply.type === 'refused' ? reply.message : null), failureInWords);
    setProblem(refusal);
    if (refusal !== null) return;
    announce('Back among your sessions.');
    // The button that was pressed is gone.
    focusComposer();
  }

  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-border bg-surface-sunken py-1.5 pr-1.5 pl-3">
      <Archive aria-hidden className="size-4 shrink-0 text-text-muted" />
      <p className="min-w-40 flex-1 text-sm text-text-muted">
        This session is archived. A new message brings it back.
      </p>
      <Button size="sm" onClick={() => void bringBack(sessionId)}>
        Unarchive
      </Button>
      {problem !== null && (
        <p role="alert" className="basis-full text-sm text-danger-text">
          {problem}
        </p>
      )}
    </div>
  );
}
