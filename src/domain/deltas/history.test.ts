import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyEdits, anyWorkspace } from '@/testing/arbitraries';
import { commitWith, contentsOf, entryAt } from '@/testing/builders';
import { committed, playedOne, storyFrom, type Story } from '@/testing/story';

import { planUndo } from '../planning';
import type { Cause, LogEntry } from './delta';
import { emptyHistory, historyAfter, historyDepth, type History } from './history';

function afterAll(entries: readonly LogEntry[]): History {
  return entries.reduce(historyAfter, emptyHistory);
}

function entryOf(place: number, cause: Cause): LogEntry {
  return entryAt(place, commitWith(`c${String(place)}`, [], { cause }));
}

function idsOf({ undoable, redoable }: History) {
  return {
    undoable: undoable.map(({ commit }) => commit.id),
    redoable: redoable.map(({ commit }) => commit.id),
  };
}

/** Undo (of the newest commit) or redo (of the newest undo) as a person presses it; nothing when there is nothing. */
function pressed(story: Story, key: 'undo' | 'redo'): Story {
  const { undoable, redoable } = story.history;
  const entry = (key === 'undo' ? undoable : redoable).at(-1);
  if (entry === undefined) return story;
  const undo = planUndo(story.workspace, [entry.commit], 'ask');
  if (undo.type === 'conflict') throw new Error('Without edits in between, nothing can conflict.');
  const { deltas, summary } = undo.plan;
  const cause: Cause = { type: key, commitIds: [entry.commit.id] };
  return committed(story, commitWith(`commit-${String(story.log.length + 1)}`, deltas, { cause, summary }));
}

describe('historyAfter', () => {
  it('[W2] goes back and forth like two stacks of states', () => {
    const anyKey = fc.constantFrom('edit' as const, 'undo' as const, 'undo' as const, 'redo' as const);
    fc.assert(
      fc.property(
        anyWorkspace,
        anyEdits,
        fc.array(anyKey, { maxLength: 30, size: 'max' }),
        (start, edits, keys) => {
          let story = storyFrom(start);
          let next = 0;
          const past: object[] = [];
          let present: object = contentsOf(start);
          let future: object[] = [];
          for (const key of keys) {
            if (key === 'edit') {
              const roll = edits[next % edits.length];
              next += 1;
              const edited = roll === undefined ? story : playedOne(story, roll);
              if (edited === story) continue;
              story = edited;
              past.push(present);
              present = contentsOf(story.workspace);
              future = [];
            } else {
              story = pressed(story, key);
              const [from, to] = key === 'undo' ? [past, future] : [future, past];
              const state = from.pop();
              if (state !== undefined) {
                to.push(present);
                present = state;
              }
            }
            expect(contentsOf(story.workspace)).toEqual(present);
            expect(story.history.undoable).toHaveLength(past.length);
            expect(story.history.redoable).toHaveLength(future.length);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('[W2] takes commits that were undone as one out of the way, an undo among them too', () => {
    const edit = entryOf(1, { type: 'edit' });
    const undone = entryOf(2, { type: 'undo', commitIds: [edit.commit.id] });
    const other = entryOf(3, { type: 'edit' });
    expect(idsOf(afterAll([edit, undone]))).toEqual({ undoable: [], redoable: ['c2'] });
    expect(idsOf(afterAll([edit, undone, other]))).toEqual({ undoable: ['c3'], redoable: [] });
    const both = entryOf(3, { type: 'undo', commitIds: [edit.commit.id, undone.commit.id] });
    expect(idsOf(afterAll([edit, undone, both]))).toEqual({ undoable: [], redoable: ['c3'] });
  });

  it('lets nothing be redone past new work of any kind', () => {
    const edit = entryOf(1, { type: 'edit' });
    const undone = entryOf(2, { type: 'undo', commitIds: [edit.commit.id] });
    const causes: readonly Cause[] = [
      { type: 'edit' },
      { type: 'import' },
      { type: 'example' },
      { type: 'restore', sequence: edit.sequence },
    ];
    for (const cause of causes) {
      expect(idsOf(afterAll([edit, undone, entryOf(3, cause)]))).toEqual({ undoable: ['c3'], redoable: [] });
    }
  });

  it('reaches back a bounded number of steps', () => {
    const entries = Array.from({ length: historyDepth + 5 }, (_, index) =>
      entryOf(index + 1, { type: 'edit' }),
    );
    const { undoable } = afterAll(entries);
    expect(undoable).toHaveLength(historyDepth);
    expect(undoable[0]?.commit.id).toBe('c6');
  });
});
