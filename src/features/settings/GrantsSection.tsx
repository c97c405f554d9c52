import { useState } from 'react';

import { toolWords, type SessionId } from '@/domain/sessions';
import { useOpenSession, useSessionServices } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';
import { Button } from '@/ui';

const none: readonly string[] = [];

/** What the person let run unasked in the open session, each with the way to take it back. */
export function GrantsSection() {
  const sessionId = useOpenSession<SessionId | null>((view) => view.id, null);
  const grants = useOpenSession((view) => view.grants, none);
  const { engine } = useSessionServices();
  const [problem, setProblem] = useState<string | null>(null);
  if (sessionId === null || (grants.length === 0 && problem === null)) return null;

  async function revoke(id: SessionId, tool: string): Promise<void> {
    const refusal = await engine
      .command({ type: 'revoke-grant', sessionId: id, tool })
      .then((reply) => (reply.type === 'refused' ? reply.message : null), failureInWords);
    setProblem(refusal);
  }

  return (
    <div className="flex flex-col gap-1.5">
      <p id="granted-tools" className="text-sm font-medium">
        Runs unasked in this session
      </p>
      <ul
        aria-labelledby="granted-tools"
        className="divide-y divide-border overflow-clip rounded-lg border border-border empty:hidden"
      >
        {grants.map((tool) => (
          <li key={tool} className="flex items-center gap-3 py-1.5 pr-2 pl-3">
            <span className="min-w-0 flex-1 break-words">{toolWords(tool)}</span>
            <Button
              size="sm"
              aria-label={`Ask again before: ${toolWords(tool)}`}
              onClick={() => void revoke(sessionId, tool)}
            >
              Ask again
            </Button>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-sm text-danger-text empty:hidden">
        {problem}
      </p>
      <p className="text-sm text-text-muted">
        You chose this on an approval. Deleting and sending ask all the same.
      </p>
    </div>
  );
}
