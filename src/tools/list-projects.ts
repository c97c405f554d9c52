import { counted } from '@/domain/deltas';
import { projectsInOrder, projectStatuses } from '@/domain/workspace';

import { choice, list, optional } from './arguments';
import { defineTool } from './define-tool';
import { figuresOf, progressWords, projectFacts } from './figures';
import { pageOf, pagingArguments } from './paging';
import { reference } from './references';
import { z } from './zod';

export const listProjects = defineTool({
  name: 'list_projects',
  description: 'Lists the projects with ids, status, priority, dates and progress, a page at a time.',
  arguments: z.strictObject({
    status: optional(list(choice(projectStatuses), 'Only projects with one of these statuses.', 4)),
    ...pagingArguments,
  }),
  plan(workspace, args, context) {
    const all = projectsInOrder(workspace).filter(({ status }) => args.status?.includes(status) ?? true);
    const { items, note } = pageOf(all, args);
    const lines = items.map((project) => {
      const { progress } = figuresOf(workspace, project, context.today);
      return `- ${reference(project)}: ${projectFacts(project, context.today)}; ${progressWords(progress)}`;
    });
    const head = all.length === 0 ? 'There are no such projects.' : `${counted(all.length, 'project')}:`;
    return {
      type: 'answer',
      summary: all.length === 0 ? 'No projects' : `Found ${counted(all.length, 'project')}`,
      output: [head, ...lines, ...(note === '' ? [] : [note])].join('\n'),
      data: { total: all.length, projects: items.map(({ id, name }) => ({ id, name })) },
    };
  },
  title: () => 'List the projects',
});
