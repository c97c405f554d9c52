import { parseIsoDate, weekdayOf, type IsoDate } from '@/domain/workspace';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "Saturday, 21 November 2026" */
export function longDay(day: IsoDate): string {
  const { weekday, number, month, year } = partsOf(day);
  return `${weekday}, ${number} ${month} ${year}`;
}

/** Text with its days as people write them, "Fri 27 Nov". The year is said when it is not this one; what is quoted stays to the letter. */
export function withDaysInWords(text: string, today: IsoDate | null): string {
  return text.replaceAll(/“[^”]*”|(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/gu, (found) => {
    const day = parseIsoDate(found);
    return day === null ? found : shortDay(day, today);
  });
}

function shortDay(day: IsoDate, today: IsoDate | null): string {
  const { weekday, number, month, year } = partsOf(day);
  const short = `${weekday.slice(0, 3)} ${number} ${month.slice(0, 3)}`;
  return today?.slice(0, 4) === day.slice(0, 4) ? short : `${short} ${year}`;
}

function partsOf(day: IsoDate) {
  return {
    weekday: weekdays[weekdayOf(day)] ?? '',
    number: String(Number(day.slice(8))),
    month: months[Number(day.slice(5, 7)) - 1] ?? '',
    year: day.slice(0, 4),
  };
}
