export {
  commentId,
  emailId,
  millis,
  personId,
  projectId,
  taskId,
  type Brand,
  type CommentId,
  type EmailId,
  type Millis,
  type PersonId,
  type ProjectId,
  type TaskId,
} from './ids';
export {
  addDays,
  daysBetween,
  parseIsoDate,
  parseTimeOfDay,
  weekdayOf,
  type IsoDate,
  type TimeOfDay,
} from './dates';
export {
  emailStatuses,
  entityKinds,
  entityName,
  maxTaskDepth,
  priorities,
  projectStatuses,
  taskStatuses,
  type Comment,
  type Email,
  type EmailStatus,
  type Entity,
  type EntityKind,
  type EntityOf,
  type IdOf,
  type Person,
  type Priority,
  type Project,
  type ProjectStatus,
  type Recipient,
  type Task,
  type TaskStatus,
} from './entities';
export { entityViolations, violationsIn, type Violation } from './invariants';
export { resolveName } from './names';
export {
  ancestorTasks,
  childTasks,
  commentsOn,
  depthOf,
  descendantTasks,
  findTasks,
  heightOf,
  isOverdue,
  peopleByName,
  progressOf,
  projectsInOrder,
  taskMatcher,
  tasksInProject,
  type Progress,
  type TaskFilter,
} from './queries';
export { isEmailAddress } from './rules';
export { folded, isBlank, multiLine, singleLine, textLimits } from './text';
export { topLevel, type ProjectOutline } from './indexes';
export { tablesWith, tablesWithout, type Tables, type WorkspaceSnapshot } from './tables';
export { visibleAddress, visibleText, type TextSegment } from './visible-text';
export {
  emptyWorkspace,
  entityCount,
  findEntity,
  putEntity,
  snapshotOf,
  workspaceFrom,
  workspaceWith,
  type Workspace,
} from './workspace';
