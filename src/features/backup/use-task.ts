import { useState } from 'react';

import { failureInWords } from '@/state/workspace';

/** How far something has got that a button started. */
export type TaskState =
  | { readonly type: 'idle' | 'running' | 'done' }
  | { readonly type: 'failed'; readonly message: string };

/** Runs one thing at a time, and tells what became of it. */
export function useTask(): {
  readonly state: TaskState;
  readonly run: (work: () => Promise<void>) => void;
} {
  const [state, setState] = useState<TaskState>({ type: 'idle' });

  async function run(work: () => Promise<void>): Promise<void> {
    setState({ type: 'running' });
    try {
      await work();
      setState({ type: 'done' });
    } catch (cause) {
      setState({ type: 'failed', message: failureInWords(cause) });
    }
  }

  return {
    state,
    run(work) {
      // It cannot fail: what goes wrong is part of the state.
      void run(work);
    },
  };
}
