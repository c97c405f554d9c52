import type { Json } from '@/domain/sessions';
import { folded } from '@/domain/workspace';

import { candidatesIn } from '../answering/outputs';
import type { Focus } from '../focus';
import type { Request, TaskDetails } from '../reading/request';
import { momentOnly, whenOf, type When } from '../reading/when';
import { asked, labelMeant, shortened } from './asking';
import { placed, placeForNew, unchosen } from './places';
import { said, toolCall, type Outcome, type Planning } from './planning';
import type { OfflineCall, Steps } from './steps';

type Of<Type extends Request['type']> = Extract<Request, { readonly type: Type }>;

function detailArguments({ when, priority, assignee, notes }: TaskDetails): {
  readonly [field: string]: Json | undefined;
} {
  return {
    due_date: when?.date,
    due_time: when?.time,
    priority: priority ?? undefined,
    assignee: assignee ?? undefined,
    notes: notes ?? undefined,
  };
}

export function* projectCreation(request: Of<'create-project'>, { focus, note }: Planning): Steps<Outcome> {
  const what = request.isList ? 'list' : 'project';
  const name = request.name ?? (yield* asked(`What shall the ${what} be called?`, '', []));
  if (name === null || name.trim() === '') return said(`Without a name I did not create a ${what}.`);
  if (request.isList) note('A list is a project whose tasks are the items.');
  return {
    type: 'calls',
    calls: [
      toolCall('create_project', {
        name,
        priority: request.priority ?? undefined,
        target_date: request.when?.date,
      }),
      ...request.titles.map((title) => toolCall('add_task', { title, project: name })),
    ],
    focus: { ...focus, project: name, tasks: request.titles, made: [...focus.made, name] },
  };
}

export function* taskAddition(request: Of<'add-tasks'>, planning: Planning): Steps<Outcome> {
  const titles = yield* titlesOf(request.titles, questions[request.occasion]);
  if (titles.length === 0) return said('Without a title I did not add a task.');
  const place = yield* placeForNew(
    request.where,
    planning,
    shortened(titles.map((title) => `“${title}”`).join(', '), 200),
  );
  if (place.type === 'unchosen') return said('You did not choose where it goes, so nothing was added.');
  const details = yield* withTime(request, titles[0] ?? '', planning);
  if (details === null) return said('I did not add it: it was not said when it is.');
  const project = place.type === 'new' ? place.name : (place.id ?? projectOfTheMoment(request, planning));
  const added = titles.map((title) =>
    toolCall('add_task', { title, project: project ?? undefined, ...detailArguments(details) }),
  );
  const { focus } = planning;
  return {
    type: 'calls',
    calls: [...(place.type === 'new' ? [toolCall('create_project', { name: place.name })] : []), ...added],
    focus: {
      ...focus,
      project: project ?? focus.project,
      tasks: titles,
      made: place.type === 'new' ? [...focus.made, place.name] : focus.made,
    },
  };
}

/** Looks first, and adds only what is not there. */
export function* missingAddition(request: Of<'add-missing'>, planning: Planning): Steps<Outcome> {
  const { title, where } = request;
  const place = yield* placed(where, planning);
  if (place.type === 'unchosen') return unchosen;
  const [output = ''] = yield [
    toolCall('list_tasks', { project: place.id ?? undefined, filter: { text: title, done: false } }),
  ];
  const [there] = candidatesIn(output).filter(({ name }) => folded(name).includes(folded(title)));
  if (there !== undefined) return said(`“${there.name}” is there already, so I added nothing.`);
  planning.note(`“${title}” is not there yet.`);
  return {
    type: 'calls',
    calls: [toolCall('add_task', { title, project: place.id ?? undefined })],
    focus: { ...planning.focus, project: place.id ?? planning.focus.project, tasks: [title] },
  };
}

const questions = {
  task: 'What is the task called?',
  reminder: 'What shall I remind you of?',
  meeting: 'What is it called?',
} as const;

/** What is added without a place goes to the project that was just talked about. Reminders and meetings stand for themselves. */
function projectOfTheMoment(
  { occasion, where }: Of<'add-tasks'>,
  { context, focus }: Planning,
): string | null {
  if (where.type !== 'none' || occasion !== 'task' || context.projects.length === 1) return null;
  return focus.project;
}

const noDate = 'Without a date';

/** Reminders and meetings are nothing without a time; it is asked for when it was not said. */
function* withTime(request: Of<'add-tasks'>, title: string, planning: Planning): Steps<TaskDetails | null> {
  const { details, occasion } = request;
  if (details.when !== null || occasion === 'task' || request.where.type !== 'none') return details;
  const when = yield* timeAskedFor(
    occasion === 'meeting' ? `When is “${shortened(title)}”?` : `When shall “${shortened(title)}” be due?`,
    planning,
  );
  return when === 'unsaid' ? null : { ...details, when };
}

function* timeAskedFor(question: string, { context }: Planning): Steps<When | null | 'unsaid'> {
  const days = ['Today', 'Tomorrow', 'In a week'];
  const answer = yield* asked(
    question,
    'You can also write a day and a time, like “Friday at 3pm”.',
    [...days, noDate].map((label) => ({ label })),
  );
  if (answer === null) return 'unsaid';
  const moment = momentOnly(labelMeant(answer, days) ?? answer, context);
  if (moment !== null) return whenOf(moment, context.today);
  return answer === noDate ? null : 'unsaid';
}

function* titlesOf(titles: readonly string[], question: string): Steps<readonly string[]> {
  if (titles.length > 0) return titles;
  const answer = yield* asked(question, '', []);
  return answer === null || answer.trim() === '' ? [] : [answer.trim()];
}

export function* subtaskAddition(request: Of<'add-subtasks'>, { focus }: Planning): Steps<Outcome> {
  const parent =
    request.parent ?? focus.tasks.at(-1) ?? (yield* asked('Below which task shall the subtasks go?', '', []));
  if (parent === null || parent.trim() === '')
    return said('Without a task to put them below I did not add subtasks.');
  const titles = yield* titlesOf(request.titles, 'What is the subtask called?');
  if (titles.length === 0) return said('Without a title I did not add a subtask.');
  return {
    type: 'calls',
    calls: subtaskCalls(parent, titles, { request, focus }),
    focus: { ...focus, tasks: [parent] },
  };
}

/**
 * Below a task that the same message makes, each subtask is a call of its own, so that each can be seen and taken back; below one
 * that is there already they are one call.
 */
function subtaskCalls(
  parent: string,
  titles: readonly string[],
  { request, focus }: { readonly request: Of<'add-subtasks'>; readonly focus: Focus },
): readonly OfflineCall[] {
  const { details } = request;
  const isPlain =
    details.when === null && details.priority === null && details.assignee === null && details.notes === null;
  const isNew = request.parent === null && focus.tasks.at(-1) === parent;
  return isPlain && !isNew
    ? [toolCall('add_subtasks', { parent, titles: [...titles] })]
    : titles.map((title) => toolCall('add_task', { title, parent, ...detailArguments(details) }));
}

/** Tasks do not come again by themselves, and it is not known what hour it is: both are said, and a way on is offered. */
export function* repeatingTask(request: Of<'repeating'>, planning: Planning): Steps<Outcome> {
  const title = request.title === '' ? null : request.title;
  if (title === null)
    return said('I cannot repeat tasks. Tell me what it is about and a day, and I add it once.');
  const once =
    request.when === null
      ? `Add “${shortened(title, 80)}” once`
      : `Add “${shortened(title, 80)}” once, due ${request.when.date}${request.when.time === undefined ? '' : ` ${request.when.time}`}`;
  const answer = yield* asked(
    `I cannot repeat a task${/^(?:repeating|recurring)$/iu.test(request.every) ? '' : ` ${request.every}`}. What shall I do?`,
    'A task here is due once.',
    [{ label: once }, { label: 'Leave it' }],
  );
  if (answer !== once) return said('I added nothing, because I cannot repeat tasks.');
  return onceAdded(title, request.when, planning);
}

export function* timelessTask(request: Of<'unknown-hour'>, planning: Planning): Steps<Outcome> {
  const title = request.title === '' ? yield* asked('What shall I remind you of?', '', []) : request.title;
  if (title === null || title.trim() === '') return said('Without a title I did not add a task.');
  const when = yield* timeAskedFor(
    `I know the day but not the hour, so I cannot count “${request.words}”. At what time shall “${shortened(title)}” be due?`,
    planning,
  );
  return when === 'unsaid'
    ? said('I did not add it: it was not said when it is due.')
    : onceAdded(title, when, planning);
}

function onceAdded(title: string, when: When | null, { focus }: Planning): Outcome {
  return {
    type: 'calls',
    calls: [toolCall('add_task', { title, due_date: when?.date, due_time: when?.time })],
    focus: { ...focus, tasks: [title] },
  };
}

export function* bareList(request: Of<'bare-list'>, planning: Planning): Steps<Outcome> {
  const count = String(request.titles.length);
  const [first = ''] = request.titles;
  const label = `Add all ${count} as tasks`;
  const answer = yield* asked(
    `Shall I add these ${count} lines as tasks? The first is “${shortened(first, 80)}”.`,
    'They say what might be done, but not what to do with them.',
    [{ label }, { label: 'Leave it' }],
  );
  if (answer !== label && !/^(?:yes|yeah|yep|sure|ok)/iu.test(answer ?? '')) return said('I added nothing.');
  const place = yield* placeForNew({ type: 'none' }, planning, 'them');
  if (place.type === 'unchosen') return unchosen;
  return {
    type: 'calls',
    calls: request.titles.slice(0, 50).map((title) => toolCall('add_task', { title: title.slice(0, 300) })),
    focus: { ...planning.focus, tasks: request.titles },
  };
}
