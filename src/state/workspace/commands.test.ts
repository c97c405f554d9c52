import { describe, expect, it } from 'vitest';

import { sequence } from '@/domain/deltas';
import { projectsInOrder, snapshotOf, type Project } from '@/domain/workspace';
import { LiveDesks, type LiveDesk } from '@/testing/live-desk';

describe('undo and redo by hand', () => {
  it('[W2] undoes step by step, redoes step by step, and deletes no history', async () => {
    const desk = await new LiveDesks().open();
    await desk.commands.createProject({ name: 'Launch' });
    const afterOne = snapshotOf(desk.live.state().workspace);
    await desk.commands.createProject({ name: 'Landing' });
    const afterTwo = snapshotOf(desk.live.state().workspace);

    await desk.commands.undo('ask');
    expect(snapshotOf(desk.live.state().workspace)).toEqual(afterOne);
    await desk.commands.undo('ask');
    expect(projectsIn(desk)).toEqual([]);
    expect(await desk.commands.undo('ask')).toEqual({ type: 'nothing-to-do' });

    await desk.commands.redo('ask');
    await desk.commands.redo('ask');
    expect(snapshotOf(desk.live.state().workspace)).toEqual(afterTwo);
    expect(await desk.commands.redo('ask')).toEqual({ type: 'nothing-to-do' });
    expect((await desk.readLog(undefined)).map((entry) => entry.commit.cause.type)).toEqual([
      'edit',
      'edit',
      'undo',
      'undo',
      'redo',
      'redo',
    ]);
  });

  it('[W2] undoes and redoes as many steps as were asked for at once', async () => {
    const desk = await new LiveDesks().open();
    for (const name of ['One', 'Two', 'Three']) await desk.commands.createProject({ name });
    const before = snapshotOf(desk.live.state().workspace);

    await Promise.all([1, 2, 3].map(() => desk.commands.undo('ask')));
    expect(projectsIn(desk)).toEqual([]);
    expect(desk.live.state().head).toBe(6);

    await Promise.all([1, 2, 3].map(() => desk.commands.redo('ask')));
    expect(snapshotOf(desk.live.state().workspace)).toEqual(before);
  });

  it('[W3] asks when somebody changed the same since, and changes nothing meanwhile', async () => {
    const desk = await new LiveDesks().open();
    const [before, newer] = await renamedTwice(desk);

    const result = await desk.commands.undoEntries([before], 'ask');

    expect(result).toMatchObject({
      type: 'conflict',
      conflicts: [{ type: 'changed', name: 'Launch 3', fields: ['name'] }],
    });
    expect(desk.live.state().head).toBe(newer.sequence);
  });

  it('[W3] settles an undo of which nothing is left to do, so that the next undo is the next', async () => {
    const desk = await new LiveDesks().open();
    const [before] = await renamedTwice(desk);

    await desk.commands.undoEntries([before], 'keep-newer');

    expect(projectsIn(desk).map((project) => project.name)).toEqual(['Launch 3']);
    expect(desk.live.state().history.undoable.map((entry) => entry.sequence)).toEqual([1, 3]);
  });
});

describe('restoring', () => {
  it('takes the workspace back to how it was after an entry, as one step that can be undone', async () => {
    const desk = await new LiveDesks().open();
    await desk.commands.createProject({ name: 'One' });
    const afterOne = snapshotOf(desk.live.state().workspace);
    await desk.commands.createProject({ name: 'Two' });
    await desk.commands.createProject({ name: 'Three' });
    const afterThree = snapshotOf(desk.live.state().workspace);

    await desk.commands.restore(sequence(1));
    expect(snapshotOf(desk.live.state().workspace)).toEqual(afterOne);

    await desk.commands.undo('ask');
    expect(snapshotOf(desk.live.state().workspace)).toEqual(afterThree);
  });

  it('[W4] counts what another window commits meanwhile among what is taken back', async () => {
    const desks = new LiveDesks();
    const [left, right] = [await desks.open(), await desks.open()];
    await left.commands.createProject({ name: 'One' });
    await right.commands.createProject({ name: 'Two' });

    const [restored] = await Promise.all([
      left.commands.restore(sequence(1)),
      right.commands.createProject({ name: 'Three' }),
    ]);

    await Promise.all([left.live.catchUp(), right.live.catchUp()]);
    expect(restored.type).toBe('committed');
    expect(snapshotOf(left.live.state().workspace)).toEqual(snapshotOf(right.live.state().workspace));
    expect(projectsIn(left).map((project) => project.name)).not.toContain('Two');
  });
});

function projectsIn(desk: LiveDesk): readonly Project[] {
  return projectsInOrder(desk.live.state().workspace);
}

async function renamedTwice(desk: LiveDesk) {
  await desk.commands.createProject({ name: 'Launch 1' });
  const [project] = projectsIn(desk);
  if (project === undefined) throw new Error('The project is missing.');
  for (const name of ['Launch 2', 'Launch 3']) await desk.commands.updateProject(project.id, { name });
  const [, before, newer] = await desk.readLog(undefined);
  if (before === undefined || newer === undefined) throw new Error('The log is too short.');
  return [before, newer] as const;
}
