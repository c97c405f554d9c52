import type { LogEntry } from '@/domain/deltas';
import type { EntityKind } from '@/domain/workspace';

import { entitySchemas } from './entity-schemas';
import { id, list, moment, oneOf, text } from './fields';
import { z } from './zod';

/** A log entry as it is stored. `chain` binds it to every entry before it. */
export interface LogRecord extends LogEntry {
  readonly chain: string;
}

/** Whether a stored log record can be used: every delta is whole and of a kind this version knows. */
export function isLogRecord(record: unknown): record is LogRecord {
  return logRecordSchema.safeParse(record).success;
}

const sequence = z.int().check(z.positive());

const author = z.discriminatedUnion('type', [
  z.object({ type: z.literal('person') }),
  z.object({ type: z.literal('agent'), sessionId: text(), turnId: text(), callId: text() }),
]);

const cause = z.discriminatedUnion('type', [
  z.object({ type: oneOf(['edit', 'import', 'example']) }),
  z.object({ type: oneOf(['undo', 'redo']), commitIds: z.array(id()).check(z.minLength(1)) }),
  z.object({ type: z.literal('restore'), sequence }),
]);

const delta = z.discriminatedUnion('kind', [
  deltaOf('person'),
  deltaOf('project'),
  deltaOf('task'),
  deltaOf('comment'),
  deltaOf('email'),
]);

const logRecordSchema = z.object({
  sequence,
  commit: z.object({ id: id(), at: moment(), author, cause, summary: text(), deltas: list(delta) }),
  chain: text(),
});

function deltaOf<K extends EntityKind>(kind: K) {
  const entity = entitySchemas[kind];
  const fields = z.partial(entity);
  return z.discriminatedUnion('type', [
    z.object({ type: z.literal('create'), kind: z.literal(kind), entity }),
    z.object({ type: z.literal('update'), kind: z.literal(kind), id: id(), before: fields, after: fields }),
    z.object({ type: z.literal('delete'), kind: z.literal(kind), entity }),
  ]);
}
