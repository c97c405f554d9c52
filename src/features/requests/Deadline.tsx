import { Clock } from 'lucide-react';
import { useEffect, useState } from 'react';

import type { SessionId } from '@/domain/sessions';
import type { Millis } from '@/domain/workspace';
import { useSessionServices } from '@/state/sessions';
import { useWorkspaceServices } from '@/state/workspace';

import { nextLookMs, timeLeftWords } from './deadline-words';

export interface DeadlineProps {
  readonly sessionId: SessionId;
  /** Null waits for ever. */
  readonly at: Millis | null;
}

/** How long a request stays open, when it does not wait for ever. When the time is over nothing is decided: it only closes [Q4]. */
export function Deadline({ sessionId, at }: DeadlineProps) {
  const { clock } = useWorkspaceServices();
  const { engine } = useSessionServices();
  const [now, setNow] = useState(() => clock.now());
  const leftMs = at === null ? null : at - now;
  const isOver = leftMs !== null && leftMs <= 0;
  useEffect(() => {
    if (leftMs === null || leftMs <= 0) return undefined;
    const timer = window.setTimeout(() => {
      setNow(clock.now());
    }, nextLookMs(leftMs));
    return () => {
      window.clearTimeout(timer);
    };
  }, [leftMs, clock]);
  useEffect(() => {
    // Deadlines are looked at with every command; this one does nothing else while a request is open. Without it the card only stays.
    if (isOver) engine.command({ type: 'retry-now', sessionId }).catch(() => undefined);
  }, [isOver, engine, sessionId]);
  if (leftMs === null) return null;
  return (
    <span className="ml-auto inline-flex items-center gap-1.5 text-sm text-text-muted">
      <Clock aria-hidden className="size-3.5 shrink-0" />
      {timeLeftWords(leftMs) ?? 'The time to answer is over; nothing was done'}
    </span>
  );
}
