import type { PreferencesPlace } from '@/state/preferences';

/**
 * Keeps preferences in localStorage.
 *
 * @param page - finds the storage; reading `window.localStorage` throws where the browser forbids it.
 */
export function localPreferences(page: Window, key = 'momentum.preferences'): PreferencesPlace {
  return {
    read() {
      try {
        return page.localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        page.localStorage.setItem(key, text);
      } catch {
        // Full or forbidden: the choice lasts as long as this window.
      }
    },
    subscribe(listener) {
      const onStorage = (event: StorageEvent): void => {
        if (event.key === key) listener();
      };
      page.addEventListener('storage', onStorage);
      return () => {
        page.removeEventListener('storage', onStorage);
      };
    },
  };
}
