import { counted } from '@/domain/deltas';
import { planDeletePeople } from '@/domain/planning';

import { textField } from './approval-fields';
import { name } from './arguments';
import { defineTool } from './define-tool';
import { personNamed } from './find-named';
import { outcomeOf } from './outcomes';
import { reference } from './references';
import { z } from './zod';

export const deletePerson = defineTool({
  name: 'delete_person',
  description:
    'Deletes a person from the list of people. Their tasks stay, without assignee; projects lose them as stakeholder. The person in front of the screen is always asked first.',
  arguments: z.strictObject({ person: name('The person: id, name or address.') }),
  plan(workspace, args, context) {
    const found = personNamed(workspace, args.person, context);
    if (found.type === 'failed') return found;
    return outcomeOf(planDeletePeople(workspace, [found.value.id]), (plan) => {
      const tasks = plan.deltas.filter((delta) => delta.type === 'update' && delta.kind === 'task').length;
      const after =
        tasks === 0 ? '' : ` ${counted(tasks, 'task')} ${tasks === 1 ? 'is' : 'are'} unassigned now.`;
      return `Deleted person ${reference(found.value)}.${after}`;
    });
  },
  title(workspace, args, context) {
    const found = personNamed(workspace, args.person, context);
    return `Delete ${found.type === 'found' ? found.value.name : `“${args.person}”`} from the people`;
  },
  fields: (args) => [textField(['person', 'Person'], args.person, true)],
});
