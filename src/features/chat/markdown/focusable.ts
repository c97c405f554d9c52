/** A box that scrolls must be reachable by keyboard; not every browser sees to that. */
export const focusable = { tabIndex: 0 } as const;
