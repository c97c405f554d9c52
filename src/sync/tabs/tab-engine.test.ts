import { describe, expect, it } from 'vitest';

import type { Engine, EngineEvent, EngineReply } from '@/agent';
import { requestId, turnId, type SessionId } from '@/domain/sessions';
import { MemoryEngine, type Journals } from '@/testing/memory-engine';
import { FakeBrowser, settled, type FakeWindow } from '@/testing/tab-windows';

import { createSessionChannel } from './session-channel';
import { createTabEngine } from './tab-engine';

/** One window with its engine, and what its screens were told. */
interface Tab {
  readonly window: FakeWindow;
  readonly local: MemoryEngine;
  readonly engine: Engine;
  readonly events: EngineEvent[];
}

class Device {
  readonly browser = new FakeBrowser();
  readonly journals: Journals = new Map();
  #commandCount = 0;

  async open(name: string): Promise<Tab> {
    const window = this.browser.open(name);
    const local = new MemoryEngine({ journals: this.journals, tryHold: (id) => window.locks.tryHold(id) });
    const engine = createTabEngine({
      engine: local,
      channel: createSessionChannel({
        tab: name,
        open: () => window.openChannel(),
        now: () => window.timers.now(),
      }),
      locks: window.locks,
      timers: window.timers,
      moments: {
        isVisible: () => window.isVisible,
        subscribe(listener) {
          window.moments.add(listener);
          return () => window.moments.delete(listener);
        },
      },
      newId: () => {
        this.#commandCount += 1;
        return `${name}-${String(this.#commandCount)}`;
      },
      patience: (this.browser.windows.length % 5) / 5,
    });
    const events: EngineEvent[] = [];
    engine.subscribe((event) => events.push(event));
    await settled();
    return { window, local, engine, events };
  }

  /** The window that has the right to drive a session. */
  driver(id: SessionId): string | null {
    return this.browser.holderOf(id)?.name ?? null;
  }
}

async function running(): Promise<{ device: Device; one: Tab; two: Tab; id: SessionId }> {
  const device = new Device();
  const one = await device.open('one');
  const two = await device.open('two');
  const id = await created(one);
  await send(one, id, 'Go');
  await two.engine.open(id);
  await settled();
  return { device, one, two, id };
}

async function created({ engine }: Tab): Promise<SessionId> {
  const reply = await engine.command({ type: 'create-session' });
  if (reply.type !== 'done') throw new Error(reply.message);
  return reply.sessionId;
}

function send({ engine }: Tab, sessionId: SessionId, text: string): Promise<EngineReply> {
  return engine.command({ type: 'send', sessionId, turnId: turnId(text), text });
}

function answer({ engine }: Tab, sessionId: SessionId, text: string): Promise<EngineReply> {
  const response = { type: 'answered', choices: [], text } as const;
  return engine.command({ type: 'respond', sessionId, requestId: requestId('Which?'), response });
}

function statusIn({ events }: Tab): string | undefined {
  const last = events.findLast((event) => event.type === 'session-changed');
  return last?.type === 'session-changed' ? last.view.status : undefined;
}

function liveIn({ events }: Tab): string | null | undefined {
  const last = events.findLast((event) => event.type === 'live-text');
  return last?.type === 'live-text' ? (last.live?.text ?? null) : undefined;
}

describe('a window beside the one that drives', () => {
  it('[S1] shows the run, what streams into it, and its end', async () => {
    const { device, one, two, id } = await running();
    expect(statusIn(two) ?? (await two.engine.open(id))?.status).toBe('running');
    one.local.stream(id, 'Once');
    one.local.stream(id, 'Once upon');
    await device.browser.time.pass(100);
    expect(liveIn(two)).toBe('Once upon');
    one.local.finish(id);
    await settled();
    expect(statusIn(two)).toBe('completed');
    expect(device.driver(id)).toBeNull();
  });

  it('[L5] is told of what streams a few times a second, however fast it comes', async () => {
    const { device, one, two, id } = await running();
    for (let count = 1; count <= 100; count += 1) {
      one.local.stream(id, 'x'.repeat(count));
      await device.browser.time.pass(20);
    }
    await device.browser.time.pass(100);
    const told = two.events.filter((event) => event.type === 'live-text');
    expect(told.length).toBeLessThan(40);
    expect(told.length).toBeGreaterThan(15);
    expect(liveIn(two)).toBe('x'.repeat(100));
  });

  it('shows what was streaming before it came', async () => {
    const { device, one, id } = await running();
    one.local.stream(id, 'Long ago');
    const late = await device.open('late');
    await settled();
    expect(liveIn(late)).toBe('Long ago');
  });

  it('[S1] has its commands done by the driver, and hears the reply', async () => {
    const { one, two, id } = await running();
    expect(await two.engine.command({ type: 'cancel', sessionId: id })).toEqual({
      type: 'done',
      sessionId: id,
    });
    expect(one.local.done.map((command) => command.type)).toEqual(['send', 'cancel']);
    expect(two.local.done).toEqual([]);
    expect(statusIn(two)).toBe('cancelled');
  });

  it('[Q2] [Q3] answers from anywhere: the first answer counts, and the other window is refused', async () => {
    const { device, one, two, id } = await running();
    one.local.ask(id, 'Which?');
    await settled();
    expect(statusIn(two)).toBe('awaiting_user');
    const replies = await Promise.all([answer(two, id, 'This'), answer(one, id, 'That')]);
    expect(replies.map((reply) => reply.type).toSorted()).toEqual(['done', 'refused']);
    const settlings = device.journals.get(id)?.filter((event) => event.type === 'request-settled');
    expect(settlings).toHaveLength(1);
  });

  it('[S1] drives another session at the same time', async () => {
    const { device, two, id } = await running();
    const other = await created(two);
    await send(two, other, 'And this');
    expect([device.driver(id), device.driver(other)]).toEqual(['one', 'two']);
  });

  it('is told when a session is new or gets another name in another window', async () => {
    const device = new Device();
    const one = await device.open('one');
    const two = await device.open('two');
    await created(one);
    await settled();
    expect(two.events).toContainEqual({ type: 'sessions-changed' });
  });

  it('does what it is asked itself once nobody drives the session', async () => {
    const { device, one, two, id } = await running();
    one.local.finish(id);
    await settled();
    expect(await send(two, id, 'More')).toMatchObject({ type: 'done' });
    expect(device.driver(id)).toBe('two');
  });
});

describe('a driver', () => {
  it('[Q1] (R9) looks at deadlines while somebody can see them, and not while it is hidden', async () => {
    const { device, one, two } = await running();
    one.window.isVisible = false;
    await device.browser.time.pass(5_000);
    expect(one.local.lookedCount).toBe(0);
    one.window.isVisible = true;
    await device.browser.time.pass(1_100);
    expect(one.local.lookedCount).toBe(2);
    expect(two.local.lookedCount).toBe(0);
  });
});

describe('a driver that goes away', () => {
  it('[S2] leaves its run to the next window when it is closed or crashes', async () => {
    const { device, one, two, id } = await running();
    one.window.kill();
    await settled();
    expect(device.driver(id)).toBe('two');
    expect(two.local.resumed).toEqual([id]);
    two.local.finish(id);
    await settled();
    expect(statusIn(two)).toBe('completed');
  });

  it('[S2] is followed by exactly one of many windows', async () => {
    const { device, one, two, id } = await running();
    const more = [two, await device.open('three'), await device.open('four')];
    one.window.kill();
    await settled();
    expect(more.flatMap(({ local }) => local.resumed)).toEqual([id]);
    // And again, until one is left.
    device.browser.windows.find((window) => window.name === device.driver(id))?.kill();
    await settled();
    expect(more.flatMap(({ local }) => local.resumed)).toEqual([id, id]);
    expect(device.driver(id)).not.toBeNull();
  });

  it('has nothing half said left on the screens of others', async () => {
    const { device, one, two, id } = await running();
    const three = await device.open('three');
    one.local.stream(id, 'Half a');
    await device.browser.time.pass(100);
    expect([two, three].map(liveIn)).toEqual(['Half a', 'Half a']);
    one.window.kill();
    await device.browser.time.pass(100);
    expect([two, three].map(liveIn)).toEqual([null, null]);
  });

  it('is not missed by a command that was on its way: the window that asked does it', async () => {
    const { device, one, two, id } = await running();
    one.window.hang();
    const reply = two.engine.command({ type: 'cancel', sessionId: id });
    one.window.kill();
    await device.browser.time.pass(1_000);
    expect(await reply).toEqual({ type: 'done', sessionId: id });
    expect(statusIn(two)).toBe('cancelled');
  });

  it('[S1a] lets go when it is frozen and asked, within two seconds', async () => {
    const { device, one, two, id } = await running();
    one.window.freeze();
    await device.browser.time.pass(2_000);
    expect(device.driver(id)).toBe('two');
    expect(one.local.drives(id)).toBe(false);
    expect(two.local.resumed).toEqual([id]);
  });

  it('[S1a] lets go at once when it is frozen and a command comes, which the asking window does', async () => {
    const { device, one, two, id } = await running();
    one.window.freeze();
    const reply = two.engine.command({ type: 'cancel', sessionId: id });
    await device.browser.time.pass(1_000);
    expect(await reply).toMatchObject({ type: 'done' });
    expect(statusIn(two)).toBe('cancelled');
    expect(one.local.done.map((command) => command.type)).toEqual(['send']);
  });

  it('[S1a] is robbed when it hangs, and only once it was asked; it learns of it when it comes back', async () => {
    const { device, one, two, id } = await running();
    one.window.hang();
    await device.browser.time.pass(2_500);
    expect(device.driver(id)).toBe('one');
    await device.browser.time.pass(2_500);
    expect(device.driver(id)).toBe('two');
    one.window.thaw();
    await device.browser.time.pass(5_000);
    expect(one.local.drives(id)).toBe(false);
    expect(device.driver(id)).toBe('two');
    expect(two.local.resumed).toEqual([id]);
  });

  it('[S1a] is never robbed while it gives signs of life', async () => {
    const { device, one, two, id } = await running();
    await device.browser.time.pass(120_000);
    expect(device.driver(id)).toBe('one');
    expect(one.local.drives(id)).toBe(true);
    expect(two.local).toMatchObject({ resumed: [], isPrepared: true });
  });

  it('[S1a] is robbed by one of several windows, not by one after the other', async () => {
    const { device, one, two, id } = await running();
    const three = await device.open('three');
    one.window.hang();
    await device.browser.time.pass(20_000);
    expect([...two.local.resumed, ...three.local.resumed]).toEqual([id]);
  });

  it('(R7) lets go when its page goes into the back/forward cache, and looks again when it returns', async () => {
    const { device, one, two, id } = await running();
    one.window.leave();
    await settled();
    expect(device.driver(id)).toBe('two');
    one.window.thaw();
    await settled();
    two.local.finish(id);
    await settled();
    expect(statusIn(one)).toBe('completed');
  });
});

describe('a window that comes first', () => {
  it('[L3] goes on with what an earlier visit left unfinished', async () => {
    const { device, one, two, id } = await running();
    one.window.kill();
    two.window.kill();
    const next = await device.open('next');
    await settled();
    expect(next.local.resumed).toEqual([id]);
    expect(device.driver(id)).toBe('next');
  });
});
