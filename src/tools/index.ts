import type { AnyTool } from '@/agent';

import { addSubtasks } from './add-subtasks';
import { addTask } from './add-task';
import { askUser } from './ask-user';
import { completeTasks } from './complete-tasks';
import { createProject } from './create-project';
import { deleteTasks } from './delete-tasks';
import { draftEmail } from './draft-email';
import { listProjects } from './list-projects';
import { listTasks } from './list-tasks';
import { reopenTasks } from './reopen-tasks';
import { sendEmail } from './send-email';
import { summarizePortfolio } from './summarize-portfolio';
import { summarizeProject } from './summarize-project';
import { updateTask } from './update-task';
import { updateTasks } from './update-tasks';

/** Every tool of the agent, in the order in which models are told of them. */
export const allTools: readonly AnyTool[] = [
  createProject,
  addTask,
  addSubtasks,
  updateTask,
  completeTasks,
  reopenTasks,
  updateTasks,
  deleteTasks,
  listProjects,
  listTasks,
  summarizeProject,
  summarizePortfolio,
  draftEmail,
  sendEmail,
  askUser,
];
