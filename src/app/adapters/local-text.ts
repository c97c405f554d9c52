/** Keeps one text in localStorage. Best effort: it never throws, and may forget. */
export interface LocalText {
  read(): string | null;
  write(text: string): void;
}

/** @param page - finds the storage; reading `window.localStorage` throws where the browser forbids it. */
export function localText(page: Pick<Window, 'localStorage'>, key: string): LocalText {
  let kept: string | null = null;
  return {
    read() {
      try {
        return page.localStorage.getItem(key) ?? kept;
      } catch {
        return kept;
      }
    },
    write(text) {
      kept = text;
      try {
        page.localStorage.setItem(key, text);
      } catch {
        // Full or forbidden: it lasts as long as this window.
      }
    },
  };
}
