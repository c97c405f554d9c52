import type { ListStore } from '../list/list-store';

/**
 * What gets the focus when the menu of a row closes: the row in use, which may be another one by then, such as a field for a new task.
 *
 * @returns `false` to leave the focus where it is: with what was chosen, if that has taken it already, or to the list, which gives it
 *   to a row as soon as the row is there.
 */
export function menuReturn(list: ListStore): HTMLElement | false {
  const { activeKey, renamingKey } = list.getState();
  const active = document.activeElement;
  const isFree = active === null || active === document.body || active.closest('[role="menu"]') !== null;
  if (!isFree || renamingKey !== null || activeKey === null) return false;
  return (
    document.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(activeKey)}"] [data-row-focus]`) ?? false
  );
}
