import {
  folded,
  topLevel,
  type ProjectId,
  type ProjectOutline,
  type Task,
  type TaskId,
  type Workspace,
} from '@/domain/workspace';

/** One line of the list, in the order of the screen. */
export type Row = ProjectRow | TaskRow | AddRow | ComposeRow;

export interface ProjectRow {
  readonly type: 'project';
  readonly projectId: ProjectId;
  readonly isExpanded: boolean;
  /** Whether the person can open and close it; a search opens everything it finds. */
  readonly canCollapse: boolean;
}

export interface TaskRow {
  readonly type: 'task';
  readonly projectId: ProjectId;
  readonly id: TaskId;
  readonly parentId: TaskId | null;
  /** 1 on the top level. */
  readonly depth: number;
  /** 1 for the first of the siblings that are shown. */
  readonly position: number;
  readonly siblingCount: number;
  /** `leaf` when no subtasks are there to be shown. */
  readonly branch: 'leaf' | 'expanded' | 'collapsed';
  readonly canCollapse: boolean;
  /** False for a task that is only there because one below it was found. */
  readonly isMatch: boolean;
}

/** Where one writes the next task of a project. */
export interface AddRow {
  readonly type: 'add';
  readonly projectId: ProjectId;
}

/** Where one writes a task at a certain place: after a task, or as its last subtask. */
export interface ComposeRow {
  readonly type: 'compose';
  readonly projectId: ProjectId;
  readonly parentId: TaskId | null;
  readonly depth: number;
  readonly composer: Composer;
}

/**
 * Where new tasks are written: as the last subtasks of a task, or behind a task and before its next sibling (null: at the end). Naming
 * the sibling keeps the place where it is while tasks appear in front of it, and with it the focus.
 */
export type Composer =
  | { readonly type: 'below'; readonly taskId: TaskId }
  | { readonly type: 'after'; readonly taskId: TaskId; readonly before: TaskId | null };

export function rowKey(row: Row): string {
  switch (row.type) {
    case 'project':
      return `project:${row.projectId}`;
    case 'task':
      return `task:${row.id}`;
    case 'add':
      return `add:${row.projectId}`;
    case 'compose':
      return 'compose';
  }
}

/** Where the row of a key is; -1 when it is not there. Makes no text for each of a hundred thousand rows. */
export function indexOfRow(rows: readonly Row[], key: string | null): number {
  if (key === null) return -1;
  const end = key.indexOf(':');
  const type = end === -1 ? key : key.slice(0, end);
  const id = key.slice(end + 1);
  return rows.findIndex((row) => {
    if (row.type !== type) return false;
    return row.type === 'compose' || (row.type === 'task' ? row.id : row.projectId) === id;
  });
}

/** Which tasks to show. Made anew only when the person changes it: its identity says whether rows can be kept. */
export type RowFilter =
  | { readonly type: 'all' }
  | { readonly type: 'hide-completed' }
  | {
      readonly type: 'search';
      readonly matches: (task: Task) => boolean;
      /** Folded; projects of such a name are shown even when no task in them is found. Empty when no text is searched. */
      readonly text: string;
    };

export interface RowOptions {
  /** Ids of projects and tasks. */
  readonly collapsed: ReadonlySet<string>;
  readonly filter: RowFilter;
}

export interface RowList {
  readonly rows: readonly Row[];
  /** How many tasks a search found. */
  readonly matchCount: number;
}

interface ProjectRows {
  readonly rows: readonly Row[];
  readonly matchCount: number;
}

/** What is looked at to tell whether a project's rows are still right. */
interface RowsView {
  readonly basis: unknown;
  readonly name: string;
  readonly options: RowOptions;
}

type CachedRows = ProjectRows & RowsView;

/**
 * Answers with the rows of a workspace and keeps what it can: a project's rows are made anew only when its tree changes or, under a
 * filter, any of its tasks; the whole list stays the same object when no project's rows changed.
 */
export function createRowBuilder(): (workspace: Workspace, options: RowOptions) => RowList {
  let cache: ReadonlyMap<ProjectId, CachedRows> = new Map();
  let parts: readonly CachedRows[] = [];
  let list: RowList = { rows: [], matchCount: 0 };
  return (workspace, options) => {
    const next = workspace.projectOrder.map((projectId) => {
      const present = cache.get(projectId);
      const view = viewOf(workspace, projectId, options);
      const rows =
        present !== undefined && isSameView(present, view)
          ? present
          : { ...projectRows(workspace, projectId, options), ...view };
      return [projectId, rows] as const;
    });
    const nextParts = next.map(([, rows]) => rows);
    if (nextParts.length !== parts.length || nextParts.some((part, index) => part !== parts[index])) {
      parts = nextParts;
      cache = new Map(next);
      list = {
        rows: parts.flatMap((part) => part.rows),
        matchCount: parts.reduce((total, part) => total + part.matchCount, 0),
      };
    }
    return list;
  };
}

/** What a project's rows are made of. */
function viewOf(workspace: Workspace, projectId: ProjectId, options: RowOptions): RowsView {
  const outline = workspace.outlines.get(projectId);
  return {
    basis: options.filter.type === 'all' ? outline?.children : outline,
    name: options.filter.type === 'search' ? (workspace.tables.project.get(projectId)?.name ?? '') : '',
    options,
  };
}

function isSameView(left: RowsView, right: RowsView): boolean {
  return (
    left.basis === right.basis &&
    left.name === right.name &&
    left.options.collapsed === right.options.collapsed &&
    left.options.filter === right.options.filter
  );
}

/** The place to write at behind the task of a row. */
export function composerAfter(rows: readonly Row[], row: TaskRow): Composer {
  const next = rows[subtreeEnd(rows, rows.indexOf(row))];
  const isSibling = next?.type === 'task' && next.parentId === row.parentId;
  return { type: 'after', taskId: row.id, before: isSibling ? next.id : null };
}

/** The rows with a place to write at, behind the subtree it belongs to. */
export function rowsWithComposer(rows: readonly Row[], composer: Composer | null): readonly Row[] {
  if (composer === null) return rows;
  const index = indexOfRow(rows, `task:${composer.taskId}`);
  const row = rows[index];
  if (row?.type !== 'task') return rows;
  const isBelow = composer.type === 'below';
  const place = isBelow ? subtreeEnd(rows, index) : placeBefore(rows, index, composer.before);
  return rows.toSpliced(place, 0, {
    type: 'compose',
    projectId: row.projectId,
    parentId: isBelow ? row.id : row.parentId,
    depth: isBelow ? row.depth + 1 : row.depth,
    composer,
  });
}

function placeBefore(rows: readonly Row[], index: number, before: TaskId | null): number {
  const place = before === null ? -1 : indexOfRow(rows, `task:${before}`);
  return place === -1 ? siblingsEnd(rows, index) : place;
}

/** The index behind the last row of the siblings of the task at an index, and of all below them. */
function siblingsEnd(rows: readonly Row[], index: number): number {
  let end = subtreeEnd(rows, index);
  for (let row = rows[end]; row?.type === 'task' && row.depth === rowDepth(rows[index]); row = rows[end])
    end = subtreeEnd(rows, end);
  return end;
}

function rowDepth(row: Row | undefined): number {
  return row?.type === 'task' ? row.depth : 0;
}

/** The index behind the last row that belongs to the subtree of the task at an index. */
export function subtreeEnd(rows: readonly Row[], index: number): number {
  const root = rows[index];
  let end = index + 1;
  if (root?.type !== 'task') return end;
  for (let row = rows[end]; row?.type === 'task' && row.depth > root.depth; row = rows[end]) end += 1;
  return end;
}

function projectRows(workspace: Workspace, projectId: ProjectId, options: RowOptions): ProjectRows {
  const { filter, collapsed } = options;
  const children = workspace.outlines.get(projectId)?.children;
  if (filter.type !== 'search') {
    const isExpanded = !collapsed.has(projectId);
    const header: Row = { type: 'project', projectId, isExpanded, canCollapse: true };
    if (!isExpanded) return { rows: [header], matchCount: 0 };
    const shown =
      filter.type === 'all' ? null : shownTasks(workspace, children, (task) => task.status !== 'done');
    const tasks = taskRows(children, { projectId, shown, collapsed });
    return { rows: [header, ...tasks, { type: 'add', projectId }], matchCount: 0 };
  }
  const shown = shownTasks(workspace, children, filter.matches);
  const matchCount = [...shown.values()].filter(Boolean).length;
  if (matchCount === 0 && !isNamed(workspace, projectId, filter.text)) return { rows: [], matchCount };
  const header: Row = { type: 'project', projectId, isExpanded: true, canCollapse: false };
  return { rows: [header, ...taskRows(children, { projectId, shown, collapsed: null })], matchCount };
}

function isNamed(workspace: Workspace, projectId: ProjectId, text: string): boolean {
  const name = workspace.tables.project.get(projectId)?.name ?? '';
  return text !== '' && folded(name).includes(text);
}

/** The tasks that match, and, marked false, those above them. */
function shownTasks(
  workspace: Workspace,
  children: ProjectOutline['children'] | undefined,
  matches: (task: Task) => boolean,
): ReadonlyMap<TaskId, boolean> {
  const shown = new Map<TaskId, boolean>();
  for (const siblings of children?.values() ?? []) {
    for (const id of siblings) {
      const task = workspace.tables.task.get(id);
      if (task === undefined || !matches(task)) continue;
      shown.set(id, true);
      let above = task.parentId;
      while (above !== null && !shown.has(above)) {
        shown.set(above, false);
        above = workspace.tables.task.get(above)?.parentId ?? null;
      }
    }
  }
  return shown;
}

interface TreeView {
  readonly projectId: ProjectId;
  /** Null shows every task. */
  readonly shown: ReadonlyMap<TaskId, boolean> | null;
  /** Null opens every branch. */
  readonly collapsed: ReadonlySet<string> | null;
}

function taskRows(children: ProjectOutline['children'] | undefined, view: TreeView): readonly TaskRow[] {
  const rows: TaskRow[] = [];
  if (children === undefined) return rows;
  const tree = children;
  // Asking a native set for each task is several times cheaper than asking the persistent map.
  const parents = new Set<string>(children.keys());
  const { projectId, shown, collapsed } = view;

  function visibleBelow(parent: TaskId | typeof topLevel): readonly TaskId[] {
    const ids = tree.get(parent) ?? [];
    return shown === null ? ids : ids.filter((id) => shown.has(id));
  }

  function append(siblings: readonly TaskId[], parentId: TaskId | null, depth: number): void {
    let position = 0;
    for (const id of siblings) {
      const below = parents.has(id) ? visibleBelow(id) : noTasks;
      const branch = below.length === 0 ? 'leaf' : collapsed?.has(id) === true ? 'collapsed' : 'expanded';
      position += 1;
      rows.push({
        type: 'task',
        projectId,
        id,
        parentId,
        depth,
        position,
        siblingCount: siblings.length,
        branch,
        canCollapse: collapsed !== null,
        isMatch: shown === null || shown.get(id) === true,
      });
      if (branch === 'expanded') append(below, id, depth + 1);
    }
  }

  append(visibleBelow(topLevel), null, 1);
  return rows;
}

const noTasks: readonly TaskId[] = [];
