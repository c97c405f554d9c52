import { statusTool } from './status-change';

export const reopenTasks = statusTool({
  name: 'reopen_tasks',
  description:
    'Sets done tasks back to todo: named ones (tasks), everything done in a project (project alone), or what a filter finds. Tasks that are open are left alone.',
  status: 'todo',
  concerns: (task) => task.status === 'done',
  title: ['Reopen', ''],
  report: ['Reopened', ''],
  already: 'open already',
  aftermath: () => [],
});
