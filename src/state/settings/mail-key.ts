import { createStore, type StoreApi } from 'zustand/vanilla';

import type { PreferencesPlace } from '../preferences';
import { keyProblem, originOf } from './mail-rules';

/** What may be known of the key: where it is good for, never the key. */
export interface MailKeyState {
  /** The origin the key was entered for: "https://api.example.com"; null without a key. */
  readonly keyOrigin: string | null;
}

/**
 * The key of the mail service, apart from all other settings, so that no export, log or state that is looked at holds it [X3].
 * It is good for one origin: an endpoint of another one gets none.
 */
export interface MailKeyStore extends Pick<
  StoreApi<MailKeyState>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  /** The key for an endpoint; null where none was entered for its origin. Only for what sends, and for who entered it. */
  keyFor(endpoint: string): string | null;
  /** Keeps a key that `keyProblem` finds nothing wrong with, instead of the one before. */
  keep(endpoint: string, key: string): void;
  forget(): void;
  close(): void;
}

/** @param place - one of its own; best effort, as all places: a key that could not be written lasts as long as this window. */
export function createMailKey(place: PreferencesPlace): MailKeyStore {
  let held = parseKey(place.read());
  const store = createStore<MailKeyState>(() => stateOf(held));
  const hold = (next: HeldKey | null): void => {
    held = next;
    store.setState(stateOf(next));
  };
  const close = place.subscribe(() => {
    hold(parseKey(place.read()));
  });
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    keyFor: (endpoint) => (held !== null && originOf(endpoint) === held.origin ? held.key : null),
    keep(endpoint, key) {
      const origin = originOf(endpoint);
      if (origin === null || keyProblem(key) !== null) return;
      hold({ origin, key });
      place.write(JSON.stringify({ origin, key }));
    },
    forget() {
      hold(null);
      place.write('');
    },
    close,
  };
}

interface HeldKey {
  readonly origin: string;
  readonly key: string;
}

function stateOf(held: HeldKey | null): MailKeyState {
  return { keyOrigin: held?.origin ?? null };
}

function parseKey(text: string | null): HeldKey | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null || !('origin' in value) || !('key' in value)) return null;
    const { origin, key } = value;
    if (typeof origin !== 'string' || typeof key !== 'string') return null;
    return originOf(origin) === origin && keyProblem(key) === null ? { origin, key } : null;
  } catch {
    return null;
  }
}
