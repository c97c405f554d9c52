import { resolveName } from '@/domain/workspace';

import type { Request } from '../reading/request';
import { asked, offered, shortened } from './asking';
import { projectNeeded, unchosen } from './places';
import { calls, said, toolCall, type Outcome, type Planning } from './planning';
import type { Steps } from './steps';

type Of<Type extends Request['type']> = Extract<Request, { readonly type: Type }>;

export function* personAddition(request: Of<'add-person'>): Steps<Outcome> {
  const name =
    request.name === ''
      ? yield* asked(
          'What is the person’s name?',
          request.email === null ? '' : `The address is ${request.email}.`,
          [],
        )
      : request.name;
  if (name === null || name.trim() === '') return said('Without a name I did not add anybody.');
  return calls(
    toolCall('add_person', {
      name: name.trim(),
      email: request.email ?? undefined,
      team: request.team ?? undefined,
    }),
  );
}

export function personUpdate({ person, changes }: Of<'update-person'>): Outcome {
  return calls(toolCall('update_person', { person, ...changes }));
}

export function* stakeholders(request: Of<'stakeholders'>, planning: Planning): Steps<Outcome> {
  const place = yield* projectNeeded(request.where, planning, 'Which project’s stakeholders do you mean?');
  if (place.type === 'unchosen') return unchosen;
  if (place.id === null) return said('There is no project yet that could have stakeholders.');
  return calls(
    toolCall('set_stakeholders', { project: place.id, people: [...request.people], mode: request.mode }),
  );
}

export function* comment(request: Of<'comment'>, planning: Planning): Steps<Outcome> {
  const { focus, context } = planning;
  const text = request.text ?? (yield* asked('What shall the comment say?', '', []));
  if (text === null || text.trim() === '') return said('Without a text I did not write a comment.');
  if (request.on === null) return yield* homelessComment(text, planning);
  if (request.on === 'it') {
    const task = focus.tasks.at(-1);
    if (task !== undefined) return calls(toolCall('add_comment', { text, task }));
    if (focus.project !== null) return calls(toolCall('add_comment', { text, project: focus.project }));
    return yield* homelessComment(text, planning);
  }
  const name = request.on.replace(/^(?:the )?project | project$/giu, '');
  const project = resolveName(name, context.projects);
  const target = project.type === 'found' ? { project: project.id } : { task: request.on };
  return {
    type: 'calls',
    calls: [toolCall('add_comment', { text, ...target })],
    focus: 'task' in target ? { ...focus, tasks: [request.on] } : focus,
  };
}

/** A note that is on nothing may be a comment or a task. */
function* homelessComment(text: string, planning: Planning): Steps<Outcome> {
  const { focus, context } = planning;
  const project = context.projects.find(({ id }) => id === focus.project);
  const offers = [
    {
      label: `Keep it as a task: “${shortened(text, 80)}”`,
      request: {
        type: 'add-tasks',
        titles: [text.slice(0, 300)],
        where: { type: 'none' },
        details: { when: null, priority: null, assignee: null, notes: null },
        occasion: 'task',
      } as const,
    },
    ...(project === undefined
      ? []
      : [
          {
            label: `Comment on the project “${shortened(project.name, 80)}”`,
            request: { type: 'comment', text, on: project.name } as const,
          },
        ]),
  ];
  return yield* offered(
    {
      question: `Where shall I note “${shortened(text, 120)}”?`,
      why: 'Notes are comments on a task or a project. You can write: Comment on “Run tests”: …',
      offers,
    },
    planning,
    'I noted nothing.',
  );
}
