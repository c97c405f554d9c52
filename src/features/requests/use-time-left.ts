import { useEffect, useState } from 'react';

import type { Millis } from '@/domain/workspace';
import { useWorkspaceServices } from '@/state/workspace';

import { nextLookMs } from './deadline-words';

/**
 * How long there is until a moment, by the clock on the wall, looked at as seldom as the words about it need and whenever the page comes
 * back: timers stand still while a device sleeps, and are slowed down in hidden pages.
 *
 * @returns milliseconds, 0 or less once it is over; null for no moment.
 */
export function useTimeLeft(at: Millis | null): number | null {
  const { clock } = useWorkspaceServices();
  const [now, setNow] = useState(() => clock.now());
  const [seenAt, setSeenAt] = useState(at);
  // Another moment is measured from now, not from when the last one was looked at.
  if (seenAt !== at) {
    setSeenAt(at);
    setNow(clock.now());
  }
  const leftMs = at === null ? null : at - now;
  useEffect(() => {
    if (leftMs === null || leftMs <= 0) return undefined;
    const look = (): void => {
      setNow(clock.now());
    };
    const timer = window.setTimeout(look, nextLookMs(leftMs));
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pageshow', look);
    window.addEventListener('focus', look);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pageshow', look);
      window.removeEventListener('focus', look);
    };
  }, [leftMs, clock]);
  return leftMs;
}
