import type { Clock } from '@/agent';
import { millis, parseIsoDate } from '@/domain/workspace';

/** This machine's clock and its time zone. */
export function systemClock(): Clock {
  return {
    now: () => millis(Date.now()),
    today() {
      const now = new Date();
      const day = [
        String(now.getFullYear()).padStart(4, '0'),
        String(now.getMonth() + 1).padStart(2, '0'),
        String(now.getDate()).padStart(2, '0'),
      ].join('-');
      const date = parseIsoDate(day);
      if (date === null)
        throw new RangeError(`This machine's clock says ${day}, which is no day. Set its date.`);
      return date;
    },
  };
}
