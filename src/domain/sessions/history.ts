import type { ModelItem, ResponseCall, SessionEvent, SettledCall } from './events';
import type { RunId, TurnId } from './ids';
import { callIdOf, messageText } from './items';
import { keptEvents } from './kept-events';
import { cutPlace, standingSummary, summaryNote } from './standing-summary';
import { shortened, stopNote, type StoppedRun } from './stop-note';

/**
 * The conversation as a model may be given it [L2]: plain items, oldest first.
 *
 * Each call has exactly one output and each output its call; the calls of a response come first, then their outputs, in the same
 * order. Calls that never ended are gone [I4]. A call that a later run finished, after other messages, stands where that run began.
 * Turns that were replaced are gone, with everything after them. What has been summarised is a note at the beginning; whole turns are,
 * so no call loses its output.
 *
 * @param model - who will read it. What another model sent loses what only that one understands: its reasoning and its ids.
 */
export function historyFor(events: readonly SessionEvent[], model: string): readonly ModelItem[] {
  const kept = keptEvents(events);
  const calls = placedCalls(kept);
  const told = new ToldRuns(calls);
  const summary = standingSummary(kept);
  const cut = cutPlace(kept);
  const items = kept.flatMap((event, index) => {
    told.note(event);
    return index < cut ? [] : itemsOf(event, { calls, model, told });
  });
  return summary === null ? items : [note(summaryNote(summary)), ...items];
}

/** A call that ended, and where in the conversation it stands. */
interface PlacedCall {
  readonly settled: SettledCall;
  /** As the model asked for it. */
  readonly item: ModelItem;
  /** The run at whose beginning it stands; null for the response that asked for it. */
  readonly movedTo: RunId | null;
}

/** The calls that ended, by id. Of a call that was recorded twice the first record counts. */
function placedCalls(events: readonly SessionEvent[]): ReadonlyMap<string, PlacedCall> {
  const asked = new Map<string, { readonly item: ModelItem; readonly runId: RunId; readonly talk: number }>();
  const placed = new Map<string, PlacedCall>();
  let talk = 0;
  for (const event of events) {
    if (event.type === 'message-sent') talk += 1;
    else if (event.type === 'response-received') {
      const { runId, items } = event;
      const calls = items.filter((item) => item.type === 'function_call');
      for (const item of calls) asked.set(callIdOf(item), { item, runId, talk });
    } else if (event.type === 'call-settled' && !placed.has(event.callId)) {
      const call = asked.get(event.callId);
      if (call === undefined) continue;
      const isMoved = call.runId !== event.runId && call.talk !== talk;
      placed.set(event.callId, { settled: event, item: call.item, movedTo: isMoved ? event.runId : null });
    }
  }
  return placed;
}

/** What is to be told of the run that is being read, should it have been stopped. */
class ToldRuns {
  readonly #calls: ReadonlyMap<string, PlacedCall>;
  readonly #texts = new Map<TurnId, string>();
  #newest: TurnId | null = null;
  #asked = '';
  #open = new Map<string, { readonly title: string; readonly isLeaving: boolean }>();
  #done: SettledCall[] = [];

  constructor(calls: ReadonlyMap<string, PlacedCall>) {
    this.#calls = calls;
  }

  note(event: SessionEvent): void {
    if (event.type === 'message-sent') {
      this.#texts.set(event.turnId, event.text);
      this.#newest = event.turnId;
    } else if (event.type === 'run-started') {
      this.#asked = this.#texts.get(event.turnId) ?? '';
      this.#done = [];
      this.#open.clear();
      this.#add(event.carried);
    } else if (event.type === 'response-received') this.#add(event.calls);
    else if (event.type === 'effect-started') {
      this.#open.set(event.callId, { title: event.call.title, isLeaving: true });
    } else if (event.type === 'call-settled' && this.#open.delete(event.callId) && event.outcome === 'done') {
      this.#done.push(event);
    }
  }

  /** What a run is told that goes on with an earlier one. Only where other messages came between does it need to hear with what. */
  goOn({ turnId }: Extract<SessionEvent, { type: 'run-started' }>): string {
    const isNewest = turnId === this.#newest;
    const what = isNewest ? 'go on' : `go on with “${shortened(this.#texts.get(turnId) ?? '')}”`;
    return `The person asks you to ${what} where you stopped. Do not repeat what is done.`;
  }

  /** What was told then stays true: a call that ended after all is not called dropped. */
  stopped(): StoppedRun {
    const open = [...this.#open].filter(([callId]) => !this.#calls.has(callId)).map(([, call]) => call);
    return {
      asked: this.#asked,
      done: this.#done,
      dropped: open.filter((call) => !call.isLeaving).map((call) => call.title),
      inDoubt: open.filter((call) => call.isLeaving).map((call) => call.title),
    };
  }

  #add(calls: readonly ResponseCall[]): void {
    for (const { callId, title } of calls) this.#open.set(callId, { title, isLeaving: false });
  }
}

interface Reading {
  readonly calls: ReadonlyMap<string, PlacedCall>;
  readonly model: string;
  readonly told: ToldRuns;
}

function itemsOf(event: SessionEvent, reading: Reading): readonly ModelItem[] {
  if (event.type === 'message-sent') return [{ type: 'message', role: 'user', content: event.text }];
  if (event.type === 'response-received') return responseItems(event, reading);
  if (event.type === 'response-cut') return event.text === '' ? [] : [assistantMessage(event.text)];
  if (event.type === 'run-started') {
    return event.continues === null ? [] : [note(reading.told.goOn(event)), ...finishedItems(event, reading)];
  }
  const words = event.type === 'run-ended' ? stopNote(event, reading.told.stopped()) : null;
  return words === null ? [] : [note(words)];
}

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

function responseItems(
  event: Extract<SessionEvent, { type: 'response-received' }>,
  { calls, model }: Reading,
): readonly ModelItem[] {
  const kept = event.items.filter(
    (item) => item.type !== 'function_call' || calls.get(callIdOf(item))?.movedTo === null,
  );
  const own = event.model === model ? kept : kept.flatMap(portable);
  const spoken = own.filter((item) => item.type !== 'function_call');
  const asked = own.filter((item) => item.type === 'function_call');
  // Reasoning without the item it led to is refused by providers that check.
  if (asked.length === 0 && spoken.every((item) => messageText(item) === '')) return [];
  const outputs = asked.flatMap((call) => {
    const placed = calls.get(callIdOf(call));
    return placed === undefined ? [] : [outputItem(placed.settled)];
  });
  return [...inOrder(own), ...outputs];
}

/** The calls that a run finished for an earlier one, other messages between them: asked for and answered where it began. */
function finishedItems(
  { runId, carried }: Extract<SessionEvent, { type: 'run-started' }>,
  { calls }: Reading,
): readonly ModelItem[] {
  const moved = [...calls.values()].filter(({ movedTo }) => movedTo === runId);
  const inTheirOrder = carried.flatMap((call) =>
    moved.filter(({ settled }) => settled.callId === call.callId),
  );
  return [
    // Without what only the model that sent it understands: its reasoning does not stand before it any more.
    ...inTheirOrder.flatMap(({ item }) => portable(item)),
    ...inTheirOrder.map(({ settled }) => outputItem(settled)),
  ];
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
