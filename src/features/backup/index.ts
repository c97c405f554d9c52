export { BackupDialog } from './BackupDialog';
export { BackupNotice } from './BackupNotice';
export { StorageUpkeep } from './StorageUpkeep';
