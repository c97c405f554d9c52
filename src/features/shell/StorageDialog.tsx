import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';

import { entityCount } from '@/domain/workspace';
import {
  storageSpaceQuery,
  useWorkspaceServices,
  useWorkspaceState,
  type StorageHealthApi,
} from '@/state/workspace';
import { Button, Dialog } from '@/ui';

import { bytesInWords } from './bytes';

export interface StorageDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly health: StorageHealthApi;
  readonly onExport: () => void;
  /** What can be done about the space that is taken. */
  readonly upkeep?: ReactNode;
}

export function StorageDialog({ open, onOpenChange, health, onExport, upkeep }: StorageDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Storage"
      description="Your workspace is kept by this browser, on this device, and nowhere else."
      footer={
        <Button variant="primary" onClick={onExport}>
          Export a copy
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <StorageFacts health={health} />
        {upkeep}
      </div>
    </Dialog>
  );
}

function StorageFacts({ health }: { readonly health: StorageHealthApi }) {
  const services = useWorkspaceServices();
  const { data: space } = useQuery(storageSpaceQuery(services));
  const count = useWorkspaceState(({ workspace }) => entityCount(workspace));
  const head = useWorkspaceState((state) => state.head);
  const isForgetful = useStore(health, (state) => state.health.type === 'forgetful');
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <Fact name="Entries">{count.toLocaleString('en')}</Fact>
        <Fact name="Changes in the history">{head.toLocaleString('en')}</Fact>
        {space !== undefined && space !== null && (
          <Fact name="Space in use">
            {bytesInWords(space.usageBytes)} of {bytesInWords(space.quotaBytes)}
          </Fact>
        )}
      </dl>
      {!isForgetful && <Persistence />}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-text-muted">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </>
  );
}

type Answer = 'granted' | 'refused' | 'unsupported';

function Persistence() {
  const { care } = useWorkspaceServices();
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <section className="rounded-lg border border-border bg-surface px-4 py-3">
      <h3 className="font-medium">Keep it until I delete it</h3>
      <p className="mt-0.5 text-pretty text-text-muted">
        When a device runs out of space, browsers may remove what sites have stored. They can be asked not to.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          size="sm"
          onClick={() => {
            void care.requestPersistence().then(setAnswer);
          }}
        >
          Ask the browser
        </Button>
        <p role="status" className="text-sm text-pretty">
          {answer !== null && answers[answer]}
        </p>
      </div>
    </section>
  );
}

const answers = {
  granted: 'The browser keeps it.',
  refused: 'The browser does not promise it. Export a copy now and then.',
  unsupported: 'This browser cannot promise it. Export a copy now and then.',
} as const satisfies Record<Answer, string>;
