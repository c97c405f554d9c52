/** A click that comes sooner was meant for what stood here before (RELIABILITY S25). */
const settleMs = 500;

/** Whether a press that comes now was meant for what is shown. */
export function isDeliberate(shownAt: number, now: number): boolean {
  return now - shownAt >= settleMs;
}
