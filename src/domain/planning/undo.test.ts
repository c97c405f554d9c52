import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyEdits, anyWorkspace } from '@/testing/arbitraries';
import {
  contentsOf,
  day,
  entryAt,
  noon,
  personWith,
  planOf,
  projectWith,
  taskWith,
  workspaceOf,
} from '@/testing/builders';
import { conflictsOf, Desk, taskOf, updated } from '@/testing/desk';
import { played, storyFrom, type Story } from '@/testing/story';

import { applyDeltas, sameValue, targetOf, type Commit, type Delta } from '../deltas';
import { findEntity, violationsIn, type EntityKind, type Task } from '../workspace';
import { planUpdateTasks } from './tasks';
import { planRestore, planUndo, type UndoResult } from './undo';
import type { ConflictChoice } from './undo-conflict';

const ada = personWith('ada', { name: 'Ada' });
const launch = projectWith('launch', { name: 'Launch' });
const api = projectWith('api', { name: 'Partner API', rank: 2 });
const page = taskWith('page', { title: 'Page', rank: 1 });
const copy = taskWith('copy', { title: 'Copy', parentId: page.id });
const workspace = workspaceOf({ person: [ada], project: [launch, api], task: [page, copy] });

function desk(): Desk {
  return new Desk(workspace);
}

const anyChoice = fc.constantFrom<ConflictChoice[]>('ask', 'keep-newer', 'overwrite');

/** Some edits, of which a few are to be undone, and edits by others in between and since. */
const anyPast = fc.tuple(anyWorkspace, anyEdits, fc.nat({ max: 255 })).map(([start, edits, bits]) => {
  const story = played(edits, storyFrom(start));
  const chosen = story.log
    .filter((_entry, index) => (bits >> (index % 8)) % 2 === 1)
    .map(({ commit }) => commit);
  return { story, chosen };
});

function planned(story: Story, commits: readonly Commit[], choice: ConflictChoice): UndoResult {
  return planUndo(story.workspace, commits, choice);
}

describe('undoing without edits in between', () => {
  it('[W2] everything in reverse gives the start, value for value', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdits, (start, edits) => {
        const { log, workspace: end } = played(edits, storyFrom(start));
        const undone = log.reduceRight((any, { commit }) => {
          const result = planUndo(any, [commit], 'ask');
          return result.type === 'planned' ? applyDeltas(any, result.plan.deltas) : any;
        }, end);
        expect(contentsOf(undone)).toEqual(contentsOf(start));
      }),
      { numRuns: 100 },
    );
  });

  it('[W2] everything as one gives the start, too, and undoing that is a redo', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdits, anyChoice, (start, edits, choice) => {
        const { log, workspace: end } = played(edits, storyFrom(start));
        const hand = new Desk(end);
        const undo = hand.undo(
          log.map(({ commit }) => commit),
          choice,
        );
        expect(contentsOf(hand.workspace)).toEqual(contentsOf(start));
        hand.undo([undo], choice);
        expect(contentsOf(hand.workspace)).toEqual(contentsOf(end));
      }),
      { numRuns: 100 },
    );
  });

  it('[W2] says what was undone and redone, without nesting', () => {
    const hand = desk();
    const edit = hand.do(updated('copy', { status: 'done' }));
    const undo = hand.undo([edit], 'ask');
    expect(undo.summary).toBe('Undone: “Copy” completed in Launch');
    const redo = hand.undo([undo], 'ask');
    expect(redo.summary).toBe('Redone: “Copy” completed in Launch');
    expect(hand.undo([redo], 'ask').summary).toBe('Undone: “Copy” completed in Launch');
  });

  it('[W2] a commit and its own undo as one changes nothing, whatever the choice', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdits, anyChoice, (start, edits, choice) => {
        const { log, workspace: end } = played(edits, storyFrom(start));
        const commits = log.map(({ commit }) => commit);
        const hand = new Desk(end);
        const undo = hand.undo(commits, 'ask');
        hand.undo([...commits, undo], choice);
        expect(contentsOf(hand.workspace)).toEqual(contentsOf(start));
      }),
      { numRuns: 60 },
    );
  });

  it('names a few of many commits', () => {
    const hand = desk();
    const commits = ['a', 'b', 'c', 'd', 'e'].map((title) =>
      hand.do(updated('copy', { title }), `Step ${title}`),
    );
    expect(hand.undo(commits, 'ask').summary).toBe('Undone: Step a; Step b; Step c; and 2 more');
  });
});

describe('undoing after edits in between', () => {
  it('[W3] never breaks a rule, whatever the choice', () => {
    fc.assert(
      fc.property(anyPast, anyChoice, ({ story, chosen }, choice) => {
        const result = planned(story, chosen, choice);
        const after =
          result.type === 'planned' ? applyDeltas(story.workspace, result.plan.deltas) : story.workspace;
        expect(violationsIn(after)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('[W3] asks exactly when something would be left out or written over', () => {
    fc.assert(
      fc.property(anyPast, ({ story, chosen }) => {
        const asked = planned(story, chosen, 'ask');
        const kept = planned(story, chosen, 'keep-newer');
        expect(conflictsOf(asked)).toEqual(conflictsOf(kept));
        expect(asked.type).toBe(conflictsOf(kept).length > 0 ? 'conflict' : 'planned');
        expect(planned(story, chosen, 'overwrite').type).toBe('planned');
      }),
      { numRuns: 200 },
    );
  });

  it('[W3] reports every entity of which a field was changed since, and no other that stayed as it was', () => {
    const anyField = fc.constantFrom<Partial<Task>[]>(
      { title: 'Other' },
      { notes: 'Other' },
      { priority: 'low' },
      { dueDate: day('2026-05-05') },
      { status: 'blocked' },
    );
    fc.assert(
      fc.property(anyField, fc.subarray(['page', 'copy']), anyField, (changes, touched, others) => {
        const hand = desk();
        const both = [page.id, copy.id];
        const edit = hand.do((any) => planUpdateTasks(any, both, { ...changes, assigneeId: ada.id }, noon));
        for (const id of touched) {
          hand.do(updated(id, others));
          hand.do(updated(id, { assigneeId: null, title: `${id} retitled` }));
          hand.do(updated(id, { assigneeId: null, priority: 'urgent' }));
        }
        const before = contentsOf(hand.workspace);
        const result = planUndo(hand.workspace, [edit], 'ask');
        const clashes = touched.filter((id) =>
          Object.entries(changes).some(([field, value]) => {
            const now = new Map<string, unknown>(Object.entries(taskOf(hand.workspace, id) ?? {})).get(field);
            const old = new Map<string, unknown>(Object.entries(taskOf(workspace, id) ?? {})).get(field);
            return !sameValue(now, value) && !sameValue(now, old);
          }),
        );
        const reported = result.type === 'conflict' ? result.conflicts.map(({ id }) => id) : [];
        expect(reported.toSorted()).toEqual(clashes.toSorted());
        expect(contentsOf(hand.workspace)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  it('[W3] keeps every newer value when told to', () => {
    fc.assert(
      fc.property(anyPast, ({ story, chosen }) => {
        const result = planned(story, chosen, 'keep-newer');
        const deltas = result.type === 'planned' ? result.plan.deltas : [];
        const mine = lastWriters(story, chosen);
        const overwritten = deltas
          .filter((delta) => delta.type === 'update')
          .flatMap((delta) => Object.keys(delta.after).map((field) => `${delta.id} ${field}`))
          // What hangs below a task goes along into another project, which nobody wrote for itself.
          .filter((place) => mine.get(place) === 'others' && !place.endsWith(' projectId'));
        expect(overwritten).toEqual([]);
        const lost = deltas
          .filter((delta) => delta.type === 'delete')
          .flatMap((delta) => Object.keys(delta.entity).map((field) => `${delta.entity.id} ${field}`))
          .filter((place) => mine.get(place) === 'others');
        expect(lost).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('[W3] puts every old value back when told to, but for what it says it cannot', () => {
    fc.assert(
      fc.property(anyPast, ({ story, chosen }) => {
        const commit = chosen.at(-1);
        fc.pre(commit !== undefined);
        const result = planned(story, [commit], 'overwrite');
        fc.pre(result.type === 'planned');
        const after = applyDeltas(story.workspace, result.plan.deltas);
        const excused = new Set(result.skipped.map(({ id }) => id));
        const updates = commit.deltas.filter((delta) => delta.type === 'update');
        const wrong = updates.filter((delta) => {
          const present = findEntity<EntityKind>(after, delta.kind, delta.id);
          const values = new Map<string, unknown>(Object.entries(present ?? {}));
          return (
            present !== undefined &&
            !excused.has(delta.id) &&
            Object.entries(delta.before).some(([field, value]) => !sameValue(values.get(field), value))
          );
        });
        expect(wrong.map(targetOf)).toEqual([]);
        const created = commit.deltas.filter((delta) => delta.type === 'create');
        const left = created.filter(
          (delta) => findEntity<EntityKind>(after, delta.kind, targetOf(delta)) !== undefined,
        );
        expect(left).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/**
 * Who wrote each field last: one of the chosen commits, or others. When others came to write the same value again, nobody can tell
 * [W3]; that counts as written by the chosen commits.
 */
function lastWriters(story: Story, chosen: readonly Commit[]): ReadonlyMap<string, 'mine' | 'others'> {
  const mine = new Map<string, unknown>();
  const writers = new Map<string, 'mine' | 'others'>();
  for (const { commit } of story.log) {
    const isMine = chosen.includes(commit);
    for (const [place, value] of commit.deltas.flatMap(writtenBy)) {
      if (isMine) mine.set(place, value);
      writers.set(place, isMine || sameValue(mine.get(place), value) ? 'mine' : 'others');
    }
  }
  return writers;
}

function writtenBy(delta: Delta): readonly (readonly [place: string, value: unknown])[] {
  if (delta.type === 'delete') return [];
  const written: object = delta.type === 'create' ? delta.entity : delta.after;
  return Object.entries(written).map(([field, value]) => [`${targetOf(delta)} ${field}`, value]);
}

describe('planRestore', () => {
  it('[W2] takes the workspace back to any point of its log', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdits, fc.nat(), (start, edits, pick) => {
        const { log, workspace: end } = played(edits, storyFrom(start));
        const to = pick % (log.length + 1);
        const restored = applyDeltas(end, planOf(planRestore(end, log.slice(to).toReversed())).deltas);
        const then = applyDeltas(
          start,
          log.slice(0, to).flatMap(({ commit }) => commit.deltas),
        );
        expect(contentsOf(restored)).toEqual(contentsOf(then));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses entries that are not the newest', () => {
    const hand = desk();
    const edit = hand.do(updated('copy', { title: 'New' }));
    hand.do(updated('copy', { title: 'Newer' }));
    expect(() => planRestore(hand.workspace, [entryAt(1, edit)])).toThrow('does not fit the workspace');
  });
});
