import type { Json } from '@/domain/sessions';

import type { OfflineCall } from '../planning/steps';

/** What the first response to a phrase has to be. */
export type Expected =
  /** These calls, in this order, and nothing besides. */
  | { readonly type: 'calls'; readonly calls: readonly OfflineCall[] }
  /** One question whose words, with those of its buttons, fit. */
  | { readonly type: 'asks'; readonly about: RegExp }
  /** An honest refusal with buttons: a question, and nothing that changes, deletes or sends. */
  | { readonly type: 'refuses' }
  /** A text without any call. */
  | { readonly type: 'says'; readonly words: RegExp };

export interface Phrase {
  readonly intent: string;
  readonly says: string;
  readonly expected: Expected;
}

/** The day and the projects that the phrases are said in. */
export const corpusInstructions = [
  'Today is Thursday, 2026-01-15 (time zone Europe/Berlin).',
  '',
  'The workspace holds 5 projects, 12 tasks, 5 people and 0 emails.',
  'Projects:',
  '- "Website launch" (p1): active, 1 of 3 tasks done',
  '- "Partner API" (p2): active, 1 of 3 tasks done',
  '- "Shopping" (p3): active, 0 of 2 tasks done',
  '- "Mobile API" (p4): planning, 0 of 2 tasks done',
  '- "Home renovation" (p5): active, 0 of 2 tasks done',
].join('\n');

export type Rows = readonly (readonly [says: string, ...expected: readonly (OfflineCall | Expected)[]])[];

/** Phrases of one intent; what is expected is written as calls, or as one of the other outcomes. */
export function phrasesOf(intent: string, rows: Rows): readonly Phrase[] {
  return rows.map(([phrase, ...expected]) => {
    const [only] = expected;
    if (only !== undefined && 'type' in only) return { intent, says: phrase, expected: only };
    const calls = expected.flatMap((one) => ('type' in one ? [] : [one]));
    return { intent, says: phrase, expected: { type: 'calls', calls } };
  });
}

export function call(name: string, args: { readonly [field: string]: Json } = {}): OfflineCall {
  return { name, arguments: args };
}

/** A call that adds a task. */
export function add(title: string, more: { readonly [field: string]: Json } = {}): OfflineCall {
  return call('add_task', { title, ...more });
}

/** A call that lists tasks which fit a filter. */
export function list(
  filter: { readonly [field: string]: Json },
  more: { readonly [field: string]: Json } = {},
): OfflineCall {
  return call('list_tasks', { ...(Object.keys(filter).length === 0 ? {} : { filter }), ...more });
}

export function asks(about: RegExp): Expected {
  return { type: 'asks', about };
}

export function says(words: RegExp): Expected {
  return { type: 'says', words };
}

export const refuses: Expected = { type: 'refuses' };
