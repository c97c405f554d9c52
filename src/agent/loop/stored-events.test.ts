import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { historyFor, sessionId, viewOf, type SessionEvent } from '@/domain/sessions';
import {
  archiveEvents,
  extendedEvents,
  modelEvents,
  queueEvents,
  sampleEvents,
  summaryEvents,
} from '@/testing/sample-events';

import frozenArchive from './fixtures/events-version-1-archive.json';
import frozenExtended from './fixtures/events-version-1-extended.json';
import frozenModel from './fixtures/events-version-1-model.json';
import frozenQueue from './fixtures/events-version-1-queue.json';
import frozenSummary from './fixtures/events-version-1-summary.json';
import frozen from './fixtures/events-version-1.json';
import { isSessionEvent, readEvents } from './stored-events';

const asRecords = (events: readonly unknown[]) =>
  events.map((event, index) => ({ sessionId: 's', sequence: index + 1, event }));

const allEvents: readonly SessionEvent[] = [
  ...sampleEvents,
  ...queueEvents,
  ...summaryEvents,
  ...modelEvents,
  ...archiveEvents,
  ...extendedEvents,
];

describe('stored events', () => {
  it.each([
    ['events-version-1', 'acdb65290b5a73d577d8d75f80e83a1c52589b83a7a82757e797a31d7efec576'],
    ['events-version-1-queue', '529674a616d36383b9fd195e6df26ff7fa1054f257ab09e16d3f3ad229eef95b'],
    ['events-version-1-summary', '6bc15fd9aaf2796e9014082549ecb1baf145bcd46f5a9be66b0019e86bebf968'],
    ['events-version-1-model', 'db026f9bd7d6196c708334bb9cb255bbbc3db694c34e17d9821fe8f7f6b85b3e'],
    ['events-version-1-archive', '376f9fd238b9ef280063bd8e7277cd1748b58f3fd1382b1e16729a5cd1353ddb'],
    ['events-version-1-extended', 'a765d59d5220d8b55c30eb89cb4ac8ef004b7ce1c470e82bd1ec677c871cd830'],
  ])('[S4] of %s are never edited', (name, hash) => {
    const bytes = readFileSync(`${import.meta.dirname}/fixtures/${name}.json`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  });

  it('[S4] of version 1 can be read, shown and told to a model', () => {
    const { events } = readEvents(asRecords(frozen));
    expect(events).toEqual(sampleEvents);
    const view = viewOf(sessionId('s'), events);
    expect(view).toMatchObject({ title: 'Deploying', status: 'running' });
    expect(historyFor(events, 'offline').length).toBeGreaterThan(0);
  });

  it('[S4] [I3] of version 1 with messages that wait can be read, and an older reader leaves them out', () => {
    expect(readEvents(asRecords(frozenQueue)).events).toEqual(queueEvents);
    const view = viewOf(sessionId('s'), [...sampleEvents, ...queueEvents]);
    expect(view).toMatchObject({ queue: { items: [{ text: 'And then that' }], isHeld: false } });
    expect(historyFor([...sampleEvents, ...queueEvents], 'offline')).toEqual(
      historyFor(sampleEvents, 'offline'),
    );
  });

  it('[S4] [L2] of version 1 with usage and summaries can be read, shown and told to a model', () => {
    expect(readEvents(asRecords(frozenSummary)).events).toEqual(summaryEvents);
    const events = [...sampleEvents, ...summaryEvents];
    expect(viewOf(sessionId('s'), events)).toMatchObject({ summary: { text: 'We deployed.', by: 'person' } });
    expect(historyFor(events, 'offline')[0]).toMatchObject({
      role: 'system',
      content: expect.stringContaining('We deployed.'),
    });
  });

  it('[S4] of version 1 with the model of a session can be read, and the last choice counts', () => {
    expect(readEvents(asRecords(frozenModel)).events).toEqual(modelEvents);
    const views = modelEvents.map((_event, index) =>
      viewOf(sessionId('s'), [...sampleEvents, ...modelEvents.slice(0, index + 1)]),
    );
    expect(views[0]?.modelChoice).toEqual({ provider: 'compatible', model: 'small' });
    expect(views[1]).toEqual(viewOf(sessionId('s'), sampleEvents));
  });

  it('[S4] [S6] of version 1 with archived sessions can be read, and an older reader leaves them out', () => {
    expect(readEvents(asRecords(frozenArchive)).events).toEqual(archiveEvents);
    const view = viewOf(sessionId('s'), [...sampleEvents, ...archiveEvents]);
    expect(view).toEqual({ ...viewOf(sessionId('s'), sampleEvents), isArchived: true });
  });

  it('[S4] [Q4] of version 1 with requests that were given more time can be read, and the last deadline counts', () => {
    expect(readEvents(asRecords(frozenExtended)).events).toEqual(extendedEvents);
    const opened = sampleEvents.findIndex((event) => event.type === 'request-opened');
    const before = sampleEvents.slice(0, opened + 1);
    const deadlines = [0, 1, 2].map(
      (count) =>
        viewOf(sessionId('s'), [...before, ...extendedEvents.slice(0, count)])?.openRequests[0]?.deadline,
    );
    expect(deadlines.slice(1)).toEqual([1_764_003_600_000, null]);
  });

  it('[S4] cover every type there is', () => {
    const types = new Set(allEvents.map((event) => event.type));
    expect([...types].toSorted()).toEqual(Object.keys(everyType).toSorted());
  });

  it('[S4] that cannot be read are left out, and the others stay', () => {
    const [first, second] = sampleEvents;
    const broken = [null, 7, { type: 'unheard-of' }, { ...second, version: 2 }, { ...second, at: 'noon' }];
    expect(readEvents(asRecords([first, ...broken, second]))).toEqual({
      events: [first, second],
      places: [1, 7],
    });
  });

  it.each(allEvents.map((event) => [event.type, event] as const))(
    '[S4] of type %s are refused when any part of them is missing',
    (_type, event) => {
      for (const field of Object.keys(event)) {
        const { [field]: _gone, ...rest } = { ...event } as Record<string, unknown>;
        expect(isSessionEvent(rest), field).toBe(field === 'usage');
      }
    },
  );
});

const everyType: Record<SessionEvent['type'], true> = {
  'session-created': true,
  'session-renamed': true,
  'session-deleted': true,
  'session-restored': true,
  'session-archived': true,
  'session-unarchived': true,
  'message-sent': true,
  'run-started': true,
  'response-received': true,
  'text-checkpointed': true,
  'response-cut': true,
  'request-opened': true,
  'request-extended': true,
  'request-settled': true,
  'effect-started': true,
  'call-settled': true,
  'run-ended': true,
  'grant-given': true,
  'grant-revoked': true,
  'message-queued': true,
  'queued-edited': true,
  'queued-moved': true,
  'queued-removed': true,
  'queue-held': true,
  'queue-resumed': true,
  audited: true,
  'history-summarised': true,
  'model-chosen': true,
};
