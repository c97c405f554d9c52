import type { TokenUsage } from '@/domain/models';

/** Tokens as the SDK passes them on: zeros where a provider does not count. */
interface CountedTokens {
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly inputTokensDetails?: unknown;
  readonly outputTokensDetails?: unknown;
}

/** The usage of a response, as a field of its answer; no field where nobody counted. */
export function usageOf(counted: CountedTokens | undefined): { readonly usage?: TokenUsage } {
  const input = counted?.inputTokens ?? 0;
  const output = counted?.outputTokens ?? 0;
  if (input === 0 && output === 0) return {};
  return {
    usage: {
      input,
      cachedInput: detail(counted?.inputTokensDetails, 'cached_tokens'),
      output,
      reasoning: detail(counted?.outputTokensDetails, 'reasoning_tokens'),
    },
  };
}

/** The SDK gives details of one request as a record, of several as a list of records. */
function detail(details: unknown, name: string): number {
  const records: readonly unknown[] = Array.isArray(details) ? details : [details];
  return records.reduce<number>((sum, record) => sum + countIn(record, name), 0);
}

function countIn(record: unknown, name: string): number {
  if (typeof record !== 'object' || record === null) return 0;
  const count: unknown = Object.entries(record).find(([key]) => key === name)?.[1];
  return typeof count === 'number' && Number.isFinite(count) ? count : 0;
}
