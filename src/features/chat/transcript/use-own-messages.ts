import { useLayoutEffect, useRef } from 'react';

import type { SessionView, TurnId } from '@/domain/sessions';

/** Calls back when the person has sent something, and not when something of the queue has its turn: they may be reading then. */
export function useOwnMessages({ entries, queue }: SessionView, onSent: () => void): void {
  const before = useRef({ newest: newestTurn(entries), waiting: queue.items });
  useLayoutEffect(() => {
    const { newest, waiting } = before.current;
    const turnId = newestTurn(entries);
    before.current = { newest: turnId, waiting: queue.items };
    if (turnId !== newest && !waiting.some((item) => item.turnId === turnId)) onSent();
  }, [entries, queue, onSent]);
}

function newestTurn(entries: SessionView['entries']): TurnId | null {
  return entries.findLast((entry) => entry.type === 'message')?.turnId ?? null;
}
