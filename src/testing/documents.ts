import { isSessionEvent } from '@/agent/loop';
import { parseWorkspaceDocument, type EventCheck, type ParsedDocument } from '@/storage/documents';

/** What the agent reads back as an event, for tests of rooms that know only its types. */
export const isReadableEvent: EventCheck = isSessionEvent;

/** Reads a document as the app does. */
export function parsedDocument(document: string | Uint8Array): ParsedDocument {
  return parseWorkspaceDocument(document, isSessionEvent);
}
