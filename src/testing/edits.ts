import {
  Draft,
  planAddComment,
  planCreatePerson,
  planCreateProject,
  planCreateTask,
  planDeleteComment,
  planDeletePeople,
  planDeleteProjects,
  planDeleteTasks,
  planEditComment,
  planMoveProject,
  planMoveTask,
  planUpdatePerson,
  planUpdateProject,
  planUpdateTasks,
  planned,
  type ConflictChoice,
  type PlanContext,
  type PlanResult,
  type Position,
} from '@/domain/planning';
import {
  childTasks,
  priorities,
  projectStatuses,
  taskStatuses,
  type EntityKind,
  type IdOf,
  type IsoDate,
  type TimeOfDay,
  type Workspace,
} from '@/domain/workspace';

import { emailWith, planContext } from './builders';

/** One throw of the dice: more than any command needs to choose its arguments in any workspace. */
export interface Dice {
  readonly picks: readonly [number, number, number];
  readonly name: string;
  readonly text: string;
  readonly date: IsoDate | null;
  readonly otherDate: IsoDate | null;
  readonly time: TimeOfDay | null;
  readonly choice: ConflictChoice;
  /** Which of the fields that may be given are given, bit by bit. */
  readonly given: number;
}

export const editTypes = [
  'create-project',
  'update-project',
  'move-project',
  'delete-projects',
  'create-task',
  'update-tasks',
  'move-task',
  'delete-tasks',
  'create-person',
  'update-person',
  'delete-people',
  'add-comment',
  'edit-comment',
  'delete-comment',
  'write-email',
] as const;

export type EditType = (typeof editTypes)[number];

/** Plans an edit with arguments as the dice fell; some of them make no sense, and the plan is refused. */
export function planEdit(
  workspace: Workspace,
  edit: Dice & { readonly command: EditType },
  context: PlanContext,
): PlanResult {
  const [first, second, third] = edit.picks;
  return planners[edit.command]({
    workspace,
    dice: edit,
    context,
    project: anyId(workspace, 'project', first),
    otherProject: anyId(workspace, 'project', second),
    task: anyId(workspace, 'task', first),
    otherTask: anyId(workspace, 'task', second),
    person: anyId(workspace, 'person', first),
    comment: anyId(workspace, 'comment', first),
    number: third,
  });
}

interface Scene {
  readonly workspace: Workspace;
  readonly dice: Dice;
  readonly context: PlanContext;
  readonly project: IdOf<'project'>;
  readonly otherProject: IdOf<'project'>;
  readonly task: IdOf<'task'>;
  readonly otherTask: IdOf<'task'>;
  readonly person: IdOf<'person'>;
  readonly comment: IdOf<'comment'>;
  readonly number: number;
}

const planners: Readonly<Record<EditType, (scene: Scene) => PlanResult>> = {
  'create-project': ({ workspace, dice, context }) =>
    planCreateProject(workspace, { ...projectFields(workspace, dice), name: dice.name }, context),
  'update-project': ({ workspace, dice, project }) =>
    planUpdateProject(workspace, project, projectFields(workspace, dice)),
  'move-project': ({ workspace, project, otherProject, number }) =>
    planMoveProject(workspace, project, position(otherProject, number)),
  'delete-projects': ({ workspace, project, otherProject }) =>
    planDeleteProjects(workspace, [project, otherProject]),
  'create-task': ({ workspace, dice, context }) =>
    planCreateTask(
      workspace,
      { ...taskFields(workspace, dice), title: dice.name, ...placeOf(workspace, dice) },
      context,
    ),
  'update-tasks': ({ workspace, dice, context, task, otherTask }) =>
    planUpdateTasks(workspace, [task, otherTask], taskFields(workspace, dice), context.now),
  'move-task': ({ workspace, dice, task }) => planMoveTask(workspace, task, placeOf(workspace, dice)),
  'delete-tasks': ({ workspace, task, otherTask }) => planDeleteTasks(workspace, [task, otherTask]),
  'create-person': ({ workspace, dice, context }) =>
    planCreatePerson(workspace, { name: dice.name, email: addressOf(dice), team: dice.text }, context),
  'update-person': ({ workspace, dice, person }) =>
    planUpdatePerson(workspace, person, given(dice, { name: dice.name, team: dice.text, email: null })),
  'delete-people': ({ workspace, person }) => planDeletePeople(workspace, [person]),
  'add-comment': ({ workspace, dice, context, task, otherProject, number }) =>
    planAddComment(
      workspace,
      {
        projectId: workspace.tables.task.get(task)?.projectId ?? otherProject,
        taskId: number % 2 === 0 ? null : task,
        author: dice.name,
        text: dice.text,
      },
      context,
    ),
  'edit-comment': ({ workspace, dice, comment }) => planEditComment(workspace, comment, dice.text),
  'delete-comment': ({ workspace, comment }) => planDeleteComment(workspace, comment),
  'write-email': ({ workspace, dice, context, project }) => {
    const draft = new Draft(workspace);
    const id = context.mint('email');
    draft.create('email', { ...emailWith('email', { projectId: project, subject: dice.name }), id });
    return planned(workspace, draft);
  },
};

function projectFields(workspace: Workspace, dice: Dice) {
  const [first, second, third] = dice.picks;
  const stakeholderIds = [anyId(workspace, 'person', second), anyId(workspace, 'person', third)];
  return given(dice, {
    name: dice.name,
    description: dice.text,
    status: cyclic(projectStatuses, first),
    priority: cyclic(priorities, second),
    startDate: dice.date,
    targetDate: dice.otherDate,
    stakeholderIds: first % 9 === 0 ? stakeholderIds : [...new Set(stakeholderIds)],
  });
}

function taskFields(workspace: Workspace, dice: Dice) {
  const [, second, third] = dice.picks;
  return given(dice, {
    title: dice.name,
    status: cyclic(taskStatuses, third),
    dueDate: dice.date,
    assigneeId: second % 3 === 0 ? null : anyId(workspace, 'person', second),
    notes: dice.text,
    priority: cyclic(priorities, second),
    ...(dice.time === null ? {} : { dueTime: dice.time }),
  });
}

function placeOf(workspace: Workspace, { picks, given: bits }: Dice) {
  const [, second, third] = picks;
  const parentId = third % 2 === 0 ? null : anyId(workspace, 'task', second);
  const parent = parentId === null ? undefined : workspace.tables.task.get(parentId);
  const projectId =
    bits % 9 === 0 || parent === undefined ? anyId(workspace, 'project', second) : parent.projectId;
  const siblings = childTasks(workspace, projectId, parentId);
  const sibling = third % 11 === 10 ? undefined : picked(siblings, bits);
  return { projectId, parentId, position: position(sibling?.id ?? missingId('task'), bits) };
}

function addressOf({ picks, text }: Dice): string | null {
  const [first] = picks;
  if (first % 9 === 0) return text;
  return first % 3 === 0 ? null : `person-${String(first)}@example.com`;
}

function position<Id extends string>(id: Id, pick: number): Position<Id> {
  switch (pick % 6) {
    case 0:
      return { type: 'first' };
    case 1:
      return { type: 'before', id };
    case 2:
      return { type: 'after', id };
    default:
      return { type: 'last' };
  }
}

/** Some of the fields. */
function given<Fields extends object>({ given: bits }: Dice, fields: Fields): Partial<Fields> {
  const some: Partial<Fields> = { ...fields };
  let index = 0;
  for (const field in fields) {
    if ((bits >> index) % 2 === 0) delete some[field];
    index += 1;
  }
  return some;
}

/** An id of what is there, or, once in a while, of nothing. */
function anyId<K extends EntityKind>(workspace: Workspace, kind: K, pick: number): IdOf<K> {
  const ids = Array.from(workspace.tables[kind].keys()).toSorted();
  return (pick % 11 === 10 ? undefined : picked(ids, pick)) ?? missingId(kind);
}

function missingId<K extends EntityKind>(kind: K): IdOf<K> {
  const { mint } = planContext('missing-');
  return mint(kind);
}

function cyclic<Item>(items: readonly [Item, ...Item[]], pick: number): Item {
  return items[pick % items.length] ?? items[0];
}

function picked<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % items.length];
}
