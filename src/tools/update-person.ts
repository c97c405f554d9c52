import { planUpdatePerson } from '@/domain/planning';
import { textLimits } from '@/domain/workspace';

import { textField } from './approval-fields';
import { isNone, line, name, none, optional } from './arguments';
import { defineTool } from './define-tool';
import { personNamed } from './find-named';
import { given } from './given';
import { outcomeOf } from './outcomes';
import { addressOrNoneArgument } from './person-arguments';
import { changedFields, reference } from './references';
import { z } from './zod';

export const updatePerson = defineTool({
  name: 'update_person',
  description:
    'Changes the name, address or team of a person. Only what is given changes. Never make up an address.',
  arguments: z
    .strictObject({
      person: name('The person: id, name or present address.'),
      name: optional(line('The new name.', textLimits.name)),
      email: optional(addressOrNoneArgument('The new address')),
      team: optional(line(`The new team; "${none}" to remove it.`, textLimits.name)),
    })
    .check(
      z.refine(
        ({ person: _person, ...changes }) => Object.keys(changes).length > 0,
        'Say what shall change: name, email or team.',
      ),
    ),
  plan(workspace, args, context) {
    const found = personNamed(workspace, args.person, context);
    if (found.type === 'failed') return found;
    const changes = given({ name: args.name, email: valueOrNull(args.email), team: valueOrNull(args.team) });
    return outcomeOf(
      planUpdatePerson(workspace, found.value.id, changes),
      (plan) => `Changed person ${reference(found.value)}: ${changedFields(workspace, plan.deltas)}.`,
      `${reference(found.value)} was like this already; nothing changed.`,
    );
  },
  title(workspace, args, context) {
    const found = personNamed(workspace, args.person, context);
    return `Change the entry of ${found.type === 'found' ? found.value.name : args.person}`;
  },
  fields: (args) => [
    textField(['person', 'Person'], args.person, true),
    textField(['name', 'New name'], args.name),
    textField(['email', 'Email'], args.email),
    textField(['team', 'Team'], args.team),
  ],
});

function valueOrNull(text: string | undefined): string | null | undefined {
  return text !== undefined && isNone(text) ? null : text;
}
