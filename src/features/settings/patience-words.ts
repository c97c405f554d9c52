/** What is offered; whatever else was once set is offered too. */
const offeredMinutes: readonly number[] = [5, 15, 60, 4 * 60, 24 * 60];

const forever = 'forever';

/** The choices of how long a request waits, shortest first, then for ever. */
export function patienceOptions(
  present: number | null,
): readonly { readonly value: string; readonly label: string }[] {
  const minutes = new Set([...offeredMinutes, ...(present === null ? [] : [present])]);
  return [
    ...[...minutes]
      .toSorted((left, right) => left - right)
      .map((each) => ({ value: patienceValue(each), label: patienceWords(each) })),
    { value: forever, label: 'As long as it takes' },
  ];
}

export function patienceValue(minutes: number | null): string {
  return minutes === null ? forever : String(minutes);
}

export function minutesOf(value: string): number | null {
  return value === forever ? null : Number(value);
}

function patienceWords(minutes: number): string {
  if (minutes % (24 * 60) === 0) return counted(minutes / (24 * 60), 'day');
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute');
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
