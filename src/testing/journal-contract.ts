import { describe, expect, it } from 'vitest';

import type { Journal, JournalAppend, WorkspaceStore } from '@/agent';
import { sequence } from '@/domain/deltas';
import { sessionId, type SessionSummary } from '@/domain/sessions';
import { millis } from '@/domain/workspace';

import { aCommit, aPerson } from './random-edits';

/** The journals of one device as two windows see them, and the store that shares its database with the first. */
export interface TwoJournals {
  readonly first: Journal;
  readonly second: Journal;
  readonly store: WorkspaceStore;
}

/** What every `Journal` holds to, whatever it keeps its data in. */
export function describeJournal(name: string, open: () => Promise<TwoJournals>): void {
  describe(`${name}: the contract of a journal`, () => {
    it('starts without sessions', async () => {
      const { first } = await open();
      expect(await first.summaries()).toEqual([]);
      expect(await first.read(sessionId('a'))).toEqual([]);
    });

    it('shows what was appended to every window, in the order of its places', async () => {
      const { first, second } = await open();
      await first.append(anAppend('a', [1, 2]));
      await first.append(anAppend('b', [1]));
      await second.append(anAppend('a', [3]));
      expect((await second.read(sessionId('a'))).map((record) => record.sequence)).toEqual([1, 2, 3]);
      expect(await first.read(sessionId('b'))).toEqual(anAppend('b', [1]).records);
    });

    it('refuses a place that another window has taken, and writes nothing', async () => {
      const { first, second } = await open();
      await first.append(anAppend('a', [1], { title: 'Mine' }));
      const late = anAppend('a', [1, 2], { title: 'Theirs' }, 'late');
      await expect(second.append(late)).rejects.toMatchObject({ code: 'journal-conflict' });
      expect(await first.read(sessionId('a'))).toEqual(anAppend('a', [1]).records);
      expect(await first.summaries()).toMatchObject([{ title: 'Mine' }]);
    });

    it('takes the same records a second time without a word, as after a lost connection', async () => {
      const { first } = await open();
      await first.append(anAppend('a', [1, 2]));
      await first.append(anAppend('a', [1, 2]));
      expect(await first.read(sessionId('a'))).toHaveLength(2);
    });

    it('shares its places with the records that commits bring along', async () => {
      const { first, store } = await open();
      const deltas = [{ type: 'create', kind: 'person', entity: aPerson('ada') }] as const;
      const { records } = anAppend('a', [1]);
      await store.commit({ base: sequence(0), commit: aCommit('commit-1', deltas), journal: records });
      expect(await first.read(sessionId('a'))).toEqual(records);
      const taken = anAppend('a', [1], {}, 'other');
      await expect(first.append(taken)).rejects.toMatchObject({ code: 'journal-conflict' });
      await first.append(anAppend('a', [2]));
      const late = {
        base: sequence(1),
        commit: aCommit('commit-2', []),
        journal: anAppend('a', [2]).records,
      };
      await expect(store.commit(late)).rejects.toMatchObject({ code: 'journal-conflict' });
      expect(await store.readLog({ order: 'oldest-first', limit: 9 })).toHaveLength(1);
    });

    it('lists sessions by when they were last used, and none that are deleted until they are back', async () => {
      const { first, second } = await open();
      await first.append(anAppend('a', [1], { updatedAt: millis(10) }));
      await first.append(anAppend('b', [1], { updatedAt: millis(30) }));
      await first.append(anAppend('c', [1], { updatedAt: millis(20) }));
      await first.append({ ...anAppend('b', [2], { updatedAt: millis(30) }), isDeleted: true });
      expect(idsOf(await second.summaries())).toEqual(['c', 'a']);
      await first.append(anAppend('b', [3], { updatedAt: millis(40), title: 'Back', status: 'completed' }));
      expect(idsOf(await second.summaries())).toEqual(['b', 'c', 'a']);
      expect((await second.summaries())[0]).toEqual(
        aSummary('b', { updatedAt: millis(40), title: 'Back', status: 'completed' }),
      );
    });

    it('[S6] lists archived sessions as what they are, and finds them', async () => {
      const { first, second } = await open();
      await first.append(said('a', 'Plan the Launch', 'Friday'));
      await second.append(anAppend('a', [2], { isArchived: true }));
      expect(await first.summaries()).toMatchObject([{ id: 'a', isArchived: true }]);
      expect(await first.search(['friday'])).toMatchObject([{ id: 'a', isArchived: true }]);
      await first.append(anAppend('a', [3]));
      expect(await second.summaries()).toMatchObject([{ id: 'a', isArchived: false }]);
    });

    it('finds sessions that hold all the words, in titles and in what was said', async () => {
      const { first } = await open();
      await first.append(said('a', 'Plan the Launch', 'Move the party to Friday'));
      await first.append(said('b', 'Groceries', 'Friday: bread for the launch'));
      await first.append({ ...said('c', 'Launch Friday', ''), isDeleted: true });
      expect(idsOf(await first.search(['launch', 'FRIDAY'])).toSorted()).toEqual(['a', 'b']);
      expect(idsOf(await first.search(['party']))).toEqual(['a']);
      expect(idsOf(await first.search(['party', 'bread']))).toEqual([]);
    });

    it('reads on from a place', async () => {
      const { first } = await open();
      await first.append(anAppend('a', [1, 2, 3]));
      await first.append(anAppend('b', [1]));
      expect((await first.read(sessionId('a'), 1)).map((record) => record.sequence)).toEqual([2, 3]);
      expect(await first.read(sessionId('a'), 3)).toEqual([]);
    });

    it('[S1a] gives each lease of a session a higher epoch, whoever takes it', async () => {
      const { first, second } = await open();
      const epochs = [];
      for (const journal of [first, second, first]) {
        epochs.push((await journal.takeLease(sessionId('a'))).epoch);
      }
      expect(epochs).toEqual([1, 2, 3]);
      expect(await second.takeLease(sessionId('b'))).toEqual({ sessionId: 'b', epoch: 1 });
    });

    it('[S1a] writes nothing under a lease that is old, and everything under the newest', async () => {
      const { first, second, store } = await open();
      const old = await first.takeLease(sessionId('a'));
      await first.append({ ...anAppend('a', [1]), lease: old });
      expect(await first.holdsLease(old)).toBe(true);
      const lease = await second.takeLease(sessionId('a'));
      expect(await first.holdsLease(old)).toBe(false);
      const late = { ...anAppend('a', [2], { title: 'Late' }), lease: old };
      await expect(first.append(late)).rejects.toMatchObject({ code: 'lease-lost' });
      await expect(first.append({ ...late, durability: 'relaxed' })).rejects.toMatchObject({
        code: 'lease-lost',
      });
      const deltas = [{ type: 'create', kind: 'person', entity: aPerson('ada') }] as const;
      const commit = { base: sequence(0), commit: aCommit('commit-1', deltas), journal: late.records };
      await expect(store.commit({ ...commit, lease: old })).rejects.toMatchObject({ code: 'lease-lost' });
      expect((await store.load()).snapshot.person).toEqual([]);
      expect(await first.read(sessionId('a'))).toHaveLength(1);
      expect(await first.summaries()).toMatchObject([{ title: 'a' }]);

      await second.append({ ...anAppend('a', [2]), lease });
      expect(await store.commit({ ...commit, journal: [], lease })).toMatchObject({ type: 'committed' });
    });

    it('keeps what was appended as it was, whatever happens to the object afterwards', async () => {
      const { first } = await open();
      const event = { type: 'message-sent', text: 'before' };
      await first.append({ ...anAppend('a', []), records: [{ sessionId: 'a', sequence: 1, event }] });
      event.text = 'after';
      expect(await first.read(sessionId('a'))).toMatchObject([{ event: { text: 'before' } }]);
    });
  });
}

function aSummary(id: string, fields: Partial<SessionSummary> = {}): SessionSummary {
  return {
    id: sessionId(id),
    title: id,
    status: 'idle',
    isArchived: false,
    createdAt: millis(1),
    updatedAt: millis(2),
    ...fields,
  };
}

function anAppend(
  id: string,
  places: readonly number[],
  fields: Partial<SessionSummary> = {},
  event: unknown = { type: 'said' },
): JournalAppend {
  return {
    records: places.map((place) => ({ sessionId: id, sequence: place, event })),
    summary: aSummary(id, fields),
    isDeleted: false,
    durability: 'strict',
  };
}

function said(id: string, title: string, text: string): JournalAppend {
  return anAppend(id, [1], { title }, { type: 'message-sent', text });
}

function idsOf(summaries: readonly SessionSummary[]): readonly string[] {
  return summaries.map((summary) => summary.id);
}
