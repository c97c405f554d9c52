import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyRoll, anyRolls, anyWorkspace } from '@/testing/arbitraries';
import { contentsOf, planContext } from '@/testing/builders';
import { attempted, deltasOf, played, storyFrom } from '@/testing/story';

import { applyDeltas } from '../deltas';
import { emptyWorkspace, snapshotOf, violationsIn, workspaceFrom } from '../workspace';

describe('any commands, one after the other', () => {
  it('[W1] lead to a workspace that the log gives again, indexes included', () => {
    fc.assert(
      fc.property(anyRolls, (rolls) => {
        const { workspace, log } = played(rolls);
        const contents = contentsOf(workspace);
        expect(contentsOf(applyDeltas(emptyWorkspace(), deltasOf(log)))).toEqual(contents);
        expect(contentsOf(workspaceFrom(snapshotOf(workspace)))).toEqual(contents);
      }),
      { numRuns: 150 },
    );
  });

  it('never break a rule of the workspace, whatever their arguments', () => {
    fc.assert(
      fc.property(anyRolls, (rolls) => {
        expect(violationsIn(played(rolls).workspace)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are planned without touching the workspace, and the same each time', () => {
    fc.assert(
      fc.property(anyWorkspace, anyRoll, (workspace, roll) => {
        const before = contentsOf(workspace);
        const story = storyFrom(workspace);
        const first = attempted(story, roll, planContext());
        expect(attempted(story, roll, planContext())).toEqual(first);
        expect(contentsOf(workspace)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
});
