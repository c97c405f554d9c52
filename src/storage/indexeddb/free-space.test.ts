import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';

import type { Journal } from '@/agent';
import {
  eventAt,
  runId,
  sessionId,
  type SessionEvent,
  type SessionHappening,
  type SessionId,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';
import { newName, opened, ready } from '@/testing/opened-workspace';

const [kept, gone, idle] = [sessionId('kept'), sessionId('gone'), sessionId('idle')];

describe('space that is not needed', () => {
  it('[S3] is that of deleted sessions and of streams that have ended, and nothing else', async () => {
    const store = await usedStore();
    expect(await store.measureSpare()).toEqual({ deletedSessions: 1, streams: 1, bytes: anyCount(60) });
  });

  it('[S3] is freed: what is shown stays, event for event, and no place in a journal is lost', async () => {
    const { journal, ...store } = await usedStore();
    const before = await journal.read(kept);
    const measured = await store.measureSpare();
    expect(await store.freeSpare()).toEqual(measured);

    expect(await journal.read(gone)).toEqual([]);
    const [, checkpoint] = before;
    expect(await journal.read(kept)).toEqual(
      before.map((record) =>
        record === checkpoint ? { ...record, event: { ...ended[1], text: '', reasoning: '' } } : record,
      ),
    );
    expect(await journal.read(idle)).toHaveLength(2);
    expect((await journal.summaries()).map(({ id }) => id).toSorted()).toEqual([idle, kept]);
    expect(await store.measureSpare()).toEqual({ deletedSessions: 0, streams: 0, bytes: 0 });
  });

  it('[S3] is freed by removing alone when the disk takes not even a smaller record', async () => {
    const { journal, ...store } = await usedStore();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No space.', 'QuotaExceededError');
    });
    const freed = await store.freeSpare();
    full.mockRestore();
    expect(freed).toMatchObject({ deletedSessions: 1, streams: 0 });
    expect(await journal.read(gone)).toEqual([]);
    expect(await store.measureSpare()).toMatchObject({ deletedSessions: 0, streams: 1 });
  });
});

const [run, running] = [runId('run-1'), runId('run-2')];

const ended = dated(
  { type: 'session-created' },
  { type: 'text-checkpointed', runId: run, text: 'I will', reasoning: 'One task.' },
  { type: 'response-received', runId: run, model: 'offline', items: [], calls: [] },
  { type: 'run-ended', runId: run, outcome: 'completed', failure: null },
  { type: 'text-checkpointed', runId: running, text: 'And then', reasoning: '' },
);

/** One session that goes on, one that is deleted, and one with nothing to spare. */
async function usedStore() {
  const store = ready(await opened({ name: newName() }));
  const { journal } = store;
  await append(journal, kept, ended, false);
  await append(journal, gone, dated({ type: 'session-created' }, { type: 'session-deleted' }), true);
  await append(journal, idle, dated({ type: 'session-created' }, { type: 'queue-held' }), false);
  return {
    journal,
    measureSpare: () => store.measureSpare(),
    freeSpare: () => store.freeSpare(),
  };
}

function append(
  journal: Journal,
  ...[id, events, isDeleted]: readonly [SessionId, readonly SessionEvent[], boolean]
): Promise<void> {
  return journal.append({
    records: events.map((event, index) => ({ sessionId: id, sequence: index + 1, event })),
    summary: { id, title: '', status: 'idle', isArchived: false, createdAt: millis(1), updatedAt: millis(2) },
    isDeleted,
    durability: 'strict',
  });
}

function dated(...happenings: readonly SessionHappening[]): readonly SessionEvent[] {
  return happenings.map((happening, index) => eventAt(millis(index), happening));
}

function anyCount(least: number): unknown {
  return expect.toSatisfy((value: number) => value > least);
}
