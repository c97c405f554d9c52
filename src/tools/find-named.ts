import type { ToolContext } from '@/agent';
import { counted, listed } from '@/domain/deltas';
import {
  entityName,
  peopleByName,
  projectsInOrder,
  resolveName,
  singleLine,
  taskId,
  tasksInProject,
  type Email,
  type Person,
  type Project,
  type ProjectId,
  type Task,
  type Workspace,
} from '@/domain/workspace';

import { reference, taskFacts, taskPlace } from './references';

/** What a name means, or a plan that says why it cannot be told. */
export type Found<Thing> = { readonly type: 'found'; readonly value: Thing } | Failed;

export interface Failed {
  readonly type: 'failed';
  readonly summary: string;
  readonly output: string;
}

/** The project with this id or name [W6]. */
export function projectNamed(workspace: Workspace, text: string, context: ToolContext): Found<Project> {
  return lookUp(text, {
    kind: 'project',
    things: projectsInOrder(workspace),
    context,
    describe: reference,
  });
}

/** The project that is named, or null when none is. */
export function projectIfNamed(
  workspace: Workspace,
  text: string | undefined,
  context: ToolContext,
): Found<Project | null> {
  return text === undefined ? { type: 'found', value: null } : projectNamed(workspace, text, context);
}

/** The person with this id or name [W6]. An address of somebody in the list is as good as the name. */
export function personNamed(workspace: Workspace, text: string, context: ToolContext): Found<Person> {
  const people = peopleByName(workspace);
  const wanted = text.trim().toLowerCase();
  const byAddress = people.find((person) => person.email?.toLowerCase() === wanted);
  if (byAddress !== undefined) return { type: 'found', value: byAddress };
  return lookUp(text, {
    kind: 'person',
    things: people,
    context,
    describe: (person) => reference(person) + (person.email === null ? '' : `: ${person.email}`),
  });
}

/**
 * The task with this id or title [W6].
 *
 * @param within - where to look; everywhere when not given. An id is found wherever it is.
 */
export function taskNamed(
  workspace: Workspace,
  { task, within }: { readonly task: string; readonly within?: ProjectId | undefined },
  context: ToolContext,
): Found<Task> {
  const byId = workspace.tables.task.get(taskId(task.trim()));
  if (byId !== undefined) return { type: 'found', value: byId };
  return lookUp(task, {
    kind: 'task',
    things: within === undefined ? [...workspace.tables.task.values()] : tasksInProject(workspace, within),
    inOrder: (tasks) => inOutlineOrder(workspace, tasks),
    context,
    describe: (one) =>
      `${reference(one)}: ${[...taskFacts(workspace, one, context.today), ...taskPlace(workspace, one)].join(', ')}`,
  });
}

/** The email with this id or subject [W6], among those given. */
export function emailNamed(emails: readonly Email[], text: string, context: ToolContext): Found<Email> {
  return lookUp(text, {
    kind: 'email',
    things: emails,
    context,
    describe: (email) =>
      `${reference(email)}: ${email.status}, to ${listed(email.to.map(({ address }) => address))}`,
  });
}

/** Things by several names, or everything that is wrong with them. */
export function allNamed<Thing>(
  names: readonly string[],
  find: (name: string) => Found<Thing>,
): Found<readonly Thing[]> {
  const results = names.map(find);
  const failures = results.filter((result) => result.type === 'failed');
  const [first] = failures;
  if (first === undefined) {
    const values = results.flatMap((result) => (result.type === 'found' ? [result.value] : []));
    return { type: 'found', value: [...new Set(values)] };
  }
  return {
    type: 'failed',
    summary: first.summary,
    output: failures.map((failure) => failure.output).join('\n'),
  };
}

interface LookUp<Thing> {
  readonly kind: 'project' | 'task' | 'person' | 'email';
  readonly things: readonly Thing[];
  readonly context: ToolContext;
  /** How candidates are listed; as they come when not given. */
  readonly inOrder?: (things: readonly Thing[]) => readonly Thing[];
  /** Enough to tell candidates apart. */
  readonly describe: (thing: Thing) => string;
}

function lookUp<Thing extends Project | Task | Person | Email>(
  text: string,
  lookup: LookUp<Thing>,
): Found<Thing> {
  const { things, context } = lookup;
  const byId = new Map<string, Thing>(things.map((thing) => [thing.id, thing]));
  const resolution = resolveName<string>(
    text,
    things.map((thing) => ({ id: thing.id, name: entityName(thing) })),
  );
  switch (resolution.type) {
    case 'found':
      return foundOr(byId.get(resolution.id), notFound(text, [], lookup));
    case 'ambiguous': {
      const candidates = ordered(thingsOf(resolution.candidates, byId), lookup);
      const [made, ...others] = candidates.filter((thing) => context.justCreated?.has(thing.id) ?? false);
      return foundOr(others.length === 0 ? made : undefined, ambiguous(text, candidates, lookup));
    }
    case 'not-found':
      return notFound(text, thingsOf(resolution.nearest, byId), lookup);
  }
}

function foundOr<Thing>(thing: Thing | undefined, otherwise: Failed): Found<Thing> {
  return thing === undefined ? otherwise : { type: 'found', value: thing };
}

function thingsOf<Thing>(
  named: readonly { readonly id: string }[],
  byId: ReadonlyMap<string, Thing>,
): readonly Thing[] {
  return named.map(({ id }) => byId.get(id)).filter((thing) => thing !== undefined);
}

function ordered<Thing>(things: readonly Thing[], { inOrder }: LookUp<Thing>): readonly Thing[] {
  return inOrder === undefined ? things : inOrder(things);
}

/** Only candidates are ordered: walking every outline for each name would be slow in a large workspace. */
function inOutlineOrder(workspace: Workspace, tasks: readonly Task[]): readonly Task[] {
  const wanted = new Set(tasks);
  return projectsInOrder(workspace)
    .flatMap((project) => tasksInProject(workspace, project.id))
    .filter((task) => wanted.has(task));
}

const candidateLimit = 10;
const fewThings = 6;

function ambiguous<Thing>(text: string, candidates: readonly Thing[], lookup: LookUp<Thing>): Failed {
  const summary = `“${shownName(text)}” fits ${counted(candidates.length, lookup.kind)}`;
  return {
    type: 'failed',
    summary,
    output: `${summary}. Ask which one is meant, or name it by its id:\n${itemised(candidates, lookup)}`,
  };
}

function notFound<Thing>(text: string, nearest: readonly Thing[], lookup: LookUp<Thing>): Failed {
  const summary = `No ${lookup.kind} is called “${shownName(text)}”`;
  return { type: 'failed', summary, output: `${summary}. ${whatThereIs(nearest, lookup)}` };
}

function whatThereIs<Thing>(nearest: readonly Thing[], lookup: LookUp<Thing>): string {
  if (nearest.length > 0) return `Nearest are:\n${itemised(nearest, lookup)}`;
  const { things } = lookup;
  if (things.length === 0)
    return `There are no ${plurals[lookup.kind]} ${lookup.kind === 'task' ? 'there' : 'yet'}.`;
  return things.length <= fewThings
    ? `There are:\n${itemised(ordered(things, lookup), lookup)}`
    : `There are ${counted(things.length, lookup.kind)}; ${searchHints[lookup.kind]}`;
}

const plurals = { project: 'projects', task: 'tasks', person: 'people', email: 'emails' } as const;

const searchHints = {
  project: 'list_projects lists them.',
  task: 'find looks for words in titles and notes.',
  person: 'find with kind "person" lists them.',
  email: 'find with kind "email" lists them.',
} as const;

function itemised<Thing>(things: readonly Thing[], lookup: LookUp<Thing>): string {
  const lines = things.slice(0, candidateLimit).map((thing) => `- ${lookup.describe(thing)}`);
  const hidden = things.length - lines.length;
  return [...lines, ...(hidden > 0 ? [`- and ${String(hidden)} more`] : [])].join('\n');
}

const shownLength = 80;

function shownName(text: string): string {
  const line = singleLine(text);
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line;
}
