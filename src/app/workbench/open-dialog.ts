import { useCallback, useState } from 'react';

export type DialogName =
  | 'activity'
  | 'people'
  | 'import'
  | 'outbox'
  | 'settings'
  | 'storage'
  | 'backup'
  | 'damaged'
  | 'shortcuts'
  | 'palette';

/** At most one dialog is open; one that opens takes the place of another. */
export interface OpenDialog {
  readonly name: DialogName | null;
  readonly show: (name: DialogName) => void;
  readonly close: () => void;
}

export function useOpenDialog(): OpenDialog {
  const [name, setName] = useState<DialogName | null>(null);
  const close = useCallback(() => {
    setName(null);
  }, []);
  return { name, show: setName, close };
}
