import { describe, expect, it } from 'vitest';

import { followsAfter } from './following';

const bottom = { top: 600, height: 1_000, viewport: 400 };

describe('following the newest text', () => {
  it('ends when the person scrolls up, be it ever so little', () => {
    expect(followsAfter(true, bottom, { ...bottom, top: 590 })).toBe(false);
  });

  it('goes on while the text grows, and while what is above turns out to be smaller', () => {
    expect(followsAfter(true, bottom, { ...bottom, height: 1_200 })).toBe(true);
    expect(followsAfter(true, bottom, { top: 500, height: 900, viewport: 400 })).toBe(true);
  });

  it('goes on when the composer or a keyboard takes room away, or gives it back', () => {
    expect(followsAfter(true, bottom, { ...bottom, viewport: 300 })).toBe(true);
    expect(followsAfter(true, { ...bottom, viewport: 300, top: 700 }, bottom)).toBe(true);
  });

  it('begins again at the bottom, and only there', () => {
    expect(followsAfter(false, { ...bottom, top: 100 }, { ...bottom, top: 300 })).toBe(false);
    expect(followsAfter(false, { ...bottom, top: 300 }, { ...bottom, top: 590 })).toBe(true);
  });

  it('is not ended by a bounce at the bottom', () => {
    expect(followsAfter(true, { ...bottom, top: 640 }, bottom)).toBe(true);
  });
});
