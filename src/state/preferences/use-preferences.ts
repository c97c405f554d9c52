import { createContext, use } from 'react';
import { useStore } from 'zustand';

import type { Preferences, PreferencesStore } from './preferences';

export const PreferencesContext = createContext<PreferencesStore | null>(null);

export function usePreferencesStore(): PreferencesStore {
  const store = use(PreferencesContext);
  if (store === null) throw new Error('The page needs a PreferencesContext around it.');
  return store;
}

/** Reads from the preferences; renders again when the answer is another one by `Object.is`. */
export function usePreferences<Answer>(selector: (preferences: Preferences) => Answer): Answer {
  return useStore(usePreferencesStore(), selector);
}
