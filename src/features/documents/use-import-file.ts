import { useRef, useState } from 'react';

import type { DocumentContent, DocumentProblem, WorkspaceDocuments } from '@/state/workspace';

/** How far the person has come with a file. */
export type ImportFile =
  | { readonly type: 'none' }
  | { readonly type: 'reading'; readonly name: string }
  | {
      readonly type: 'rejected';
      readonly name: string;
      readonly problems: readonly DocumentProblem[];
      readonly problemCount: number;
    }
  | ({ readonly type: 'parsed'; readonly name: string } & DocumentContent);

export interface ImportFileReader {
  readonly file: ImportFile;
  readonly read: (chosen: File) => void;
  readonly forget: () => void;
}

/** Reads and checks the file that was chosen last. */
export function useImportFile(documents: Pick<WorkspaceDocuments, 'parse'>): ImportFileReader {
  const [file, setFile] = useState<ImportFile>({ type: 'none' });
  const newest = useRef(0);

  async function read(chosen: File): Promise<void> {
    newest.current += 1;
    const mine = newest.current;
    setFile({ type: 'reading', name: chosen.name });
    const parsed = await documents.parse(chosen);
    if (mine === newest.current) setFile({ ...parsed, name: chosen.name });
  }

  return {
    file,
    read(chosen) {
      // It cannot fail: what is wrong with a file is part of the answer.
      void read(chosen);
    },
    forget() {
      newest.current += 1;
      setFile({ type: 'none' });
    },
  };
}
