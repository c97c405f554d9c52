import { Draft, planned } from '@/domain/planning';
import type { CallId, QuestionSpec } from '@/domain/sessions';
import { emailId as asEmailId, type EmailId, type Workspace } from '@/domain/workspace';

import type { Clock, MailOutcome, Mailer } from '../ports';
import type { Planned } from '../workspace';
import type { CallWords } from './call-words';
import type { EmailEffect } from './tool';

/** An email of a call, and what became of it. */
export interface Delivery {
  readonly emailId: EmailId;
  readonly subject: string;
  readonly outcome: MailOutcome;
}

export interface Sending {
  readonly mailer: Mailer;
  readonly key: string;
  readonly signal: AbortSignal;
  /** Whether this window may still act for the session. Asked just before each email leaves [S1a]. */
  readonly leads: () => Promise<boolean>;
}

/** Sends the emails of a call, one after the other, each with a key of its own [C7]. */
export async function sendAll(
  effects: readonly EmailEffect[],
  { mailer, key, signal, leads }: Sending,
): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const [index, effect] of effects.entries()) {
    const { emailId, to, cc, subject, body } = effect;
    const idempotencyKey = index === 0 ? key : `${key}:${String(index + 1)}`;
    const mayLeave = await leads();
    // Nothing may be awaited between looking and sending.
    const outcome =
      signal.aborted || !mayLeave
        ? stoppedBefore
        : await mailer.send({ to, cc, subject, body }, { idempotencyKey, signal });
    deliveries.push({ emailId, subject, outcome });
  }
  return deliveries;
}

/** Whether sending again reaches nobody twice: another receiver than the first time does not know the key. */
export function isRepeatable(mailer: Mailer, { via }: { readonly via?: string }): boolean {
  return mailer.isIdempotent && (via === undefined || via === mailer.describe());
}

/** Of emails that may have left before: what certainly did not leave this time may have done so then. */
export function afterFirstAttempt(deliveries: readonly Delivery[]): readonly Delivery[] {
  return deliveries.map((delivery) => {
    const { outcome } = delivery;
    if (outcome.type !== 'failed') return delivery;
    const message = `${outcome.message} It may have left before, when Momentum was closed just as it sent it.`;
    return { ...delivery, outcome: { type: 'unknown', message } };
  });
}

const stoppedBefore: MailOutcome = { type: 'failed', message: 'The run was stopped before this email left.' };

export function effectKey(sessionId: string, turnId: string, callId: CallId): string {
  return `${sessionId}:${turnId}:${callId}`;
}

/** Records on the emails what became of them. */
export function deliveryPlan(
  workspace: Workspace,
  deliveries: readonly Delivery[],
  clock: Clock,
): Planned<{ readonly type: 'invalid' }> {
  const draft = new Draft(workspace);
  for (const { emailId, outcome } of deliveries) {
    draft.update('email', emailId, {
      status: statuses[outcome.type],
      failure: 'message' in outcome ? outcome.message : null,
      sentAt: outcome.type === 'sent' || outcome.type === 'handed-over' ? clock.now() : null,
    });
  }
  const result = planned(workspace, draft);
  return result.type === 'invalid' ? { type: 'invalid' } : result;
}

const statuses = {
  sent: 'sent',
  'handed-over': 'sent',
  failed: 'failed',
  unknown: 'in_doubt',
} as const satisfies Record<MailOutcome['type'], string>;

/** What the model and the person hear about emails that were sent, or not. */
export function deliveryWords(deliveries: readonly Delivery[]): CallWords {
  return {
    summary: deliveries.map((delivery) => summaryOf(delivery)).join('; '),
    output: deliveries.map((delivery) => outputOf(delivery)).join(' '),
  };
}

function summaryOf({ subject, outcome }: Delivery): string {
  switch (outcome.type) {
    case 'sent':
      return `Email “${subject}” sent`;
    case 'handed-over':
      return `Email “${subject}” handed over to your mail program`;
    case 'failed':
      return `Email “${subject}” was not sent: ${outcome.message}`;
    case 'unknown':
      return `Nobody knows whether the email “${subject}” was sent: ${outcome.message}`;
  }
}

function outputOf({ subject, outcome }: Delivery): string {
  switch (outcome.type) {
    case 'sent':
      return `Sent: “${subject}”.`;
    case 'handed-over':
      return `“${subject}” was handed over to the person's mail program; they send it from there.`;
    case 'failed':
      return `Not sent: “${subject}”. ${outcome.message}`;
    case 'unknown':
      return `It is not known whether “${subject}” was sent. ${outcome.message} Do not send it again unless the person asks for it.`;
  }
}

/** The emails that a call was about to send when the app went away, as the workspace keeps them. */
export function emailsOf(workspace: Workspace, emailIds: readonly string[]): readonly EmailEffect[] {
  return emailIds.flatMap((id) => {
    const email = workspace.tables.email.get(asEmailId(id));
    if (email === undefined) return [];
    const { to, cc, subject, body } = email;
    return [{ type: 'email' as const, emailId: email.id, to, cc, subject, body }];
  });
}

/** Asked when nobody can know whether an email left [C7]. */
export function doubtQuestion(emails: readonly EmailEffect[]): QuestionSpec {
  const names = emails.map((email) => `“${email.subject}”`).join(', ');
  return {
    type: 'question',
    question: `Was the email ${names} sent?`,
    why: 'Momentum was interrupted just as it sent it and cannot tell. It will not be sent again by itself.',
    answerWith: 'one',
    options: [
      { label: doubtAnswers.sent, detail: 'You have seen that it left.' },
      { label: doubtAnswers.failed, detail: 'It goes back to the outbox, from where it can be sent.' },
      { label: doubtAnswers.unknown, detail: 'It stays marked as in doubt.' },
    ],
  };
}

const doubtAnswers = { sent: 'It was sent', failed: 'It was not sent', unknown: 'I do not know' } as const;

/** What the person's answer says about the emails. */
export function deliveriesAfterDoubt(
  emails: readonly EmailEffect[],
  choices: readonly string[],
): readonly Delivery[] {
  const [choice] = choices;
  return emails.map(({ emailId: id, subject }) => ({ emailId: id, subject, outcome: outcomeFrom(choice) }));
}

function outcomeFrom(choice: string | undefined): MailOutcome {
  if (choice === doubtAnswers.sent) return { type: 'sent' };
  if (choice === doubtAnswers.failed) {
    return { type: 'failed', message: 'Momentum was interrupted before it left.' };
  }
  return { type: 'unknown', message: 'Momentum was interrupted just as it sent it.' };
}
