import {
  emailStatuses,
  parseIsoDate,
  parseTimeOfDay,
  priorities,
  projectStatuses,
  taskStatuses,
  type CommentId,
  type EmailId,
  type EntityKind,
  type EntityOf,
  type IsoDate,
  type Millis,
  type PersonId,
  type ProjectId,
  type TaskId,
  type TimeOfDay,
} from '@/domain/workspace';

import { z } from './zod';

/**
 * The shape of every kind of entity, as it is stored and as it is exported: types, allowed words, dates that exist. The rules between
 * entities are the domain's (`violationsIn`).
 */
export const entitySchemas = {
  person: z.object({
    id: id<PersonId>(),
    name: text(),
    email: z.nullable(text()),
    team: z.nullable(text()),
  }),
  project: z.object({
    id: id<ProjectId>(),
    name: text(),
    status: oneOf(projectStatuses),
    priority: oneOf(priorities),
    description: text(),
    startDate: z.nullable(isoDate()),
    targetDate: z.nullable(isoDate()),
    stakeholderIds: list(id<PersonId>()),
    rank: rank(),
    createdAt: moment(),
  }),
  task: z.object({
    id: id<TaskId>(),
    projectId: id<ProjectId>(),
    parentId: z.nullable(id<TaskId>()),
    title: text(),
    status: oneOf(taskStatuses),
    priority: oneOf(priorities),
    dueDate: z.nullable(isoDate()),
    dueTime: z.nullable(timeOfDay()),
    assigneeId: z.nullable(id<PersonId>()),
    notes: text(),
    rank: rank(),
    createdAt: moment(),
    completedAt: z.nullable(moment()),
  }),
  comment: z.object({
    id: id<CommentId>(),
    projectId: id<ProjectId>(),
    taskId: z.nullable(id<TaskId>()),
    author: text(),
    text: text(),
    at: moment(),
  }),
  email: z.object({
    id: id<EmailId>(),
    projectId: z.nullable(id<ProjectId>()),
    to: list(recipient()),
    cc: list(recipient()),
    subject: text(),
    body: text(),
    status: oneOf(emailStatuses),
    failure: z.nullable(text()),
    createdAt: moment(),
    sentAt: z.nullable(moment()),
  }),
} as const satisfies { readonly [K in EntityKind]: z.ZodMiniType<EntityOf<K>> };

/** The longest id we keep. Ours are about 20 characters. */
export const idLimit = 128;

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

function rank() {
  return z.number('A rank is a number.');
}

function isoDate() {
  return z.custom<IsoDate>(
    (value) => typeof value === 'string' && parseIsoDate(value) !== null,
    'A date is a day that exists, written YYYY-MM-DD.',
  );
}

function timeOfDay() {
  return z.custom<TimeOfDay>(
    (value) => typeof value === 'string' && parseTimeOfDay(value) !== null,
    'A time is written HH:MM, from 00:00 to 23:59.',
  );
}

function recipient() {
  return z.object({ name: text(), address: text() }, 'A recipient is an object with a name and an address.');
}
