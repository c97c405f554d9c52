import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type {
  CommitOutcome,
  CommitRequest,
  JournalRecord,
  LoadedWorkspace,
  LogRange,
  WorkspaceStore,
} from '@/agent';
import { sequence, type DeltaOf, type LogEntry } from '@/domain/deltas';
import {
  emptyWorkspace,
  findEntity,
  putEntity,
  snapshotOf,
  workspaceFrom,
  type EntityKind,
  type Workspace,
} from '@/domain/workspace';
import { aRace, raceKeepsTheFold } from '@/testing/workspace-store-contract';

describe('a store that does not look at the head', () => {
  it('[W4] is caught by the race, so the race can tell', async () => {
    const race = fc.asyncProperty(aRace, (turns) =>
      raceKeepsTheFold(turns, () => {
        const store = new LastWriteWinsStore();
        return Promise.resolve({ first: store, second: store });
      }),
    );
    const { failed } = await fc.check(race, { numRuns: 200 });
    expect(failed).toBe(true);
  });
});

/** Wrong on purpose: whoever writes last wins, whatever it was planned on. */
class LastWriteWinsStore implements WorkspaceStore {
  #workspace: Workspace = emptyWorkspace();
  readonly #log: LogEntry[] = [];

  load(): Promise<LoadedWorkspace> {
    const head = sequence(this.#log.length);
    return Promise.resolve({ snapshot: snapshotOf(this.#workspace), head, damaged: [] });
  }

  commit({ commit }: CommitRequest): Promise<CommitOutcome> {
    for (const delta of commit.deltas) this.#workspace = overwritten<EntityKind>(this.#workspace, delta);
    const entry = { sequence: sequence(this.#log.length + 1), commit };
    this.#log.push(entry);
    return Promise.resolve({ type: 'committed', entry });
  }

  readLog({ limit }: LogRange): Promise<readonly LogEntry[]> {
    return Promise.resolve(this.#log.slice(0, limit));
  }

  readJournal(): Promise<readonly JournalRecord[]> {
    return Promise.resolve([]);
  }
}

function overwritten<K extends EntityKind>(workspace: Workspace, delta: DeltaOf<K>): Workspace {
  switch (delta.type) {
    case 'create':
      return putEntity(workspace, delta.kind, delta.entity);
    case 'delete':
      return without(workspace, delta.kind, delta.entity.id);
    case 'update': {
      const present = findEntity(workspace, delta.kind, delta.id);
      return present === undefined
        ? workspace
        : putEntity(workspace, delta.kind, { ...present, ...delta.after });
    }
  }
}

function without(workspace: Workspace, kind: EntityKind, id: string): Workspace {
  const snapshot = snapshotOf(workspace);
  const rest = snapshot[kind].filter((entity) => entity.id !== id);
  return workspaceFrom({ ...snapshot, [kind]: rest });
}
