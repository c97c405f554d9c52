import type { Json } from '@/domain/sessions';

import { candidatesIn, mentionsIn } from '../answering/outputs';
import type { Focus } from '../focus';
import { wordsOf } from '../reading/reader';
import type { Request, Where, Which } from '../reading/request';
import { asked, chosen, offered, shortened } from './asking';
import { placed, projectNeeded, unchosen } from './places';
import { said, toolCall, type Outcome, type Planning } from './planning';
import type { Steps } from './steps';

type Of<Type extends Request['type']> = Extract<Request, { readonly type: Type }>;
type Arguments = { readonly [field: string]: Json | undefined };

/** Which tasks, as the tools take it; or what to say when it cannot be told. */
type Selection =
  | {
      readonly type: 'selected';
      readonly tasks: readonly string[] | null;
      readonly args: Arguments;
      readonly focus: Focus;
    }
  | { readonly type: 'not'; readonly outcome: Outcome };

export function* selectionCalls(
  tool: string,
  which: Which,
  { planning, more = {} }: { readonly planning: Planning; readonly more?: Arguments },
): Steps<Outcome> {
  const selection = yield* selected(which, planning);
  if (selection.type === 'not') return selection.outcome;
  return { type: 'calls', calls: [toolCall(tool, { ...selection.args, ...more })], focus: selection.focus };
}

function* selected(which: Which, planning: Planning): Steps<Selection> {
  switch (which.type) {
    case 'it':
      return yield* justTalkedAbout(planning);
    case 'position':
      return yield* counted(which, planning);
    case 'next':
      return yield* dueNext(which.project, planning);
    case 'all': {
      // Everything is too much to guess about: unless a project is said or just talked about, the person chooses.
      const place = yield* projectNeeded(which.project, planning, 'Everything in which project?');
      if (place.type === 'unchosen') return not(unchosen);
      if (place.id === null) return not(said('There is no project yet.'));
      return {
        type: 'selected',
        tasks: null,
        args: { project: place.id },
        focus: { ...planning.focus, project: place.id },
      };
    }
    case 'filter': {
      const place = yield* placed(which.project, planning);
      if (place.type === 'unchosen') return not(unchosen);
      return {
        type: 'selected',
        tasks: null,
        args: { project: place.id ?? undefined, filter: { ...which.filter } },
        focus: planning.focus,
      };
    }
    case 'named': {
      const place = yield* placed(which.project, planning);
      if (place.type === 'unchosen') return not(unchosen);
      return named(which.names, place.id, planning);
    }
  }
}

function named(names: readonly string[], project: string | null, { focus }: Planning): Selection {
  return {
    type: 'selected',
    tasks: names,
    args: { tasks: [...names], project: project ?? undefined },
    focus: { ...focus, tasks: names },
  };
}

function not(outcome: Outcome): Selection {
  return { type: 'not', outcome };
}

function* justTalkedAbout(planning: Planning): Steps<Selection> {
  const { focus } = planning;
  if (focus.listing !== null) return { type: 'selected', tasks: null, args: { ...focus.listing }, focus };
  if (focus.tasks.length > 0) {
    return { type: 'selected', tasks: focus.tasks, args: { tasks: [...focus.tasks] }, focus };
  }
  const answer = yield* asked('Which task do you mean?', 'Nothing was talked about before.', []);
  if (answer === null || answer.trim() === '')
    return not(said('I do not know which task you mean, so nothing was changed. Name it, and I do it.'));
  return named([answer.trim()], null, planning);
}

/** Counted in the last list, or in the project that is named. */
function* counted(which: Extract<Which, { type: 'position' }>, planning: Planning): Steps<Selection> {
  const { focus } = planning;
  let ids = which.project.type === 'none' ? focus.listed : [];
  if (ids.length === 0) {
    const isLast = which.positions.length === 1 && which.positions[0] === -1 && which.project.type === 'none';
    if (isLast && focus.tasks.length > 0) return named(focus.tasks.slice(-1), null, planning);
    const place = yield* projectNeeded(which.project, planning, 'In which project?');
    if (place.type === 'unchosen') return not(unchosen);
    const [output = ''] = yield [
      toolCall('list_tasks', { project: place.id ?? undefined, filter: { done: false } }),
    ];
    ids = mentionsIn(output)
      .map(({ id }) => id)
      .filter((id, index, all) => all.indexOf(id) === index && !isProjectOf(id, output));
    planning.note(`I counted the ${String(ids.length)} open tasks in the order of the list.`);
  }
  const ordered = which.positions.map((position) => ids.at(position > 0 ? position - 1 : position));
  const found = ordered.filter((id) => id !== undefined);
  if (found.length < ordered.length)
    return not(said(`There are only ${String(ids.length)} in the list, so nothing was changed.`));
  return named(found, null, planning);
}

const mostShown = 5;

/** What is due next is shown, because the person may have another one in mind. */
function* dueNext(where: Where, planning: Planning): Steps<Selection> {
  const place = yield* placed(where, planning);
  if (place.type === 'unchosen') return not(unchosen);
  const [output = ''] = yield [
    toolCall('list_tasks', {
      project: place.id ?? undefined,
      filter: { done: false, ...fromToday(planning) },
      order: 'due_date',
    }),
  ];
  const tasks = candidatesIn(output).filter(({ id }) => !isProjectOf(id, output));
  if (tasks.length === 0) return not(said('No open task is due, so nothing was changed.'));
  const id = yield* chosen(
    tasks.slice(0, mostShown),
    'Which one do you mean?',
    'These are due next, the first one first.',
  );
  return id === null
    ? not(said('You did not choose a task, so nothing was changed.'))
    : named([id], null, planning);
}

function fromToday({ context }: Planning): { readonly due_from?: string } {
  return context.today === null ? {} : { due_from: context.today };
}

/** The head of a list names the project, not a task. */
function isProjectOf(id: string, output: string): boolean {
  return !output
    .split('\n')
    .slice(1)
    .some((line) => line.includes(`(${id})`));
}

export function* taskChange(request: Of<'change-tasks'>, planning: Planning): Steps<Outcome> {
  const { which, changes } = request;
  const project = projectMeant(request, planning);
  if (project !== null) return yield* dueOfProject(project, request, planning);
  const selection = yield* selected(which, planning);
  if (selection.type === 'not') return selection.outcome;
  const { tasks, args, focus } = selection;
  const { shift_days: days, ...fields } = changes;
  const [single, ...others] = tasks ?? [];
  if (single !== undefined && others.length === 0 && days === undefined) {
    const call = toolCall('update_task', { task: single, project: args['project'], ...fields });
    return { type: 'calls', calls: [call], focus };
  }
  if (changes.title !== undefined) return said('Only one task at a time can be renamed. Tell me which one.');
  const open = which.type === 'all' && days === undefined ? { filter: { done: false } } : {};
  const call = toolCall('update_tasks', { ...args, ...open, ...fields, shift_days: days });
  return { type: 'calls', calls: [call], focus };
}

/** The name of a project that is given another day, where no task of that name was talked about. */
function projectMeant({ which, changes }: Of<'change-tasks'>, planning: Planning): string | null {
  if (which.type !== 'named' || which.project.type !== 'none') return null;
  const [name = '', ...others] = which.names;
  const isAboutDays = changes.due_date !== undefined || changes.shift_days !== undefined;
  if (others.length > 0 || !isAboutDays || isExactlyTask(name, planning)) return null;
  return hasWordsOfProject(name, planning) ? name : null;
}

/** Part of a word is not enough: “d” is no project because “Dates” is one. */
function hasWordsOfProject(name: string, { context }: Planning): boolean {
  const wanted = wordsOf(name);
  return (
    wanted.join('').length > 2 &&
    context.projects.some((project) => wanted.every((word) => wordsOf(project.name).includes(word)))
  );
}

/** Names of tasks that the conversation made stand for these. */
function isExactlyTask(name: string, { focus }: Planning): boolean {
  return focus.tasks.includes(name);
}

/** A name that a project has may be a task's too. */
function* dueOfProject(name: string, request: Of<'change-tasks'>, planning: Planning): Steps<Outcome> {
  const { changes } = request;
  const where: Where = { type: 'named', name, isList: false };
  const everything: Request = { type: 'change-tasks', which: { type: 'all', project: where }, changes };
  const target =
    changes.due_date === undefined
      ? []
      : [
          {
            label: `The target date of the project “${shortened(name, 60)}”`,
            request: { type: 'change-project', where, changes: { target_date: changes.due_date } } as const,
          },
        ];
  const offers = [
    ...target,
    { label: `The due dates of all tasks in “${shortened(name, 60)}”`, request: everything },
  ];
  return yield* offered(
    { question: 'What shall be moved?', why: `There is a project called “${name}”.`, offers },
    planning,
    'Nothing was changed.',
  );
}

export function* move({ which, to }: Of<'move'>, planning: Planning): Steps<Outcome> {
  const { to_project: name, ...rest } = to;
  const place = name === undefined ? null : yield* placed({ type: 'named', name, isList: false }, planning);
  if (place?.type === 'unchosen') return unchosen;
  const target = { ...rest, to_project: place?.id ?? undefined };
  if (which.type === 'all' || which.type === 'filter') return yield* movedTogether(which, target, planning);
  const selection = yield* selected(which, planning);
  if (selection.type === 'not') return selection.outcome;
  return {
    type: 'calls',
    calls: (selection.tasks ?? []).map((task) =>
      toolCall('move_task', { task, project: selection.args['project'], ...target }),
    ),
    focus: selection.focus,
  };
}

const movedAtOnce = 25;

/** The tool moves one task at a time, so they are looked up first. */
function* movedTogether(
  which: Extract<Which, { type: 'all' | 'filter' }>,
  target: Arguments,
  planning: Planning,
): Steps<Outcome> {
  const selection = yield* selected(which, planning);
  if (selection.type === 'not') return selection.outcome;
  const [output = ''] = yield [toolCall('list_tasks', { ...selection.args, limit: 50 })];
  const lines = output.split('\n').slice(1);
  const tasks = lines
    .filter((line) => line.startsWith('- ') && !line.includes(', below “'))
    .flatMap((line) => mentionsIn(line).slice(0, 1))
    .map(({ id }) => id);
  if (tasks.length === 0) return said('No task fits, so nothing was moved.');
  if (tasks.length > movedAtOnce || output.includes('\nShown are '))
    return said(`That is more than I move at once: ${String(tasks.length)} tasks. Name the ones to move.`);
  return {
    type: 'calls',
    calls: tasks.map((task) => toolCall('move_task', { task, ...target })),
    focus: { ...planning.focus, tasks },
  };
}
