import { FolderOpen } from 'lucide-react';

import { keepChoices, useBackup, useBackupServices, type BackupState } from '@/state/backup';
import { Button, Field, Select } from '@/ui';

import { Problem } from './Problem';
import { Section } from './Section';

/** Copies that are written into a folder by themselves. */
export function FolderSection() {
  const folder = useBackup((state) => state.folder);
  const activity = useBackup((state) => state.activity);
  return (
    <Section title="Back up by itself" description={descriptionOf(folder)}>
      {folder.type !== 'unsupported' && folder.type !== 'looking' && (
        <FolderControls folder={folder} isWriting={activity.type === 'writing'} />
      )}
      <Problem message={activity.type === 'failed' ? activity.message : null} />
    </Section>
  );
}

type Folder = BackupState['folder'];

function descriptionOf(folder: Folder) {
  switch (folder.type) {
    case 'looking':
      return 'Looking for the folder…';
    case 'unsupported':
      return 'This browser does not let pages write into a folder; Chrome and Edge on a computer do. Here Momentum reminds you to export now and then.';
    case 'none':
      return 'Choose a folder, and Momentum writes a copy into it every few minutes while things change, and when you leave. A folder that is synchronised brings the copies elsewhere.';
    case 'asleep':
      return (
        <>
          Copies go into the folder <FolderName name={folder.name} />, but the browser wants to be asked again
          before Momentum writes there.
        </>
      );
    case 'ready':
      return (
        <>
          Copies go into the folder <FolderName name={folder.name} />: every few minutes while things change,
          and when you leave.
        </>
      );
  }
}

function FolderName({ name }: { readonly name: string }) {
  return (
    <span dir="auto" className="font-medium break-all text-text">
      “{name}”
    </span>
  );
}

interface FolderControlsProps {
  readonly folder: Extract<Folder, { readonly type: 'none' | 'asleep' | 'ready' }>;
  readonly isWriting: boolean;
}

function FolderControls({ folder, isWriting }: FolderControlsProps) {
  const { backup } = useBackupServices();
  const choose = (
    <Button
      variant={folder.type === 'none' ? 'primary' : 'secondary'}
      icon={<FolderOpen aria-hidden />}
      onClick={() => void backup.chooseFolder()}
    >
      {folder.type === 'none' ? 'Choose a folder…' : 'Choose another folder…'}
    </Button>
  );
  if (folder.type === 'none') return <div>{choose}</div>;
  return (
    <>
      {folder.type === 'ready' && <KeepField />}
      <div className="flex flex-wrap gap-2">
        {folder.type === 'asleep' ? (
          <Button variant="primary" onClick={() => void backup.allowFolder()}>
            Allow writing again
          </Button>
        ) : (
          <Button loading={isWriting} onClick={() => void backup.backUpNow()}>
            Back up now
          </Button>
        )}
        {choose}
        <Button variant="ghost" onClick={() => void backup.forgetFolder()}>
          Stop backing up
        </Button>
      </div>
    </>
  );
}

function KeepField() {
  const { backup } = useBackupServices();
  const keep = useBackup((state) => state.memory.keep);
  return (
    <Field
      label="Keep the newest"
      hint="Older copies of this device are removed once a new one is complete. Nothing else in the folder is touched."
    >
      <Select
        className="w-32"
        value={String(keep)}
        options={keepOptions}
        onValueChange={(choice) => {
          backup.setKeep(Number(choice));
        }}
      />
    </Field>
  );
}

const keepOptions = keepChoices.map((choice) => ({
  value: String(choice),
  label: `${String(choice)} copies`,
}));
