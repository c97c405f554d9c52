import { describe, expect, it } from 'vitest';

import { AgentBench } from '@/testing/agent-bench';
import { gate, SteppedModel, textDelta } from '@/testing/model-scripts';
import { addTask, redirectBench, said } from '@/testing/redirect-bench';

describe('following a session', () => {
  it('tells all that is stored behind a place, then what comes, in order, without gaps, each once', async () => {
    const { bench, session } = await redirectBench([[addTask('a', 'New')], said('Done.'), said('Again.')]);
    await bench.ask(session, 'Add it');
    const heard: number[] = [];
    const types: string[] = [];
    const stop = bench.engine.follow(session, 3, (update) => {
      if (update.type !== 'happened') return;
      heard.push(update.sequence);
      types.push(`${update.event.type} ${update.status} ${String(update.answer?.steps.length ?? '-')}`);
    });
    await bench.ask(session, 'Again');
    const count = bench.journal(session).length;
    expect(heard).toEqual(Array.from({ length: count - 3 }, (_, index) => index + 4));
    expect(types).toEqual([
      'response-received running 2',
      'call-settled running 4',
      'response-received running 4',
      'run-ended completed 4',
      'message-sent completed -',
      'run-started running 1',
      'response-received running 1',
      'run-ended completed 1',
    ]);
    stop();
    await bench.command({ type: 'rename-session', sessionId: session, title: 'Named' });
    expect(heard).toHaveLength(count - 3);
  });

  it('[L5] tells whoever opens a session what streams there, also while nothing comes', async () => {
    const never = gate();
    const bench = await AgentBench.open({ model: new SteppedModel([textDelta('Hel'), () => never.opened]) });
    const session = await bench.newSession();
    await bench.send(session, 'Hello');
    await expect.poll(() => bench.frames.waitingCount).toBe(1);
    bench.frames.paint();
    const streamed: (string | null)[] = [];
    const stop = bench.engine.subscribe((event) => {
      if (event.type === 'live-text') streamed.push(event.live?.text ?? null);
    });
    await bench.engine.open(session);
    expect(streamed).toEqual(['Hel']);
    await bench.command({ type: 'cancel', sessionId: session });
    await bench.engine.open(session);
    expect(streamed).toEqual(['Hel', null]);
    stop();
    never.open();
  });

  it('tells what streams right now, and when nothing does any more', async () => {
    const never = gate();
    const bench = await AgentBench.open({ model: new SteppedModel([textDelta('Hel'), () => never.opened]) });
    const session = await bench.newSession();
    await bench.send(session, 'Hello');
    await expect.poll(() => bench.frames.waitingCount).toBe(1);
    bench.frames.paint();
    const streamed: (string | null)[] = [];
    bench.engine.follow(session, 0, (update) => {
      if (update.type === 'streaming') streamed.push(update.live?.text ?? null);
    });
    await expect.poll(() => streamed).toEqual(['Hel']);
    await bench.command({ type: 'cancel', sessionId: session });
    expect(streamed).toEqual(['Hel', null]);
    never.open();
  });
});
