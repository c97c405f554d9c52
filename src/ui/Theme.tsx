import { createContext, use, useLayoutEffect, type ReactNode } from 'react';

import { useMediaQuery } from './use-media-query';

export type ThemeChoice = 'light' | 'dark' | 'system';

export interface Theme {
  readonly choice: ThemeChoice;
  /** What is on screen now. */
  readonly shown: 'light' | 'dark';
}

/** Puts the person's choice on the page as `data-theme`; where the choice is kept is the caller's business. */
export function ThemeProvider({
  choice,
  children,
}: {
  readonly choice: ThemeChoice;
  readonly children: ReactNode;
}) {
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  // Before paint, so that a dark page never flashes light.
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = choice;
  }, [choice]);
  const shown = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  return <ThemeContext value={{ choice, shown }}>{children}</ThemeContext>;
}

export function useTheme(): Theme {
  return use(ThemeContext);
}

const ThemeContext = createContext<Theme>({ choice: 'system', shown: 'light' });
