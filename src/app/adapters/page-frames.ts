import type { Frames } from '@/agent';

/** A hidden page paints nothing, and a stream in it must still be kept. */
const hiddenFrameMs = 250;

/** The frames of this page; while it is hidden, a few a second. */
export function pageFrames(page: Window): Frames {
  return {
    next(callback) {
      let isOver = false;
      const once = (): void => {
        if (isOver) return;
        stop();
        callback();
      };
      const frame = page.requestAnimationFrame(once);
      const timer = page.setTimeout(once, hiddenFrameMs);
      function stop(): void {
        isOver = true;
        page.cancelAnimationFrame(frame);
        page.clearTimeout(timer);
      }
      return stop;
    },
  };
}
