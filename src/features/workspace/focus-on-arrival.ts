/** As the `ref` of something that was asked for just now: it gets the focus when it comes. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus();
}
