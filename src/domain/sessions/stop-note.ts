import type { SessionEvent, SettledCall } from './events';

type RunEnded = Extract<SessionEvent, { type: 'run-ended' }>;

/** What a run that was stopped leaves behind, as its journal tells it up to its end. */
export interface StoppedRun {
  /** The message that it worked on. */
  readonly asked: string;
  readonly done: readonly SettledCall[];
  /** Titles of the calls that never ran. */
  readonly dropped: readonly string[];
  /** Titles of the calls that were about to leave the app, of which nobody has heard since [C7]. */
  readonly inDoubt: readonly string[];
}

/**
 * What the next run is told of one that was stopped [I7]: what was asked, done and dropped. Null where there is nothing to tell: a
 * run that ended by itself, or with its page before it had begun anything.
 */
export function stopNote({ outcome, failure }: RunEnded, run: StoppedRun): string | null {
  const { done, dropped, inDoubt } = run;
  const isByPerson = outcome === 'cancelled' || (outcome === 'interrupted' && failure === null);
  const isUnfinished = dropped.length > 0 || inDoubt.length > 0;
  if (!isByPerson && !(outcome === 'interrupted' && isUnfinished)) return null;
  const sentences = [
    isByPerson ? 'The person stopped you here.' : 'You were cut off here.',
    run.asked === '' ? '' : `They had asked: “${shortened(run.asked)}”.`,
    listed(
      'Done:',
      done.map((call) => call.title),
    ),
    listed('This did not happen:', dropped),
    listed('Nobody knows yet whether this happened:', inDoubt),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

const longestAsked = 200;
const mostTitles = 20;

/** A message as it is quoted in a note. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > longestAsked ? `${line.slice(0, longestAsked - 1)}…` : line;
}

function listed(words: string, titles: readonly string[]): string {
  if (titles.length === 0) return '';
  const more = titles.length - mostTitles;
  const rest = more > 0 ? `; and ${String(more)} more` : '';
  return `${words} ${titles.slice(0, mostTitles).join('; ')}${rest}.`;
}
