import type { AnyTool } from '@/agent';

import { addComment } from './add-comment';
import { addPerson } from './add-person';
import { addSubtasks } from './add-subtasks';
import { addTask } from './add-task';
import { askUser } from './ask-user';
import { completeTasks } from './complete-tasks';
import { createProject } from './create-project';
import { deletePerson } from './delete-person';
import { deleteProject } from './delete-project';
import { deleteTasks } from './delete-tasks';
import { draftEmail } from './draft-email';
import { find } from './find';
import { listChanges } from './list-changes';
import { listProjects } from './list-projects';
import { listTasks } from './list-tasks';
import { moveTask } from './move-task';
import { redoLastChange } from './redo-last-change';
import { reopenTasks } from './reopen-tasks';
import { sendEmail } from './send-email';
import { setStakeholders } from './set-stakeholders';
import { summarizePortfolio } from './summarize-portfolio';
import { summarizeProject } from './summarize-project';
import { undoLastChange } from './undo-last-change';
import { updatePerson } from './update-person';
import { updateProject } from './update-project';
import { updateTask } from './update-task';
import { updateTasks } from './update-tasks';

/** Every tool of the agent, in the order in which models are told of them. */
export const allTools: readonly AnyTool[] = [
  createProject,
  updateProject,
  deleteProject,
  addTask,
  addSubtasks,
  updateTask,
  completeTasks,
  reopenTasks,
  updateTasks,
  moveTask,
  deleteTasks,
  addComment,
  addPerson,
  updatePerson,
  deletePerson,
  setStakeholders,
  listProjects,
  listTasks,
  find,
  listChanges,
  summarizeProject,
  summarizePortfolio,
  draftEmail,
  sendEmail,
  undoLastChange,
  redoLastChange,
  askUser,
];
