import type { SessionEvent } from './events';

export type SummarisedEvent = Extract<SessionEvent, { type: 'history-summarised' }>;

/** The newest summary whose turn is still part of the conversation; null without one. */
export function standingSummary(kept: readonly SessionEvent[]): SummarisedEvent | null {
  const turns = new Set<string>();
  for (const event of kept) if (event.type === 'message-sent') turns.add(event.turnId);
  const summary = kept.findLast((event) => event.type === 'history-summarised' && turns.has(event.through));
  return summary?.type === 'history-summarised' ? summary : null;
}

/** Where among the events the conversation goes on behind its summary: at the next message. 0 without a summary. */
export function cutPlace(kept: readonly SessionEvent[]): number {
  const summary = standingSummary(kept);
  if (summary === null) return 0;
  const last = kept.findIndex((event) => event.type === 'message-sent' && event.turnId === summary.through);
  const next = kept.findIndex((event, index) => index > last && event.type === 'message-sent');
  return next === -1 ? kept.length : next;
}

export function summaryNote({ text }: SummarisedEvent): string {
  return `What was said and done before, in short:\n${text}`;
}
