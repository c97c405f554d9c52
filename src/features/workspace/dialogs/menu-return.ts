/**
 * What gets the focus when the menu of a row closes: the row, unless what was chosen has put the focus into the list already, such as
 * into a field for a new name.
 *
 * @returns `false` to leave the focus where it is.
 */
export function menuReturn(key: string): HTMLElement | false {
  if (document.activeElement?.closest('[data-row-key]') instanceof Element) return false;
  return document.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"] [data-row-focus]`) ?? false;
}
