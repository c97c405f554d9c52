import { daysBetween, weekdayOf, type IsoDate, type TimeOfDay } from '@/domain/workspace';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as people say it: "Today", "Tomorrow", "Fri 27 Nov", with the year when it is not this one. */
export function dateWords(date: IsoDate, today: IsoDate): string {
  switch (daysBetween(today, date)) {
    case -1:
      return 'Yesterday';
    case 0:
      return 'Today';
    case 1:
      return 'Tomorrow';
  }
  const [year = '', month = '', day = ''] = date.split('-');
  const words = `${weekdays[weekdayOf(date)] ?? ''} ${String(Number(day))} ${months[Number(month) - 1] ?? ''}`;
  return today.startsWith(`${year}-`) ? words : `${words} ${String(Number(year))}`;
}

/** "Tomorrow", "Tomorrow 09:30". */
export function dueWords(
  due: { readonly dueDate: IsoDate; readonly dueTime: TimeOfDay | null },
  today: IsoDate,
): string {
  const day = dateWords(due.dueDate, today);
  return due.dueTime === null ? day : `${day} ${due.dueTime}`;
}

/** "3 days overdue", "1 day overdue". */
export function overdueWords(date: IsoDate, today: IsoDate): string {
  const days = daysBetween(date, today);
  return `${String(days)} ${days === 1 ? 'day' : 'days'} overdue`;
}
