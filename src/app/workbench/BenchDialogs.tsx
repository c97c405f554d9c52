import { lazy, Suspense, useState, type ReactNode } from 'react';

import type { ChangePreview } from '@/domain/deltas';
import type { Email } from '@/domain/workspace';
import type { SettingsSection } from '@/features/settings';
import type { PaletteGroup } from '@/ui';

import type { OpenApp } from '../startup';
import type { DialogName, OpenDialog } from './open-dialog';
import { shortcutGroups } from './shortcuts';
import type { Announcements } from './use-announcements';

// None of them is there when the page opens.
const fetched = () => import('./dialogs');
const ActivityDialog = lazy(async () => ({ default: (await fetched()).ActivityDialog }));
const BackupDialog = lazy(async () => ({ default: (await fetched()).BackupDialog }));
const ChangeList = lazy(async () => ({ default: (await fetched()).ChangeList }));
const CommandPalette = lazy(async () => ({ default: (await fetched()).CommandPalette }));
const DamagedDialog = lazy(async () => ({ default: (await fetched()).DamagedDialog }));
const ImportDialog = lazy(async () => ({ default: (await fetched()).ImportDialog }));
const ModelSettingsPanel = lazy(async () => ({ default: (await fetched()).ModelSettingsPanel }));
const OutboxDialog = lazy(async () => ({ default: (await fetched()).OutboxDialog }));
const PeopleDialog = lazy(async () => ({ default: (await fetched()).PeopleDialog }));
const SettingsDialog = lazy(async () => ({ default: (await fetched()).SettingsDialog }));
const ShortcutsDialog = lazy(async () => ({ default: (await fetched()).ShortcutsDialog }));
const StorageDialog = lazy(async () => ({ default: (await fetched()).StorageDialog }));
const Upkeep = lazy(async () => {
  const { StorageUpkeep, bytesInWords } = await fetched();
  return { default: () => <StorageUpkeep bytesInWords={bytesInWords} /> };
});

export interface BenchDialogsProps {
  readonly app: OpenApp;
  readonly dialog: OpenDialog;
  readonly announcements: Announcements;
  readonly palette: readonly PaletteGroup[];
  /** What somebody came to the settings for. */
  readonly section: SettingsSection | null;
  readonly onExport: () => void;
}

/** Everything that opens over the page. */
export function BenchDialogs({ app, dialog, announcements, palette, section, onExport }: BenchDialogsProps) {
  const { ended, failed } = announcements;
  const told = { onEnded: ended, onFailed: failed };
  const { health } = app;

  async function saveFile(email: Email): Promise<void> {
    try {
      (await fetched()).saveEmail(email);
    } catch (cause) {
      failed(cause);
    }
  }

  const dialogs: Readonly<Record<DialogName, (control: Control) => ReactNode>> = {
    activity: (control) => <ActivityDialog {...control} {...told} ChangeList={PastChanges} />,
    people: (control) => <PeopleDialog {...control} {...told} />,
    import: (control) => <ImportDialog {...control} onImported={ended} />,
    outbox: (control) => <OutboxDialog {...control} onSaveFile={(email) => void saveFile(email)} />,
    settings: (control) => (
      <SettingsDialog {...control} section={section} modelSettings={<ModelSettingsPanel />} />
    ),
    storage: (control) => (
      <StorageDialog {...control} health={health} onExport={onExport} upkeep={<Upkeep />} />
    ),
    backup: (control) => (
      <BackupDialog
        {...control}
        onImport={() => {
          dialog.show('import');
        }}
      />
    ),
    damaged: (control) => <DamagedDialog {...control} app={app} onFailed={failed} />,
    shortcuts: (control) => <ShortcutsDialog {...control} groups={shortcutGroups} />,
    palette: (control) => <CommandPalette {...control} label="Search and commands" groups={palette} />,
  };
  return names.map((name) => (
    <WhenOpened key={name} name={name} dialog={dialog}>
      {dialogs[name]}
    </WhenOpened>
  ));
}

const names = [
  'activity',
  'people',
  'import',
  'outbox',
  'settings',
  'storage',
  'backup',
  'damaged',
  'shortcuts',
  'palette',
] as const satisfies readonly DialogName[];

/** What every dialog takes. */
interface Control {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

interface WhenOpenedProps {
  readonly name: DialogName;
  readonly dialog: OpenDialog;
  readonly children: (control: Control) => ReactNode;
}

/** Nothing until it is opened for the first time; from then on it stays, so that it can fade out. */
function WhenOpened({ name, dialog, children }: WhenOpenedProps) {
  const open = dialog.name === name;
  const [wasOpened, setWasOpened] = useState(false);
  if (open && !wasOpened) setWasOpened(true);
  if (!open && !wasOpened) return null;
  const control: Control = {
    open,
    onOpenChange: (next) => {
      if (next) dialog.show(name);
      // One that has taken its place stays open.
      else if (open) dialog.close();
    },
  };
  return <Suspense fallback={null}>{children(control)}</Suspense>;
}

function PastChanges({ changes }: { readonly changes: readonly ChangePreview[] }) {
  return (
    <Suspense fallback={null}>
      <ChangeList label="What changed" tense="past" changes={changes} />
    </Suspense>
  );
}
