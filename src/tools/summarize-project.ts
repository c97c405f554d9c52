import { addDays, type Task, type Workspace } from '@/domain/workspace';

import { projectName } from './arguments';
import { defineTool } from './define-tool';
import { figuresOf, progressWords, projectFacts, soonDays, stakeholdersOf, type Figures } from './figures';
import { projectNamed } from './find-named';
import { reference } from './references';
import { z } from './zod';

export const summarizeProject = defineTool({
  name: 'summarize_project',
  description:
    'Says how a project stands, counted from its tasks: progress, what is overdue, due soon, blocked, in progress and unassigned, and its stakeholders with addresses. Use it before writing a status update; never invent figures.',
  arguments: z.strictObject({ project: projectName() }),
  plan(workspace, args, context) {
    const found = projectNamed(workspace, args.project, context);
    if (found.type === 'failed') return found;
    const project = found.value;
    const figures = figuresOf(workspace, project, context.today);
    const stakeholders = stakeholdersOf(workspace, project);
    const due = (task: Task): string => `, due ${task.dueDate ?? ''}${assigneeWords(workspace, task)}`;
    const who = (task: Task): string => assigneeWords(workspace, task);
    const output = [
      `Project ${reference(project)}: ${projectFacts(project, context.today)}.`,
      `Progress: ${progressWords(figures.progress)}.`,
      section('Overdue', figures.overdue, due),
      section(`Due by ${addDays(context.today, soonDays)}`, figures.dueSoon, due),
      section('Blocked', figures.blocked, who),
      section('In progress', figures.inProgress, who),
      section('Unassigned', figures.unassigned, () => ''),
      `To do: ${String(figures.toDo.length)}.`,
      stakeholderLine(stakeholders),
    ].join('\n');
    return {
      type: 'answer',
      summary: `${project.name}: ${progressWords(figures.progress)}`,
      output,
      data: {
        project: { id: project.id, name: project.name },
        ...countsOf(figures),
        stakeholders: stakeholders.map(({ id, name, email }) => ({ id, name, email })),
      },
    };
  },
  title(workspace, args, context) {
    const found = projectNamed(workspace, args.project, context);
    return `Summarize ${found.type === 'found' ? found.value.name : `“${args.project}”`}`;
  },
});

const shownTasks = 10;

function section(label: string, tasks: readonly Task[], detail: (task: Task) => string): string {
  if (tasks.length === 0) return `${label}: none.`;
  const shown = tasks.slice(0, shownTasks).map((task) => reference(task) + detail(task));
  const hidden = tasks.length - shown.length;
  const rest = hidden > 0 ? `; and ${String(hidden)} more` : '';
  return `${label} (${String(tasks.length)}): ${shown.join('; ')}${rest}.`;
}

function assigneeWords(workspace: Workspace, task: Task): string {
  const person = task.assigneeId === null ? undefined : workspace.tables.person.get(task.assigneeId);
  return person === undefined ? '' : `, ${person.name}`;
}

function stakeholderLine(stakeholders: ReturnType<typeof stakeholdersOf>): string {
  if (stakeholders.length === 0) return 'Stakeholders: none.';
  const people = stakeholders.map(
    (person) =>
      `${person.name} (${person.id}) ${person.email === null ? 'without address' : `<${person.email}>`}`,
  );
  return `Stakeholders (${String(stakeholders.length)}): ${people.join('; ')}.`;
}

function countsOf(figures: Figures) {
  return {
    done: figures.progress.done,
    total: figures.progress.total,
    percent: figures.progress.percent,
    overdue: figures.overdue.length,
    dueSoon: figures.dueSoon.length,
    blocked: figures.blocked.length,
    inProgress: figures.inProgress.length,
    unassigned: figures.unassigned.length,
  };
}
