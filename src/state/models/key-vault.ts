import { createStore, type StoreApi } from 'zustand/vanilla';

import type { SettingsPlace } from './model-settings';
import {
  newSeal,
  openedWith,
  ringIn,
  sealed,
  sealedIn,
  unsealed,
  type KeyRing,
  type Seal,
  type SealedKeys,
} from './sealed-keys';

/** What a screen may know about keys: never a key itself [X3]. */
export interface KeyVaultState {
  /** `locked`: there are keys, and nobody has entered the passphrase in this window yet. */
  readonly access: 'open' | 'locked';
  readonly isProtected: boolean;
  /** The base URLs that have a key; empty while locked. */
  readonly endpoints: readonly string[];
  /** Goes up with every change, so that what was asked with an old key can be asked again. */
  readonly revision: number;
}

/**
 * The keys of providers on this device, in a place of their own. Plain until the person chooses a passphrase; from then on encrypted at
 * rest, and in memory only while it is open.
 */
export interface KeyVault extends Pick<
  StoreApi<KeyVaultState>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  /** The key for an endpoint; null without one, and while locked. */
  keyFor(base: string): string | null;
  /** An empty key is forgotten. Does nothing while locked. */
  remember(base: string, key: string): Promise<void>;
  forget(base: string): Promise<void>;
  /** Forgets every key and the passphrase: the way out when it is lost. */
  forgetAll(): void;
  /** Encrypts all keys from now on. */
  protect(passphrase: string): Promise<void>;
  /** Keeps the keys plain from now on. Does nothing while locked. */
  unprotect(): void;
  /** @returns whether the passphrase was the right one. */
  unlock(passphrase: string): Promise<boolean>;
  /** Lets go of what is in memory. */
  lock(): void;
  close(): void;
}

type Kept =
  | { readonly type: 'plain'; readonly ring: KeyRing }
  | { readonly type: 'sealed'; readonly keys: SealedKeys };

/** What this window has in memory. */
type Held =
  | { readonly type: 'plain'; readonly ring: KeyRing }
  | { readonly type: 'locked' }
  | { readonly type: 'unlocked'; readonly ring: KeyRing; readonly seal: Seal };

export function createKeyVault(place: SettingsPlace): KeyVault {
  let held: Held = firstHeld(keptIn(place.read()));
  const store = createStore<KeyVaultState>(() => stateOf(held, 0));

  function hold(next: Held): void {
    held = next;
    store.setState(stateOf(next, store.getState().revision + 1));
  }

  async function keep(ring: KeyRing): Promise<void> {
    if (held.type === 'locked') return;
    if (held.type === 'plain') {
      place.write(JSON.stringify({ version: 1, keys: ring }));
      hold({ type: 'plain', ring });
      return;
    }
    const { seal } = held;
    hold({ type: 'unlocked', ring, seal });
    place.write(JSON.stringify({ version: 1, sealed: await sealed(ring, seal) }));
  }

  const close = place.subscribe(() => {
    void heldAfter(held, keptIn(place.read())).then(hold);
  });

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    keyFor: (base) => (held.type === 'locked' ? null : (held.ring[base] ?? null)),
    async remember(base, key) {
      const trimmed = key.trim();
      if (held.type === 'locked') return;
      await keep(trimmed === '' ? without(held.ring, base) : { ...held.ring, [base]: trimmed });
    },
    async forget(base) {
      if (held.type !== 'locked') await keep(without(held.ring, base));
    },
    forgetAll() {
      place.write(JSON.stringify({ version: 1, keys: {} }));
      hold({ type: 'plain', ring: {} });
    },
    async protect(passphrase) {
      if (held.type === 'locked') return;
      const { ring } = held;
      const seal = await newSeal(passphrase);
      place.write(JSON.stringify({ version: 1, sealed: await sealed(ring, seal) }));
      hold({ type: 'unlocked', ring, seal });
    },
    unprotect() {
      if (held.type !== 'unlocked') return;
      const { ring } = held;
      place.write(JSON.stringify({ version: 1, keys: ring }));
      hold({ type: 'plain', ring });
    },
    async unlock(passphrase) {
      const kept = keptIn(place.read());
      const opened = kept.type === 'sealed' ? await unsealed(kept.keys, passphrase) : null;
      if (opened === null) return false;
      hold({ type: 'unlocked', ...opened });
      return true;
    },
    lock() {
      if (held.type === 'unlocked') hold({ type: 'locked' });
    },
    close,
  };
}

function stateOf(held: Held, revision: number): KeyVaultState {
  return {
    access: held.type === 'locked' ? 'locked' : 'open',
    isProtected: held.type !== 'plain',
    endpoints: held.type === 'locked' ? [] : Object.keys(held.ring),
    revision,
  };
}

function firstHeld(kept: Kept): Held {
  return kept.type === 'plain' ? kept : { type: 'locked' };
}

/** Another window has written: what this window has opened stays open if its passphrase still opens it. */
async function heldAfter(held: Held, kept: Kept): Promise<Held> {
  if (kept.type === 'plain' || held.type !== 'unlocked') return firstHeld(kept);
  const ring = await openedWith(kept.keys, held.seal);
  return ring === null ? { type: 'locked' } : { ...held, ring };
}

function keptIn(text: string | null): Kept {
  const fields = new Map<string, unknown>(Object.entries(parsedObject(text)));
  const keys = sealedIn(fields.get('sealed'));
  return keys === null ? { type: 'plain', ring: ringIn(fields.get('keys')) } : { type: 'sealed', keys };
}

function parsedObject(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function without(ring: KeyRing, base: string): KeyRing {
  const { [base]: _forgotten, ...rest } = ring;
  return rest;
}
