import { describe, expect, it } from 'vitest';

import { FakeFrames } from '@/testing/agent-ports';

import { atMostOnceAFrame } from './at-most-once-a-frame';

function landings() {
  const frames = new FakeFrames();
  const landed: string[] = [];
  return { frames, landed, landing: atMostOnceAFrame<string>(frames, (value) => landed.push(value)) };
}

describe('what lands at most once a frame', () => {
  it('[L5] is the newest of what came since the last one', () => {
    const { frames, landed, landing } = landings();
    landing.withNextFrame('one');
    landing.withNextFrame('two');
    expect(landed).toEqual([]);
    frames.paint();
    expect(landed).toEqual(['two']);
    landing.withNextFrame('three');
    frames.paint();
    expect(landed).toEqual(['two', 'three']);
  });

  it('gives way to what lands now, and leaves no frame behind', () => {
    const { frames, landed, landing } = landings();
    landing.withNextFrame('old');
    landing.now('new');
    expect(frames.waitingCount).toBe(0);
    frames.paint();
    expect(landed).toEqual(['new']);
  });

  it('lands once when it is asked for before the frame, and never when it is dropped', () => {
    const { frames, landed, landing } = landings();
    landing.withNextFrame('early');
    landing.flush();
    landing.flush();
    landing.withNextFrame('never');
    landing.drop();
    frames.paint();
    expect(landed).toEqual(['early']);
    expect(frames.waitingCount).toBe(0);
  });
});
