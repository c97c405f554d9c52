import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { historyFor, sessionId, viewOf, type SessionEvent } from '@/domain/sessions';
import { sampleEvents } from '@/testing/sample-events';

import frozen from './fixtures/events-version-1.json';
import { isSessionEvent, readEvents } from './stored-events';

const asRecords = (events: readonly unknown[]) =>
  events.map((event, index) => ({ sessionId: 's', sequence: index + 1, event }));

describe('stored events', () => {
  it('[S4] of version 1 are never edited', () => {
    const bytes = readFileSync(`${import.meta.dirname}/fixtures/events-version-1.json`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      'acdb65290b5a73d577d8d75f80e83a1c52589b83a7a82757e797a31d7efec576',
    );
  });

  it('[S4] of version 1 can be read, shown and told to a model', () => {
    const events = readEvents(asRecords(frozen));
    expect(events).toEqual(sampleEvents);
    const view = viewOf(sessionId('s'), events);
    expect(view).toMatchObject({ title: 'Deploying', status: 'running' });
    expect(historyFor(events, 'offline').length).toBeGreaterThan(0);
  });

  it('[S4] cover every type there is', () => {
    const types = new Set(sampleEvents.map((event) => event.type));
    expect([...types].toSorted()).toEqual(everyType.toSorted());
  });

  it('[S4] that cannot be read are left out, and the others stay', () => {
    const [first, second] = sampleEvents;
    const broken = [null, 7, { type: 'unheard-of' }, { ...second, version: 2 }, { ...second, at: 'noon' }];
    expect(readEvents(asRecords([first, ...broken, second]))).toEqual([first, second]);
  });

  it.each(sampleEvents.map((event) => [event.type, event] as const))(
    '[S4] of type %s are refused when any part of them is missing',
    (_type, event) => {
      for (const field of Object.keys(event)) {
        const { [field]: _gone, ...rest } = { ...event } as Record<string, unknown>;
        expect(isSessionEvent(rest), field).toBe(false);
      }
    },
  );
});

const everyType: SessionEvent['type'][] = [
  'session-created',
  'session-renamed',
  'session-deleted',
  'session-restored',
  'message-sent',
  'run-started',
  'response-received',
  'text-checkpointed',
  'response-cut',
  'request-opened',
  'request-settled',
  'effect-started',
  'call-settled',
  'run-ended',
  'grant-given',
  'grant-revoked',
];
