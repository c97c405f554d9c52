import { useStore } from 'zustand';

import { downloadText } from '@/features/documents';
import { useWorkspaceServices } from '@/state/workspace';
import { Button, Dialog } from '@/ui';

import type { OpenApp } from '../startup';

export interface DamagedDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly app: OpenApp;
  readonly onFailed: (cause: unknown) => void;
}

/** What could not be read, and why; as it is, for whoever can make something of it [S4]. */
export function DamagedDialog({ open, onOpenChange, app, onFailed }: DamagedDialogProps) {
  const { damaged } = useWorkspaceServices();
  const missing = useStore(app.health, (state) => state.missingEntries);

  async function exportRaw(): Promise<void> {
    try {
      downloadText('momentum-unreadable-records.json', JSON.stringify(await app.readDamaged(), null, 2));
    } catch (cause) {
      onFailed(cause);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="What cannot be read"
      description="It stays in the storage, untouched, and is left out of everything you see."
      footer={
        damaged.length > 0 && (
          <Button
            variant="primary"
            onClick={() => {
              void exportRaw();
            }}
          >
            Export the raw records
          </Button>
        )
      }
    >
      <ul aria-label="Unreadable records" className="flex flex-col gap-3">
        {damaged.map(({ table, key, reason }) => (
          <li key={`${table} ${key}`} className="break-words">
            <p className="font-mono text-sm break-all">
              {table} {key}
            </p>
            <p className="text-text-muted">{reason}</p>
          </li>
        ))}
        {missing.length > 0 && (
          <li>
            <p className="font-mono text-sm break-all">history {missing.join(', ')}</p>
            <p className="text-text-muted">
              These changes are in effect, and can neither be shown nor undone one by one.
            </p>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
