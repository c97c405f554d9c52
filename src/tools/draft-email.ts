import { Draft, planned } from '@/domain/planning';

import { optional, projectName } from './arguments';
import { defineTool } from './define-tool';
import {
  bodyArgument,
  contentFrom,
  emailFields,
  recipientsArgument,
  recipientsWritten,
  recipientWords,
  subjectArgument,
  toDescription,
} from './emails';
import { createdBy, outcomeOf } from './outcomes';
import { recipientText } from './recipients';
import { references } from './references';
import { z } from './zod';

export const draftEmail = defineTool({
  name: 'draft_email',
  description:
    'Writes an email and keeps it as a draft; nothing leaves the app. Answers with its id, with which send_email sends it later. To send at once use send_email.',
  arguments: z.strictObject({
    to: recipientsArgument(toDescription),
    cc: optional(recipientsArgument('Who gets a copy; written like to.')),
    project: optional(projectName('The project it is about; needed for "stakeholders".')),
    subject: subjectArgument(),
    body: bodyArgument(),
  }),
  settle: (workspace, args, context) => ({ ...args, ...recipientsWritten(workspace, args, context) }),
  plan(workspace, args, context) {
    const content = contentFrom(workspace, args, context);
    if (content.type === 'failed') return content;
    const draft = new Draft(workspace);
    draft.create('email', {
      id: context.mint('email'),
      ...content.value,
      status: 'draft',
      failure: null,
      createdAt: context.now,
      sentAt: null,
    });
    return outcomeOf(planned(workspace, draft), (plan) => {
      const { to, cc } = content.value;
      return `Kept as a draft, not sent: ${references(createdBy(plan, 'email'))} to ${[...to, ...cc].map(recipientText).join(', ')}.`;
    });
  },
  title(workspace, args, context) {
    const content = contentFrom(workspace, args, context);
    const to =
      content.type === 'found' ? ` to ${recipientWords([...content.value.to, ...content.value.cc])}` : '';
    return `Draft “${args.subject}”${to}`;
  },
  fields: emailFields,
});
