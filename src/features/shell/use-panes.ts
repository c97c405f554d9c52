import { useState } from 'react';

import { usePreferences, usePreferencesStore } from '@/state/preferences';
import { useMediaQuery } from '@/ui';

/** Which areas are in view, and how to change that. */
export interface Panes {
  readonly isPhone: boolean;
  readonly showsSessions: boolean;
  readonly showsWorkspace: boolean;
  readonly setShowsSessions: (shows: boolean) => void;
  readonly setShowsWorkspace: (shows: boolean) => void;
}

/** Phones keep the sessions shut until they are asked for; elsewhere what the person last chose holds. */
export function usePanes(): Panes {
  const preferences = usePreferencesStore();
  const isPhone = useMediaQuery('(max-width: 47.99rem)');
  const isWide = useMediaQuery('(min-width: 64rem)');
  const [opensDrawer, setOpensDrawer] = useState(false);
  const choice = usePreferences(({ showsSessions }) => showsSessions);
  const workspaceChoice = usePreferences((state) => state.showsWorkspace);
  return {
    isPhone,
    showsSessions: isPhone ? opensDrawer : (choice ?? isWide),
    // On a phone it would cover the conversation.
    showsWorkspace: workspaceChoice ?? !isPhone,
    setShowsSessions(shows) {
      if (isPhone) setOpensDrawer(shows);
      else preferences.set({ showsSessions: shows });
    },
    setShowsWorkspace(shows) {
      preferences.set({ showsWorkspace: shows });
    },
  };
}
