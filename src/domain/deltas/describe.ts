import {
  entityKinds,
  entityName,
  findEntity,
  type Entity,
  type EntityKind,
  type Workspace,
} from '../workspace';
import { applyDeltas } from './apply';
import { targetOf, type Delta } from './delta';
import { verbOf, type Update } from './verbs';
import { counted, listed, quoted } from './wording';

/**
 * One line for people that says what deltas do: "3 tasks completed in Launch", "“Launch” deleted with 12 tasks". What hangs below
 * something that is itself added, moved or deleted is only counted [W5].
 *
 * @param before - the workspace the deltas were planned on.
 */
export function describeDeltas(before: Workspace, deltas: readonly Delta[]): string {
  if (deltas.length === 0) return 'Nothing changed';
  const groups = groupedByVerb(deltas, { before, after: applyDeltas(before, deltas) });
  // New ranks of neighbours are not worth telling beside what they made room for.
  const told = groups.size > 1 ? [...groups].filter(([verb]) => verb !== 'reordered') : [...groups];
  const phrases = told.flatMap(([verb, group]) => {
    const preposition = branchPrepositions.get(verb);
    return preposition === undefined ? plainPhrases(verb, group) : [branchPhrase(verb, preposition, group)];
  });
  const hidden = phrases.length - phraseLimit;
  return [
    ...phrases.slice(0, phraseLimit),
    ...(hidden > 0 ? [`and ${String(hidden)} more ${hidden === 1 ? 'kind' : 'kinds'} of change`] : []),
  ].join('; ');
}

const phraseLimit = 3;

interface Sides {
  readonly before: Workspace;
  readonly after: Workspace;
}

/** One entity and what happened to it. */
interface Happening {
  readonly kind: EntityKind;
  /** As it is afterwards or, when it is gone, was before. */
  readonly entity: Entity;
  /** As people knew it: a renamed thing by its old name. */
  readonly subject: string;
  /** The project it is in; null for what is in none. */
  readonly place: string | null;
  /** Told only of a single thing: its new name. */
  readonly detail: string;
}

/** What went, came and moved is told first, each with what hangs below it; the rest in the order in which it happened. */
const branchPrepositions: ReadonlyMap<string, string> = new Map([
  ['deleted', 'from'],
  ['added', 'to'],
  ['moved', 'to'],
]);

function groupedByVerb(deltas: readonly Delta[], sides: Sides): ReadonlyMap<string, readonly Happening[]> {
  const groups = new Map<string, Happening[]>(Array.from(branchPrepositions.keys(), (verb) => [verb, []]));
  for (const delta of deltas) {
    const verb = wordFor(delta, sides.after);
    const group = groups.get(verb) ?? [];
    group.push(...happeningsOf(delta, sides));
    groups.set(verb, group);
  }
  return new Map([...groups].filter(([, group]) => group.length > 0));
}

function wordFor(delta: Delta, after: Workspace): string {
  switch (delta.type) {
    case 'create':
      return 'added';
    case 'delete':
      return 'deleted';
    case 'update':
      return isMove(delta) ? 'moved' : verbOf(delta, after);
  }
}

/** To another project. Another place in the same one is told as a plain change. */
function isMove(update: Update): boolean {
  return (update.kind === 'task' || update.kind === 'comment') && update.after.projectId !== undefined;
}

/** None for what was made and is gone again. */
function happeningsOf(delta: Delta, { before, after }: Sides): readonly Happening[] {
  const was = findEntity<EntityKind>(before, delta.kind, targetOf(delta));
  const is = findEntity<EntityKind>(after, delta.kind, targetOf(delta));
  const known = was ?? is;
  const entity = is ?? was;
  if (known === undefined || entity === undefined) return [];
  const side = is === undefined ? before : after;
  const renamed = delta.kind !== 'comment' && entityName(known) !== entityName(entity);
  return [
    {
      kind: delta.kind,
      entity,
      subject: subjectFor(known, side),
      place: placeOf(entity, side),
      detail: renamed ? ` to ${quoted(entityName(entity))}` : '',
    },
  ];
}

function subjectFor(entity: Entity, workspace: Workspace): string {
  if ('subject' in entity) return `Email ${quoted(entityName(entity))}`;
  if (!('text' in entity)) return quoted(entityName(entity));
  const task = entity.taskId === null ? undefined : workspace.tables.task.get(entity.taskId);
  return task === undefined ? 'Comment' : `Comment on ${quoted(task.title)}`;
}

function placeOf(entity: Entity, workspace: Workspace): string | null {
  if (!('projectId' in entity) || entity.projectId === null) return null;
  return workspace.tables.project.get(entity.projectId)?.name ?? null;
}

/** "“Launch” and 2 people deleted with 12 tasks". */
function branchPhrase(verb: string, preposition: string, group: readonly Happening[]): string {
  const ids = new Set<string>(group.map(({ entity }) => entity.id));
  const roots = group.filter(({ entity }) => !hangsBelow(entity, ids));
  const below = group.filter(({ entity }) => hangsBelow(entity, ids));
  const subjects = entityKinds
    .map((kind) => roots.filter((root) => root.kind === kind))
    .filter((ofKind) => ofKind.length > 0)
    .map(subjectOf);
  const counts = entityKinds
    .map((kind) => ({ kind, count: below.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => counted(count, kind));
  const company = counts.length === 0 ? '' : ` with ${listed(counts)}`;
  return `${listed(subjects)} ${verb}${whereOf(roots, preposition)}${company}`;
}

/** "3 tasks completed in Launch", one phrase for each kind. */
function plainPhrases(verb: string, group: readonly Happening[]): readonly string[] {
  return entityKinds
    .map((kind) => group.filter((each) => each.kind === kind))
    .filter((ofKind) => ofKind.length > 0)
    .map((ofKind) => {
      const detail = ofKind.length === 1 ? (ofKind[0]?.detail ?? '') : '';
      return `${subjectOf(ofKind)} ${verb}${verb === 'renamed' ? detail : ''}${whereOf(ofKind, 'in')}`;
    });
}

function subjectOf(ofKind: readonly Happening[]): string {
  const [first] = ofKind;
  if (first === undefined) return '';
  return ofKind.length === 1 ? first.subject : counted(ofKind.length, first.kind);
}

/** Nothing when some of the things are in no project. */
function whereOf(group: readonly Happening[], preposition: string): string {
  const places = new Set(group.map(({ place }) => place));
  if (places.has(null)) return '';
  const [only] = places;
  return places.size === 1
    ? ` ${preposition} ${only ?? ''}`
    : ` ${preposition} ${String(places.size)} projects`;
}

function hangsBelow(entity: Entity, ids: ReadonlySet<string>): boolean {
  const parents: readonly (string | null)[] = [
    'projectId' in entity ? entity.projectId : null,
    'taskId' in entity ? entity.taskId : null,
    'parentId' in entity ? entity.parentId : null,
  ];
  return parents.some((parent) => parent !== null && ids.has(parent));
}
