import type { ModelItem, SessionEvent, SettledCall } from './events';
import type { RunId, TurnId } from './ids';
import { callIdOf, messageText } from './items';

/**
 * The conversation as a model may be given it [L2]: plain items, oldest first.
 *
 * Each call has exactly one output and each output its call; the calls of a response come first, then their outputs, in the same
 * order. Calls that never ended are gone [I4]. Turns that were replaced are gone, with everything after them.
 *
 * @param model - who will read it. What another model sent loses what only that one understands: its reasoning and its ids.
 */
export function historyFor(events: readonly SessionEvent[], model: string): readonly ModelItem[] {
  const kept = keptEvents(events);
  const settled = new Map<string, SettledCall>();
  for (const event of kept) if (event.type === 'call-settled') settled.set(event.callId, event);
  const open = new OpenCalls();
  const items: ModelItem[] = [];
  for (const event of kept) {
    open.note(event);
    items.push(...itemsOf(event, { settled, model, open }));
  }
  return items;
}

/** What is still part of the conversation: without replaced turns. */
function keptEvents(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const gone = replacedTurns(events);
  if (gone.size === 0) return events;
  const goneRuns = new Set<RunId>();
  for (const event of events) {
    if (event.type === 'run-started' && gone.has(event.turnId)) goneRuns.add(event.runId);
  }
  return events.filter((event) => {
    if (event.type === 'message-sent') return !gone.has(event.turnId);
    return !('runId' in event) || !goneRuns.has(event.runId);
  });
}

/** The turns that left the model's history because a newer one took the place of them or of one before them. */
export function replacedTurns(events: readonly SessionEvent[]): ReadonlySet<TurnId> {
  const gone = new Set<TurnId>();
  let standing: readonly TurnId[] = [];
  for (const event of events) {
    if (event.type !== 'message-sent') continue;
    const place = event.replaces === null ? -1 : standing.indexOf(event.replaces);
    if (place !== -1) {
      for (const turn of standing.slice(place)) gone.add(turn);
      standing = standing.slice(0, place);
    }
    standing = [...standing, event.turnId];
  }
  return gone;
}

/** Which calls of the run that is being read have not ended, by what people call them. */
class OpenCalls {
  readonly #titles = new Map<string, string>();

  note(event: SessionEvent): void {
    if (event.type === 'run-started') {
      this.#titles.clear();
      for (const call of event.carried) this.#titles.set(call.callId, call.title);
    } else if (event.type === 'response-received') {
      for (const call of event.calls) this.#titles.set(call.callId, call.title);
    } else if (event.type === 'call-settled') this.#titles.delete(event.callId);
  }

  titles(): readonly string[] {
    return [...this.#titles.values()];
  }
}

interface Reading {
  readonly settled: ReadonlyMap<string, SettledCall>;
  readonly model: string;
  readonly open: OpenCalls;
}

function itemsOf(event: SessionEvent, reading: Reading): readonly ModelItem[] {
  if (event.type === 'message-sent') return [{ type: 'message', role: 'user', content: event.text }];
  if (event.type === 'response-received') return responseItems(event, reading);
  if (event.type === 'response-cut') return event.text === '' ? [] : [assistantMessage(event.text)];
  if (event.type === 'run-started') return event.continues === null ? [] : [note(goOn)];
  const isStopped = event.type === 'run-ended' && event.outcome === 'cancelled';
  return isStopped ? [note(cancelWords(reading.open.titles()))] : [];
}

const goOn = 'The person asks you to go on where you stopped. Do not repeat what is done.';

function assistantMessage(text: string): ModelItem {
  return {
    type: 'message',
    role: 'assistant',
    status: 'incomplete',
    content: [{ type: 'output_text', text }],
  };
}

function note(text: string): ModelItem {
  return { type: 'message', role: 'system', content: text };
}

function cancelWords(open: readonly string[]): string {
  const stopped = 'The person stopped you here.';
  if (open.length === 0) return stopped;
  return `${stopped} This did not happen: ${open.join('; ')}.`;
}

function responseItems(
  event: Extract<SessionEvent, { type: 'response-received' }>,
  { settled, model }: Reading,
): readonly ModelItem[] {
  const kept = event.items.filter((item) => item.type !== 'function_call' || settled.has(callIdOf(item)));
  const own = event.model === model ? kept : kept.flatMap(portable);
  const spoken = own.filter((item) => item.type !== 'function_call');
  const calls = own.filter((item) => item.type === 'function_call');
  // Reasoning without the item it led to is refused by providers that check.
  if (calls.length === 0 && spoken.every((item) => messageText(item) === '')) return [];
  const outputs = calls.flatMap((call) => {
    const result = settled.get(callIdOf(call));
    return result === undefined ? [] : [outputItem(result)];
  });
  return [...inOrder(own), ...outputs];
}

/** Calls behind everything else, otherwise as the model sent it: some wire formats know no other order. */
function inOrder(items: readonly ModelItem[]): readonly ModelItem[] {
  const firstCall = items.findIndex((item) => item.type === 'function_call');
  const isOrdered = firstCall === -1 || items.slice(firstCall).every((item) => item.type !== 'message');
  if (isOrdered) return items;
  const messages = items.slice(firstCall).filter((item) => item.type === 'message');
  return [
    ...items.slice(0, firstCall),
    ...messages,
    ...items.slice(firstCall).filter((item) => item.type !== 'message'),
  ];
}

/** What any model understands of an item: no reasoning, no ids and nothing meant for its provider. */
function portable(item: ModelItem): readonly ModelItem[] {
  if (item.type === 'reasoning') return [];
  const { id: _id, providerData: _providerData, ...rest } = item;
  return [{ ...rest, type: item.type }];
}

function outputItem(call: SettledCall): ModelItem {
  return {
    type: 'function_call_result',
    name: call.tool,
    callId: call.callId,
    status: 'completed',
    output: { type: 'text', text: call.output },
  };
}
