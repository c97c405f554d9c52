import { useMemo, useState } from 'react';

import { counted } from '@/domain/deltas';
import { entityKinds, workspaceFrom, type WorkspaceSnapshot } from '@/domain/workspace';
import { ImportBody, useImportFile, useImportReview } from '@/features/documents';
import type { DocumentContent, WorkspaceDocuments } from '@/state/workspace';
import { Button } from '@/ui';

import type { SuspiciousState } from '../startup';
import { Page } from './Page';

export interface RecoveryPageProps {
  readonly state: SuspiciousState;
  readonly documents: WorkspaceDocuments;
  /** Downloads what is there. */
  readonly onExport: () => void;
}

/** Shown before anything else when the storage holds less than it did: nothing is written until the person has decided. */
export function RecoveryPage({ state, documents, onExport }: RecoveryPageProps) {
  const { snapshot } = state.found;
  const workspace = useMemo(() => workspaceFrom(snapshot), [snapshot]);
  const reader = useImportFile(documents);
  const backup = reader.file.type === 'parsed' ? reader.file : null;
  const review = useImportReview(workspace, backup?.snapshot ?? null);
  const [accepting, setAccepting] = useState<Accepting>({ type: 'undecided' });

  function accept(chosen: DocumentContent | null) {
    setAccepting({ type: 'accepting' });
    state.accept(chosen).catch(() => {
      setAccepting({ type: 'failed' });
    });
  }

  return (
    <Page
      title="Some of your data is missing"
      actions={
        <>
          {backup !== null && review?.type !== 'impossible' && (
            <Button
              variant="primary"
              size="lg"
              loading={accepting.type === 'accepting'}
              onClick={() => {
                accept(backup);
              }}
            >
              Import this backup
            </Button>
          )}
          <Button
            size="lg"
            loading={accepting.type === 'accepting'}
            onClick={() => {
              accept(null);
            }}
          >
            Continue with what is here
          </Button>
          {state.found.head > 0 && (
            <Button size="lg" onClick={onExport}>
              Export what is here
            </Button>
          )}
        </>
      }
    >
      <p>{lossInWords(state)}</p>
      <p>
        Browsers do this when their files are damaged. Nothing has been changed: if you have exported a
        backup, import it now.
      </p>
      <div className="text-base">
        <ImportBody
          reader={reader}
          review={review}
          sessions={backup !== null && backup.sessions.length > 0 && <p>{sessionsInWords(backup)}</p>}
          hasSessionNews={backup !== null && backup.sessions.length > 0}
        />
      </div>
      {accepting.type === 'failed' && (
        <p role="alert" className="font-medium text-danger-text">
          This could not be done because the storage does not react. Reload the page and try again.
        </p>
      )}
    </Page>
  );
}

function sessionsInWords({ sessions }: DocumentContent): string {
  const count = sessions.length === 1 ? '1 session' : `${sessions.length.toLocaleString('en')} sessions`;
  return `The file holds ${count}. Those that are not here will be added.`;
}

/** How far the person's decision has got. */
type Accepting = { readonly type: 'undecided' | 'accepting' | 'failed' };

function lossInWords({ suspicion, found }: SuspiciousState): string {
  const { expected } = suspicion;
  const changes = `${expected.count.toLocaleString('en')} ${expected.count === 1 ? 'change' : 'changes'}`;
  const rest = contentInWords(found.snapshot);
  switch (suspicion.type) {
    case 'emptied':
      return `Momentum had saved ${changes} on this device, and now the storage is empty.`;
    case 'replaced':
      return `Momentum had saved ${changes} on this device, and now another storage stands in its place. It holds ${rest}.`;
    case 'shortened':
      return `Momentum had saved ${changes} on this device, and now only ${suspicion.found.count.toLocaleString('en')} are there. What is left holds ${rest}.`;
    case 'rewritten':
      return `The history of changes on this device is not the one that Momentum has written. It holds ${rest}.`;
  }
}

function contentInWords(snapshot: WorkspaceSnapshot): string {
  const parts = entityKinds.flatMap((kind) =>
    snapshot[kind].length === 0 ? [] : [counted(snapshot[kind].length, kind)],
  );
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}
