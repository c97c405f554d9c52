import {
  isBlank,
  multiLine,
  parseIsoDate,
  parseTimeOfDay,
  priorities,
  projectStatuses,
  singleLine,
  taskStatuses,
  textLimits,
} from '@/domain/workspace';

import { z } from './zod';

/** What takes a value away: null cannot, because models send null for what they leave out. */
export const none = 'none';

export function isNone(text: string): boolean {
  return text.trim().toLowerCase() === none;
}

/** One visible line of text. */
export function line(description: string | undefined, limit: number) {
  return anyText(description).check(
    z.refine((value) => !isBlank(value), 'This needs at least one visible character.'),
    z.refine((value) => singleLine(value).length <= limit, tooLong(limit)),
  );
}

/** Text of several lines. */
export function block(description: string, limit: number) {
  return anyText(description).check(z.refine((value) => multiLine(value).length <= limit, tooLong(limit)));
}

/** The id or the name of something. */
export function name(description?: string) {
  return anyText(description).check(
    z.refine((value) => !isBlank(value), 'This is empty. Give an id or a name.'),
    z.refine((value) => value.length <= textLimits.title, tooLong(textLimits.title)),
  );
}

export function projectName(description = 'The project: its id or name.') {
  return name(description);
}

export function date(description: string) {
  return z.string(expecting(dateRule)).check(
    z.refine((value) => parseIsoDate(value) !== null, { error: ({ input }) => wrong(dateRule, input) }),
    z.describe(`${description} ${dateForm}`),
  );
}

export function dateOrNone(description: string) {
  const rule = `${dateRule} To remove the date, write "${none}".`;
  return z.string(expecting(rule)).check(
    z.refine((value) => isNone(value) || parseIsoDate(value) !== null, {
      error: ({ input }) => wrong(rule, input),
    }),
    z.describe(`${description} ${dateForm}, or "${none}" to remove it.`),
  );
}

export function time(description: string) {
  return z.string(expecting(timeRule)).check(
    z.refine((value) => parseTimeOfDay(value) !== null, { error: ({ input }) => wrong(timeRule, input) }),
    z.describe(`${description} HH:MM, 24-hour clock.`),
  );
}

export function timeOrNone(description: string) {
  const rule = `${timeRule} To remove the time, write "${none}".`;
  return z.string(expecting(rule)).check(
    z.refine((value) => isNone(value) || parseTimeOfDay(value) !== null, {
      error: ({ input }) => wrong(rule, input),
    }),
    z.describe(`${description} HH:MM, 24-hour clock, or "${none}" to remove it.`),
  );
}

export function choice<const Words extends readonly string[]>(words: Words, description?: string) {
  const rule = `This must be one of ${words.join(', ')}.`;
  const word = z.enum(words, expecting(rule));
  return description === undefined ? word : word.check(z.describe(description));
}

export function taskStatus(description: string) {
  return choice(taskStatuses, description);
}

export function projectStatus(description: string) {
  return choice(projectStatuses, description);
}

export function priority(description: string) {
  return choice(priorities, description);
}

export function whole(description: string, [least, most]: readonly [least: number, most: number]) {
  const rule = `This must be a whole number from ${String(least)} to ${String(most)}.`;
  const error = ({ input }: { readonly input?: unknown }): string => wrong(rule, input);
  return z
    .int(expecting(rule))
    .check(z.minimum(least, { error }), z.maximum(most, { error }), z.describe(description));
}

export function flag(description: string) {
  return z.boolean(expecting('This must be true or false.')).check(z.describe(description));
}

/** A list with at least one item. */
export function list<Item extends z.ZodMiniType>(item: Item, description: string, most = 100) {
  return z
    .array(item, expecting('This must be a list in square brackets.'))
    .check(
      z.minLength(1, 'This list is empty. Name at least one, or leave the argument out.'),
      z.maxLength(most, `This list has more than ${String(most)} items. Make several calls.`),
      z.describe(description),
    );
}

export const optional = z.exactOptional;

const dateForm = 'YYYY-MM-DD';
const dateRule = `A date is a day that exists, written ${dateForm}.`;
const timeRule = 'A time is written HH:MM, from 00:00 to 23:59.';

/** Items of a list need no description of their own: the list has one. */
function anyText(description?: string) {
  const text = z.string(expecting('This must be a text in quotes.'));
  return description === undefined ? text : text.check(z.describe(description));
}

function tooLong(limit: number) {
  return {
    error: ({ input }: { readonly input?: unknown }): string =>
      `At most ${String(limit)} characters fit here; this has ${String(String(input).length)}.`,
  };
}

/** The error of a schema: what it wants, and what it got instead. */
export function expecting(rule: string) {
  return {
    error: ({ input }: { readonly input?: unknown }): string =>
      input === undefined ? needed(rule) : wrong(rule, input),
  };
}

function needed(rule: string): string {
  return `This is missing. ${rule}`;
}

const shownLength = 60;

function wrong(rule: string, input: unknown): string {
  return `${rule} It was ${shown(input)}.`;
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'an object';
  const written = typeof input === 'string' ? `“${singleLine(input)}”` : String(input);
  return written.length > shownLength ? `${written.slice(0, shownLength)}…` : written;
}
