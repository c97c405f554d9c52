import type { PageMoment, PageMoments } from './tab-ports';

export interface PageMomentsOptions {
  readonly window: EventTarget;
  readonly document: EventTarget & Pick<Document, 'visibilityState'>;
}

/** The life of a page as its events tell it. Listens for as long as anybody is subscribed. */
export function pageMoments({ window, document }: PageMomentsOptions): PageMoments {
  return {
    isVisible: () => document.visibilityState === 'visible',
    subscribe(listener) {
      const listened: readonly [EventTarget, string, PageMoment][] = [
        [document, 'freeze', 'frozen'],
        // Sent to the document when a frozen page thaws, even in the background.
        [document, 'resume', 'returned'],
        [document, 'visibilitychange', 'returned'],
        [window, 'pageshow', 'returned'],
        [window, 'focus', 'returned'],
        [window, 'pagehide', 'leaving'],
      ];
      const stops = listened.map(([target, name, moment]) => {
        const tell = (): void => {
          if (name === 'visibilitychange' && document.visibilityState !== 'visible') return;
          listener(moment);
        };
        target.addEventListener(name, tell);
        return () => {
          target.removeEventListener(name, tell);
        };
      });
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
