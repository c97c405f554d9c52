import { documentSizeLimit } from './document-schema';
import type { DocumentProblem } from './fields';

/** Says why a file is too large to be read, or `null`. Ask before reading it. */
export function checkDocumentSize(bytes: number): DocumentProblem | null {
  if (bytes <= documentSizeLimit) return null;
  return {
    path: '',
    message: `The file is larger than ${String(documentSizeLimit / 1024 / 1024)} MB, so it was not read. Export the sessions that matter one by one, and import those files.`,
  };
}
