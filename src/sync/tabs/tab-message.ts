import type { EngineCommand, EngineReply } from '@/agent';
import type { LiveText, SessionId } from '@/domain/sessions';

import { z } from './zod';

/** A command to a session that exists; making one needs nobody else. */
export type SessionCommand = Exclude<EngineCommand, { readonly type: 'create-session' }>;

/** What the windows of one workspace tell each other. What is stored is never in a message: it is read where it is kept [S1]. */
export type TabMessage =
  /** A window has come, or has come back, and knows nothing. */
  | { readonly type: 'hello' }
  /** The sender is at work on these sessions and on no others. */
  | { readonly type: 'beat'; readonly drives: readonly SessionId[] }
  /** The sender has added to a journal; see `WrittenSession`. */
  | {
      readonly type: 'changed';
      readonly sessionId: SessionId;
      readonly head: number;
      readonly isUnfinished: boolean;
      readonly listed: string;
    }
  /** Sessions of a file were added to, or are new. */
  | { readonly type: 'imported'; readonly sessionIds: readonly SessionId[] }
  /** What the model is streaming: the whole of it so far. Null when nothing is any more. */
  | { readonly type: 'live'; readonly sessionId: SessionId; readonly live: LiveText | null }
  /** For whoever drives the session; the others stay silent. Sent again under the same id it is done once. */
  | { readonly type: 'command'; readonly id: string; readonly command: SessionCommand }
  /** The command has reached the driver and is being done. */
  | { readonly type: 'taken'; readonly id: string }
  | { readonly type: 'replied'; readonly id: string; readonly reply: EngineReply }
  /** Nothing was heard of the driver for a while: it shall let go if it cannot work. */
  | { readonly type: 'yield?'; readonly sessionId: SessionId }
  /** The sender has let go of a session with work left in it. */
  | { readonly type: 'let-go'; readonly sessionId: SessionId }
  /** Means nothing. A window that hears its own is not deaf. */
  | { readonly type: 'probe' };

/** Any page of this origin may post, older and newer versions of the app among them: what is not understood is no message. */
export function isTabMessage(value: unknown): value is TabMessage {
  return tabMessage.safeParse(value).success;
}

const text = z.string();
const id = z.string().check(z.minLength(1), z.maxLength(200));

const retry = z.looseObject({ until: z.number(), reason: text, attempt: z.number() });
const liveText = z.looseObject({
  runId: id,
  reasoning: text,
  text,
  calls: z.array(text),
  retry: z.optional(retry),
});

const response = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('approved') }),
  z.looseObject({
    type: z.literal('approved-with-changes'),
    args: z.record(text, z.json()),
    hash: z.optional(text),
  }),
  z.looseObject({ type: z.literal('refused'), reason: text }),
  z.looseObject({ type: z.literal('answered'), choices: z.array(text), text }),
  z.looseObject({ type: z.literal('skipped') }),
]);

/** What each command must hold besides its session. */
const commandShapes = {
  'rename-session': { title: text },
  'delete-session': {},
  'restore-session': {},
  'archive-session': {},
  'unarchive-session': {},
  send: { turnId: id, text, mode: z.optional(z.enum(['interrupt', 'queue'])) },
  resend: { replaces: id, turnId: id, text },
  cancel: {},
  continue: { runId: z.optional(id) },
  'retry-now': {},
  'edit-summary': { text },
  'resume-queue': {},
  'send-queued-now': { turnId: id },
  'edit-queued': { turnId: id, text },
  'move-queued': { turnId: id, before: z.nullable(id) },
  'remove-queued': { turnId: id },
  'restore-queued': { turnId: id },
  respond: { requestId: id, response, by: z.optional(text) },
  'extend-request': { requestId: id },
  'choose-model': { choice: z.nullable(z.looseObject({ provider: text, model: text })) },
  grant: { tool: text },
  'revoke-grant': { tool: text },
} as const satisfies Record<SessionCommand['type'], z.core.$ZodLooseShape>;

const command = z.union(
  Object.entries(commandShapes).map(([type, shape]) =>
    z.looseObject({ type: z.literal(type), sessionId: id, ...shape }),
  ),
);

const reply = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('done'), sessionId: id }),
  // A newer window may refuse for a reason that has no name here; its message says it all the same.
  z.looseObject({ type: z.literal('refused'), code: text, message: text }),
]);

const tabMessage = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('hello') }),
  z.looseObject({ type: z.literal('beat'), drives: z.array(id) }),
  z.looseObject({
    type: z.literal('changed'),
    sessionId: id,
    head: z.int().check(z.nonnegative()),
    isUnfinished: z.boolean(),
    listed: text,
  }),
  z.looseObject({ type: z.literal('imported'), sessionIds: z.array(id) }),
  z.looseObject({ type: z.literal('live'), sessionId: id, live: z.nullable(liveText) }),
  z.looseObject({ type: z.literal('command'), id, command }),
  z.looseObject({ type: z.literal('taken'), id }),
  z.looseObject({ type: z.literal('replied'), id, reply }),
  z.looseObject({ type: z.literal('yield?'), sessionId: id }),
  z.looseObject({ type: z.literal('let-go'), sessionId: id }),
  z.looseObject({ type: z.literal('probe') }),
]);
