import { useEffect, useRef, useState } from 'react';

import type { PersonRequest, RequestResponse, SessionId } from '@/domain/sessions';
import { useSessionServices } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';

import { isDeliberate } from './guarded-press';

export interface Responding {
  /** Answers once, and not before what is decided upon has been on the screen for half a second. */
  readonly respond: (response: RequestResponse) => void;
  readonly isBusy: boolean;
  /** Why an answer was not taken, in words. */
  readonly problem: string | null;
}

/**
 * The way to answer a request.
 *
 * @param shown - what the person decides upon; when it becomes another, the half second starts again.
 */
export function useRespond(sessionId: SessionId, request: PersonRequest, shown: string): Responding {
  const { engine } = useSessionServices();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isAnswering = useRef(false);
  const seen = useRef({ shown: '', at: Infinity });
  useEffect(() => {
    seen.current = { shown, at: performance.now() };
  }, [shown]);

  async function answer(response: RequestResponse): Promise<void> {
    isAnswering.current = true;
    setIsBusy(true);
    setProblem(null);
    const refusal = await engine
      .command({ type: 'respond', sessionId, requestId: request.id, response })
      .then((reply) => (reply.type === 'refused' ? reply.message : null), failureInWords);
    isAnswering.current = false;
    setIsBusy(false);
    setProblem(refusal);
  }

  return {
    isBusy,
    problem,
    respond(response) {
      if (isAnswering.current || !isDeliberate(seen.current.at, performance.now())) return;
      void answer(response);
    },
  };
}
