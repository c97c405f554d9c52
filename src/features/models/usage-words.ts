import { costOf, noUsage, addedUsage, priceOf, type PriceEntry, type TokenUsage } from '@/domain/models';
import type { ModelUsage } from '@/domain/sessions';

/** What a conversation has used, in words. */
export interface UsageWords {
  /** "12,480 tokens · $0.02 · 9% of the context" */
  readonly line: string;
  /** One fact a line, for who wants to know. */
  readonly details: readonly string[];
}

export interface UsageFacts {
  /** By model; the one that answered last comes last. */
  readonly usage: readonly ModelUsage[];
  readonly prices: readonly PriceEntry[];
  /** Tokens the model can read at once; null when nobody said. */
  readonly contextTokens: number | null;
}

/** @returns null when nobody has counted anything. */
export function usageWords({ usage, prices, contextTokens }: UsageFacts): UsageWords | null {
  const newest = usage.at(-1);
  if (newest === undefined) return null;
  const total = usage.reduce((sum, { tokens }) => addedUsage(sum, tokens), noUsage);
  const cost = costWords(usage, prices);
  const fill =
    contextTokens === null ? null : Math.min(100, Math.round((newest.context / contextTokens) * 100));
  const line = [
    `${counted(total.input + total.output)} tokens`,
    ...(cost === null ? [] : [cost]),
    ...(fill === null ? [] : [`${String(fill)}% of the context`]),
  ];
  return {
    line: line.join(' · '),
    details: [
      ...usage.map(({ model, tokens }) => `${modelIn(model)}: ${tokenWords(tokens)}`),
      contextTokens === null
        ? `The conversation is ${counted(newest.context)} tokens long.`
        : `The conversation is ${counted(newest.context)} of ${counted(contextTokens)} tokens long.`,
    ],
  };
}

/** The model's own name in what the journal calls it: API, place, name. */
export function modelIn(journaled: string): string {
  return journaled.split(' ').slice(2).join(' ');
}

function tokenWords({ input, cachedInput, output, reasoning }: TokenUsage): string {
  const cached = cachedInput === 0 ? '' : ` (${counted(cachedInput)} cached)`;
  const thought = reasoning === 0 ? '' : ` (${counted(reasoning)} for reasoning)`;
  return `${counted(input)} in${cached}, ${counted(output)} out${thought}`;
}

/** Null when no price is known; "at least" when some are. */
function costWords(usage: readonly ModelUsage[], prices: readonly PriceEntry[]): string | null {
  const costs = usage.flatMap(({ model, tokens }) => {
    const price = priceOf(modelIn(model), prices);
    return price === null ? [] : [costOf(tokens, price)];
  });
  if (costs.length === 0) return null;
  const sum = costs.reduce((left, right) => left + right, 0);
  return `${costs.length < usage.length ? 'at least ' : ''}${dollars(sum)}`;
}

function dollars(amount: number): string {
  if (amount > 0 && amount < 0.01) return 'less than $0.01';
  return `$${amount.toFixed(2)}`;
}

function counted(tokens: number): string {
  return tokens.toLocaleString('en-US');
}
