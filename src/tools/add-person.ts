import { planCreatePerson } from '@/domain/planning';
import { folded, singleLine, textLimits } from '@/domain/workspace';

import { textField } from './approval-fields';
import { line, optional } from './arguments';
import { defineTool } from './define-tool';
import { given } from './given';
import { createdBy, failure, outcomeOf } from './outcomes';
import { addressArgument } from './person-arguments';
import { reference, references } from './references';
import { z } from './zod';

export const addPerson = defineTool({
  name: 'add_person',
  description:
    'Adds a person to the list of people, so that they can be given tasks, be stakeholders and get emails. Never make up an address.',
  arguments: z.strictObject({
    name: line('Their name.', textLimits.name),
    email: optional(addressArgument('Their email address')),
    team: optional(line('Their team.', textLimits.name)),
  }),
  plan(workspace, args, context) {
    const wanted = folded(singleLine(args.name));
    const same = [...workspace.tables.person.values()].find((person) => folded(person.name) === wanted);
    if (same !== undefined) {
      return failure(
        `There is a person called ${same.name} already`,
        `There is ${reference(same)} already. Change that entry with update_person, or add this person under a name that tells them apart.`,
      );
    }
    const result = planCreatePerson(
      workspace,
      { ...given({ email: args.email, team: args.team }), name: args.name },
      context,
    );
    return outcomeOf(result, (plan) => {
      const address =
        args.email === undefined ? ', without an address' : ` with address ${args.email.trim()}`;
      return `Added person ${references(createdBy(plan, 'person'))}${address}.`;
    });
  },
  title: (_workspace, args) => `Add ${args.name} to the people`,
  fields: (args) => [
    textField(['name', 'Name'], args.name, true),
    textField(['email', 'Email'], args.email),
    textField(['team', 'Team'], args.team),
  ],
});
