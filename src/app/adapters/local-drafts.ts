import type { DraftPlace } from '@/state/sessions';

/**
 * Keeps begun texts in localStorage, one key each, so that two windows do not overwrite each other's.
 *
 * @param page - finds the storage; reading `window.localStorage` throws where the browser forbids it.
 */
export function localDrafts(page: Window, prefix = 'momentum.draft.'): DraftPlace {
  const kept = new Map<string, string>();
  return {
    read(key) {
      const text = kept.get(key);
      if (text !== undefined) return text;
      try {
        return page.localStorage.getItem(prefix + key) ?? '';
      } catch {
        return '';
      }
    },
    write(key, text) {
      kept.set(key, text);
      try {
        if (text === '') page.localStorage.removeItem(prefix + key);
        else page.localStorage.setItem(prefix + key, text);
      } catch {
        // Full or forbidden: the draft lasts as long as this window.
      }
    },
  };
}
