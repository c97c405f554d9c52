import { createContext, use } from 'react';

import type { Changes } from './changes';

export const ChangeContext = createContext<Changes | null>(null);

/** Everything that changes the workspace by hand goes through this. */
export function useChange(): Changes {
  const changes = use(ChangeContext);
  if (changes === null) throw new Error('Changes need a ChangeProvider around them.');
  return changes;
}
