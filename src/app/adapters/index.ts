export { chosenMailer } from './chosen-mailer';
export { fileDocuments } from './file-documents';
export { localDrafts } from './local-drafts';
export { localPreferences } from './local-preferences';
export { pageFrames } from './page-frames';
export { randomDatabaseId, randomIds, type AppIds } from './random-ids';
export { systemClock } from './system-clock';
export { webSessionLocks } from './web-session-locks';
