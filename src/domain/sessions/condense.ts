import type { SessionEvent } from './events';
import { historyFor } from './history';
import type { TurnId } from './ids';
import { messageText } from './items';
import { keptEvents } from './kept-events';
import { cutPlace, standingSummary } from './standing-summary';
import { shortened } from './stop-note';

/** How much of a conversation a model is sent. */
export interface HistoryLimits {
  readonly items: number;
  /** Estimated at four characters each; null when nobody knows how much the model can read. */
  readonly tokens: number | null;
}

/**
 * The turn up to which a conversation must be summarised so that what is sent stays within its limits, with room to go on; null when
 * it fits. The newest turn always stays whole.
 */
export function turnToCondense(
  events: readonly SessionEvent[],
  model: string,
  limits: HistoryLimits,
): TurnId | null {
  if (fits(historyFor(events, model), limits, 1)) return null;
  const kept = keptEvents(events);
  const older = turnsIn(kept.slice(cutPlace(kept))).slice(0, -1);
  const enough = older.find((through) =>
    fits(historyFor([...events, summarised(events, through)], model), limits, roomToGoOn),
  );
  return enough ?? older.at(-1) ?? null;
}

/** After summarising there is room for as much again, so that it does not happen with every message. */
const roomToGoOn = 0.5;

const charactersInToken = 4;

function fits(
  items: readonly unknown[],
  { items: mostItems, tokens }: HistoryLimits,
  share: number,
): boolean {
  if (items.length > mostItems * share) return false;
  if (tokens === null) return true;
  const characters = items.reduce<number>((sum, item) => sum + JSON.stringify(item).length, 0);
  return characters / charactersInToken <= tokens * share;
}

/** As an event, to see what the conversation would be. */
function summarised(events: readonly SessionEvent[], through: TurnId): SessionEvent {
  const [first] = events;
  if (first === undefined) throw new Error('A session without events has no turn to summarise.');
  const { version, at } = first;
  return {
    type: 'history-summarised',
    through,
    text: summaryDraft(events, through),
    by: 'momentum',
    version,
    at,
  };
}

function turnsIn(events: readonly SessionEvent[]): readonly TurnId[] {
  return events.flatMap((event) => (event.type === 'message-sent' ? [event.turnId] : []));
}

/**
 * A summary of a conversation up to and with a turn, made by rule from its records: what was asked, what was done, how the answer began.
 * It goes on from the summary that stands, which a person may have written.
 */
export function summaryDraft(events: readonly SessionEvent[], through: TurnId): string {
  const kept = keptEvents(events);
  const standing = standingSummary(kept);
  const beginning = cutPlace(kept);
  const lines = turnLines(kept.slice(beginning), through);
  const hidden = lines.length - mostLines;
  const rest =
    hidden > 0 ? [`- ${String(hidden)} more messages before those below`, ...lines.slice(-mostLines)] : lines;
  return [...(standing === null ? [] : [standing.text]), ...rest].join('\n');
}

const mostLines = 100;
const mostTitles = 8;

interface TurnFacts {
  readonly asked: string;
  readonly done: string[];
  answer: string;
}

function turnLines(events: readonly SessionEvent[], through: TurnId): readonly string[] {
  const turns: TurnFacts[] = [];
  let isOver = false;
  for (const event of events) {
    if (event.type === 'message-sent') {
      if (isOver) break;
      isOver = event.turnId === through;
      turns.push({ asked: shortened(event.text), done: [], answer: '' });
    }
    const turn = turns.at(-1);
    if (turn === undefined) continue;
    if (event.type === 'call-settled' && event.outcome === 'done') turn.done.push(event.title);
    if (event.type === 'response-received')
      turn.answer = event.items.map(messageText).join(' ').trim() || turn.answer;
  }
  return turns.map(turnLine);
}

function turnLine({ asked, done, answer }: TurnFacts): string {
  const more = done.length - mostTitles;
  const titles = done.slice(0, mostTitles).join('; ') + (more > 0 ? `; and ${String(more)} more` : '');
  return [
    `- The person: “${asked}”.`,
    ...(done.length === 0 ? [] : [`Done: ${titles}.`]),
    ...(answer === '' ? [] : [`You answered: “${shortened(answer)}”.`]),
  ].join(' ');
}
