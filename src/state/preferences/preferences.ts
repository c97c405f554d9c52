import { createStore, type StoreApi } from 'zustand/vanilla';

export const themeChoices = ['light', 'dark', 'system'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** How this person likes the page on this device. None of it is in the log, and all of it can be lost without harm. */
export interface Preferences {
  readonly theme: ThemeChoice;
  /** The share of each pane by its id, in percent; `null` until the person has moved a border. */
  readonly paneShares: Readonly<Record<string, number>> | null;
  /** These two are `null` until the person has decided: then the width of the window does. */
  readonly showsSessions: boolean | null;
  readonly showsWorkspace: boolean | null;
  /** Whether the browser was asked to keep the data: it is asked once, because it may ask the person. */
  readonly hasAskedForPersistence: boolean;
  /** Whether this person has been here before: no example is added then, even when the workspace is empty. */
  readonly isReturning: boolean;
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  paneShares: null,
  showsSessions: null,
  showsWorkspace: null,
  hasAskedForPersistence: false,
  isReturning: false,
};

/** Where preferences are kept, as text. Best effort: it never throws, and may forget. */
export interface PreferencesPlace {
  read(): string | null;
  write(text: string): void;
  /** Calls back when another window has written; answers with the way to stop. */
  subscribe(listener: () => void): () => void;
}

export interface PreferencesStore extends Pick<
  StoreApi<Preferences>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  set(changes: Partial<Preferences>): void;
  close(): void;
}

/** Preferences that are remembered. The theme follows a change in another window; the rest is each window's own until a reload. */
export function createPreferences(place: PreferencesPlace): PreferencesStore {
  const store = createStore<Preferences>(() => parsePreferences(place.read()));
  const close = place.subscribe(() => {
    store.setState({ theme: parsePreferences(place.read()).theme });
  });
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    set(changes) {
      store.setState(changes);
      // What another window has written meanwhile stays, but for what is changed here.
      place.write(JSON.stringify({ ...parsePreferences(place.read()), ...changes }));
    },
    close,
  };
}

/** Reads what may have been written by anybody: whatever is not understood is as it was at first. */
export function parsePreferences(text: string | null): Preferences {
  const stored = fieldsOf(text);
  return {
    theme: themeChoices.find((choice) => choice === stored.get('theme')) ?? defaultPreferences.theme,
    paneShares: sharesIn(stored.get('paneShares')),
    showsSessions: booleanIn(stored.get('showsSessions')) ?? defaultPreferences.showsSessions,
    showsWorkspace: booleanIn(stored.get('showsWorkspace')) ?? defaultPreferences.showsWorkspace,
    hasAskedForPersistence:
      booleanIn(stored.get('hasAskedForPersistence')) ?? defaultPreferences.hasAskedForPersistence,
    isReturning: booleanIn(stored.get('isReturning')) ?? defaultPreferences.isReturning,
  };
}

function fieldsOf(text: string | null): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}

function booleanIn(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

function sharesIn(value: unknown): Preferences['paneShares'] {
  if (typeof value !== 'object' || value === null) return null;
  const shares: [string, number][] = [];
  for (const [pane, share] of Object.entries(value)) {
    if (typeof share !== 'number' || !(share > 0 && share < 100)) return null;
    shares.push([pane, share]);
  }
  return shares.length === 0 ? null : Object.fromEntries(shares);
}
