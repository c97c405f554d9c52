import {
  Children,
  createContext,
  isValidElement,
  use,
  type CSSProperties,
  type ReactNode,
  type Ref,
} from 'react';

import type { ProjectId, TaskId } from '@/domain/workspace';
import { useWorkspaceServices, useWorkspaceState } from '@/state/workspace';

import { nested, type ItemNode, type ProjectNode } from '../rows/nesting';
import type { Row } from '../rows/row-model';

/** The rows that were drawn last, by key: the virtualiser hands over its items, and their keys say which rows they are. */
export const DrawnRowsContext = createContext<ReadonlyMap<string, Row>>(new Map());

export interface NestedRowsProps {
  readonly style: CSSProperties;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/**
 * What the virtualiser puts its items into. It places them by absolute position, so they may hang anywhere below: here in the lists
 * and nested lists that they are to assistive technology.
 *
 * The virtualiser also makes everything deaf to the pointer until scrolling has been over for a while. A press would then go through the
 * row it is meant for, and one that began just before would lose its click; the browser itself knows when a finger stops a scroll.
 */
export function NestedRows({ style: { pointerEvents: _deaf, ...style }, children, ref }: NestedRowsProps) {
  const { store } = useWorkspaceServices();
  const rows = use(DrawnRowsContext);
  const parentOf = (id: TaskId) => store.getState().workspace.tables.task.get(id)?.parentId ?? null;
  return (
    <div ref={ref} style={style}>
      {nested(drawnRows(children, rows), parentOf).map((project) => (
        <ProjectSection key={project.projectId} project={project} />
      ))}
    </div>
  );
}

export interface RowPlaceProps {
  readonly style: CSSProperties;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/**
 * The place of one row. The virtualiser hides rows until it has measured them, which takes the focus away from a row that has only
 * moved to another index; they are measured before they are painted, so nothing is lost by showing them at once.
 */
export function RowPlace({ style: { visibility: _visibility, ...style }, children, ref }: RowPlaceProps) {
  return (
    <div ref={ref} style={style}>
      {children}
    </div>
  );
}

function drawnRows(
  children: ReactNode,
  rows: ReadonlyMap<string, Row>,
): readonly { row: Row; slot: ReactNode }[] {
  // Not Children.map: it would change the keys.
  const items: readonly ReactNode[] = Array.isArray(children) ? children : Children.toArray(children);
  return items.flatMap((slot) => {
    const row = isValidElement(slot) && slot.key !== null ? rows.get(slot.key) : undefined;
    return row === undefined ? [] : [{ row, slot }];
  });
}

function ProjectSection({ project }: { readonly project: ProjectNode<ReactNode> }) {
  return (
    <>
      {project.header}
      {project.items.length > 0 && <ProjectTasks projectId={project.projectId} items={project.items} />}
      {project.add}
    </>
  );
}

interface ProjectTasksProps {
  readonly projectId: ProjectId;
  readonly items: readonly ItemNode<ReactNode>[];
}

function ProjectTasks({ projectId, items }: ProjectTasksProps) {
  const name = useWorkspaceState((state) => state.workspace.tables.project.get(projectId)?.name);
  return (
    <ul aria-label={name}>
      <Items items={items} />
    </ul>
  );
}

function Items({ items }: { readonly items: readonly ItemNode<ReactNode>[] }) {
  return items.map(({ key, row, slot, items: below }) => (
    <li key={key} aria-posinset={row?.position} aria-setsize={row?.siblingCount}>
      {slot}
      {below.length > 0 && (
        <ul>
          <Items items={below} />
        </ul>
      )}
    </li>
  ));
}
