import type { Json } from '@/domain/sessions';

import type { Exchange } from '../conversation';

export interface OfflineCall {
  readonly name: string;
  readonly arguments: { readonly [field: string]: Json };
}

/**
 * A plan that is gone through from its start for each response: it yields the calls it needs next and is given their outputs. What
 * the conversation holds already is answered from there, so that nothing happens twice.
 */
export type Steps<Result> = Generator<readonly OfflineCall[], Result, readonly string[]>;

export type Progress<Result> =
  | { readonly type: 'calls'; readonly calls: readonly OfflineCall[]; readonly answered: number }
  | { readonly type: 'ended'; readonly result: Result }
  /** What happened is not what the plan would have done. */
  | { readonly type: 'astray' };

/**
 * Goes through a plan with what has happened so far.
 *
 * @param onAnswered - told each time the plan is given outputs, before it goes on.
 */
export function progressOf<Result>(
  steps: Steps<Result>,
  exchanges: readonly Exchange[],
  onAnswered: () => void = () => undefined,
): Progress<Result> {
  let position = 0;
  let next = steps.next();
  while (next.done !== true) {
    const outputs: string[] = [];
    for (const call of next.value) {
      const exchange = exchanges[position];
      if (exchange === undefined) {
        return { type: 'calls', calls: next.value.slice(outputs.length), answered: position };
      }
      if (!isSameCall(call, exchange)) return { type: 'astray' };
      outputs.push(exchange.output);
      position += 1;
    }
    onAnswered();
    next = steps.next(outputs);
  }
  return { type: 'ended', result: next.value };
}

function isSameCall(call: OfflineCall, exchange: Exchange): boolean {
  return call.name === exchange.tool && JSON.stringify(call.arguments) === exchange.rawArguments;
}
