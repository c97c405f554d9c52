import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';

import { commitId, emptyHistory, sequence, type Delta, type LogEntry } from '@/domain/deltas';
import { emptyWorkspace, millis, taskId } from '@/domain/workspace';

import { taskFixture } from '../rows/fixture';
import { createArrivals } from './arrivals';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('marks what others changed, for a moment', () => {
  const { arrive, marked } = arranged();
  arrive(entryOf(1, { type: 'update', kind: 'task', id: taskId('a'), before: {}, after: { title: 'A' } }));
  vi.advanceTimersByTime(10);
  expect(marked()).toEqual(['a']);

  vi.advanceTimersByTime(10_000);
  expect(marked()).toEqual([]);
});

it('does not mark what was changed here, even though it is seen before it is known to be our own', () => {
  const own = new Set<string>();
  const { arrive, marked } = arranged((id) => own.has(id));
  const entry = entryOf(1, { type: 'create', kind: 'task', entity: taskFixture('a', 'p') });
  arrive(entry);
  own.add(entry.commit.id);
  vi.advanceTimersByTime(10);

  expect(marked()).toEqual([]);
});

it('leaves out what was deleted, and stops when it is told to', () => {
  const { arrive, marked, stop } = arranged();
  arrive(entryOf(1, { type: 'delete', kind: 'task', entity: taskFixture('a', 'p') }));
  vi.advanceTimersByTime(10);
  expect(marked()).toEqual([]);

  stop();
  arrive(entryOf(2, { type: 'create', kind: 'task', entity: taskFixture('b', 'p') }));
  vi.advanceTimersByTime(10);
  expect(marked()).toEqual([]);
});

function arranged(isOwn: (id: string) => boolean = () => false) {
  const workspaceStore = createStore(() => ({
    workspace: emptyWorkspace(),
    head: sequence(0),
    history: emptyHistory,
    arrived: nothing(),
  }));
  const { store, follow } = createArrivals(workspaceStore, isOwn);
  return {
    stop: follow(),
    marked: () => [...store.getState()],
    arrive: (entry: LogEntry) => {
      workspaceStore.setState({ head: entry.sequence, arrived: [entry] });
    },
  };
}

function nothing(): readonly LogEntry[] {
  return [];
}

function entryOf(place: number, delta: Delta): LogEntry {
  return {
    sequence: sequence(place),
    commit: {
      id: commitId(`c${String(place)}`),
      at: millis(0),
      author: { type: 'person' },
      cause: { type: 'edit' },
      summary: 'Changed',
      deltas: [delta],
    },
  };
}
