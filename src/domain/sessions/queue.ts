import type { SessionEvent } from './events';
import type { TurnId } from './ids';
import type { MessageQueue, QueuedMessage } from './view';

export const emptyQueue: MessageQueue = { items: [], isHeld: false };

const queueEvents = [
  'message-queued',
  'queued-edited',
  'queued-moved',
  'queued-removed',
  'message-sent',
  'queue-held',
  'queue-resumed',
] as const;

type QueueEvent = Extract<SessionEvent, { type: (typeof queueEvents)[number] }>;

/** The queue after one more event; the same object when the event does not touch it. A queue without messages is not held. */
export function queueAfter(queue: MessageQueue, event: SessionEvent): MessageQueue {
  return isOfQueue(event) ? changed(queue, event) : queue;
}

/** A message that the person took out of the queue. */
export interface RemovedMessage {
  readonly text: string;
  /** Those that belong behind it, in their order, whether they still wait or were removed too. */
  readonly behind: readonly TurnId[];
  readonly wasHeld: boolean;
}

/** What a removal took out of the queue and where it belongs; null for a message that was never removed, came back, or was sent. */
export function removedFromQueue(events: readonly SessionEvent[], turnId: TurnId): RemovedMessage | null {
  let queue = emptyQueue;
  let removal: { readonly wasHeld: boolean } | null = null;
  for (const event of events) {
    if (event.type === 'queued-removed' && event.turnId === turnId) {
      removal = holds(queue, turnId) ? { wasHeld: queue.isHeld } : removal;
    } else if (
      (event.type === 'message-queued' || event.type === 'message-sent') &&
      event.turnId === turnId
    ) {
      removal = null;
    }
    queue = queueAfter(queue, event);
  }
  // Several that were removed come back to their order, whichever comes first.
  const { items } = events.filter((event) => event.type !== 'queued-removed').reduce(queueAfter, emptyQueue);
  const place = items.findIndex((item) => item.turnId === turnId);
  const text = items[place]?.text;
  if (removal === null || text === undefined) return null;
  return { ...removal, text, behind: items.slice(place + 1).map((item) => item.turnId) };
}

function isOfQueue(event: SessionEvent): event is QueueEvent {
  return queueEvents.some((type) => type === event.type);
}

function changed(queue: MessageQueue, event: QueueEvent): MessageQueue {
  switch (event.type) {
    case 'message-queued':
      return withItems(queue, [
        ...queue.items.filter((item) => item.turnId !== event.turnId),
        { turnId: event.turnId, text: event.text, queuedAt: event.at },
      ]);
    case 'queued-edited':
      return edited(queue, event);
    case 'queued-moved':
      return moved(queue, event);
    case 'queued-removed':
    case 'message-sent':
      return holds(queue, event.turnId)
        ? withItems(
            queue,
            queue.items.filter((item) => item.turnId !== event.turnId),
          )
        : queue;
    case 'queue-held':
      return queue.isHeld || queue.items.length === 0 ? queue : { ...queue, isHeld: true };
    case 'queue-resumed':
      return queue.isHeld ? { ...queue, isHeld: false } : queue;
  }
}

function holds(queue: MessageQueue, turnId: string): boolean {
  return queue.items.some((item) => item.turnId === turnId);
}

function withItems(queue: MessageQueue, items: readonly QueuedMessage[]): MessageQueue {
  return { items, isHeld: queue.isHeld && items.length > 0 };
}

function edited(
  queue: MessageQueue,
  { turnId, text }: Extract<SessionEvent, { type: 'queued-edited' }>,
): MessageQueue {
  if (!holds(queue, turnId)) return queue;
  return withItems(
    queue,
    queue.items.map((item) => (item.turnId === turnId ? { ...item, text } : item)),
  );
}

function moved(
  queue: MessageQueue,
  { turnId, before }: Extract<SessionEvent, { type: 'queued-moved' }>,
): MessageQueue {
  const item = queue.items.find((each) => each.turnId === turnId);
  if (item === undefined || before === turnId) return queue;
  const others = queue.items.filter((each) => each !== item);
  const place = before === null ? -1 : others.findIndex((each) => each.turnId === before);
  return withItems(queue, place === -1 ? [...others, item] : others.toSpliced(place, 0, item));
}
