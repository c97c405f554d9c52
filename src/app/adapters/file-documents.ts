import type { Clock } from '@/agent';
import type { WorkspaceDocuments } from '@/state/workspace';
import { checkDocumentSize, serialiseWorkspace } from '@/storage';

/** Documents as files. Their size is looked at before their content. */
export function fileDocuments(clock: Clock): WorkspaceDocuments {
  return {
    serialise: (snapshot) => serialiseWorkspace(snapshot, clock.now()),
    async parse(file) {
      const tooLarge = checkDocumentSize(file.size);
      if (tooLarge !== null) return { type: 'rejected', problems: [tooLarge], problemCount: 1 };
      try {
        // Fetched when a file is there to be read.
        const [{ isSessionEvent }, { parseWorkspaceDocument }] = await Promise.all([
          import('@/agent/loop'),
          import('@/storage/documents'),
        ]);
        return parseWorkspaceDocument(new Uint8Array(await file.arrayBuffer()), isSessionEvent);
      } catch {
        const message = 'The file could not be read. It may have been moved or changed; choose it again.';
        return { type: 'rejected', problems: [{ path: '', message }], problemCount: 1 };
      }
    },
  };
}
