import { describe, expect, it } from 'vitest';

import { shortcutKeys } from './shortcut';

describe('key combinations', () => {
  it('are written with the signs of an Apple keyboard', () => {
    expect(shortcutKeys('Mod+Shift+O', true)).toEqual([
      { name: 'Command', symbol: '⌘' },
      { name: 'Shift', symbol: '⇧' },
      { name: 'O', symbol: 'O' },
    ]);
  });

  it('are written in words on every other keyboard', () => {
    expect(shortcutKeys('Mod+Alt+ArrowUp', false)).toEqual([
      { name: 'Control', symbol: 'Ctrl' },
      { name: 'Alt', symbol: 'Alt' },
      { name: 'Up', symbol: '↑' },
    ]);
  });
});
