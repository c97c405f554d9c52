import type { ChangeFeed, ChangeNotice } from '@/agent';
import { sequence, type Sequence } from '@/domain/deltas';

/** The part of a BroadcastChannel that is used. */
export type Channel = Pick<
  BroadcastChannel,
  'postMessage' | 'addEventListener' | 'removeEventListener' | 'close'
>;

export interface TabChannelOptions {
  /** `null` where the browser has none; coming back to the window then still makes it look again. */
  readonly channel: Channel | null;
  readonly window: EventTarget;
  readonly document: EventTarget & Pick<Document, 'visibilityState'>;
}

/**
 * Connects the tabs of one workspace. A message holds the head of the log and nothing else: the data is read where it is kept.
 *
 * Messages to a frozen or sleeping tab may wait or vanish, so a tab also looks again when it comes back: when it is shown, focused,
 * resumed, taken out of the back/forward cache, or online again.
 */
export function createTabChannel(options: TabChannelOptions): ChangeFeed {
  const { channel, window, document } = options;
  const listeners = new Set<(notice: ChangeNotice) => void>();

  function tell(notice: ChangeNotice): void {
    for (const listener of listeners) listener(notice);
  }

  function onMessage(event: MessageEvent<unknown>): void {
    const head = announcedHead(event.data);
    if (head !== null) tell({ type: 'announced', head });
  }

  function onReturn(): void {
    if (document.visibilityState === 'visible') tell({ type: 'returned' });
  }

  channel?.addEventListener('message', onMessage);
  // `resume` is sent to the document when a frozen page thaws, even in the background.
  const stopListening = [
    listening(document, ['visibilitychange', 'resume'], onReturn),
    listening(window, ['focus', 'pageshow', 'online'], onReturn),
  ];

  return {
    announce(head) {
      try {
        channel?.postMessage({ type: messageType, head });
      } catch {
        // A closed channel has nobody left to tell; the others look when they come back.
      }
    },
    subscribe(listener) {
      // Wrapped, so that the same function can subscribe twice and end each subscription by itself.
      const own = (notice: ChangeNotice): void => {
        listener(notice);
      };
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    close() {
      listeners.clear();
      for (const stop of stopListening.toReversed()) stop();
      channel?.removeEventListener('message', onMessage);
      channel?.close();
    },
  };
}

const messageType = 'workspace-head';

/** Any page of this origin may post here, older versions of the app among them. */
function announcedHead(message: unknown): Sequence | null {
  if (typeof message !== 'object' || message === null) return null;
  if (!('type' in message) || message.type !== messageType || !('head' in message)) return null;
  const { head } = message;
  return typeof head === 'number' && Number.isSafeInteger(head) && head >= 0 ? sequence(head) : null;
}

function listening(target: EventTarget, names: readonly string[], listener: () => void): () => void {
  for (const name of names) target.addEventListener(name, listener);
  return () => {
    for (const name of names) target.removeEventListener(name, listener);
  };
}
