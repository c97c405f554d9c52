import { isTabMessage, type TabMessage } from './tab-message';

/** The part of a BroadcastChannel that is used. */
export type Channel = Pick<
  BroadcastChannel,
  'postMessage' | 'addEventListener' | 'removeEventListener' | 'close'
>;

/** What the windows of one workspace tell each other about sessions. */
export interface SessionChannel {
  /** Tells the other windows, not this one. Never throws. */
  post(message: TabMessage): void;
  /** `from` names the window that said it. @returns the end of the subscription. */
  subscribe(listener: (message: TabMessage, from: string) => void): () => void;
  /** Asks itself for a sign: when it is heard, so would be the others. */
  probe(): void;
  /** When anything was last heard, by the clock of this page; null for never. */
  heardAt(): number | null;
  close(): void;
}

export interface SessionChannelOptions {
  /** Names this window, for as long as it lasts. */
  readonly tab: string;
  /** Opens the channel once more; null where the browser has none, and this window is alone. */
  readonly open: () => Channel | null;
  /** ms of this page's own clock, which never jumps. */
  readonly now: () => number;
}

/** Connects the windows of one workspace, each message checked before anybody sees it. */
export function createSessionChannel({ tab, open, now }: SessionChannelOptions): SessionChannel {
  const listeners = new Set<(message: TabMessage, from: string) => void>();
  const channel = open();
  // A channel does not hear what it says itself, and only another one of the same page can show that this page hears.
  const echo = open();
  let heardAt: number | null = null;

  function onMessage(event: MessageEvent<unknown>): void {
    const letter = letterIn(event.data);
    if (letter === null) return;
    heardAt = now();
    if (letter.from === tab) return;
    for (const listener of listeners) listener(letter.message, letter.from);
  }

  function say(speaker: Channel | null, message: TabMessage): void {
    try {
      speaker?.postMessage({ type: letterType, from: tab, message });
    } catch {
      // A closed channel has nobody left to tell; the others look again when they miss something.
    }
  }

  channel?.addEventListener('message', onMessage);
  return {
    post(message) {
      say(channel, message);
    },
    subscribe(listener) {
      // Wrapped, so that the same function can subscribe twice and end each subscription by itself.
      const own = (message: TabMessage, from: string): void => {
        listener(message, from);
      };
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    probe() {
      say(echo, { type: 'probe' });
    },
    heardAt: () => heardAt,
    close() {
      listeners.clear();
      channel?.removeEventListener('message', onMessage);
      echo?.close();
      channel?.close();
    },
  };
}

const letterType = 'session-letter';

function letterIn(data: unknown): { readonly from: string; readonly message: TabMessage } | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== letterType) return null;
  if (!('from' in data) || typeof data.from !== 'string' || !('message' in data)) return null;
  return isTabMessage(data.message) ? { from: data.from, message: data.message } : null;
}
