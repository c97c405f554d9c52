import { describe, expect, it } from 'vitest';

import type { CommitOutcome, CommitRequest, WorkspaceStore } from '@/agent';
import { commitId, sequence } from '@/domain/deltas';
import { millis } from '@/domain/workspace';
import { createStorageHealth } from '@/state/workspace';
import { MemoryWorkspaceStore, StorageFullError } from '@/storage';

import { watchedStore } from './watched-store';

const request: CommitRequest = {
  base: sequence(0),
  commit: {
    id: commitId('chg_1'),
    at: millis(0),
    author: { type: 'person' },
    cause: { type: 'edit' },
    summary: 'Nothing',
    deltas: [],
  },
  journal: [],
};

describe('a watched store', () => {
  it('[S3] says that a change is on its way, and then that it is kept', async () => {
    const health = createStorageHealth({ type: 'sound' });
    const stored: CommitRequest[] = [];
    const store = watchedStore(new MemoryWorkspaceStore(), {
      health,
      onStored: (commit) => stored.push(commit),
    });

    const writing = store.commit(request);
    expect(health.getState().savingCount).toBe(1);
    await writing;

    expect(health.getState()).toEqual({ health: { type: 'sound' }, savingCount: 0, missingEntries: [] });
    expect(stored).toEqual([request]);
  });

  it('[S3] says that the storage is full, hands the error on, and recovers with the next write', async () => {
    const health = createStorageHealth({ type: 'sound' });
    const memory = new MemoryWorkspaceStore();
    let isFull = true;
    const store = watchedStore(
      storeThatCommits(memory, async (commit) => {
        if (isFull) throw new StorageFullError();
        return memory.commit(commit);
      }),
      { health, onStored: () => undefined },
    );

    await expect(store.commit(request)).rejects.toThrow(StorageFullError);
    expect(health.getState()).toMatchObject({ health: { type: 'full' }, savingCount: 0 });

    isFull = false;
    await store.commit(request);
    expect(health.getState().health).toEqual({ type: 'sound' });
  });

  it('does not count a stale commit as stored', async () => {
    const stored: CommitRequest[] = [];
    const memory = new MemoryWorkspaceStore();
    await memory.commit(request);
    const store = watchedStore(memory, {
      health: createStorageHealth({ type: 'sound' }),
      onStored: (commit) => stored.push(commit),
    });

    const other = { ...request, commit: { ...request.commit, id: commitId('chg_2') } };
    expect(await store.commit(other)).toEqual({ type: 'stale', head: 1 });
    expect(stored).toEqual([]);
  });
});

function storeThatCommits(
  store: WorkspaceStore,
  commit: (commitRequest: CommitRequest) => Promise<CommitOutcome>,
): WorkspaceStore {
  return {
    load: () => store.load(),
    readLog: (range) => store.readLog(range),
    readJournal: (sessionId) => store.readJournal(sessionId),
    commit,
  };
}
