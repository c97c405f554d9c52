import { parseIsoDate, parseTimeOfDay, type IsoDate, type Millis, type TimeOfDay } from '@/domain/workspace';

import { z } from './zod';

/** The longest id we keep. Ours are about 20 characters. */
const idLimit = 128;

/** Furthest moment that `Date` can show, either way. */
const furthestMoment = 8_640_000_000_000_000;

export function id<Id extends string>() {
  return z.custom<Id>(
    (value) => typeof value === 'string' && value.length > 0 && value.length <= idLimit,
    `An id is a text of 1 to ${String(idLimit)} characters.`,
  );
}

export function text() {
  return z.string('This must be a text in quotes.');
}

export function moment() {
  return z.custom<Millis>(
    (value) => Number.isInteger(value) && Math.abs(Number(value)) <= furthestMoment,
    'A moment is a whole number of milliseconds since 1970-01-01T00:00:00Z.',
  );
}

export function list<Item extends z.ZodMiniType>(item: Item) {
  return z.array(item, 'This must be a list in square brackets.');
}

export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, `This must be one of ${words.join(', ')}.`);
}

export function rank() {
  return z.number('A rank is a number.');
}

export function isoDate() {
  return z.custom<IsoDate>(
    (value) => typeof value === 'string' && parseIsoDate(value) !== null,
    'A date is a day that exists, written YYYY-MM-DD.',
  );
}

export function timeOfDay() {
  return z.custom<TimeOfDay>(
    (value) => typeof value === 'string' && parseTimeOfDay(value) !== null,
    'A time is written HH:MM, from 00:00 to 23:59.',
  );
}

export function recipient() {
  return z.object({ name: text(), address: text() }, 'A recipient is an object with a name and an address.');
}
