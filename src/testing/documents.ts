import { isSessionEvent } from '@/agent/loop';
import { parseWorkspaceDocument, type ParsedDocument } from '@/storage';

/** Reads a document as the app does. */
export function parsedDocument(document: string | Uint8Array): ParsedDocument {
  return parseWorkspaceDocument(document, isSessionEvent);
}
