/**
 * Does something once a press that is going on has had its effect. What moves between the press and its release takes the click away
 * from what was pressed, so nothing may shrink or go away because a press took the focus from it.
 */
export function afterPress(work: () => void): void {
  if (document.querySelector(':active') === null) {
    work();
    return;
  }
  const over = new AbortController();
  for (const type of pressEnds) {
    document.addEventListener(
      type,
      () => {
        over.abort();
        // The click comes behind the release, in the same task.
        setTimeout(work);
      },
      { capture: true, signal: over.signal },
    );
  }
}

/** Not `pointerup`: to a finger it comes before the focus moves. */
const pressEnds = ['mouseup', 'dragend', 'pointercancel'] as const;
