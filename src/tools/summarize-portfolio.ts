import { counted } from '@/domain/deltas';
import { projectsInOrder } from '@/domain/workspace';

import { defineTool } from './define-tool';
import { figuresOf, progressWords, projectFacts, type Figures } from './figures';
import { pageOf, pagingArguments } from './paging';
import { reference } from './references';
import { z } from './zod';

export const summarizePortfolio = defineTool({
  name: 'summarize_portfolio',
  description:
    'Says how all projects stand: totals over all tasks, then one line for each project with progress and what is overdue, due soon, blocked and unassigned. For one project in detail use summarize_project.',
  arguments: z.strictObject(pagingArguments),
  plan(workspace, args, context) {
    const all = projectsInOrder(workspace).map((project) => ({
      project,
      figures: figuresOf(workspace, project, context.today),
    }));
    const { items, note } = pageOf(all, args);
    const totals = totalsOf(all.map(({ figures }) => figures));
    const lines = items.map(
      ({ project, figures }) =>
        `- ${reference(project)}: ${projectFacts(project, context.today)}; ${progressWords(figures.progress)}; ${concerns(totalsOf([figures]))}`,
    );
    const head =
      all.length === 0
        ? 'There are no projects yet.'
        : `${counted(all.length, 'project')}, ${progressWords(totals)}; ${concerns(totals)}`;
    return {
      type: 'answer',
      summary:
        all.length === 0 ? 'No projects yet' : `${counted(all.length, 'project')}, ${progressWords(totals)}`,
      output: [head, ...lines, ...(note === '' ? [] : [note])].join('\n'),
      data: {
        ...totals,
        projects: items.map(({ project, figures }) => ({
          id: project.id,
          name: project.name,
          ...totalsOf([figures]),
        })),
      },
    };
  },
  title: () => 'Summarize all projects',
});

interface Totals {
  readonly done: number;
  readonly total: number;
  readonly percent: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly blocked: number;
  readonly unassigned: number;
}

function totalsOf(all: readonly Figures[]): Totals {
  const sum = (count: (figures: Figures) => number): number =>
    all.reduce((total, figures) => total + count(figures), 0);
  const done = sum((figures) => figures.progress.done);
  const total = sum((figures) => figures.progress.total);
  return {
    done,
    total,
    percent: total === 0 ? 0 : Math.floor((done / total) * 100),
    overdue: sum((figures) => figures.overdue.length),
    dueSoon: sum((figures) => figures.dueSoon.length),
    blocked: sum((figures) => figures.blocked.length),
    unassigned: sum((figures) => figures.unassigned.length),
  };
}

function concerns(totals: Totals): string {
  return `${String(totals.overdue)} overdue, ${String(totals.dueSoon)} due within 7 days, ${String(totals.blocked)} blocked, ${String(totals.unassigned)} open without assignee.`;
}
