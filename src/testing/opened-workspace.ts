import { sequence, type Delta } from '@/domain/deltas';
import {
  openWorkspaceDatabase,
  type IndexedDbWorkspaceStore,
  type LogMark,
  type OpenedWorkspace,
  type OpenOptions,
  type Witness,
} from '@/storage';

import { aCommit, aPerson } from './random-edits';

let databaseCount = 0;

export function newName(): string {
  databaseCount += 1;
  return `momentum-${String(databaseCount)}`;
}

export function opened(options: Partial<OpenOptions>): Promise<OpenedWorkspace> {
  const name = options.name ?? newName();
  return openWorkspaceDatabase({
    newDatabaseId: () => `id of ${name}`,
    witnesses: [],
    onEvent: () => undefined,
    ...options,
    name,
  });
}

export function ready(result: OpenedWorkspace): IndexedDbWorkspaceStore {
  if (result.type !== 'ready') throw new Error(`The database is suspicious: ${result.suspicion.type}.`);
  return result.store;
}

export function adding(base: number, person: string) {
  const deltas: readonly Delta[] = [{ type: 'create', kind: 'person', entity: aPerson(person) }];
  return { base: sequence(base), commit: aCommit(`add-${person}`, deltas), journal: [] };
}

export function memoryWitness(first: LogMark | null = null): Witness & { remembered(): LogMark | null } {
  let mark = first;
  const note = (noted: LogMark): void => {
    mark = noted;
  };
  return {
    recall: () => Promise.resolve(mark),
    note,
    replace: note,
    settled: () => Promise.resolve(),
    forget() {
      mark = null;
      return Promise.resolve();
    },
    remembered: () => mark,
  };
}
