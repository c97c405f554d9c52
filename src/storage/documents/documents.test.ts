import { readFileSync } from 'node:fs';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applyDeltas } from '@/domain/deltas';
import { emptyWorkspace, millis, snapshotOf, type WorkspaceSnapshot } from '@/domain/workspace';
import { parsedDocument } from '@/testing/documents';
import { anEdit, aPerson, aProject, aTask, deltasOf } from '@/testing/random-edits';

import { serialiseWorkspace } from './index';

const exportedAt = millis(1_764_000_000_000);

const nothing = snapshotOf(emptyWorkspace());

describe('exported workspaces', () => {
  it('[S5] are the same workspace when they are imported', () => {
    fc.assert(
      fc.property(aWorkspace(), (snapshot) => {
        const file = serialiseWorkspace(snapshot, exportedAt);
        const parsed = { type: 'parsed', snapshot, sessions: [], exportedAt };
        expect(parsedDocument(file)).toEqual(parsed);
        expect(parsedDocument(new TextEncoder().encode(file))).toEqual(parsed);
      }),
      { numRuns: 200 },
    );
  });

  it('[S5] that somebody has changed are refused with a reason, or are what they say', () => {
    fc.assert(
      fc.property(aWorkspace(), fc.infiniteStream(fc.nat()), (snapshot, choices) => {
        const mutated = mutation(serialiseWorkspace(snapshot, exportedAt), choices);
        const parsed = parsedDocument(mutated);
        const again =
          parsed.type === 'parsed'
            ? parsedDocument(serialiseWorkspace(parsed.snapshot, parsed.exportedAt))
            : { ...parsed, problemCount: Math.max(1, parsed.problems.length) };
        expect(again).toEqual(parsed);
      }),
      { numRuns: 10_000 },
    );
  });

  it('[S5] leave out references to what was lost before', () => {
    const [project, task] = [aProject('project-1'), aTask('task-1', 'project-1')];
    const lost = aPerson('lost').id;
    const snapshot: WorkspaceSnapshot = {
      ...nothing,
      project: [{ ...project, stakeholderIds: [lost] }],
      task: [{ ...task, assigneeId: lost }],
    };
    expect(parsedDocument(serialiseWorkspace(snapshot, exportedAt))).toEqual({
      type: 'parsed',
      snapshot: { ...nothing, project: [project], task: [task] },
      sessions: [],
      exportedAt,
    });
  });

  it('[S5] are described in docs/data-format.md by an example that can be imported', () => {
    const page = readFileSync(`${import.meta.dirname}/../../../docs/data-format.md`, 'utf8');
    const [, example = ''] = /```json\n(.*?)\n```/s.exec(page) ?? [];
    const parsed = parsedDocument(example);
    expect(parsed).toMatchObject({ type: 'parsed' });
    for (const field of fieldsOf(JSON.parse(example))) expect(page).toContain(`\`${field}\``);
  });
});

function aWorkspace(): fc.Arbitrary<WorkspaceSnapshot> {
  return fc.array(anEdit, { maxLength: 15 }).map((edits) => {
    const workspace = edits.reduce(
      (state, edit, index) => applyDeltas(state, deltasOf(state, edit, String(index))),
      emptyWorkspace(),
    );
    return snapshotOf(workspace);
  });
}

/** Changes, removes or doubles a few pieces of a text. */
function mutation(text: string, choices: Iterator<number>): string {
  const next = (limit: number): number => {
    const choice = choices.next();
    return choice.done === true ? 0 : choice.value % limit;
  };
  let mutated = text;
  for (let count = 1 + next(4); count > 0; count -= 1) {
    const from = next(mutated.length);
    const to = from + next(8);
    const pieces = [
      '',
      '0',
      '"',
      'null',
      ',',
      '{}',
      mutated.slice(from, to).repeat(2),
      '\uFFFD',
      '-1',
      'done',
    ];
    mutated = `${mutated.slice(0, from)}${pieces[next(pieces.length)] ?? ''}${mutated.slice(to)}`;
  }
  return mutated;
}

function fieldsOf(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return new Set([...names, ...Object.values(value).flatMap((part: unknown) => [...fieldsOf(part)])]);
}
