import { addedUsage, type TokenUsage } from '../models';
import type { ModelUsage, TranscriptEntry } from './view';

/** The usage of an answer with that of one more response. */
export function usageWith(
  usage: readonly ModelUsage[],
  { model, usage: tokens }: { readonly model: string; readonly usage: TokenUsage },
): readonly ModelUsage[] {
  return usageAdded(usage, { model, tokens, context: tokens.input + tokens.output });
}

/** What a whole conversation has cost so far, by model; the one that answered last comes last. */
export function usageIn(entries: readonly TranscriptEntry[]): readonly ModelUsage[] {
  let total: readonly ModelUsage[] = [];
  for (const entry of entries) {
    if (entry.type === 'answer') total = (entry.usage ?? []).reduce(usageAdded, total);
  }
  return total;
}

function usageAdded(usage: readonly ModelUsage[], added: ModelUsage): readonly ModelUsage[] {
  const known = usage.find(({ model }) => model === added.model);
  const others = usage.filter((each) => each !== known);
  if (known === undefined) return [...others, added];
  return [...others, { ...added, tokens: addedUsage(known.tokens, added.tokens) }];
}
