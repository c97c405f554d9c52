import type { ToolContext, ToolPlan } from '@/agent';
import { Draft, planned } from '@/domain/planning';
import type { Email, Workspace } from '@/domain/workspace';

import { name, optional, projectName } from './arguments';
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
  type EmailContent,
} from './emails';
import { emailNamed, type Found } from './find-named';
import { failure, outcomeOf } from './outcomes';
import { recipientText } from './recipients';
import { newestFirst, reference } from './references';
import { z } from './zod';

export const sendEmail = defineTool({
  name: 'send_email',
  description:
    'Sends an email out of the app: a new one (to, subject, body), or a draft that exists (draft; what else is given replaces what it holds). The person always sees recipients, subject and text first and may change them. Answers whether it was sent.',
  arguments: z
    .strictObject({
      to: optional(recipientsArgument(toDescription)),
      cc: optional(recipientsArgument('Who gets a copy; written like to.')),
      project: optional(projectName('The project it is about; needed for "stakeholders".')),
      subject: optional(subjectArgument()),
      body: optional(bodyArgument()),
      draft: optional(name('A draft, or an email that failed: its id or subject.')),
    })
    .check(
      z.refine((args) => args.draft !== undefined || args.to !== undefined, neededFor('to', 'recipients')),
      z.refine(
        (args) => args.draft !== undefined || args.subject !== undefined,
        neededFor('subject', 'a subject'),
      ),
      z.refine((args) => args.draft !== undefined || args.body !== undefined, neededFor('body', 'a text')),
    ),
  settle(workspace, args, context) {
    const written = { ...draftWritten(workspace, args, context), ...args };
    return { ...written, ...recipientsWritten(workspace, written, context) };
  },
  plan(workspace, args, context) {
    const draft = draftMeant(workspace, args, context);
    if (draft.type === 'failed') return draft;
    const content = contentFrom(workspace, args, context);
    if (content.type === 'failed') return content;
    return sending(workspace, { draft: draft.value, content: content.value }, context);
  },
  title(workspace, args, context) {
    const content = contentFrom(workspace, args, context);
    const to =
      content.type === 'found' ? ` to ${recipientWords([...content.value.to, ...content.value.cc])}` : '';
    return `Send “${args.subject ?? args.draft ?? ''}”${to}`;
  },
  fields: emailFields,
});

interface Sending {
  readonly draft: Email | null;
  readonly content: EmailContent;
}

function sending(workspace: Workspace, { draft, content }: Sending, context: ToolContext): ToolPlan {
  const changes = new Draft(workspace);
  const projectId = content.projectId ?? draft?.projectId ?? null;
  const state = { ...content, projectId, status: 'sending', failure: null, sentAt: null } as const;
  const emailId = draft?.id ?? context.mint('email');
  if (draft === null) changes.create('email', { id: emailId, ...state, createdAt: context.now });
  else changes.update('email', emailId, state);
  const email = changes.workspace.tables.email.get(emailId);
  if (email === undefined) return failure('The draft does not exist any more');
  const { to, cc, subject, body } = email;
  const all = [...to, ...cc].map(recipientText).join(', ');
  const plan = outcomeOf(planned(workspace, changes), () => `Email ${reference(email)} to ${all}.`);
  if (plan.type !== 'change') return plan;
  const summary = `Email “${subject}” to ${recipientWords([...to, ...cc])}`;
  return { ...plan, summary, effects: [{ type: 'email', emailId, to, cc, subject, body }] };
}

function draftMeant(
  workspace: Workspace,
  words: { readonly draft?: string },
  context: ToolContext,
): Found<Email | null> {
  if (words.draft === undefined) return { type: 'found', value: null };
  const all = newestFirst([...workspace.tables.email.values()], (email) => email.createdAt);
  const sendable = all.filter((email) => email.status === 'draft' || email.status === 'failed');
  const found = emailNamed(sendable, words.draft, context);
  if (found.type === 'found') return found;
  const past = all.find((email) => email.id === words.draft?.trim());
  return past === undefined
    ? found
    : failure(
        `This email is not a draft`,
        `${reference(past)} is not a draft; its status is ${past.status}.`,
      );
}

/** What the draft of a call holds, so that an approval shows all of it. */
function draftWritten(
  workspace: Workspace,
  words: { readonly draft?: string },
  context: ToolContext,
): { to?: string[]; cc?: string[]; subject?: string; body?: string } {
  const draft = draftMeant(workspace, words, context);
  if (draft.type === 'failed' || draft.value === null) return {};
  const { to, cc, subject, body } = draft.value;
  return {
    to: to.map(recipientText),
    ...(cc.length === 0 ? {} : { cc: cc.map(recipientText) }),
    subject,
    body,
  };
}

function neededFor(field: string, what: string) {
  return {
    path: [field],
    error: `This is missing. A new email needs ${what}; to send a draft, give draft.`,
  };
}
