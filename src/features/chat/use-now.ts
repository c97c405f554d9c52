import { useEffect, useState } from 'react';

import type { Millis } from '@/domain/workspace';
import { useWorkspaceServices } from '@/state/workspace';

/** The time, which goes on only as long as something is to be seen of it. */
export function useNow(isRunning: boolean, everyMs: number): Millis {
  const { clock } = useWorkspaceServices();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      setNow(clock.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [clock, isRunning, everyMs]);
  return now;
}
