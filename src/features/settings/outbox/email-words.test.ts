import { describe, expect, it } from 'vitest';

import { emailId, emailStatuses, millis, type Email } from '@/domain/workspace';

import { emailState, newestFirst } from './email-words';

describe('the state of an email', () => {
  it('is said in words of its own for every status', () => {
    const words = emailStatuses.map((status) => emailState(email({ status })).words);

    expect(words).toEqual(['Draft', 'Sending…', 'Left the app', 'Not sent', 'In doubt']);
  });

  it('says why an email did not leave', () => {
    expect(emailState(email({ status: 'failed', failure: 'The mail service wants a pause.' })).detail).toBe(
      'The mail service wants a pause.',
    );
  });

  it('[C7] never says that an email in doubt was sent or was not', () => {
    expect(emailState(email({ status: 'in_doubt' })).detail).toContain('Nobody knows whether it was sent');
  });
});

describe('the outbox', () => {
  it('has the newest email first', () => {
    const emails = [1, 3, 2].map((at) => email({ id: emailId(`em_${String(at)}`), createdAt: millis(at) }));

    expect(newestFirst(emails).map(({ id }) => id)).toEqual(['em_3', 'em_2', 'em_1']);
  });
});

function email(changes: Partial<Email>): Email {
  return {
    id: emailId('em_1'),
    projectId: null,
    to: [],
    cc: [],
    subject: 'Status',
    body: '',
    status: 'draft',
    failure: null,
    createdAt: millis(0),
    sentAt: null,
    ...changes,
  };
}
