import type { ToolContext } from '@/agent';
import { counted } from '@/domain/deltas';
import type { ArgumentField } from '@/domain/sessions';
import {
  multiLine,
  singleLine,
  textLimits,
  type Email,
  type Project,
  type Recipient,
  type Workspace,
} from '@/domain/workspace';

import { listField, longTextField, textField } from './approval-fields';
import { block, line, list } from './arguments';
import { projectIfNamed, type Found } from './find-named';
import { recipientsFrom, recipientText, type Recipients } from './recipients';

const entryLimit = 500;

export function recipientsArgument(description: string) {
  return list(line(undefined, entryLimit), description);
}

export const toDescription =
  'Who gets it, one entry each: a person (id or name), a plain address, or "stakeholders" for those of the project given.';

export function subjectArgument() {
  return line('The subject, one line.', textLimits.subject);
}

export function bodyArgument() {
  return block(
    'The text, plain, as it shall be read. Use only figures that a tool reported.',
    textLimits.body,
  );
}

interface EmailWords {
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly project?: string;
  readonly subject?: string;
  readonly body?: string;
}

/** What an email holds that a person decides. */
export type EmailContent = Pick<Email, 'to' | 'cc' | 'subject' | 'body' | 'projectId'>;

/** The content that a call describes, its recipients resolved. */
export function contentFrom(
  workspace: Workspace,
  words: EmailWords,
  context: ToolContext,
): Found<EmailContent> {
  const found = addressed(workspace, words, context);
  if (found.type === 'failed') return found;
  const { recipients, project } = found.value;
  return {
    type: 'found',
    value: {
      ...recipients,
      subject: singleLine(words.subject ?? ''),
      body: multiLine(words.body ?? ''),
      projectId: project?.id ?? null,
    },
  };
}

/** The recipients of a call written out one by one, so that an approval shows, edits and sends to exactly these. */
export function recipientsWritten(
  workspace: Workspace,
  words: EmailWords,
  context: ToolContext,
): { to?: string[]; cc?: string[] } {
  const found = addressed(workspace, words, context);
  if (found.type === 'failed') return {};
  const { to, cc } = found.value.recipients;
  return {
    ...(to.length === 0 ? {} : { to: to.map(recipientText) }),
    ...(cc.length === 0 ? {} : { cc: cc.map(recipientText) }),
  };
}

/** "5 people", or the one there is. */
export function recipientWords(recipients: readonly Recipient[]): string {
  const [only, ...others] = recipients;
  if (only === undefined) return 'nobody yet';
  return others.length === 0 ? only.name || only.address : counted(recipients.length, 'person');
}

export function emailFields(words: EmailWords): readonly ArgumentField[] {
  return [
    listField(['to', 'To'], words.to, true),
    listField(['cc', 'Cc'], words.cc),
    textField(['subject', 'Subject'], words.subject, true),
    longTextField(['body', 'Text'], words.body, true),
  ];
}

function addressed(
  workspace: Workspace,
  words: EmailWords,
  context: ToolContext,
): Found<{ readonly recipients: Recipients; readonly project: Project | null }> {
  const project = projectIfNamed(workspace, words.project, context);
  if (project.type === 'failed') return project;
  const recipients = recipientsFrom(
    workspace,
    { to: words.to ?? [], cc: words.cc ?? [], project: project.value },
    context,
  );
  if (recipients.type === 'failed') return recipients;
  return { type: 'found', value: { recipients: recipients.value, project: project.value } };
}
