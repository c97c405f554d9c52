import { useId, useState, type SubmitEvent } from 'react';

import {
  ancestorTasks,
  depthOf,
  heightOf,
  maxTaskDepth,
  projectsInOrder,
  tasksInProject,
  type ProjectId,
  type Task,
  type TaskId,
  type Workspace,
} from '@/domain/workspace';
import { useWorkspaceServices, useWorkspaceState } from '@/state/workspace';
import { Button, Combobox, Dialog, Field, type ComboboxOption } from '@/ui';

import { useChange } from '../change/change-context';
import { problemWords } from '../change/changes';
import { usePanel, type Ask } from '../panel-context';
import type { AskViewProps } from './PanelDialogs';

/** Takes a task to another project, below another task, or to the top level. */
export function MoveDialog({ ask, open, onClose }: AskViewProps<Extract<Ask, { readonly type: 'move' }>>) {
  const formId = useId();
  const task = useWorkspaceState((state) => state.workspace.tables.task.get(ask.id));
  if (task === undefined) return null;
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title="Move the task"
      description={<bdi>{task.title}</bdi>}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId}>
            Move
          </Button>
        </>
      }
    >
      <MoveForm id={formId} task={task} onClose={onClose} />
    </Dialog>
  );
}

interface MoveFormProps {
  readonly id: string;
  readonly task: Task;
  readonly onClose: () => void;
}

function MoveForm({ id, task, onClose }: MoveFormProps) {
  const panel = usePanel();
  const { store } = useWorkspaceServices();
  const { attempt } = useChange();
  const [projectId, setProjectId] = useState<ProjectId>(task.projectId);
  const [parentId, setParentId] = useState<TaskId | null>(task.parentId);
  const [problem, setProblem] = useState<string | null>(null);
  // As it was when the dialog opened: a list that changes while one reads it is no help. The move itself is checked again.
  const [workspace] = useState(() => store.getState().workspace);
  const parents = parentOptions(workspace, projectId, task);

  async function move(event: SubmitEvent) {
    event.preventDefault();
    const outcome = await attempt((commands) =>
      commands.moveTask(task.id, { projectId, parentId, position: { type: 'last' } }),
    );
    if (outcome.type === 'invalid') return setProblem(problemWords(outcome.problems));
    if (outcome.type === 'failed') return;
    onClose();
    panel.focusRow(`task:${task.id}`);
  }

  return (
    <form id={id} noValidate onSubmit={(event) => void move(event)} className="flex flex-col gap-4">
      <Field label="Project">
        <Combobox
          options={projectsInOrder(workspace).map((project) => ({ value: project.id, label: project.name }))}
          value={projectId}
          onValueChange={(next) => {
            if (next === null || next === projectId) return;
            setProjectId(next);
            setParentId(null);
            setProblem(null);
          }}
        />
      </Field>
      <Field label="Below" error={problem}>
        <Combobox
          options={parents}
          value={parentId}
          noneLabel="Top level"
          onValueChange={(next) => {
            setParentId(next);
            setProblem(null);
          }}
        />
      </Field>
    </form>
  );
}

/** The tasks of a project that a task may hang below without nesting too deep. */
function parentOptions(
  workspace: Workspace,
  projectId: ProjectId,
  task: Task,
): readonly ComboboxOption<TaskId>[] {
  const deepest = maxTaskDepth - heightOf(workspace, task);
  return tasksInProject(workspace, projectId)
    .filter(
      (candidate) =>
        candidate.id !== task.id &&
        depthOf(workspace, candidate) <= deepest &&
        !ancestorTasks(workspace, candidate).some((ancestor) => ancestor.id === task.id),
    )
    .map((candidate) => {
      const above = ancestorTasks(workspace, candidate)[0];
      return {
        value: candidate.id,
        label: candidate.title,
        ...(above === undefined ? {} : { hint: above.title }),
      };
    });
}
