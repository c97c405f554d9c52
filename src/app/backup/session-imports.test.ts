import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import type { SessionId } from '@/domain/sessions';
import { AgentBench, doneOf } from '@/testing/agent-bench';
import { Windows } from '@/testing/tab-bench';
import { settled } from '@/testing/tab-windows';

import { openSessionImports } from './session-imports';

const says = (text: string) => [assistantMessage(text)];
const asks = [functionCall('ask_user', { question: 'Which?' }, { callId: 'a' })];

/** A session as a file of another device holds it now. */
function fileOf(bench: AgentBench, id: SessionId) {
  return [{ id, title: '', events: bench.journal(id) }];
}

function importsOf({ engine, device }: AgentBench) {
  return openSessionImports({
    journal: device.database,
    clock: device.clock,
    engine,
    onImported: (ids) => engine.noteImported(ids),
  });
}

/** The import of a page whose runtime cannot look again. */
function untoldImportsOf({ engine, device }: AgentBench) {
  return openSessionImports({
    journal: device.database,
    clock: device.clock,
    engine,
    onImported: () => Promise.reject(new Error('The runtime cannot be fetched.')),
  });
}

function textsIn(bench: AgentBench, id: SessionId): readonly string[] {
  return bench.view(id).entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : []));
}

describe('an import of sessions', () => {
  it('[S5] shows what it adds to a session that is on the screen, in every window', async () => {
    const there = await AgentBench.open({ script: [says('One.'), says('Two.')] });
    const session = await there.newSession();
    await there.ask(session, 'First');
    const windows = new Windows();
    const [one, two] = [await windows.open('one', {}), await windows.open('two', {})];
    await importsOf(one.bench).import(fileOf(there, session));
    await settled();
    expect(two.bench.events.at(-1)).toEqual({ type: 'sessions-changed' });
    for (const { bench } of [one, two]) {
      expect(await bench.engine.open(session)).toMatchObject({ status: 'completed' });
    }

    await there.ask(session, 'Second');
    await importsOf(one.bench).import(fileOf(there, session));
    await settled();
    for (const { bench } of [one, two]) expect(textsIn(bench, session)).toEqual(['First', 'Second']);
  });

  it('[S5] [I1] ends a run that waits here for its person, when the session went on elsewhere', async () => {
    const here = await AgentBench.open({ model: new ScriptedModel([asks, says('Here again.')]) });
    const session = await here.newSession();
    await here.send(session, 'Ask me');
    await here.request(session);
    const there = await AgentBench.open({ script: [says('There.')] });
    await importsOf(there).import(fileOf(here, session));
    expect(await there.ask(session, 'Never mind')).toMatchObject({ status: 'completed' });

    await importsOf(here).import(fileOf(there, session));
    expect(here.view(session)).toMatchObject({ status: 'completed', openRequests: [] });
    expect(textsIn(here, session)).toEqual(['Ask me', 'Never mind']);
    doneOf(await here.send(session, 'And now here'));
    expect(await here.ended(session)).toMatchObject({ status: 'completed' });
  });

  it('[S5] has succeeded when it is stored, although the screen could not be told', async () => {
    const there = await AgentBench.open({ script: [says('One.')] });
    const session = await there.newSession();
    await there.ask(session, 'First');
    const here = await AgentBench.open({ script: [] });
    await expect(untoldImportsOf(here).import(fileOf(there, session))).resolves.toBeUndefined();
    expect(await here.engine.open(session)).toMatchObject({ status: 'completed' });
  });

  it('[S5] fails with its own error, although the screen could not be told either', async () => {
    const there = await AgentBench.open({ script: [says('One.')] });
    const session = await there.newSession();
    await there.ask(session, 'First');
    const here = await AgentBench.open({ script: [] });
    here.device.database.beforeWrite = () => Promise.reject(new Error('The disk is full.'));
    await expect(untoldImportsOf(here).import(fileOf(there, session))).rejects.toThrow('The disk is full.');
  });
});
