import { sessionId, type SessionId } from '@/domain/sessions';

/** The part of the page's address that names what is shown. */
export interface SessionAddress {
  /** The session in the address; null for a new one. */
  read(): SessionId | null;
  goTo(id: SessionId | null): void;
  /** Calls back when the address has changed, by whatever. @returns the end of the subscription. */
  subscribe(listener: () => void): () => void;
}

const pattern = /^#\/s\/([\w-]{1,80})$/u;

export function addressOf(id: SessionId): string {
  return `#/s/${id}`;
}

/** What of a window the address needs. */
export interface HashPage {
  readonly location: { hash: string };
  addEventListener(type: 'hashchange', listener: () => void): void;
  removeEventListener(type: 'hashchange', listener: () => void): void;
}

/** Keeps the open session in the hash, so that a reload, a bookmark and the browser's Back find it. */
export function hashAddress(page: HashPage): SessionAddress {
  return {
    read() {
      const id = pattern.exec(page.location.hash)?.[1];
      return id === undefined ? null : sessionId(id);
    },
    goTo(id) {
      page.location.hash = id === null ? '#/' : addressOf(id);
    },
    subscribe(listener) {
      page.addEventListener('hashchange', listener);
      return () => {
        page.removeEventListener('hashchange', listener);
      };
    },
  };
}
