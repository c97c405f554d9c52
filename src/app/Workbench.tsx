import { useCallback, useState } from 'react';

import type { ChangePreview } from '@/domain/deltas';
import { snapshotOf } from '@/domain/workspace';
import { ActivityDialog } from '@/features/activity';
import { ChangeList, downloadText, exportFileName, ImportDialog } from '@/features/documents';
import { PeopleDialog } from '@/features/people';
import {
  AppMenu,
  AppShell,
  ExampleNote,
  SaveStatus,
  ShortcutsDialog,
  StorageDialog,
  StorageNotices,
  UndoConflictDialog,
  useExample,
  useShortcutsKey,
  Welcome,
} from '@/features/shell';
import { useWorkspaceServices } from '@/state/workspace';
import { Button } from '@/ui';

import { DamagedDialog } from './DamagedDialog';
import { shortcutGroups } from './shortcuts';
import type { OpenApp } from './startup';
import { useAnnouncements } from './use-announcements';

type OpenDialog = 'none' | 'activity' | 'people' | 'import' | 'storage' | 'damaged' | 'shortcuts';

/** The whole screen of an open workspace, put together from the features. */
export function Workbench({ app }: { readonly app: OpenApp }) {
  const { health } = app;
  const { commands, store, documents, clock } = useWorkspaceServices();
  const announcements = useAnnouncements();
  const example = useExample();
  const [dialog, setDialog] = useState<OpenDialog>('none');

  const dialogProps = (name: OpenDialog) => ({
    open: dialog === name,
    onOpenChange: (open: boolean) => {
      setDialog(open ? name : 'none');
    },
  });
  const opener = (name: OpenDialog) => () => {
    setDialog(name);
  };
  const showShortcuts = useCallback(() => {
    setDialog('shortcuts');
  }, []);
  useShortcutsKey(showShortcuts);

  function exportWorkspace() {
    downloadText(exportFileName(clock.today()), documents.serialise(snapshotOf(store.getState().workspace)));
  }

  async function removeExample(): Promise<void> {
    if (example === null) return;
    try {
      announcements.ended(await commands.removeExample(example));
    } catch (cause) {
      announcements.failed(cause);
    }
  }

  return (
    <>
      <AppShell
        notices={
          <StorageNotices health={health} onExport={exportWorkspace} onShowDamaged={opener('damaged')} />
        }
        headerEnd={
          <>
            <SaveStatus health={health} />
            <AppMenu
              onActivity={opener('activity')}
              onPeople={opener('people')}
              onExport={exportWorkspace}
              onImport={opener('import')}
              onRemoveExample={() => void removeExample()}
              onStorage={opener('storage')}
              onShortcuts={opener('shortcuts')}
            />
          </>
        }
        conversation={
          <Welcome
            example={example !== null && <ExampleNote onRemove={() => void removeExample()} />}
            actions={
              <>
                <Button onClick={opener('activity')}>Activity</Button>
                <Button onClick={opener('people')}>People</Button>
                <Button onClick={opener('shortcuts')}>Keyboard shortcuts</Button>
              </>
            }
          />
        }
        workspace={null}
      />
      <ActivityDialog
        {...dialogProps('activity')}
        ChangeList={PastChanges}
        onEnded={announcements.ended}
        onFailed={announcements.failed}
      />
      <PeopleDialog
        {...dialogProps('people')}
        onEnded={announcements.ended}
        onFailed={announcements.failed}
      />
      <ImportDialog {...dialogProps('import')} onImported={announcements.ended} />
      <StorageDialog {...dialogProps('storage')} health={health} onExport={exportWorkspace} />
      <DamagedDialog {...dialogProps('damaged')} app={app} onFailed={announcements.failed} />
      <ShortcutsDialog {...dialogProps('shortcuts')} groups={shortcutGroups} />
      <UndoConflictDialog onEnded={announcements.ended} onFailed={announcements.failed} />
    </>
  );
}

function PastChanges({ changes }: { readonly changes: readonly ChangePreview[] }) {
  return <ChangeList label="What changed" tense="past" changes={changes} />;
}
