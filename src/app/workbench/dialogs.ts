/*
 * What opens over the page, in one file that is fetched when the first of them is asked for. It names what it needs one by one: fetching
 * a whole room would make everything in it part of the first script.
 */
export { ActivityDialog } from '@/features/activity';
export { BackupDialog, StorageUpkeep } from '@/features/backup';
export { ChangeList, ImportDialog } from '@/features/documents';
export { ModelSettingsPanel } from '@/features/models';
export { PeopleDialog } from '@/features/people';
export { OutboxDialog, SettingsDialog } from '@/features/settings';
export { bytesInWords, ShortcutsDialog, StorageDialog } from '@/features/shell';
export { CommandPalette } from '@/ui';
export { DamagedDialog } from './DamagedDialog';
export { saveEmail } from './save-email';
