import { describe, expect, it } from 'vitest';

import { commitId } from '@/domain/deltas';
import {
  callId,
  newView,
  requestId,
  runId,
  sessionId,
  turnId,
  type Answer,
  type PersonRequest,
  type SessionView,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';

import { askAgainText } from './ask-again';

describe('asking again after nobody answered', () => {
  it('says the same once more when nothing was done', () => {
    expect(askAgainText(viewWith({}), request)).toBe('Mark everything in Launch as done');
  });

  it('asks only for what is missing when something was done before', () => {
    expect(askAgainText(viewWith({ commitIds: [commitId('cmt_1')] }), request)).toBe(
      'Please ask me again: Complete 12 tasks in Launch',
    );
  });

  it('says nothing for a run that is not there', () => {
    expect(askAgainText(viewWith({ runId: runId('run_2') }), request)).toBeNull();
  });
});

const request: PersonRequest = {
  id: requestId('req_1'),
  runId: runId('run_1'),
  callId: callId('call_1'),
  spec: {
    type: 'approval',
    tool: 'complete_tasks',
    title: 'Complete 12 tasks in Launch',
    reasons: [],
    preview: [],
    effects: [],
    fields: [],
    args: {},
    hash: 'h',
  },
  openedAt: millis(0),
  deadline: millis(1),
  status: { type: 'expired', at: millis(1) },
};

function viewWith(changes: Partial<Answer>): SessionView {
  const answer: Answer = {
    type: 'answer',
    runId: runId('run_1'),
    turnId: turnId('turn_1'),
    status: 'completed',
    startedAt: millis(0),
    endedAt: millis(1),
    steps: [],
    blocks: [],
    commitIds: [],
    receipt: { created: 0, changed: 0, deleted: 0, sent: 0, approvals: 0, durationMs: 1 },
    failure: null,
    ...changes,
  };
  return {
    ...newView(sessionId('ses_1'), millis(0)),
    entries: [
      {
        type: 'message',
        turnId: turnId('turn_1'),
        text: 'Mark everything in Launch as done',
        at: millis(0),
        isReplaced: false,
      },
      answer,
    ],
  };
}
