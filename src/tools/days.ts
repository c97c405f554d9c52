import { parseIsoDate, type IsoDate, type Millis } from '@/domain/workspace';

/** The day on which a moment was, where the person is. */
function dayOf(at: Millis): IsoDate | null {
  const moment = new Date(at);
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  const [year = '', month = '', day = ''] = parts.map((part) => String(part).padStart(2, '0'));
  return parseIsoDate(`${year.padStart(4, '0')}-${month}-${day}`);
}

/** Whether a moment was on one of these days, both included; an end that is not given is open. */
export function isWithin(at: Millis, days: { readonly from?: string; readonly to?: string }): boolean {
  const day = dayOf(at);
  if (day === null) return false;
  return (days.from === undefined || day >= days.from) && (days.to === undefined || day <= days.to);
}
