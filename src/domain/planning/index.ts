export { planAddComment, planDeleteComment, planEditComment, type NewComment } from './comments';
export { Draft } from './draft';
export { planExample } from './example';
export { planImport } from './import';
export {
  planCreatePerson,
  planDeletePeople,
  planUpdatePerson,
  type NewPerson,
  type PersonFields,
} from './people';
export { planned, type Plan, type PlanContext, type PlanResult, type Problem } from './plan';
export type { Position } from './position';
export {
  planCreateProject,
  planDeleteProjects,
  planMoveProject,
  planUpdateProject,
  type NewProject,
  type ProjectFields,
} from './projects';
export { planRemoveCreated } from './remove-created';
export { newlyShared, type SharedName } from './shared-names';
export {
  planCreateTask,
  planDeleteTasks,
  planMoveTask,
  planUpdateTasks,
  type NewTask,
  type TaskFields,
  type TaskPlace,
} from './tasks';
export { planRestore, planUndo, type UndoResult } from './undo';
export { withoutUndoVerb } from './undo-words';
export type { ConflictChoice, UndoConflict } from './undo-conflict';
