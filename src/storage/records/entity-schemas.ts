import {
  emailStatuses,
  priorities,
  projectStatuses,
  taskStatuses,
  type CommentId,
  type EmailId,
  type EntityKind,
  type EntityOf,
  type PersonId,
  type ProjectId,
  type TaskId,
} from '@/domain/workspace';

import { id, isoDate, list, moment, oneOf, rank, recipient, text, timeOfDay } from './fields';
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
