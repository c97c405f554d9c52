import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sequence, type Author, type CommitId, type LogEntry } from '@/domain/deltas';
import { planCreateProject } from '@/domain/planning';
import { sessionId } from '@/domain/sessions';
import { projectsInOrder } from '@/domain/workspace';
import { createWorkspaceStore } from '@/state/workspace';
import { FakeFrames } from '@/testing/agent-ports';
import { planContext } from '@/testing/builders';
import { LiveDesks, type LiveDesk } from '@/testing/live-desk';

import { Standings, type WayBack } from './standings';
import { createStandingsStore } from './standings-store';

const ours = sessionId('ours');

/** The agent makes a project in some session. @returns the commit, named by the project. */
async function makeProject(desk: LiveDesk, name: string, session: string = ours): Promise<CommitId> {
  const author: Author = { type: 'agent', sessionId: session, turnId: 'turn', callId: name };
  const context = planContext(`${name}-`);
  const result = await desk.live.change((workspace) => planCreateProject(workspace, { name }, context), {
    author,
  });
  if (result.type !== 'committed') throw new Error(`${name} was not made.`);
  return result.entry.commit.id;
}

async function standingsOf(desk: LiveDesk): Promise<Standings> {
  const standings = new Standings(
    ({ commit: { author } }) => author.type === 'agent' && author.sessionId === ours,
  );
  for (const entry of await desk.readLog(undefined)) standings.add(entry);
  return standings;
}

function entriesIn(way: WayBack): readonly LogEntry[] {
  return way.type === 'undo' || way.type === 'redo' ? way.entries : [];
}

function namesIn(desk: LiveDesk): readonly string[] {
  return projectsInOrder(desk.live.state().workspace).map(({ name }) => name);
}

describe('what can be taken back', () => {
  it('is undone as one, brought back as one, and undone again', async () => {
    const desk = await new LiveDesks().open();
    const ids = [await makeProject(desk, 'One'), await makeProject(desk, 'Two')];

    for (const expected of ['undo', 'redo', 'undo', 'redo'] as const) {
      const way = (await standingsOf(desk)).wayBack(ids);
      expect(way.type).toBe(expected);
      await desk.commands.undoEntries(entriesIn(way), 'ask');
      expect(namesIn(desk)).toEqual(expected === 'undo' ? [] : ['One', 'Two']);
    }
  });

  it('is what is left of it after one step was undone, and all of it comes back', async () => {
    const desk = await new LiveDesks().open();
    const [one, two] = [await makeProject(desk, 'One'), await makeProject(desk, 'Two')];

    await desk.commands.undoEntries(entriesIn((await standingsOf(desk)).wayBack([two])), 'ask');
    const rest = (await standingsOf(desk)).wayBack([one, two]);
    expect(entriesIn(rest).map(({ commit }) => commit.id)).toEqual([one]);
    await desk.commands.undoEntries(entriesIn(rest), 'ask');

    const back = (await standingsOf(desk)).wayBack([one, two]);
    expect(back.type).toBe('redo');
    await desk.commands.undoEntries(entriesIn(back), 'ask');
    expect(namesIn(desk)).toEqual(['One', 'Two']);
  });

  it('is not offered to be brought back where that would bring back something else too', async () => {
    const desk = await new LiveDesks().open();
    const [one, two] = [await makeProject(desk, 'One'), await makeProject(desk, 'Two')];
    await desk.commands.undoEntries(await desk.readLog(undefined), 'ask');

    const standings = await standingsOf(desk);
    expect(standings.wayBack([one]).type).toBe('taken-back');
    expect(standings.wayBack([one, two]).type).toBe('redo');
  });

  it('is unknown of commits that are not in the log', async () => {
    const desk = await new LiveDesks().open();
    const theirs = await makeProject(desk, 'Theirs', 'other');
    expect((await standingsOf(desk)).wayBack([theirs]).type).toBe('unknown');
  });

  it('stands as the workspace does, whatever was undone, redone and restored by whom', async () => {
    const step = fc.oneof(
      fc.record({ type: fc.constantFrom('make', 'make-elsewhere', 'undo', 'redo') }),
      fc.record({ type: fc.constantFrom('turn', 'restore'), seed: fc.nat(1_000) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const desk = await new LiveDesks().open();
        const made = new Map<string, CommitId>();
        for (const [index, taken] of steps.entries()) {
          await take(desk, made, { index, seed: 'seed' in taken ? taken.seed : 0, type: taken.type });
        }
        const standings = await standingsOf(desk);
        const inForce = [...made]
          .filter(([, id]) => standings.wayBack([id]).type === 'undo')
          .map(([name]) => name);
        expect(inForce.toSorted()).toEqual(
          namesIn(desk)
            .filter((name) => made.has(name))
            .toSorted(),
        );
      }),
      { numRuns: 60 },
    );
  });
});

interface Step {
  readonly type: string;
  readonly index: number;
  readonly seed: number;
}

async function take(desk: LiveDesk, made: Map<string, CommitId>, { type, index, seed }: Step): Promise<void> {
  const name = `P${String(index)}`;
  switch (type) {
    case 'make':
      made.set(name, await makeProject(desk, name));
      return;
    case 'make-elsewhere':
      await makeProject(desk, name, 'other');
      return;
    case 'undo':
      await desk.commands.undo('ask');
      return;
    case 'redo':
      await desk.commands.redo('ask');
      return;
    case 'turn': {
      const some = [...made.values()].filter((_, place) => (seed >> place) % 2 === 1);
      const entries = entriesIn((await standingsOf(desk)).wayBack(some));
      if (entries.length > 0) await desk.commands.undoEntries(entries, 'ask');
      return;
    }
    case 'restore':
      await desk.commands.restore(sequence(seed % (desk.live.state().head + 1)));
  }
}

describe('the standings of a session on the screen', () => {
  it('read back to the oldest commit, and then follow what arrives without reading it again', async () => {
    const desk = await new LiveDesks().open();
    for (let index = 0; index < 30; index += 1)
      await desk.commands.createProject({ name: `Old ${String(index)}` });
    const one = await makeProject(desk, 'One');
    let reads = 0;
    const source = {
      store: createWorkspaceStore({ live: desk.live, frames: new FakeFrames() }),
      readLog: async () => {
        reads += 1;
        return (await desk.readLog(undefined)).toReversed();
      },
    };
    const store = createStandingsStore(source, ours, [one]);
    const stop = store.follow();
    await changed(store);
    expect(wayBack(store, one)).toBe('undo');

    const two = await makeProject(desk, 'Two');
    await desk.commands.undo('ask');
    expect(wayBack(store, two)).toBe('redo');
    expect(wayBack(store, one)).toBe('undo');
    expect(reads).toBe(1);

    stop();
    await desk.commands.undo('ask');
    expect(wayBack(store, one)).toBe('undo');
  });
});

type Store = ReturnType<typeof createStandingsStore>;

function wayBack(store: Store, id: CommitId): WayBack['type'] {
  return store.getState().standings.wayBack([id]).type;
}

function changed(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      stop();
      resolve();
    });
  });
}
