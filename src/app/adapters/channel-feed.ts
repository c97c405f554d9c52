import type { ChangeFeed, ChangeNotice } from '@/agent';
import { sequence } from '@/domain/deltas';

/** Tells the other windows of this browser where the log is, over a BroadcastChannel. */
export function channelFeed(name: string): ChangeFeed {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<(notice: ChangeNotice) => void>();
  const tell = (notice: ChangeNotice): void => {
    for (const listener of listeners) listener(notice);
  };
  const onReturn = (): void => {
    if (document.visibilityState === 'visible') tell({ type: 'returned' });
  };
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'number') tell({ type: 'announced', head: sequence(data) });
  });
  document.addEventListener('visibilitychange', onReturn);
  return {
    announce: (head) => {
      channel.postMessage(head);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      document.removeEventListener('visibilitychange', onReturn);
      channel.close();
    },
  };
}
