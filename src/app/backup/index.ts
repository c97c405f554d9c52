export { browserBackup } from './browser-backup';
export { openBackup, type BackupParts } from './open-backup';
export { importAtOpening, openSessionImports } from './session-imports';
