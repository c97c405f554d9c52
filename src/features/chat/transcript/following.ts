/** Where a scrolling area stands, in pixels. */
export interface ScrollPlace {
  readonly top: number;
  readonly height: number;
  readonly viewport: number;
}

/**
 * Whether the newest text is followed after the area has scrolled from one place to another. Going up by hand ends it, arriving at the
 * bottom begins it; a change of sizes alone changes nothing.
 */
export function followsAfter(follows: boolean, before: ScrollPlace, now: ScrollPlace): boolean {
  const toBottom = now.height - now.viewport - now.top;
  const hasShrunk = now.height < before.height || now.viewport > before.viewport;
  // At the very bottom a bounce goes up too.
  if (now.top < before.top && !hasShrunk && toBottom > 1) return false;
  return follows || toBottom <= nearBottom;
}

const nearBottom = 24;
