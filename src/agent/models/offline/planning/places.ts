import { folded, resolveName } from '@/domain/workspace';

import type { Where } from '../reading/request';
import { asked, chosen, labelMeant } from './asking';
import { said, type Outcome, type Planning } from './planning';
import type { Steps } from './steps';

export type Place =
  | { readonly type: 'project'; readonly id: string | null }
  /** It has to be made first. */
  | { readonly type: 'new'; readonly name: string }
  | { readonly type: 'unchosen' };

export const unchosen: Outcome = said('You did not choose a project, so nothing was changed.');

/** The project a request means: by name, the one talked about, or null when none is said. Asks when a name fits several or none. */
export function* placed(where: Where, planning: Planning): Steps<Exclude<Place, { type: 'new' }>> {
  const known = yield* knownPlace(where, planning);
  if (known !== 'unknown') return known;
  const name = where.type === 'named' ? where.name : '';
  const { context } = planning;
  const id = yield* chosen(
    nearestFirst(name, planning).map((project) => ({ ...project, detail: project.facts })),
    context.projects.length === 0
      ? `There is no project called “${name}”. Which one do you mean?`
      : `There is no project or list called “${name}”. Which one do you mean?`,
    'These are the ones there are.',
  );
  return id === null ? { type: 'unchosen' } : { type: 'project', id };
}

/** Where something new goes: a list that is not there may be made, if the person agrees. */
export function* placeForNew(where: Where, planning: Planning, what: string): Steps<Place> {
  const known = yield* knownPlace(where, planning);
  if (known !== 'unknown') return known;
  const name = where.type === 'named' ? capitalised(where.name) : '';
  const kind = where.type === 'named' && where.isList ? 'list' : 'project';
  const create = `Create “${name}” and add it there`;
  const inbox = 'Put it in the Inbox';
  const nearest = nearestFirst(name, planning).slice(0, 4);
  const answer = yield* asked(`There is no ${kind} called “${name}” yet. Shall I make one for ${what}?`, '', [
    { label: create },
    ...nearest.map((project) => ({ label: project.name, detail: project.facts })),
    { label: inbox },
    { label: 'Leave it' },
  ]);
  if (answer === null) return { type: 'unchosen' };
  const label = /^(?:yes|yeah|yep|sure|ok(?:ay)?|please do|create it|make it)\b/iu.test(answer)
    ? create
    : labelMeant(answer, [create, inbox, 'Leave it', ...nearest.map((project) => project.name)]);
  if (label === create) return { type: 'new', name };
  if (label === inbox) return { type: 'project', id: inboxPlace(planning) };
  const project = nearest.find((one) => one.name === label);
  return project === undefined ? { type: 'unchosen' } : { type: 'project', id: project.id };
}

/** The tool puts what has no project into the Inbox only when there are several projects or none. */
function inboxPlace({ context }: Planning): string | null {
  return context.projects.find((project) => folded(project.name) === 'inbox')?.id ?? null;
}

function* knownPlace(where: Where, planning: Planning): Steps<Exclude<Place, { type: 'new' }> | 'unknown'> {
  const { context, focus, note } = planning;
  if (where.type === 'none') return { type: 'project', id: null };
  if (where.type === 'it') {
    if (focus.project !== null) return { type: 'project', id: focus.project };
    return yield* onlyOrAsked(planning, 'Which project do you mean?');
  }
  const made = focus.made.find((name) => folded(name) === folded(where.name));
  if (made !== undefined || where.name === focus.project) return { type: 'project', id: made ?? where.name };
  const resolution = resolveName(where.name, context.projects);
  switch (resolution.type) {
    case 'found': {
      if (context.hasMoreProjects) return { type: 'project', id: where.name };
      const name = context.projects.find(({ id }) => id === resolution.id)?.name ?? '';
      if (name !== where.name) note(`“${where.name}” is the project “${name}”: no other name fits.`);
      return { type: 'project', id: resolution.id };
    }
    case 'ambiguous':
      return yield* oneOfSeveral(where.name, resolution.candidates, planning);
    case 'not-found':
      // The index does not name every project; the tool knows.
      if (context.hasMoreProjects) return { type: 'project', id: where.name };
      note(`No project is called “${where.name}”.`);
      return 'unknown';
  }
}

function* oneOfSeveral(
  name: string,
  candidates: readonly { readonly id: string }[],
  { context, note }: Planning,
): Steps<Exclude<Place, { type: 'new' }>> {
  const fitting = candidates.flatMap(({ id }) => context.projects.filter((project) => project.id === id));
  note(`“${name}” fits ${String(fitting.length)} projects, so I ask which one.`);
  const id = yield* chosen(
    fitting.map((project) => ({ ...project, detail: project.facts })),
    'Which project do you mean?',
    `“${name}” fits ${String(fitting.length)} projects.`,
  );
  return id === null ? { type: 'unchosen' } : { type: 'project', id };
}

function* onlyOrAsked(planning: Planning, question: string): Steps<Exclude<Place, { type: 'new' }>> {
  const { context } = planning;
  const [only, ...others] = context.projects;
  if (only === undefined) return { type: 'project', id: null };
  if (others.length === 0) return { type: 'project', id: only.id };
  const id = yield* chosen(
    context.projects.map((project) => ({ ...project, detail: project.facts })),
    question,
    'There are several projects and you did not name one.',
  );
  return id === null ? { type: 'unchosen' } : { type: 'project', id };
}

/** The project a request needs: asks for one when none is said and there is no telling. */
export function* projectNeeded(
  where: Where,
  planning: Planning,
  question: string,
): Steps<Exclude<Place, { type: 'new' }>> {
  const place = yield* placed(where, planning);
  if (place.type === 'unchosen' || place.id !== null) return place;
  if (planning.focus.project !== null) return { type: 'project', id: planning.focus.project };
  return yield* onlyOrAsked(planning, question);
}

function nearestFirst(name: string, { context }: Planning): Planning['context']['projects'] {
  const resolution = resolveName(name, context.projects);
  const alike = context.projects.filter((project) => isAlike(project.name, name)).map(({ id }) => id);
  const nearest = [
    ...alike,
    ...(resolution.type === 'not-found' ? resolution.nearest.map(({ id }) => id) : []),
  ];
  return context.projects.toSorted((left, right) => rank(left.id, nearest) - rank(right.id, nearest));
}

/** Words for the same list. */
const synonyms: readonly RegExp[] = [
  /\b(?:shopping|shop|grocer(?:y|ies)|supermarket|to buy)\b/iu,
  /\b(?:chores?|errands?|household|domestic|home|house)\b/iu,
  /\b(?:work|job|office)\b/iu,
];

function isAlike(name: string, other: string): boolean {
  return synonyms.some((word) => word.test(name) && word.test(other));
}

function rank(id: string, nearest: readonly string[]): number {
  const place = nearest.indexOf(id);
  return place === -1 ? nearest.length : place;
}

function capitalised(name: string): string {
  const [first = ''] = name;
  return first.toUpperCase() + name.slice(first.length);
}
