/** What answering cost in tokens, as the provider counted. */
export interface TokenUsage {
  readonly input: number;
  /** Part of `input` that the provider had kept from an earlier request; usually cheaper. */
  readonly cachedInput: number;
  readonly output: number;
  /** Part of `output` that the model thought and did not say. */
  readonly reasoning: number;
}

export const noUsage: TokenUsage = { input: 0, cachedInput: 0, output: 0, reasoning: 0 };

export function addedUsage(left: TokenUsage, right: TokenUsage): TokenUsage {
  return {
    input: left.input + right.input,
    cachedInput: left.cachedInput + right.cachedInput,
    output: left.output + right.output,
    reasoning: left.reasoning + right.reasoning,
  };
}

/** What a provider asks for a million tokens, in US dollars. */
export interface Price {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}

/** A price under the name of the model it holds for, and for all whose names continue it with a dash: dated versions. */
export interface PriceEntry extends Price {
  readonly model: string;
}

/** US dollars. */
export function costOf(usage: TokenUsage, price: Price): number {
  const fresh = Math.max(0, usage.input - usage.cachedInput);
  return (
    (fresh * price.input + usage.cachedInput * price.cachedInput + usage.output * price.output) / 1_000_000
  );
}

/** The price of a model; null when the table does not know it. A maker's name before a slash does not matter. */
export function priceOf(model: string, table: readonly PriceEntry[]): Price | null {
  const name = model.slice(model.lastIndexOf('/') + 1).toLowerCase();
  const exact = table.find((entry) => entry.model.toLowerCase() === name);
  return exact ?? table.find((entry) => isDatedVersion(name, entry.model.toLowerCase())) ?? null;
}

/** "gpt-5-2026-01-15" is a version of "gpt-5"; "gpt-5-mini" is another model. */
function isDatedVersion(name: string, family: string): boolean {
  return name.startsWith(`${family}-`) && /^\d[\d-]*$/u.test(name.slice(family.length + 1));
}
