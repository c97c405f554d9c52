import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyEdits, anyWorkspace } from '@/testing/arbitraries';
import { contentsOf, projectWith, taskWith, workspaceOf } from '@/testing/builders';
import { deltasOf, played, storyFrom } from '@/testing/story';

import { taskId } from '../workspace';
import { applyDeltas, DeltaMismatchError } from './apply';
import type { Delta } from './delta';
import { invertDeltas } from './invert';

const copy = taskWith('copy');
const workspace = workspaceOf({ project: [projectWith('launch')], task: [copy] });

describe('applyDeltas', () => {
  it('[W2] followed by the inverse gives back the same workspace, value for value', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdits, (start, edits) => {
        const deltas = deltasOf(played(edits, storyFrom(start)).log);
        const after = applyDeltas(start, deltas);
        const inverse = invertDeltas(deltas);
        expect(contentsOf(applyDeltas(after, inverse))).toEqual(contentsOf(start));
        expect(invertDeltas(inverse)).toEqual(deltas);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same whether deltas come at once or in two parts', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdits, fc.nat(), (start, edits, cut) => {
        const deltas = deltasOf(played(edits, storyFrom(start)).log);
        const place = cut % (deltas.length + 1);
        const inParts = applyDeltas(applyDeltas(start, deltas.slice(0, place)), deltas.slice(place));
        expect(contentsOf(inParts)).toEqual(contentsOf(applyDeltas(start, deltas)));
      }),
      { numRuns: 100 },
    );
  });

  it('refuses what does not fit, and leaves the workspace as it was', () => {
    const misfits: readonly Delta[] = [
      { type: 'create', kind: 'task', entity: copy },
      { type: 'update', kind: 'task', id: taskId('gone'), before: {}, after: { title: 'New' } },
      { type: 'update', kind: 'task', id: copy.id, before: { title: 'Other' }, after: { title: 'New' } },
      { type: 'delete', kind: 'task', entity: taskWith('gone') },
      { type: 'delete', kind: 'task', entity: { ...copy, title: 'Other' } },
    ];
    const before = contentsOf(workspace);
    for (const misfit of misfits) {
      expect(() => applyDeltas(workspace, [misfit])).toThrow(DeltaMismatchError);
    }
    expect(contentsOf(workspace)).toEqual(before);
  });

  it('names no title in its error', () => {
    const misfit: Delta = { type: 'create', kind: 'task', entity: { ...copy, title: 'A secret' } };
    expect(() => applyDeltas(workspace, [misfit])).toThrow(
      'A change to task copy does not fit the workspace: it exists already. Plan it again on the newest state.',
    );
  });
});
