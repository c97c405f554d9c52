import type { ProjectId, TaskId } from '@/domain/workspace';

import type { Row, TaskRow } from './row-model';

/** The rows that are drawn, as the tree they are part of. */
export interface ProjectNode<Slot> {
  readonly projectId: ProjectId;
  readonly header: Slot | null;
  readonly items: readonly ItemNode<Slot>[];
  readonly add: Slot | null;
}

/** One item of a list. `slot` is null when only something below it is drawn. */
export interface ItemNode<Slot> {
  readonly key: string;
  readonly row: TaskRow | null;
  readonly slot: Slot | null;
  readonly items: readonly ItemNode<Slot>[];
}

interface OpenItem<Slot> {
  readonly key: string;
  readonly row: TaskRow | null;
  readonly slot: Slot | null;
  readonly items: OpenItem<Slot>[];
}

interface OpenProject<Slot> {
  readonly projectId: ProjectId;
  header: Slot | null;
  readonly items: OpenItem<Slot>[];
  add: Slot | null;
}

/**
 * Puts a window of rows back into their tree. Tasks above the window of which a subtask is in it become items without a slot, so that
 * lists nest on the screen as they do in the workspace.
 *
 * @param drawn - in the order of the screen.
 * @param parentOf - the parent of a task that is not drawn.
 */
export function nested<Slot>(
  drawn: readonly { readonly row: Row; readonly slot: Slot }[],
  parentOf: (id: TaskId) => TaskId | null,
): readonly ProjectNode<Slot>[] {
  const projects: OpenProject<Slot>[] = [];
  const itemsById = new Map<string, OpenItem<Slot>>();

  function projectOf(projectId: ProjectId): OpenProject<Slot> {
    const last = projects.at(-1);
    if (last?.projectId === projectId) return last;
    const project: OpenProject<Slot> = { projectId, header: null, items: [], add: null };
    projects.push(project);
    return project;
  }

  function siblingsBelow(parentId: TaskId | null, project: OpenProject<Slot>): OpenItem<Slot>[] {
    if (parentId === null) return project.items;
    const present = itemsById.get(parentId);
    if (present !== undefined) return present.items;
    const shell: OpenItem<Slot> = { key: parentId, row: null, slot: null, items: [] };
    itemsById.set(parentId, shell);
    siblingsBelow(parentOf(parentId), project).push(shell);
    return shell.items;
  }

  for (const { row, slot } of drawn) {
    const project = projectOf(row.projectId);
    switch (row.type) {
      case 'project':
        project.header = slot;
        break;
      case 'add':
        project.add = slot;
        break;
      case 'compose':
        siblingsBelow(row.parentId, project).push({ key: 'compose', row: null, slot, items: [] });
        break;
      case 'task': {
        const item: OpenItem<Slot> = { key: row.id, row, slot, items: [] };
        itemsById.set(row.id, item);
        siblingsBelow(row.parentId, project).push(item);
      }
    }
  }
  return projects;
}
