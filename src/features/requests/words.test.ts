import { describe, expect, it } from 'vitest';

import {
  callId,
  requestId,
  runId,
  type PersonRequest,
  type QuestionSpec,
  type RequestStatus,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';

import { nextLookMs, timeLeftWords } from './deadline-words';
import { isDeliberate } from './guarded-press';
import { isAnsweredElsewhere, outcomeOf } from './outcome-words';

function isElsewhere(status: RequestStatus): boolean {
  return isAnsweredElsewhere(request(status), 'here');
}

describe('how a request ended', () => {
  const at = millis(1);

  it.each<[RequestStatus, string | null]>([
    [{ type: 'open' }, null],
    [{ type: 'responded', response: { type: 'approved' }, at }, 'Approved'],
    [
      { type: 'responded', response: { type: 'approved-with-changes', args: {} }, at },
      'Approved with changes',
    ],
    [{ type: 'responded', response: { type: 'refused', reason: 'Too early' }, at }, 'Cancelled'],
    [{ type: 'responded', response: { type: 'skipped' }, at }, 'Skipped'],
    [
      { type: 'responded', response: { type: 'answered', choices: ['A', 'B'], text: '' }, at },
      'Answered: A, B',
    ],
    [{ type: 'responded', response: { type: 'answered', choices: [], text: 'mine' }, at }, 'Answered: mine'],
    [{ type: 'expired', at }, 'Expired'],
    [{ type: 'superseded', reason: 'A newer message came.', at }, 'Superseded'],
    [{ type: 'withdrawn', at }, 'Cancelled'],
  ])('%j is said as %s', (status, expected) => {
    expect(outcomeOf(request(status))?.words ?? null).toBe(expected);
  });

  it('[Q3] is told as somebody else’s where another window answered, as far as the journal says', () => {
    const responded = { type: 'responded', response: { type: 'approved' }, at } as const;
    expect(isElsewhere({ ...responded, by: 'there' })).toBe(true);
    expect(isElsewhere({ ...responded, by: 'here' })).toBe(false);
    expect(isElsewhere(responded)).toBe(false);
    expect(isElsewhere({ type: 'expired', at })).toBe(false);
  });

  it('[Q4] an expired one never says that somebody refused', () => {
    const outcome = outcomeOf(request({ type: 'expired', at }));
    expect(`${outcome?.words ?? ''} ${outcome?.detail ?? ''}`).not.toMatch(/refus|den(y|ied)|cancel/i);
  });
});

describe('the time left to answer', () => {
  it.each([
    [30_000, 'Less than a minute left to answer'],
    [60_000, 'About 1 minute left to answer'],
    [9 * 60_000, 'About 9 minutes left to answer'],
    [3 * 3_600_000, 'About 3 hours left to answer'],
    [0, null],
  ])('%d ms are said as %s', (left, expected) => {
    expect(timeLeftWords(left)).toBe(expected);
  });

  it('is looked at when its words change, at the end, and never more than once a minute before', () => {
    expect([3_600_000, 150_000, 90_000, 60_000, 20_000, 1].map(nextLookMs)).toEqual([
      60_000, 60_000, 30_000, 60_000, 20_000, 50,
    ]);
  });
});

it('a press within half a second of what it decides on is not taken for a decision', () => {
  expect(isDeliberate(1_000, 1_499)).toBe(false);
  expect(isDeliberate(1_000, 1_500)).toBe(true);
  expect(isDeliberate(Infinity, 10_000)).toBe(false);
});

const question: QuestionSpec = {
  type: 'question',
  question: 'Which?',
  why: '',
  answerWith: 'several',
  options: [
    { label: 'A', detail: '' },
    { label: 'B', detail: '' },
  ],
};

function request(status: RequestStatus): PersonRequest {
  return {
    id: requestId('q'),
    runId: runId('r'),
    callId: callId('c'),
    spec: question,
    openedAt: millis(0),
    deadline: null,
    status,
  };
}
