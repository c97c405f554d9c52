import { describe, expect, it } from 'vitest';

import {
  callId,
  requestId,
  runId,
  type PersonRequest,
  type QuestionSpec,
  type RequestResponse,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';
import { noon } from '@/testing/builders';

import { checkResponse } from './check-response';

function question(
  answerWith: QuestionSpec['answerWith'],
  fields: Partial<PersonRequest> = {},
): PersonRequest {
  const options = ['A', 'B', 'C'].map((label) => ({ label, detail: '' }));
  return {
    id: requestId('r'),
    runId: runId('run'),
    callId: callId('call'),
    spec: { type: 'question', question: 'Which?', why: '', answerWith, options },
    openedAt: noon,
    deadline: null,
    status: { type: 'open' },
    ...fields,
  };
}

const answer = (choices: readonly string[], text = ''): RequestResponse => ({
  type: 'answered',
  choices,
  text,
});

function verdict(request: PersonRequest, response: RequestResponse, now = noon): string {
  const check = checkResponse(request, response, now);
  return check.type === 'fits' ? 'fits' : check.code;
}

describe('a response', () => {
  it.each([
    ['one', answer(['A']), 'fits'],
    ['one', answer([]), 'mismatch'],
    ['one', answer(['A', 'B']), 'mismatch'],
    ['one', answer([], 'Something else'), 'mismatch'],
    ['one', answer(['Z']), 'mismatch'],
    ['several', answer(['A', 'C']), 'fits'],
    ['several', answer(['A', 'A']), 'mismatch'],
    ['several', answer([]), 'mismatch'],
    ['text', answer([], 'Because'), 'fits'],
    ['text', answer([], '  '), 'mismatch'],
    ['text', answer(['A']), 'mismatch'],
    ['one-or-text', answer(['A'], 'and a word'), 'fits'],
    ['one-or-text', answer([], 'None of them'), 'fits'],
    ['one-or-text', answer([]), 'mismatch'],
    ['one', { type: 'skipped' }, 'fits'],
    ['one', { type: 'approved' }, 'mismatch'],
    ['one', { type: 'refused', reason: '' }, 'mismatch'],
  ] as const)('[Q1] [Q2] to a question for %s that is %o: %s', (answerWith, response, expected) => {
    expect(verdict(question(answerWith), response)).toBe(expected);
  });

  it('[Q2] [Q4] comes too late once the deadline is reached, and after anything else has settled the request', () => {
    const until = question('one', { deadline: millis(noon + 10) });
    expect(verdict(until, answer(['A']), millis(noon + 9))).toBe('fits');
    expect(verdict(until, answer(['A']), millis(noon + 10))).toBe('expired');
    const at = noon;
    expect(verdict(question('one', { status: { type: 'expired', at } }), answer(['A']))).toBe('expired');
    for (const status of [
      { type: 'responded', response: answer(['A']), at },
      { type: 'superseded', reason: '', at },
      { type: 'withdrawn', at },
    ] as const) {
      const check = checkResponse(question('one', { status }), answer(['A']), noon);
      expect(check).toMatchObject({ type: 'refused', code: 'already-settled' });
    }
  });
});
