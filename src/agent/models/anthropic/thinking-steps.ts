import type { AnthropicLanguageModelOptions } from '@ai-sdk/anthropic';

import { providerErrorIn } from '../provider/provider-error';

/** What is asked for about thinking, and how much a model may write. */
export interface ThinkingStep {
  readonly maxOutputTokens?: number;
  readonly options: Pick<AnthropicLanguageModelOptions, 'thinking' | 'sendReasoning'>;
}

/** Thoughts and answer together. Models that can write less are known to the client, which asks them for less. */
const mostOutputTokens = 32_000;

/**
 * From much to little. Newer models decide themselves how much they think, older ones want a budget, the oldest do not think at all;
 * nobody can tell from a name which. The last step takes no thoughts back either, for a model that will not have its old ones.
 */
const steps: readonly ThinkingStep[] = [
  {
    maxOutputTokens: mostOutputTokens,
    options: { thinking: { type: 'adaptive', display: 'summarized' } },
  },
  { maxOutputTokens: mostOutputTokens, options: { thinking: { type: 'enabled', budgetTokens: 4_096 } } },
];

const lastStep = steps.length;
const withoutThinking: ThinkingStep = { options: { sendReasoning: false } };

/** Knows what a model has refused about thinking, and what to ask for instead. */
export class ThinkingSteps {
  #learned = 0;

  first(): number {
    return this.#learned;
  }

  at(index: number): ThinkingStep {
    return steps[index] ?? withoutThinking;
  }

  /** @returns the step to try instead; null when the error has another reason, or there is nothing less to ask for. */
  after(error: unknown, index: number): number | null {
    const failure = providerErrorIn(error);
    const isRefusal = failure?.code === 'model-request-refused' && failure.status === 400;
    if (!isRefusal || index >= lastStep || !/thinking|max_tokens/iu.test(failure.words)) return null;
    // Words that begin with a place in the conversation are about this conversation, not about the model.
    if (/^messages\.\d/u.test(failure.words)) return lastStep;
    this.#learned = Math.max(this.#learned, index + 1);
    return index + 1;
  }
}
