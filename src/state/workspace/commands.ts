import type { Clock, Ids } from '@/agent';
import type { ChangeOptions, ChangeResult, LiveWorkspace } from '@/agent/workspace';
import type { History, LogEntry, Sequence } from '@/domain/deltas';
import {
  planAddComment,
  planCreatePerson,
  planCreateProject,
  planCreateTask,
  planDeleteComment,
  planDeletePeople,
  planDeleteProjects,
  planDeleteTasks,
  planEditComment,
  planImport,
  planMoveProject,
  planMoveTask,
  planRemoveCreated,
  planRestore,
  planUndo,
  planUpdatePerson,
  planUpdateProject,
  planUpdateTasks,
  type ConflictChoice,
  type NewComment,
  type NewPerson,
  type NewProject,
  type NewTask,
  type PersonFields,
  type PlanContext,
  type Position,
  type PlanResult,
  type ProjectFields,
  type TaskFields,
  type TaskPlace,
  type UndoConflict,
} from '@/domain/planning';
import type {
  CommentId,
  PersonId,
  ProjectId,
  TaskId,
  Workspace,
  WorkspaceSnapshot,
} from '@/domain/workspace';

/** How an undo or redo ended; `conflict` asks the person to choose and changed nothing [W3]. */
export type HistoryResult = ChangeResult | UndoStopped | { readonly type: 'nothing-to-do' };

export interface UndoStopped {
  readonly type: 'conflict';
  readonly entries: readonly LogEntry[];
  readonly conflicts: readonly UndoConflict[];
}

/**
 * Everything a person can do to the workspace by hand. Each command resolves when its effect is stored and on the screen, and
 * rejects with a `MomentumError` when it could not be stored; then nothing changed.
 */
export interface WorkspaceCommands {
  createProject(args: NewProject): Promise<ChangeResult>;
  updateProject(id: ProjectId, changes: Partial<ProjectFields>): Promise<ChangeResult>;
  moveProject(id: ProjectId, position: Position<ProjectId>): Promise<ChangeResult>;
  deleteProjects(ids: readonly ProjectId[]): Promise<ChangeResult>;
  createTask(args: NewTask): Promise<ChangeResult>;
  updateTasks(ids: readonly TaskId[], changes: Partial<TaskFields>): Promise<ChangeResult>;
  moveTask(id: TaskId, place: TaskPlace): Promise<ChangeResult>;
  deleteTasks(ids: readonly TaskId[]): Promise<ChangeResult>;
  createPerson(args: NewPerson): Promise<ChangeResult>;
  updatePerson(id: PersonId, changes: Partial<PersonFields>): Promise<ChangeResult>;
  deletePeople(ids: readonly PersonId[]): Promise<ChangeResult>;
  addComment(args: NewComment): Promise<ChangeResult>;
  editComment(id: CommentId, text: string): Promise<ChangeResult>;
  deleteComment(id: CommentId): Promise<ChangeResult>;
  /** Undoes the newest commit that can be undone. */
  undo(choice: ConflictChoice): Promise<HistoryResult>;
  /** Undoes the newest undo. */
  redo(choice: ConflictChoice): Promise<HistoryResult>;
  /** Undoes (or, for undos, redoes) these very commits, in log order, as one commit, wherever they stand in the log. */
  undoEntries(entries: readonly LogEntry[], choice: ConflictChoice): Promise<HistoryResult>;
  /** Takes the workspace back to how it was right after the entry at `to`; 0 is the empty workspace. */
  restore(to: Sequence): Promise<ChangeResult>;
  importSnapshot(snapshot: WorkspaceSnapshot): Promise<ChangeResult>;
  /** Removes what is left of the example, as far as nothing of the person's own hangs on it. */
  removeExample(example: LogEntry): Promise<ChangeResult>;
}

export interface CommandPorts {
  readonly live: LiveWorkspace;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Every entry after a sequence, oldest first. */
  readonly readLog: (after: Sequence) => Promise<readonly LogEntry[]>;
}

export function createWorkspaceCommands(ports: CommandPorts): WorkspaceCommands {
  const { live } = ports;
  const inTurn = oneAtATime();
  const change = (
    plan: (workspace: Workspace, context: PlanContext) => PlanResult,
    options?: ChangeOptions,
  ): Promise<ChangeResult> => {
    const context = contextOf(ports);
    return live.change((workspace) => plan(workspace, context), options);
  };
  return {
    createProject: (args) => change((workspace, context) => planCreateProject(workspace, args, context)),
    updateProject: (id, changes) => change((workspace) => planUpdateProject(workspace, id, changes)),
    moveProject: (id, position) => change((workspace) => planMoveProject(workspace, id, position)),
    deleteProjects: (ids) => change((workspace) => planDeleteProjects(workspace, ids)),
    createTask: (args) => change((workspace, context) => planCreateTask(workspace, args, context)),
    updateTasks: (ids, changes) =>
      change((workspace, context) => planUpdateTasks(workspace, ids, changes, context.now)),
    moveTask: (id, place) => change((workspace) => planMoveTask(workspace, id, place)),
    deleteTasks: (ids) => change((workspace) => planDeleteTasks(workspace, ids)),
    createPerson: (args) => change((workspace, context) => planCreatePerson(workspace, args, context)),
    updatePerson: (id, changes) => change((workspace) => planUpdatePerson(workspace, id, changes)),
    deletePeople: (ids) => change((workspace) => planDeletePeople(workspace, ids)),
    addComment: (args) => change((workspace, context) => planAddComment(workspace, args, context)),
    editComment: (id, text) => change((workspace) => planEditComment(workspace, id, text)),
    deleteComment: (id) => change((workspace) => planDeleteComment(workspace, id)),
    undo: (choice) => inTurn(() => undoNewest(live, (history) => history.undoable.at(-1), choice)),
    redo: (choice) => inTurn(() => undoNewest(live, (history) => history.redoable.at(-1), choice)),
    undoEntries: (entries, choice) => undoEntries(live, entries, choice),
    restore: (to) => restoreTo(ports, to),
    importSnapshot: (snapshot) =>
      change((workspace) => planImport(workspace, snapshot), { cause: { type: 'import' } }),
    removeExample: (example) => change((workspace) => planRemoveCreated(workspace, example.commit)),
  };
}

/** What is undone next is known only when the undo before has ended; a held key asks many times meanwhile. */
function oneAtATime(): <T>(step: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const result = last.then(step);
    last = result.catch(() => undefined);
    return result;
  };
}

/** One context for all attempts of a change, so that planning again mints the same ids. */
function contextOf({ clock, ids }: CommandPorts): PlanContext {
  return { now: clock.now(), today: clock.today(), mint: (kind) => ids.entity(kind) };
}

function undoEntries(
  live: LiveWorkspace,
  entries: readonly LogEntry[],
  choice: ConflictChoice,
): Promise<HistoryResult> {
  const commits = entries.map((entry) => entry.commit);
  const isRedo = commits.every((commit) => commit.cause.type === 'undo');
  return live.change<UndoStopped>(
    (workspace) => {
      const undo = planUndo(workspace, commits, choice);
      return undo.type === 'conflict' ? { ...undo, entries } : undo;
    },
    { cause: { type: isRedo ? 'redo' : 'undo', commitIds: commits.map((commit) => commit.id) } },
  );
}

async function undoNewest(
  live: LiveWorkspace,
  newest: (history: History) => LogEntry | undefined,
  choice: ConflictChoice,
): Promise<HistoryResult> {
  await live.catchUp();
  const entry = newest(live.state().history);
  return entry === undefined ? { type: 'nothing-to-do' } : undoEntries(live, [entry], choice);
}

/** The log is read again whenever somebody else was quicker, so that the way back starts at the newest state. */
async function restoreTo({ live, readLog }: CommandPorts, to: Sequence): Promise<ChangeResult> {
  for (;;) {
    await live.catchUp();
    const later = await readLog(to);
    const newest = later.at(-1)?.sequence ?? to;
    const result = await live.change(
      (workspace, head): PlanResult | { readonly type: 'moved' } =>
        head === newest ? planRestore(workspace, later.toReversed()) : { type: 'moved' },
      { cause: { type: 'restore', sequence: to } },
    );
    if (result.type !== 'moved') return result;
  }
}
