import { useMemo, type ReactNode } from 'react';

import { useUndo, useWorkspaceServices } from '@/state/workspace';
import { useToasts } from '@/ui';

import { ChangeContext } from './change-context';
import { createChanges } from './changes';

export function ChangeProvider({ children }: { readonly children: ReactNode }) {
  const { commands, store } = useWorkspaceServices();
  const undoing = useUndo();
  const toasts = useToasts();
  const changes = useMemo(
    () =>
      createChanges({
        commands,
        undoing,
        history: () => store.getState().history,
        tell: (message) => toasts.add(message),
      }),
    [commands, undoing, store, toasts],
  );
  return <ChangeContext value={changes}>{children}</ChangeContext>;
}
