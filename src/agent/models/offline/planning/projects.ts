import type { Context } from '../conversation';
import type { ProjectChanges, Request } from '../reading/request';
import { changesSaid } from '../understand';
import { asked, offered, shortened } from './asking';
import { placed, projectNeeded, unchosen } from './places';
import { calls, said, toolCall, type Outcome, type Planning } from './planning';
import type { Steps } from './steps';

type Of<Type extends Request['type']> = Extract<Request, { readonly type: Type }>;

export function* projectChange(request: Of<'change-project'>, planning: Planning): Steps<Outcome> {
  const place = yield* projectNeeded(request.where, planning, 'Which project shall change?');
  if (place.type === 'unchosen') return unchosen;
  if (place.id === null) return said('There is no project yet that could be changed.');
  const id = place.id;
  const name = planning.context.projects.find((project) => project.id === id)?.name ?? id;
  const changes =
    Object.keys(request.changes).length > 0
      ? request.changes
      : yield* changesAskedFor(name, planning.context);
  if (changes === null) return said(`I did not change “${name}”: it was not said how.`);
  return {
    type: 'calls',
    calls: [toolCall('update_project', { project: id, ...changes })],
    focus: { ...planning.focus, project: id, tasks: [] },
  };
}

const changeable: Readonly<Record<string, string>> = {
  Rename: 'What shall it be called?',
  'Change the status': 'Which status shall it have: planning, active, on hold or completed?',
  'Change the priority': 'Which priority shall it have: low, medium, high or urgent?',
  'Move the target date': 'Which day shall be the target date?',
};

function* changesAskedFor(name: string, context: Context): Steps<ProjectChanges | null> {
  const answer = yield* asked(
    `What shall change about “${name}”?`,
    'You can also write it, like “make it high priority”.',
    Object.keys(changeable).map((label) => ({ label })),
  );
  if (answer === null) return null;
  const question = Object.hasOwn(changeable, answer) ? changeable[answer] : undefined;
  if (question === undefined) return changesSaid(answer, context);
  const value = yield* asked(question, '', []);
  if (value === null || value.trim() === '') return null;
  return answer === 'Rename' ? { name: value.trim() } : changesSaid(value, context);
}

export function* projectDeletion(request: Of<'delete-project'>, planning: Planning): Steps<Outcome> {
  const place = yield* projectNeeded(request.where, planning, 'Which project shall I delete?');
  if (place.type === 'unchosen') return said('You did not choose a project, so nothing was deleted.');
  return place.id === null
    ? said('There is no project to delete.')
    : calls(toolCall('delete_project', { project: place.id }));
}

/** A project's name alone may mean it, its tasks, or a task of the same name. */
export function* unclearDeletion(
  { name, isCleared }: Of<'delete-unclear'>,
  planning: Planning,
): Steps<Outcome> {
  const place = yield* placed({ type: 'named', name, isList: false }, planning);
  if (place.type === 'unchosen' || place.id === null)
    return said('You did not choose, so nothing was deleted.');
  const project = planning.context.projects.find(({ id }) => id === place.id)?.name ?? name;
  const where = { type: 'named', name: project, isList: false } as const;
  const shown = shortened(project, 60);
  const offers = [
    {
      label: `All tasks in “${shown}”, but not the project`,
      request: { type: 'delete-tasks', which: { type: 'all', project: where } } as const,
    },
    {
      label: `Only the done tasks in “${shown}”`,
      request: {
        type: 'delete-tasks',
        which: { type: 'filter', filter: { done: true }, project: where },
      } as const,
    },
    {
      label: `The project “${shown}” with all its tasks`,
      request: { type: 'delete-project', where } as const,
    },
    ...(isCleared
      ? []
      : [
          {
            label: `A task called “${shortened(name, 60)}”`,
            request: {
              type: 'delete-tasks',
              which: { type: 'named', names: [name], project: { type: 'none' } },
            } as const,
          },
        ]),
  ];
  return yield* offered(
    {
      question: isCleared ? `What shall I clear in “${shown}”?` : 'What shall I delete?',
      why: `“${project}” is a project.`,
      offers,
    },
    planning,
    'You did not choose, so nothing was deleted.',
  );
}

export function* unnamedDeletion(planning: Planning): Steps<Outcome> {
  const answer = yield* asked('Which task shall I delete?', 'Write its name.', []);
  if (answer === null || answer.trim() === '') return said('You did not choose, so nothing was deleted.');
  const which = { type: 'named', names: [answer.trim()], project: { type: 'none' } } as const;
  return yield* planning.carryOut({ type: 'delete-tasks', which }, planning);
}

/** Nothing says which list is meant, and all of them are too much to guess. */
export function* listsDeletion({ words }: Of<'delete-lists'>, planning: Planning): Steps<Outcome> {
  const offers = [
    {
      label: 'Only the done tasks of all projects',
      request: {
        type: 'delete-tasks',
        which: { type: 'filter', filter: { done: true }, project: { type: 'none' } },
      } as const,
    },
    ...planning.context.projects.slice(0, 8).map(({ name }) => ({
      label: `All tasks in “${shortened(name, 60)}”`,
      request: {
        type: 'delete-tasks',
        which: { type: 'all', project: { type: 'named', name, isList: false } },
      } as const,
    })),
  ];
  return yield* offered(
    {
      question: `Which tasks shall I delete from “${shortened(words, 60)}”?`,
      why: 'What there is to do is in several projects, and I delete nothing that was not named.',
      offers,
    },
    planning,
    'You did not choose, so nothing was deleted.',
  );
}
