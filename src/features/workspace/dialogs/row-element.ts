/** The part of a row that takes the focus, when the row is on the screen. */
export function rowElement(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"] [data-row-focus]`);
}
