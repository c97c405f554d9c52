import { planUpdateProject } from '@/domain/planning';
import type { PersonId } from '@/domain/workspace';

import { choiceField, listField, textField } from './approval-fields';
import { choice, list, name, optional, projectName } from './arguments';
import { defineTool } from './define-tool';
import { stakeholdersOf } from './figures';
import { allNamed, personNamed, projectNamed } from './find-named';
import { outcomeOf } from './outcomes';
import { reference } from './references';
import { z } from './zod';

const modes = ['replace', 'add', 'remove'] as const;

export const setStakeholders = defineTool({
  name: 'set_stakeholders',
  description:
    'Says who the stakeholders of a project are: the people who get its status updates. They must be in the list of people; add others with add_person first.',
  arguments: z.strictObject({
    project: projectName(),
    people: list(name(), 'The people.'),
    mode: optional(
      choice(modes, 'replace: exactly these (when not given); add: these too; remove: not these any more.'),
    ),
  }),
  plan(workspace, args, context) {
    const found = projectNamed(workspace, args.project, context);
    if (found.type === 'failed') return found;
    const people = allNamed(args.people, (one) => personNamed(workspace, one, context));
    if (people.type === 'failed') return people;
    const project = found.value;
    const named = people.value.map((person) => person.id);
    const stakeholderIds = stakeholderIdsAfter(project.stakeholderIds, named, args.mode ?? 'replace');
    return outcomeOf(
      planUpdateProject(workspace, project.id, { stakeholderIds }),
      () => {
        const names = stakeholdersOf(workspace, { ...project, stakeholderIds }).map(reference);
        return `The stakeholders of ${reference(project)} are now ${names.length === 0 ? 'nobody' : names.join(', ')}.`;
      },
      `The stakeholders of ${reference(project)} were like this already; nothing changed.`,
    );
  },
  title(workspace, args, context) {
    const found = projectNamed(workspace, args.project, context);
    const project = found.type === 'found' ? found.value.name : `“${args.project}”`;
    return `${titles[args.mode ?? 'replace']} ${project}`;
  },
  fields: (args) => [
    textField(['project', 'Project'], args.project, true),
    listField(['people', 'People'], args.people, true),
    choiceField(
      ['mode', 'How'],
      { replace: 'Exactly these', add: 'These too', remove: 'Not these' },
      args.mode,
    ),
  ],
});

const titles = {
  replace: 'Set the stakeholders of',
  add: 'Add stakeholders to',
  remove: 'Remove stakeholders from',
} as const;

function stakeholderIdsAfter(
  present: readonly PersonId[],
  named: readonly PersonId[],
  mode: (typeof modes)[number],
): readonly PersonId[] {
  switch (mode) {
    case 'replace':
      return named;
    case 'add':
      return [...present, ...named.filter((id) => !present.includes(id))];
    case 'remove':
      return present.filter((id) => !named.includes(id));
  }
}
