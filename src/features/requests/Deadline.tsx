import { Clock } from 'lucide-react';
import { useEffect, useState } from 'react';

import type { Millis } from '@/domain/workspace';
import { useWorkspaceServices } from '@/state/workspace';

import { nextLookMs, timeLeftWords } from './deadline-words';

/** How long a request stays open, when it does not wait for ever. When the time is over nothing is decided: it only closes [Q4]. */
export function Deadline({ at }: { readonly at: Millis | null }) {
  const { clock } = useWorkspaceServices();
  const [now, setNow] = useState(() => clock.now());
  const leftMs = at === null ? null : at - now;
  useEffect(() => {
    if (leftMs === null || leftMs <= 0) return undefined;
    const timer = window.setTimeout(() => {
      setNow(clock.now());
    }, nextLookMs(leftMs));
    return () => {
      window.clearTimeout(timer);
    };
  }, [leftMs, clock]);
  if (leftMs === null) return null;
  return (
    <span className="ml-auto inline-flex items-center gap-1.5 text-sm text-text-muted">
      <Clock aria-hidden className="size-3.5" />
      {timeLeftWords(leftMs) ?? 'The time to answer is over; nothing was done'}
    </span>
  );
}
