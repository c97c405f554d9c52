import type { SessionEvent } from '@/domain/sessions';

import type { JournalRecord } from '../ports';
import { z } from './zod';

/**
 * The events of a journal that can be read, in order. What cannot is left where it is and left out here: the rest of a conversation
 * is worth more than none of it [S4].
 */
export function readEvents(records: readonly JournalRecord[]): ReadEvents {
  const events: SessionEvent[] = [];
  const places: number[] = [];
  for (const { sequence, event } of records) {
    if (!isSessionEvent(event)) continue;
    events.push(event);
    places.push(sequence);
  }
  return { events, places };
}

/** Events and the place of each in its journal. */
export interface ReadEvents {
  readonly events: readonly SessionEvent[];
  readonly places: readonly number[];
}

export function isSessionEvent(value: unknown): value is SessionEvent {
  return storedEvent.safeParse(value).success;
}

const text = z.string();
const id = z.string();
const count = z.number();
const texts = z.array(text);
const json = z.json();
const fields = z.record(text, json);

const call = z.looseObject({ callId: id, tool: text, title: text });
const item = z.looseObject({ type: text });
const usage = z.looseObject({ input: count, cachedInput: count, output: count, reasoning: count });
const responses = z.union([
  z.looseObject({ type: z.literal('approved') }),
  z.looseObject({ type: z.literal('approved-with-changes'), args: fields, hash: z.optional(text) }),
  z.looseObject({ type: z.literal('refused'), reason: text }),
  z.looseObject({ type: z.literal('answered'), choices: texts, text }),
  z.looseObject({ type: z.literal('skipped') }),
]);
const status = z.union([
  z.looseObject({ type: z.literal('open') }),
  z.looseObject({ type: z.literal('responded'), response: responses, at: count, by: z.optional(text) }),
  z.looseObject({ type: z.literal('expired'), at: count }),
  z.looseObject({ type: z.literal('superseded'), reason: text, at: count }),
  z.looseObject({ type: z.literal('withdrawn'), at: count }),
]);
const address = z.looseObject({ name: text, address: text });
const approval = z.looseObject({
  type: z.literal('approval'),
  tool: text,
  title: text,
  reasons: z.array(z.looseObject({ type: z.enum(['sensitive', 'destructive', 'bulk', 'asked']), text })),
  preview: z.array(
    z.looseObject({
      type: z.enum(['created', 'changed', 'deleted']),
      kind: text,
      id,
      name: text,
      place: text,
      fields: z.array(z.looseObject({ field: text, label: text, was: text, becomes: text })),
    }),
  ),
  effects: z.array(
    z.looseObject({
      type: z.literal('email'),
      to: z.array(address),
      cc: z.array(address),
      subject: text,
      body: text,
      via: text,
    }),
  ),
  fields: z.array(
    z.looseObject({
      name: text,
      label: text,
      type: z.enum(['text', 'long-text', 'date', 'time', 'number', 'choice', 'text-list']),
      choices: z.array(z.looseObject({ value: text, label: text })),
      value: json,
      isRequired: z.boolean(),
    }),
  ),
  args: fields,
  hash: text,
});
const question = z.looseObject({
  type: z.literal('question'),
  question: text,
  why: text,
  answerWith: z.enum(['one', 'several', 'text', 'one-or-text']),
  options: z.array(z.looseObject({ label: text, detail: text })),
});
const request = z.looseObject({
  id,
  runId: id,
  callId: id,
  spec: z.union([approval, question]),
  openedAt: count,
  deadline: z.nullable(count),
  status,
});
const failure = z.looseObject({ code: text, message: text, canRetry: z.boolean(), canContinue: z.boolean() });
const finding = z.looseObject({
  // A newer Momentum may look for more.
  code: text,
  outcome: z.enum(['repaired', 'set-aside']),
  subject: text,
  message: text,
});
const settledCall = {
  runId: id,
  callId: id,
  tool: text,
  title: text,
  outcome: z.enum(['done', 'failed', 'refused', 'unanswered', 'superseded']),
  args: z.nullable(fields),
  summary: text,
  output: text,
  data: json,
  commitId: z.nullable(id),
  counts: z.looseObject({ created: count, changed: count, deleted: count, sent: count }),
  touched: texts,
  createdIds: texts,
  startedAt: count,
};

const base = { version: z.literal(1), at: count };

function happening<Name extends string, Shape extends z.core.$ZodLooseShape>(type: Name, shape: Shape) {
  return z.looseObject({ ...base, type: z.literal(type), ...shape });
}

const storedEvent = z.discriminatedUnion('type', [
  happening('session-created', {}),
  happening('session-renamed', { title: text }),
  happening('session-deleted', {}),
  happening('session-restored', {}),
  happening('session-archived', {}),
  happening('session-unarchived', {}),
  happening('message-sent', { turnId: id, text, replaces: z.nullable(id) }),
  happening('run-started', { runId: id, turnId: id, continues: z.nullable(id), carried: z.array(call) }),
  happening('response-received', {
    runId: id,
    model: text,
    items: z.array(item),
    calls: z.array(call),
    usage: z.optional(usage),
  }),
  happening('text-checkpointed', {
    runId: id,
    text,
    reasoning: text,
    startsOver: z.optional(z.literal(true)),
  }),
  happening('response-cut', { runId: id, text, reasoning: text }),
  happening('request-opened', { request }),
  happening('request-extended', { requestId: id, deadline: z.nullable(count) }),
  happening('request-settled', { requestId: id, status }),
  happening('effect-started', {
    runId: id,
    callId: id,
    key: text,
    emailIds: texts,
    via: z.optional(text),
    call: z.looseObject(settledCall),
  }),
  happening('call-settled', settledCall),
  happening('run-ended', {
    runId: id,
    outcome: z.enum(['completed', 'cancelled', 'interrupted', 'failed']),
    failure: z.nullable(failure),
  }),
  happening('message-queued', { turnId: id, text }),
  happening('queued-edited', { turnId: id, text }),
  happening('queued-moved', { turnId: id, before: z.nullable(id) }),
  happening('queued-removed', { turnId: id }),
  happening('queue-held', {}),
  happening('queue-resumed', {}),
  happening('audited', { findings: z.array(finding) }),
  happening('history-summarised', { through: id, text, by: z.enum(['momentum', 'person']) }),
  happening('model-chosen', { choice: z.nullable(z.looseObject({ provider: text, model: text })) }),
  happening('grant-given', { tool: text }),
  happening('grant-revoked', { tool: text }),
]);
