import { useLayoutEffect, type ReactNode } from 'react';

type ThemeChoice = 'light' | 'dark' | 'system';

/** Puts the person's choice on the page as `data-theme`; where the choice is kept is the caller's business. */
export function ThemeProvider({
  choice,
  children,
}: {
  readonly choice: ThemeChoice;
  readonly children: ReactNode;
}) {
  // Before paint, so that a dark page never flashes light.
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = choice;
  }, [choice]);
  return children;
}
