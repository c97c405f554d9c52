/**
 * Splits a key combination into the words that stand on this person's keyboard.
 *
 * @param keys - names joined by `+`; `Mod` is Command on Apple's keyboards and Control on all others.
 */
export function shortcutKeys(
  keys: string,
  isApple: boolean,
): readonly { readonly name: string; readonly symbol: string }[] {
  const table = isApple ? appleKeys : otherKeys;
  return keys.split('+').map((key) => table.get(key) ?? { name: key, symbol: key });
}

export function isApplePlatform(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}

const arrows = [
  ['ArrowUp', { name: 'Up', symbol: '↑' }],
  ['ArrowDown', { name: 'Down', symbol: '↓' }],
  ['ArrowLeft', { name: 'Left', symbol: '←' }],
  ['ArrowRight', { name: 'Right', symbol: '→' }],
  ['Escape', { name: 'Escape', symbol: 'Esc' }],
] as const;

const appleKeys: ReadonlyMap<string, { readonly name: string; readonly symbol: string }> = new Map([
  ['Mod', { name: 'Command', symbol: '⌘' }],
  ['Alt', { name: 'Option', symbol: '⌥' }],
  ['Shift', { name: 'Shift', symbol: '⇧' }],
  ['Control', { name: 'Control', symbol: '⌃' }],
  ['Enter', { name: 'Return', symbol: '↩' }],
  ['Backspace', { name: 'Delete', symbol: '⌫' }],
  ...arrows,
]);

const otherKeys: ReadonlyMap<string, { readonly name: string; readonly symbol: string }> = new Map([
  ['Mod', { name: 'Control', symbol: 'Ctrl' }],
  ['Control', { name: 'Control', symbol: 'Ctrl' }],
  ['Backspace', { name: 'Backspace', symbol: '⌫' }],
  ...arrows,
]);
