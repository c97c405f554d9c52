import type { AgentInputItem, Model, ModelRequest, StreamEvent } from '@openai/agents';

import type { ModelItem } from '@/domain/sessions';

import type { Briefing, LivePiece, ModelAnswer } from '../loop/model-loop';
import { mostCalls, streamFailure, UnusableResponseError } from './failures';
import { nothingNoted, repairedAnswer, type ResponseNotes } from './repair-response';
import { usageOf } from './response-usage';
import { StreamReader, wholeNotes, type StreamNotes } from './stream-pieces';
import { untilAborted } from './until-aborted';

/** What the guard asks and tells while a model answers. */
export interface GuardHooks {
  /** What the model is told, and which tools it sees. */
  briefing(): Briefing;
  /** What the model is sent instead of what the SDK has gathered [L2]. */
  items(): readonly ModelItem[];
  isUsed(callId: string): boolean;
  onPiece(piece: LivePiece): void;
  /** Awaited before the SDK, and so any tool, sees the response [L1]. */
  onAnswer(answer: ModelAnswer): Promise<void>;
  /** The provider's own words about a failure, which its errors often lose. */
  onSaid(words: string): void;
  isKnownTool(name: string): boolean;
}

/** The tool that the SDK runs when the model asks for one that does not exist, so that such calls take their turn [C1] [C2]. */
export const unknownTool = 'unknown_tool';

/**
 * Wraps a model so that what it answers is kept before it is acted on.
 *
 * The model gets the journal's conversation, not the SDK's. Its response is repaired, then journaled, and only then let through; the
 * SDK sees calls that it can always run. What streams goes to the hooks alone: it costs the SDK about 0.1 ms an event and tells it
 * nothing. An abort ends the request at once, whether the model listens or not.
 */
export function guard(model: Model, hooks: GuardHooks): Model {
  return {
    supportsPromptModelSelection: model.supportsPromptModelSelection ?? false,
    ...(model.getRetryAdvice === undefined
      ? {}
      : { getRetryAdvice: (request) => model.getRetryAdvice?.(request) }),
    async getResponse(request) {
      const response = await untilAborted(model.getResponse(asked(request, hooks)), request.signal);
      const answer = repairedAnswer(response.output, wholeNotes(response.providerData), (id) =>
        hooks.isUsed(id),
      );
      await hooks.onAnswer({ ...answer, ...usageOf(response.usage) });
      return { ...response, output: runnable(answer, hooks) };
    },
    async *getStreamedResponse(request) {
      yield* guardedStream(model, request, hooks);
    },
  };
}

async function* guardedStream(
  model: Model,
  request: ModelRequest,
  hooks: GuardHooks,
): AsyncIterable<StreamEvent> {
  const events = model.getStreamedResponse(asked(request, hooks))[Symbol.asyncIterator]();
  const reader = new StreamReader();
  let notes = nothingNoted;
  let hasStarted = false;
  let isAnswered = false;
  let hasEnded = false;
  try {
    for (;;) {
      const next = await untilAborted(
        nextEvent(events, () => (hasStarted ? notes : null)),
        request.signal,
      );
      if (next.done === true) {
        hasEnded = true;
        break;
      }
      notes = noted(notes, reader.notesOf(next.value), hooks);
      // It need not be heard to its end: whatever else it says, nothing of it will be carried out.
      if (notes.callsBegun > mostCalls) throw new UnusableResponseError('answer-too-many-calls');
      if (next.value.type === 'response_done') {
        // Chat Completions say why they ended before this event, so everything about the response is known here.
        const { output, usage } = next.value.response;
        const answer = repairedAnswer(output, notes, (id) => hooks.isUsed(id));
        isAnswered = true;
        await hooks.onAnswer({ ...answer, ...usageOf(usage) });
        yield { ...next.value, response: { ...next.value.response, output: runnable(answer, hooks) } };
      } else if (!hasStarted) {
        // The SDK repeats a failed request only while it has seen nothing of a response.
        hasStarted = true;
        yield { type: 'response_started' };
      }
    }
    if (!isAnswered) throw new UnusableResponseError(hasStarted ? 'answer-cut' : 'answer-empty');
  } finally {
    // A model that does not listen would keep us waiting for ever.
    if (!hasEnded) void Promise.resolve(events.return?.()).catch(() => undefined);
  }
}

/** @param begun - what was noted of a response that has begun to arrive; null before. */
async function nextEvent(
  events: AsyncIterator<StreamEvent>,
  begun: () => ResponseNotes | null,
): Promise<IteratorResult<StreamEvent>> {
  try {
    return await events.next();
  } catch (error) {
    const notes = begun();
    if (notes === null) throw error;
    throw notes.finishReason === 'length'
      ? new UnusableResponseError('answer-too-long')
      : streamFailure(error);
  }
}

function noted(
  notes: ResponseNotes,
  { pieces, finishReason, isChat, droppedReasoning, said }: StreamNotes,
  hooks: GuardHooks,
): ResponseNotes {
  for (const piece of pieces) hooks.onPiece(piece);
  if (said !== '') hooks.onSaid(said);
  return {
    isChat: notes.isChat || isChat,
    finishReason: finishReason ?? notes.finishReason,
    droppedReasoning: notes.droppedReasoning + droppedReasoning,
    callsBegun: notes.callsBegun + pieces.filter(({ type }) => type === 'call').length,
  };
}

function asked(request: ModelRequest, hooks: GuardHooks): ModelRequest {
  const { instructions, tools } = hooks.briefing();
  return {
    ...request,
    systemInstructions: instructions,
    // The items are what models sent and what their wire formats ask for; the journal keeps them as plain JSON.
    input: structuredClone(hooks.items()) as unknown as AgentInputItem[],
    tools: request.tools.filter((tool) => 'name' in tool && tools.has(tool.name)),
  };
}

type Output = Extract<StreamEvent, { type: 'response_done' }>['response']['output'];

/** The answer as the SDK can run it: every call reaches our executor, whatever its name and arguments. */
function runnable(answer: ModelAnswer, hooks: GuardHooks): Output {
  const items = answer.items.map((item) => {
    if (item.type !== 'function_call') return item;
    const name =
      typeof item['name'] === 'string' && hooks.isKnownTool(item['name']) ? item['name'] : unknownTool;
    return {
      type: 'function_call',
      callId: item['callId'] ?? '',
      name,
      arguments: '{}',
      status: 'completed',
    };
  });
  return structuredClone(items) as unknown as Output;
}
