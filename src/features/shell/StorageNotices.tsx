import { useStore } from 'zustand';

import { useWorkspaceServices, type StorageHealthApi } from '@/state/workspace';
import { Banner, Button } from '@/ui';

export interface StorageNoticesProps {
  readonly health: StorageHealthApi;
  readonly onExport: () => void;
  readonly onShowDamaged: () => void;
  /** Opens the place where space can be freed. */
  readonly onShowStorage?: () => void;
}

/** What the person has to know of the storage, as long as it is so. */
export function StorageNotices({ health, onExport, onShowDamaged, onShowStorage }: StorageNoticesProps) {
  const { health: state, missingEntries } = useStore(health);
  const { damaged } = useWorkspaceServices();
  const exportButton = (
    <Button size="sm" onClick={onExport}>
      Export my data
    </Button>
  );
  return (
    <>
      {state.type === 'forgetful' && (
        <Banner
          tone="warning"
          title="This window forgets everything when it is closed."
          actions={exportButton}
        >
          {state.message}
        </Banner>
      )}
      {state.type === 'full' && (
        <Banner
          tone="danger"
          title="There is no space left, so nothing new can be saved."
          actions={
            <>
              {exportButton}
              {onShowStorage !== undefined && (
                <Button size="sm" onClick={onShowStorage}>
                  Free space
                </Button>
              )}
            </>
          }
        >
          Everything you had is still there. Export a copy, then free space: on this device, or under Storage
          in the menu. Deleting needs a little space too, because it can be undone.
        </Banner>
      )}
      {state.type === 'failing' && (
        <Banner tone="danger" title="The last change was not saved." actions={exportButton}>
          {state.message}
        </Banner>
      )}
      {(damaged.length > 0 || missingEntries.length > 0) && (
        <Banner
          tone="warning"
          title={damagedTitle(damaged.length, missingEntries.length)}
          actions={
            <Button size="sm" onClick={onShowDamaged}>
              Show details
            </Button>
          }
        >
          They are set aside and untouched. Everything else works.
        </Banner>
      )}
    </>
  );
}

function damagedTitle(records: number, entries: number): string {
  const parts = [
    records === 0 ? null : records === 1 ? '1 saved record' : `${String(records)} saved records`,
    entries === 0
      ? null
      : entries === 1
        ? '1 entry of the history'
        : `${String(entries)} entries of the history`,
  ].filter((part) => part !== null);
  return `${parts.join(' and ')} cannot be read.`;
}
