import { describe, expect, it } from 'vitest';

import { newView, sessionId, summaryOf, type SessionStatus, type SessionSummary } from '@/domain/sessions';
import { millis } from '@/domain/workspace';

import { groupedSessions, shelved } from './session-groups';

function session(id: string, status: SessionStatus, isArchived = false): SessionSummary {
  return { ...summaryOf(newView(sessionId(id), millis(1))), status, isArchived };
}

function idsOf(sessions: readonly SessionSummary[]): readonly string[] {
  return sessions.map(({ id }) => id);
}

describe('the groups of the list of sessions', () => {
  it('[S6] stand in the order of their urgency, each in the order of the list, and none is empty', () => {
    const list = [
      session('a', 'completed'),
      session('b', 'awaiting_user'),
      session('c', 'cancelled'),
      session('d', 'interrupted'),
      session('e', 'failed'),
      session('f', 'awaiting_user'),
      session('g', 'idle'),
    ];
    expect(groupedSessions(list).map(({ group, sessions }) => [group, idsOf(sessions)])).toEqual([
      ['needs-you', ['b', 'f']],
      ['failed', ['d', 'e']],
      ['done', ['a', 'c', 'g']],
    ]);
    expect(groupedSessions([session('a', 'running')]).map(({ group }) => group)).toEqual(['running']);
    expect(groupedSessions([])).toEqual([]);
  });

  it('[S6] hold nothing that was put away', () => {
    const { current, archived } = shelved([
      session('a', 'completed', true),
      session('b', 'failed'),
      session('c', 'failed', true),
    ]);
    expect([idsOf(current), idsOf(archived)]).toEqual([['b'], ['a', 'c']]);
  });
});
