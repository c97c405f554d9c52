import { useCallback } from 'react';

import { useSessionServices, type EngineCommand } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';
import { useToasts } from '@/ui';

/** Carries out a command to the queue, and says why when nothing came of it. Answers with whether it was done. Never rejects. */
export type QueueCommand = (command: EngineCommand) => Promise<boolean>;

export function useQueueCommand(): QueueCommand {
  const { engine } = useSessionServices();
  const toasts = useToasts();
  return useCallback(
    async (command) => {
      const problem = await engine
        .command(command)
        .then((reply) => (reply.type === 'refused' ? reply.message : null), failureInWords);
      if (problem !== null) toasts.add({ id: 'queue-problem', tone: 'warning', title: problem });
      return problem === null;
    },
    [engine, toasts],
  );
}
