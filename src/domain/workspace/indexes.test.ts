import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  commentWith,
  contentsOf,
  noon,
  personWith,
  projectWith,
  taskWith,
  workspaceOf,
} from '@/testing/builders';

import type { EntityKind } from './entities';
import { millis, personId, projectId, taskId } from './ids';
import { childTasks } from './queries';
import { tablesWith, tablesWithout } from './tables';
import { emptyWorkspace, putEntity, snapshotOf, workspaceFrom, workspaceWith } from './workspace';

const anyProjectId = fc.constantFrom('a', 'b', 'c').map(projectId);
const anyTaskId = fc.nat({ max: 11 }).map((number) => taskId(`task-${String(number)}`));

/** Entities that need not make sense together: drafts pass through such states. */
const anyEntity = fc.oneof(
  fc
    .tuple(anyProjectId, fc.nat({ max: 3 }))
    .map(([id, rank]) => ({ kind: 'project' as const, entity: projectWith(id, { rank }) })),
  fc
    .tuple(anyTaskId, anyProjectId, fc.option(anyTaskId), fc.nat({ max: 4 }), fc.boolean())
    .map(([id, project, parentId, rank, isDone]) => ({
      kind: 'task' as const,
      entity: taskWith(id, { projectId: project, parentId, rank, status: isDone ? 'done' : 'todo' }),
    })),
  fc
    .tuple(fc.nat({ max: 5 }), anyProjectId, fc.option(anyTaskId), fc.nat({ max: 3 }), fc.string())
    .map(([id, project, task, at, text]) => ({
      kind: 'comment' as const,
      entity: commentWith(`comment-${String(id)}`, {
        projectId: project,
        taskId: task,
        at: millis(at),
        text,
      }),
    })),
);

const anySteps = fc.array(
  fc.record({ put: anyEntity, deletes: fc.nat({ max: 3 }).map((dice) => dice === 0) }),
  {
    maxLength: 60,
    size: 'max',
  },
);

describe('the indexes', () => {
  it('[W1] follow from the tables alone, step by step, many at once or from scratch', () => {
    fc.assert(
      fc.property(anySteps, fc.nat({ max: 60 }), (steps, middle) => {
        let workspace = emptyWorkspace();
        let { tables } = workspace;
        let half = workspace;
        for (const [index, step] of steps.entries()) {
          const { kind, entity } = step.put;
          tables = step.deletes
            ? tablesWithout<EntityKind>(tables, kind, entity.id)
            : tablesWith<EntityKind>(tables, kind, entity);
          workspace = workspaceWith(workspace, tables);
          if (index === middle) half = workspace;
        }
        const contents = contentsOf(workspace);
        expect(contentsOf(workspaceWith(half, tables))).toEqual(contents);
        expect(contentsOf(workspaceFrom(snapshotOf(workspace)))).toEqual(contents);
      }),
      { numRuns: 300 },
    );
  });

  it('order siblings by rank, and by id where ranks are equal', () => {
    const workspace = workspaceOf({
      project: [projectWith('launch')],
      task: [taskWith('c', { rank: 1 }), taskWith('a', { rank: 2 }), taskWith('b', { rank: 1 })],
    });
    expect(childTasks(workspace, projectId('launch'), null).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('keep the identity of what has not changed', () => {
    const before = workspaceOf({
      project: [projectWith('launch'), projectWith('other', { rank: 2 })],
      task: [taskWith('copy'), taskWith('tests', { projectId: projectId('other') })],
      person: [personWith('ada')],
      comment: [commentWith('first')],
    });
    const done = putEntity(before, 'task', taskWith('copy', { status: 'done' }));
    expect(done.outlines.get(projectId('launch'))?.children).toBe(
      before.outlines.get(projectId('launch'))?.children,
    );
    expect(done.outlines.get(projectId('launch'))).not.toBe(before.outlines.get(projectId('launch')));
    expect(done.outlines.get(projectId('other'))).toBe(before.outlines.get(projectId('other')));
    expect(done.projectOrder).toBe(before.projectOrder);
    expect(done.commentsOn).toBe(before.commentsOn);
    expect(done.tables.person).toBe(before.tables.person);

    const renamed = putEntity(before, 'project', projectWith('launch', { name: 'Relaunch' }));
    expect(renamed.projectOrder).toBe(before.projectOrder);
    expect(renamed.outlines).toBe(before.outlines);

    const edited = putEntity(before, 'comment', commentWith('first', { text: 'Other words' }));
    expect(edited.commentsOn).toBe(before.commentsOn);

    const hired = putEntity(before, 'person', personWith('ada', { team: 'Design' }));
    expect(hired.outlines).toBe(before.outlines);
    expect(hired.tables.task).toBe(before.tables.task);
  });

  it('show comments oldest first, and those of one moment in the order of their ids', () => {
    const workspace = workspaceOf({
      project: [projectWith('launch')],
      comment: [
        commentWith('c', { at: millis(noon - 1) }),
        commentWith('b'),
        commentWith('a', { at: millis(noon + 1) }),
        commentWith('d'),
      ],
    });
    expect(workspace.commentsOn.get(projectId('launch'))).toEqual(['c', 'b', 'd', 'a']);
  });

  it('forget projects without tasks and things without comments', () => {
    const workspace = workspaceOf({
      project: [projectWith('launch')],
      task: [taskWith('copy')],
      comment: [commentWith('first')],
    });
    const withoutTask = tablesWithout(workspace.tables, 'task', taskId('copy'));
    expect(workspaceWith(workspace, withoutTask).outlines.size).toBe(0);
    const withoutPerson = tablesWithout(workspace.tables, 'person', personId('nobody'));
    expect(withoutPerson.person).toBe(workspace.tables.person);
  });
});
