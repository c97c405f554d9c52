import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';

import { useWorkspaceState, type OpenDetails } from '@/state/workspace';
import { Button, Dialog } from '@/ui';

import { useHistoryKeys } from '../change/use-history-keys';
import { usePanel } from '../panel-context';
import { ProjectDetails } from './ProjectDetails';
import { TaskDetails } from './TaskDetails';

/** The sheet with all there is about one task or project. */
export function Details() {
  const panel = usePanel();
  const details = useStore(panel.view, (state) => state.details);
  const body = useRef<HTMLDivElement>(null);
  // What is shown stays while the sheet slides away.
  const [shown, setShown] = useState<OpenDetails>(details);
  if (details.type !== 'none' && details !== shown) setShown(details);

  function close() {
    panel.view.setState({ details: { type: 'none' } });
    panel.returnFocus();
  }

  return (
    <Dialog
      variant="sheet"
      open={details.type !== 'none'}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      title={shown.type === 'project' ? 'Project details' : 'Task details'}
      // Not a field: on a phone its keyboard would cover what one came to read.
      initialFocus={body}
    >
      <SheetBody shown={shown} bodyRef={body} onClose={close} />
    </Dialog>
  );
}

interface SheetBodyProps {
  readonly shown: OpenDetails;
  readonly bodyRef: RefObject<HTMLDivElement | null>;
  readonly onClose: () => void;
}

function SheetBody({ shown, bodyRef, onClose }: SheetBodyProps) {
  const task = useWorkspaceState(({ workspace }) =>
    shown.type === 'task' ? workspace.tables.task.get(shown.id) : undefined,
  );
  const project = useWorkspaceState(({ workspace }) =>
    shown.type === 'project' ? workspace.tables.project.get(shown.id) : undefined,
  );
  useHistoryKeys(bodyRef);
  const content = ((): ReactNode => {
    if (task !== undefined) return <TaskDetails key={task.id} task={task} />;
    if (project !== undefined) return <ProjectDetails key={project.id} project={project} />;
    if (shown.type === 'none') return null;
    return <Gone noun={shown.type} onClose={onClose} />;
  })();
  return (
    <div ref={bodyRef} tabIndex={-1} className="outline-none">
      {content}
    </div>
  );
}

function Gone({ noun, onClose }: { readonly noun: string; readonly onClose: () => void }) {
  return (
    <div role="alert" className="flex flex-col items-start gap-3 py-6">
      <p className="font-medium">This {noun} is not there any more.</p>
      <p className="text-text-muted">It was deleted, here or in another window. Undo brings it back.</p>
      <Button onClick={onClose}>Close</Button>
    </div>
  );
}
