import type { Json } from '@/domain/sessions';

import type { Context, Turn } from '../conversation';
import type { Focus } from '../focus';
import type { Request } from '../reading/request';
import type { Heard } from '../understand';
import type { OfflineCall, Steps } from './steps';

/** What is known while a request is planned. */
export interface Planning {
  readonly context: Context;
  readonly focus: Focus;
  /** What was said and done before, oldest first. */
  readonly past: readonly Turn[];
  /** Keeps what was matched and why, for the reasoning. */
  readonly note: (text: string) => void;
  /** What another text asks for: an answer may be a request of its own. */
  readonly hear: (text: string) => readonly Heard[];
  /** Plans another request in the place of this one. */
  readonly carryOut: (request: Request, planning: Planning) => Steps<Outcome>;
}

/** What a request comes to: calls to make, or something to say. */
export type Outcome =
  | { readonly type: 'calls'; readonly calls: readonly OfflineCall[]; readonly focus?: Focus }
  | { readonly type: 'said'; readonly text: string };

export function said(text: string): Outcome {
  return { type: 'said', text };
}

export function calls(...made: readonly OfflineCall[]): Outcome {
  return { type: 'calls', calls: made };
}

/** A call with the arguments that are given. */
export function toolCall(
  name: string,
  args: { readonly [field: string]: Json | undefined } = {},
): OfflineCall {
  const given = Object.entries(args).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value] as const],
  );
  return { name, arguments: Object.fromEntries(given) };
}
