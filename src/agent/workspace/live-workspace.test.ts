import { describe, expect, it } from 'vitest';

import { sequence } from '@/domain/deltas';
import { planCreateProject, planUpdateProject } from '@/domain/planning';
import { projectsInOrder, snapshotOf, type Workspace } from '@/domain/workspace';
import { planContext } from '@/testing/builders';
import { LiveDesks } from '@/testing/live-desk';

describe('the live workspace', () => {
  it('shows a change only when it is stored', async () => {
    const desk = await new LiveDesks().open();
    const seen: (readonly string[])[] = [];
    desk.live.subscribe(({ workspace }) => seen.push(namesIn(workspace)));

    const changing = desk.commands.createProject({ name: 'Launch' });
    expect(namesIn(desk.live.state().workspace)).toEqual([]);
    await changing;

    expect(seen).toEqual([['Launch']]);
    expect((await desk.readLog(undefined)).map((entry) => entry.commit.summary)).toEqual(['“Launch” added']);
  });

  it('carries out changes in the order they were asked for', async () => {
    const desk = await new LiveDesks().open();
    const names = Array.from({ length: 20 }, (_, index) => `Project ${String(index)}`);

    await Promise.all(names.map((name) => desk.commands.createProject({ name })));

    expect(namesIn(desk.live.state().workspace)).toEqual(names);
  });

  it('[W4] plans again on what another window has committed, and loses neither change', async () => {
    const desks = new LiveDesks();
    const [left, right] = [await desks.open(), await desks.open()];
    await left.commands.createProject({ name: 'Launch' });
    const [launch] = projectsInOrder(left.live.state().workspace);
    if (launch === undefined) throw new Error('The project is missing.');

    const attempts: number[] = [];
    const result = await right.live.change((workspace, head) => {
      attempts.push(head);
      return workspace.tables.project.has(launch.id)
        ? planUpdateProject(workspace, launch.id, { description: 'From the other window.' })
        : planCreateProject(workspace, { name: 'Too early' }, planContext('early-'));
    });

    expect(result.type).toBe('committed');
    expect(attempts).toEqual([0, 1]);
    await left.live.catchUp();
    expect(snapshotOf(left.live.state().workspace)).toEqual(snapshotOf(right.live.state().workspace));
    expect(projectsInOrder(left.live.state().workspace)).toEqual([
      { ...launch, description: 'From the other window.' },
    ]);
  });

  it('[W4] keeps every change of two windows that write at the same time', async () => {
    const desks = new LiveDesks();
    const [left, right] = [await desks.open(), await desks.open()];
    const names = Array.from({ length: 15 }, (_, index) => String(index));

    await Promise.all(
      names.flatMap((name) => [
        left.commands.createProject({ name: `Left ${name}` }),
        right.commands.createProject({ name: `Right ${name}` }),
      ]),
    );
    await Promise.all([left.live.catchUp(), right.live.catchUp()]);

    expect(left.live.state().head).toBe(30);
    expect(snapshotOf(left.live.state().workspace)).toEqual(snapshotOf(right.live.state().workspace));
    expect(new Set(namesIn(left.live.state().workspace)).size).toBe(30);
  });

  it('looks at the log when it is told to, and stops when it is closed', async () => {
    const desks = new LiveDesks();
    const [writer, reader] = [await desks.open(), await desks.open()];
    await writer.commands.createProject({ name: 'Launch' });
    expect(namesIn(reader.live.state().workspace)).toEqual([]);

    desks.tell();
    await reader.live.catchUp();
    expect(namesIn(reader.live.state().workspace)).toEqual(['Launch']);
    expect(reader.live.state().arrived.map((entry) => entry.sequence)).toEqual([1]);

    reader.live.close();
    writer.live.close();
    expect(desks.listenerCount).toBe(0);
  });

  it('loads everything again when an entry of the log cannot be read', async () => {
    const desks = new LiveDesks();
    const writer = await desks.open();
    const { store } = desks;
    const reader = await new LiveDesks({
      load: () => store.load(),
      commit: (request) => store.commit(request),
      readJournal: (sessionId) => store.readJournal(sessionId),
      readLog: async (range) =>
        (await store.readLog(range)).filter((entry) => entry.sequence !== sequence(2)),
    }).open();
    for (const name of ['One', 'Two', 'Three']) await writer.commands.createProject({ name });

    await reader.live.catchUp();

    expect(reader.live.state().head).toBe(3);
    expect(namesIn(reader.live.state().workspace)).toEqual(['One', 'Two', 'Three']);
  });

  it('goes on after a change that could not be stored', async () => {
    const desks = new LiveDesks();
    const { store } = desks;
    let isFull = true;
    const desk = await new LiveDesks({
      load: () => store.load(),
      commit: (request) => (isFull ? Promise.reject(new Error('No space.')) : store.commit(request)),
      readJournal: (sessionId) => store.readJournal(sessionId),
      readLog: (range) => store.readLog(range),
    }).open();

    await expect(desk.commands.createProject({ name: 'Launch' })).rejects.toThrow('No space.');
    expect(namesIn(desk.live.state().workspace)).toEqual([]);

    isFull = false;
    await desk.commands.createProject({ name: 'Launch' });
    expect(namesIn(desk.live.state().workspace)).toEqual(['Launch']);
  });
});

function namesIn(workspace: Workspace): readonly string[] {
  return projectsInOrder(workspace).map((project) => project.name);
}
