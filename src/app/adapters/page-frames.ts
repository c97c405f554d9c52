import type { Frames } from '@/agent';
import type { TabTimers } from '@/sync/tabs';

/** A hidden page paints nothing, and a stream in it must still be kept. */
const hiddenFrameMs = 250;

/** The frames of this page; while it is hidden, a few a second. */
export function pageFrames(page: Window, timers: Pick<TabTimers, 'after'>): Frames {
  return {
    next(callback) {
      let isOver = false;
      const once = (): void => {
        if (isOver) return;
        stop();
        callback();
      };
      const frame = page.requestAnimationFrame(once);
      const stopTimer = timers.after(hiddenFrameMs, once);
      function stop(): void {
        isOver = true;
        page.cancelAnimationFrame(frame);
        stopTimer();
      }
      return stop;
    },
  };
}
