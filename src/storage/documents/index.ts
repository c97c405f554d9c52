export { documentSizeLimit } from './document-schema';
export { checkDocumentSize } from './document-size';
export { parseWorkspaceDocument, type ParsedDocument } from './parse';
export type { EventCheck, SessionDocument } from './parse-sessions';
export { serialiseDocument, serialiseWorkspace } from './serialise';
export { exportedSessions, importSession, sessionStanding, type SessionExchange } from './session-exchange';
