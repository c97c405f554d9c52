import type { AnyTool } from '@/agent';
import { counted } from '@/domain/deltas';
import { planUpdateTasks } from '@/domain/planning';
import { type Task, type TaskStatus, type Workspace } from '@/domain/workspace';

import { listField } from './approval-fields';
import { flag, optional } from './arguments';
import { defineTool } from './define-tool';
import { outcomeOf } from './outcomes';
import { references } from './references';
import {
  noTaskMatches,
  saysWhich,
  selectedTasks,
  selectionArguments,
  tasksWords,
  whichTasks,
  type Selection,
} from './task-selection';
import { z } from './zod';

interface StatusChange {
  readonly name: string;
  readonly description: string;
  readonly status: TaskStatus;
  /** Whether the tool has anything to do with a task as it is. */
  readonly concerns: (task: Task) => boolean;
  /** "Mark", " as done" */
  readonly title: readonly [verb: string, ending: string];
  /** "Marked … as done" */
  readonly report: readonly [verb: string, ending: string];
  /** "done already" */
  readonly already: string;
  /** What the model should know besides. */
  readonly aftermath: (workspace: Workspace, affected: readonly Task[]) => readonly string[];
}

/** A tool that brings tasks to one status: named ones, or all that are found. */
export function statusTool(change: StatusChange): AnyTool {
  return defineTool({
    name: change.name,
    description: change.description,
    arguments: z
      .strictObject({
        ...selectionArguments,
        with_subtasks: optional(flag('true: also everything below these tasks. Not so when not given.')),
      })
      .check(z.refine(saysWhich, whichTasks)),
    plan(workspace, args, context) {
      const selection = selectedTasks(workspace, args, context);
      if (selection.type === 'failed') return selection;
      const { tasks } = selection.value;
      if (tasks.length === 0) return noTaskMatches;
      const affected = affectedBy(selection.value);
      const result = planUpdateTasks(
        workspace,
        affected.map((task) => task.id),
        { status: change.status },
        context.now,
      );
      return outcomeOf(
        result,
        () =>
          [
            reportOf(affected),
            ...leftWords(tasks.length - affected.length),
            ...change.aftermath(workspace, affected),
          ].join(' '),
        `Nothing to change: ${references(tasks)} ${tasks.length === 1 ? 'is' : 'are'} ${change.already}.`,
      );
    },
    title(workspace, args, context) {
      const selection = selectedTasks(workspace, args, context);
      const affected = selection.type === 'found' ? affectedBy(selection.value) : [];
      const [verb, ending] = change.title;
      return `${verb} ${tasksWords(workspace, affected)}${ending}`;
    },
    fields: (args) => [
      listField(['tasks', 'Tasks'], args.tasks),
      listField(['except', 'Leave out'], args.except),
    ],
  });

  function affectedBy({ tasks }: Selection): readonly Task[] {
    return tasks.filter(change.concerns);
  }

  function reportOf(affected: readonly Task[]): string {
    const [verb, ending] = change.report;
    const count = affected.length === 1 ? 'task' : counted(affected.length, 'task');
    return `${verb} ${count}${ending}: ${references(affected)}.`;
  }

  function leftWords(count: number): readonly string[] {
    return count === 0
      ? []
      : [`${counted(count, 'task')} ${count === 1 ? 'was' : 'were'} ${change.already}.`];
  }
}
