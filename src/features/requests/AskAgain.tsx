import { useRef, useState } from 'react';

import type { PersonRequest, SessionId } from '@/domain/sessions';
import { useOpenSession, useSessionServices } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';
import { Button } from '@/ui';

import { askAgainText } from './ask-again';
import { Problem } from './Problem';

export interface AskAgainProps {
  readonly sessionId: SessionId;
  /** One that has expired. */
  readonly request: PersonRequest;
}

/** The way on after nobody answered in time: one click, and it is asked again. */
export function AskAgain({ sessionId, request }: AskAgainProps) {
  const { engine, mintTurn } = useSessionServices();
  const text = useOpenSession((view) => askAgainText(view, request), null);
  const [turnId] = useState(mintTurn);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const isAsking = useRef(false);
  if (text === null || isAsked) return null;

  async function ask(message: string): Promise<void> {
    isAsking.current = true;
    // A run that is at work on something newer is not stopped for this.
    const refusal = await engine
      .command({ type: 'send', sessionId, turnId, text: message, mode: 'queue' })
      .then((reply) => (reply.type === 'refused' ? reply.message : null), failureInWords);
    isAsking.current = false;
    setProblem(refusal);
    setIsAsked(refusal === null);
  }

  return (
    <div className="flex flex-col gap-1.5">
      <Button
        size="sm"
        className="self-start"
        onClick={() => {
          if (!isAsking.current) void ask(text);
        }}
      >
        Ask again
      </Button>
      <Problem text={problem} />
    </div>
  );
}
