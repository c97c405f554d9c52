import { candidatesIn } from '../answering/outputs';
import { wordsOf } from '../reading/reader';
import type { Request, TaskFilter, Where, Which } from '../reading/request';
import { offered, shortened, type Offer } from './asking';
import { toolCall, type Outcome, type Planning } from './planning';
import { selectionCalls } from './selections';
import type { Steps } from './steps';

type Of<Type extends Request['type']> = Extract<Request, { readonly type: Type }>;

/** Everything there is: which project was talked about before does not say where to delete. */
export function* taskDeletion({ which }: { readonly which: Which }, planning: Planning): Steps<Outcome> {
  const isAll = which.type === 'all' && which.project.type === 'none';
  const focus = isAll ? { ...planning.focus, project: null } : planning.focus;
  return yield* selectionCalls('delete_tasks', which, { planning: { ...planning, focus } });
}

const nothingDeleted = 'Nothing was deleted. Name what shall go, for instance: Delete “Call Ann”.';

/** Deleting by day takes all tasks that are due then, which may be more than was meant. */
export function* deletionByDays(request: Of<'delete-days'>, planning: Planning): Steps<Outcome> {
  const { where, words } = request;
  const { due_from: from, due_to: to } = request.filter;
  const isDated = from !== undefined || to !== undefined;
  const filter = { done: false, ...request.filter };
  return yield* offered(
    {
      question: `Which ones do you mean by “${shortened(words, 100)}”?`,
      why: isDated
        ? 'Deleting by day takes every task that is due then, so I ask first.'
        : 'Everything on the calendar is a task here, so deleting it needs a name.',
      offers: isDated ? offersFor(filter, where) : undated,
    },
    planning,
    nothingDeleted,
  );
}

const undated: readonly Offer[] = [
  {
    label: 'Show what is coming up',
    request: {
      type: 'question',
      question: { type: 'tasks', filter: { done: false }, where: { type: 'none' }, view: 'open' },
    },
  },
  {
    label: 'Delete the completed tasks',
    request: {
      type: 'delete-tasks',
      which: { type: 'filter', filter: { done: true }, project: { type: 'none' } },
    },
  },
];

/** Only what fits all that was said is offered. */
function offersFor(filter: TaskFilter, where: Where): readonly Offer[] {
  const those = `${daysOf(filter)}${othersOf(filter, where)}`;
  return [
    {
      label: shortened(`Show what is due ${those}`),
      request: { type: 'question', question: { type: 'tasks', filter, where, view: 'due' } },
    },
    {
      label: shortened(`Delete all ${filter.overdue === true ? 'overdue' : 'open'} tasks due ${those}`),
      request: { type: 'delete-tasks', which: { type: 'filter', filter, project: where } },
    },
  ];
}

function daysOf({ due_from: from, due_to: to }: TaskFilter): string {
  if (from === to) return `on ${from ?? ''}`;
  return from === undefined ? `by ${to ?? ''}` : `from ${from} to ${to ?? 'then on'}`;
}

/** What else was said of them than their days. */
function othersOf({ assignee, priority, status, text }: TaskFilter, where: Where): string {
  return [
    assignee === undefined ? '' : assignee === 'none' ? ', unassigned' : `, assigned to ${assignee}`,
    priority === undefined ? '' : `, with priority ${priority.join(' or ')}`,
    status === undefined ? '' : `, ${status.join(' or ').replaceAll('_', ' ')}`,
    text === undefined ? '' : `, about “${text}”`,
    where.type === 'named' ? `, in “${where.name}”` : where.type === 'it' ? ', in the same project' : '',
  ].join('');
}

/** A name is looked up among the people first: a task that only mentions somebody must not go in their place. */
export function* deletionByName(request: Of<'delete-person-or-task'>, planning: Planning): Steps<Outcome> {
  const { which, people } = request;
  const found: string[] = [];
  for (const name of people) {
    const [output = ''] = yield [toolCall('find', { text: name, kind: 'person' })];
    if (candidatesIn(output).some((person) => isCalled(person.name, name))) found.push(name);
  }
  const tasks: Request = { type: 'delete-tasks', which };
  if (found.length === 0) return yield* planning.carryOut(tasks, planning);
  const names = shortened(people.join(', '), 60);
  planning.note(`“${found.join('”, “')}” is somebody’s name, so I ask what shall go.`);
  return yield* offered(
    {
      question: `Do you mean the person or a task by “${names}”?`,
      why: 'It is the name of somebody among the people.',
      offers: [
        ...asStakeholders(found, which.project),
        { label: `Delete the task that “${names}” names`, request: tasks },
      ],
    },
    planning,
    'You did not choose, so nothing was deleted.',
  );
}

function isCalled(full: string, name: string): boolean {
  const words = wordsOf(full);
  return wordsOf(name).every((word) => words.includes(word));
}

function asStakeholders(people: readonly string[], where: Where): readonly Offer[] {
  const names = shortened(people.join(', '), 50);
  const project = where.type === 'named' ? `“${shortened(where.name, 40)}”` : 'a project';
  const [only = '', ...others] = people;
  return [
    {
      label: `Take ${names} off the stakeholders of ${project}`,
      request: { type: 'stakeholders', people, where, mode: 'remove' },
    },
    ...(where.type === 'none' && others.length === 0
      ? [
          {
            label: `Delete ${names} from the people`,
            request: { type: 'delete-person', name: only } as const,
          },
        ]
      : []),
  ];
}
