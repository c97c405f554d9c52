export { fileDocuments } from './file-documents';
export { localPreferences } from './local-preferences';
export { randomDatabaseId, randomIds } from './random-ids';
export { systemClock } from './system-clock';
