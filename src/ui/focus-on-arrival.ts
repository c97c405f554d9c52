/** For the `ref` of what takes the focus when it comes: the person asked for it, or is done with what stood in its place. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus();
}
