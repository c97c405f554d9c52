import { useState } from 'react';

import type { Ask } from '../panel-context';
import { AssignDialog } from './AssignDialog';
import { DeleteProjectDialog, DeleteTaskDialog } from './DeleteDialogs';
import { MoveDialog } from './MoveDialog';
import { NewProjectDialog } from './NewProjectDialog';
import { ProjectMenu } from './ProjectMenu';
import { ScheduleDialog } from './ScheduleDialog';
import { TaskMenu } from './TaskMenu';

export interface PanelDialogsProps {
  /** What somebody opened; null while nothing is. */
  readonly ask: Ask | null;
  readonly onClose: () => void;
}

/** The menus and dialogs of the panel, of which one is open at a time. */
export function PanelDialogs({ ask, onClose }: PanelDialogsProps) {
  // What was shown stays while it fades out.
  const [shown, setShown] = useState(ask);
  if (ask !== null && ask !== shown) setShown(ask);
  if (shown === null) return null;
  return <AskView ask={shown} open={ask !== null} onClose={onClose} />;
}

export interface AskViewProps<Shown extends Ask = Ask> {
  readonly ask: Shown;
  readonly open: boolean;
  readonly onClose: () => void;
}

function AskView({ ask, open, onClose }: AskViewProps) {
  const control = { open, onClose };
  switch (ask.type) {
    case 'task-menu':
      return <TaskMenu ask={ask} {...control} />;
    case 'project-menu':
      return <ProjectMenu ask={ask} {...control} />;
    case 'new-project':
      return <NewProjectDialog {...control} />;
    case 'schedule':
      return <ScheduleDialog ask={ask} {...control} />;
    case 'assign':
      return <AssignDialog ask={ask} {...control} />;
    case 'move':
      return <MoveDialog ask={ask} {...control} />;
    case 'delete-task':
      return <DeleteTaskDialog ask={ask} {...control} />;
    case 'delete-project':
      return <DeleteProjectDialog ask={ask} {...control} />;
  }
}
