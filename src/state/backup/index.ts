export { keepChoices, type Progress } from './backup-memory';
export type { Reminder } from './backup-plan';
export {
  BackupServicesContext,
  useBackup,
  useBackupServices,
  type BackupFolder,
  type BackupServices,
  type BackupState,
  type DeviceUpkeep,
  type FolderStanding,
  type Spare,
} from './backup-services';
export { createBackup, type BackupPorts } from './create-backup';
