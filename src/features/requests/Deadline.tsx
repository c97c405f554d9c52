import { Clock } from 'lucide-react';
import { useEffect, useState } from 'react';

import type { PersonRequest, SessionId } from '@/domain/sessions';
import { useSessionServices } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';
import { Button, VisuallyHidden } from '@/ui';

import { timeLeftWords } from './deadline-words';
import { useTimeLeft } from './use-time-left';

export interface DeadlineProps {
  readonly sessionId: SessionId;
  readonly request: Pick<PersonRequest, 'id' | 'deadline'>;
}

/** How long a request stays open, when it does not wait for ever. When the time is over nothing is decided: it only closes [Q4]. */
export function Deadline({ sessionId, request }: DeadlineProps) {
  const { engine } = useSessionServices();
  const leftMs = useTimeLeft(request.deadline);
  const isOver = leftMs !== null && leftMs <= 0;
  useEffect(() => {
    // Deadlines are looked at with every command; this one does nothing else while a request is open. Without it the card only stays.
    if (isOver) engine.command({ type: 'retry-now', sessionId }).catch(() => undefined);
  }, [isOver, engine, sessionId]);
  if (leftMs === null) return null;
  const words = timeLeftWords(leftMs);
  return (
    <div className="ml-auto flex flex-wrap items-center gap-x-2 text-sm text-text-muted">
      <span className="inline-flex items-center gap-1.5">
        <Clock aria-hidden className="size-3.5 shrink-0" />
        {words ?? 'The time to answer is over; nothing was done'}
      </span>
      {words !== null && <MoreTime sessionId={sessionId} requestId={request.id} />}
    </div>
  );
}

interface MoreTimeProps {
  readonly sessionId: SessionId;
  readonly requestId: PersonRequest['id'];
}

/** Lets the time begin anew. It can be pressed as often as one likes. */
function MoreTime({ sessionId, requestId }: MoreTimeProps) {
  const { engine } = useSessionServices();
  const [isPending, setIsPending] = useState(false);
  const [said, setSaid] = useState<{ readonly text: string; readonly isProblem: boolean } | null>(null);

  async function extend() {
    setIsPending(true);
    // The same words are heard again when they come anew.
    setSaid(null);
    const problem = await engine
      .command({ type: 'extend-request', sessionId, requestId })
      .then((reply) => (reply.type === 'refused' ? reply.message : null), failureInWords);
    setIsPending(false);
    setSaid({ text: problem ?? 'You have more time.', isProblem: problem !== null });
  }

  return (
    <>
      <Button size="sm" variant="ghost" loading={isPending} onClick={() => void extend()}>
        More time
      </Button>
      {said?.isProblem === true && <span className="text-danger-text">{said.text}</span>}
      <VisuallyHidden>
        <span role="status">{said?.text}</span>
      </VisuallyHidden>
    </>
  );
}
