/** For the `ref` of what takes the focus when it comes because the person asked for it. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus();
}
