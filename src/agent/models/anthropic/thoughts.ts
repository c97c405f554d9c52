import type { LanguageModelV3ReasoningPart } from '@ai-sdk/provider';
import type { AgentOutputItem } from '@openai/agents';

type ReasoningItem = Extract<AgentOutputItem, { type: 'reasoning' }>;

/** A thought with the seal that proves that it is the model's own. Some are sealed as a whole, and have no text. */
export interface Thought {
  readonly text: string;
  readonly seal: { readonly signature: string } | { readonly redactedData: string };
}

/** The thought as the journal keeps it, beside what other models leave there. */
export function thoughtItem({ text, seal }: Thought): ReasoningItem {
  return { type: 'reasoning', content: [{ type: 'input_text', text }], providerData: { anthropic: seal } };
}

/** The thought that a kept item holds; null for one that Anthropic could not check. */
export function thoughtIn({ content, providerData }: ReasoningItem): Thought | null {
  const seal = sealIn(providerData?.['anthropic']);
  return seal === null ? null : { text: content.map((part) => part.text).join(''), seal };
}

/** The thought as it is sent back: word for word, or it is refused. */
export function signedThought({ text, seal }: Thought): LanguageModelV3ReasoningPart {
  return { type: 'reasoning', text, providerOptions: { anthropic: { ...seal } } };
}

/** Reads the seal out of what came along with a thought. Never throws. */
export function sealIn(metadata: unknown): Thought['seal'] | null {
  if (typeof metadata !== 'object' || metadata === null) return null;
  if ('signature' in metadata && typeof metadata.signature === 'string') {
    return { signature: metadata.signature };
  }
  return 'redactedData' in metadata && typeof metadata.redactedData === 'string'
    ? { redactedData: metadata.redactedData }
    : null;
}
