import type { AnthropicLanguageModelOptions } from '@ai-sdk/anthropic';

import { providerErrorIn } from '../provider/provider-error';

/** What is asked for about thinking, and how much a model may write. */
export interface ThinkingStep {
  /** Besides the thoughts that have a budget. */
  readonly maxOutputTokens?: number;
  readonly options: Pick<AnthropicLanguageModelOptions, 'thinking' | 'sendReasoning'>;
}

/** One try of a request. */
export interface ThinkingTry {
  /** Which step of asking for less thinking it takes. */
  readonly index: number;
  /** How many tokens the conversation leaves for thoughts and answer; null while nobody has said that it is too few. */
  readonly room: number | null;
}

/** Thoughts and answer together. Models that can write less are known to the client, which asks them for less. */
const mostOutputTokens = 32_000;

/** Of thoughts alone. */
const mostBudgetTokens = 4_096;

/** Less than that would be cut off in the middle of an answer more often than not. */
const fewestOutputTokens = 4_096;

const lastStep = 2;

/** Knows what a model has refused about thinking, and what to ask for instead. */
export class ThinkingSteps {
  #learned = 0;

  first(): ThinkingTry {
    return { index: this.#learned, room: null };
  }

  /**
   * From much to little. Newer models decide themselves how much they think, older ones want a budget, the oldest do not think at all;
   * nobody can tell from a name which. The last step takes no thoughts back either, for a model that will not have its old ones.
   */
  at({ index, room }: ThinkingTry): ThinkingStep {
    if (index === 0) {
      return {
        maxOutputTokens: room ?? mostOutputTokens,
        options: { thinking: { type: 'adaptive', display: 'summarized' } },
      };
    }
    if (index < lastStep) {
      const budgetTokens =
        room === null ? mostBudgetTokens : Math.min(mostBudgetTokens, Math.floor(room / 2));
      return {
        // The client adds the budget to it.
        maxOutputTokens: room === null ? mostOutputTokens : room - budgetTokens,
        options: { thinking: { type: 'enabled', budgetTokens } },
      };
    }
    return { ...(room === null ? {} : { maxOutputTokens: room }), options: { sendReasoning: false } };
  }

  /** @returns what to try instead; null when the error has another reason, or there is nothing less to ask for. */
  after(error: unknown, { index, room }: ThinkingTry): ThinkingTry | null {
    const failure = providerErrorIn(error);
    if (failure?.status !== 400) return null;
    if (failure.code === 'model-too-long') {
      const left = room === null ? roomIn(failure.words) : 0;
      return left < fewestOutputTokens ? null : { index, room: left };
    }
    const isRefusal = failure.code === 'model-request-refused' && /thinking|max_tokens/iu.test(failure.words);
    if (!isRefusal || index >= lastStep) return null;
    // Words that begin with a place in the conversation are about this conversation, not about the model.
    if (/^messages\.\d/u.test(failure.words)) return { index: lastStep, room };
    this.#learned = Math.max(this.#learned, index + 1);
    return { index: index + 1, room };
  }
}

/**
 * How many tokens a conversation leaves in the context of a model that refused conversation and answer as too long together, with a
 * sum such as "180000 + 32000 > 200000"; 0 where the words say nothing of the kind.
 */
function roomIn(words: string): number {
  const sum = /max_tokens.*?(?<input>\d+) \+ \d+ > (?<context>\d+)/u.exec(words)?.groups;
  return sum === undefined ? 0 : Number(sum['context']) - Number(sum['input']);
}
