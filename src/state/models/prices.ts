import type { PriceEntry } from '@/domain/models';

/** When the prices below were noted, and not looked at since; they are a start to edit, not an offer. */
export const pricesNotedOn = '2025-08-07';

/**
 * US dollars for a million tokens, as OpenAI (https://openai.com/api/pricing) and Anthropic (https://www.anthropic.com/pricing) published
 * them on that day. Names are as long as it takes not to be taken for a later model's.
 */
export const knownPrices: readonly PriceEntry[] = [
  { model: 'gpt-5', input: 1.25, cachedInput: 0.125, output: 10 },
  { model: 'gpt-5-mini', input: 0.25, cachedInput: 0.025, output: 2 },
  { model: 'gpt-5-nano', input: 0.05, cachedInput: 0.005, output: 0.4 },
  { model: 'gpt-4.1', input: 2, cachedInput: 0.5, output: 8 },
  { model: 'gpt-4.1-mini', input: 0.4, cachedInput: 0.1, output: 1.6 },
  { model: 'gpt-4.1-nano', input: 0.1, cachedInput: 0.025, output: 0.4 },
  { model: 'gpt-4o', input: 2.5, cachedInput: 1.25, output: 10 },
  { model: 'gpt-4o-mini', input: 0.15, cachedInput: 0.075, output: 0.6 },
  { model: 'o3', input: 2, cachedInput: 0.5, output: 8 },
  { model: 'o4-mini', input: 1.1, cachedInput: 0.275, output: 4.4 },
  { model: 'claude-opus-4-1', input: 15, cachedInput: 1.5, output: 75 },
  { model: 'claude-opus-4-20250514', input: 15, cachedInput: 1.5, output: 75 },
  { model: 'claude-sonnet-4-20250514', input: 3, cachedInput: 0.3, output: 15 },
  { model: 'claude-3-7-sonnet', input: 3, cachedInput: 0.3, output: 15 },
  { model: 'claude-3-5-haiku', input: 0.8, cachedInput: 0.08, output: 4 },
];
