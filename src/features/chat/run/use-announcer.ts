import { useCallback, useEffect, useState } from 'react';

export interface Announcer {
  /** What is to be said now, for a polite live region; empty most of the time. */
  readonly saying: string;
  readonly announce: (text: string) => void;
}

/** Says texts once. They leave the page soon, so that nobody meets them twice. */
export function useAnnouncer(): Announcer {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const announce = useCallback((text: string) => {
    setSaid(({ count }) => ({ text, count: count + 1 }));
  }, []);
  useEffect(() => {
    if (said.text === '') return undefined;
    const timer = setTimeout(() => {
      setSaid(({ count }) => ({ text: '', count }));
    }, heardAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  return { saying: said.text, announce };
}

/** Screen readers take a text when it changes; it may go before they have read it out. */
const heardAfterMs = 1_000;
