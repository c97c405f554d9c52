import { useState } from 'react';

import { useBackupServices, type Spare } from '@/state/backup';
import { Button, ConfirmDialog } from '@/ui';

import { spareInWords } from './backup-words';
import { EraseDialog } from './EraseDialog';
import { Problem } from './Problem';
import { Section } from './Section';
import { useTask } from './use-task';

export interface StorageUpkeepProps {
  /** A size as people say it: "1.4 MB". */
  readonly bytesInWords: (bytes: number) => string;
}

/** What can be done about the space that Momentum takes: free what is not needed, or erase everything. */
export function StorageUpkeep({ bytesInWords }: StorageUpkeepProps) {
  const { upkeep } = useBackupServices();
  const [isErasing, setIsErasing] = useState(false);
  return (
    <>
      {upkeep.spare !== null && <FreeSpace spare={upkeep.spare} bytesInWords={bytesInWords} />}
      <Section
        title="Erase everything"
        description="Deletes all data of Momentum on this device: projects, sessions, history, settings and keys. It works even when there is no space left."
      >
        <div>
          <Button
            variant="danger"
            onClick={() => {
              setIsErasing(true);
            }}
          >
            Erase all data…
          </Button>
        </div>
      </Section>
      <EraseDialog open={isErasing} onOpenChange={setIsErasing} />
    </>
  );
}

interface FreeSpaceProps extends StorageUpkeepProps {
  readonly spare: { measure(): Promise<Spare>; free(): Promise<Spare> };
}

/** `looked`: what could be freed. `freed`: what was. */
type Finding = { readonly type: 'looked' | 'freed'; readonly spare: Spare };

function FreeSpace({ spare, bytesInWords }: FreeSpaceProps) {
  const [finding, setFinding] = useState<Finding | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const { state, run } = useTask();
  const isFound = finding?.type === 'looked' && spareInWords(finding.spare) !== '';

  async function look(): Promise<void> {
    setFinding({ type: 'looked', spare: await spare.measure() });
  }

  async function free(): Promise<void> {
    setFinding({ type: 'freed', spare: await spare.free() });
  }

  return (
    <Section
      title="Free space"
      description="Deleted sessions are kept so that they can be brought back, and answers leave traces of how they were streamed. Both can go."
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {isFound ? (
          <Button
            loading={state.type === 'running'}
            onClick={() => {
              setIsAsking(true);
            }}
          >
            Free this space…
          </Button>
        ) : (
          <Button
            loading={state.type === 'running'}
            onClick={() => {
              run(look);
            }}
          >
            Look what can go
          </Button>
        )}
        <p role="status" className="min-w-0 flex-1 text-sm text-pretty">
          {finding !== null && findingInWords(finding, bytesInWords)}
        </p>
      </div>
      <Problem message={state.type === 'failed' ? state.message : null} />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        tone="danger"
        title="Free this space?"
        description="Deleted sessions cannot be brought back afterwards. Nothing else that you see changes."
        confirmLabel="Free space"
        onConfirm={() => {
          run(free);
        }}
      />
    </Section>
  );
}

function findingInWords({ type, spare }: Finding, bytesInWords: (bytes: number) => string): string {
  const words = spareInWords(spare);
  if (type === 'freed') {
    return words === ''
      ? 'Nothing could be freed.'
      : `Freed: ${words}, about ${bytesInWords(spare.bytes)}. The browser may give the space back a little later.`;
  }
  return words === '' ? 'There is nothing to free.' : `${words}: about ${bytesInWords(spare.bytes)}.`;
}
