import { useEffect, useRef, useState } from 'react';

import type { PersonRequest, RequestResponse, SessionId } from '@/domain/sessions';
import { useSessionServices } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';

import { isDeliberate } from './guarded-press';

export interface Responding {
  /**
   * Answers once, and not before what is decided upon has been on the screen for half a second.
   *
   * @param onTaken - called when the answer counts; not when it was ignored or refused.
   */
  readonly respond: (response: RequestResponse, onTaken?: () => void) => void;
  /** The answer that is on its way, or was taken and has not reached this card yet. */
  readonly pending: RequestResponse['type'] | null;
  /** Why an answer was not taken, in words. */
  readonly problem: string | null;
}

/**
 * The way to answer a request.
 *
 * @param shown - what the person decides upon; when it becomes another, the half second starts again.
 */
export function useRespond(sessionId: SessionId, request: PersonRequest, shown: string): Responding {
  const { engine, windowName } = useSessionServices();
  const [pending, setPending] = useState<RequestResponse['type'] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isAnswered = useRef(false);
  const onScreen = useRef<OnScreen>(nothingYet);
  useEffect(() => {
    onScreen.current = { shown, since: performance.now() };
  }, [shown]);

  async function answer(response: RequestResponse, onTaken: () => void): Promise<void> {
    isAnswered.current = true;
    setPending(response.type);
    setProblem(null);
    const refusal = await engine
      .command({ type: 'respond', sessionId, requestId: request.id, response, by: windowName })
      .then((reply) => (reply.type === 'refused' ? reply.message : null), failureInWords);
    if (refusal === null) return onTaken();
    isAnswered.current = false;
    setPending(null);
    setProblem(refusal);
  }

  return {
    pending,
    problem,
    respond(response, onTaken = () => undefined) {
      if (isAnswered.current || !isDeliberate(onScreen.current.since, performance.now())) return;
      void answer(response, onTaken);
    },
  };
}

/** What is decided upon, and since when it can be seen, by the page's own clock. */
interface OnScreen {
  readonly shown: string;
  readonly since: number;
}

const nothingYet: OnScreen = { shown: '', since: Infinity };
