import { useCallback, useSyncExternalStore } from 'react';

import type { IsoDate } from '@/domain/workspace';
import { useWorkspaceServices } from '@/state/workspace';

const lookAgainAfterMs = 30_000;

/** The calendar day where the person is; a screen left open over night moves on. */
export function useToday(): IsoDate {
  const { clock } = useWorkspaceServices();
  return useSyncExternalStore(
    onClockLook,
    useCallback(() => clock.today(), [clock]),
  );
}

function onClockLook(onChange: () => void): () => void {
  const timer = setInterval(onChange, lookAgainAfterMs);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onChange);
  };
}
