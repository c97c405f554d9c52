import { describe, expect, it } from 'vitest';

import { hueFor, initials } from './avatar-look';

describe('the look of an avatar', () => {
  it('takes the first and the last word of a name', () => {
    expect(['Ada Lovelace', '  grace  brewster  hopper ', 'Cher', '李小龍'].map(initials)).toEqual([
      'AL',
      'GH',
      'C',
      '李',
    ]);
  });

  it('never cuts a character in two', () => {
    expect([initials('👩‍🚀 Zoë'), initials('🇳🇴')]).toEqual(['👩‍🚀Z', '🇳🇴']);
  });

  it('shows a question mark for a name of nothing', () => {
    expect(['', ' \t'].map(initials)).toEqual(['?', '?']);
  });

  it('gives the same text the same hue, and spreads ids that differ in their last letter', () => {
    const ids = Array.from({ length: 64 }, (_, index) => `person-${index}`);
    expect(ids.map(hueFor)).toEqual(ids.map(hueFor));
    expect(new Set(ids.map(hueFor)).size).toBe(8);
  });
});
