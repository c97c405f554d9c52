import { useState } from 'react';

import { toolWords, type ApprovalSpec, type SessionId } from '@/domain/sessions';
import { useSessionServices } from '@/state/sessions';

export interface Grant {
  readonly words: string;
  readonly isWanted: boolean;
  readonly setIsWanted: (isWanted: boolean) => void;
  readonly giveIfWanted: () => void;
}

/** "Don't ask again", for a tool and this session alone. */
export function useGrant(sessionId: SessionId, tool: string): Grant {
  const { engine } = useSessionServices();
  const [isWanted, setIsWanted] = useState(false);
  return {
    words: lowerFirst(toolWords(tool)),
    isWanted,
    setIsWanted,
    giveIfWanted() {
      // Without the grant the next call only asks again, which is the safe way to fail.
      if (isWanted) engine.command({ type: 'grant', sessionId, tool }).catch(() => undefined);
    },
  };
}

/** What deletes or leaves the app asks in every mode, so nothing else may be offered. */
export function mayBeGranted({ reasons }: ApprovalSpec): boolean {
  return reasons.every(({ type }) => type === 'bulk' || type === 'asked');
}

export function GrantBox({ grant }: { readonly grant: Grant }) {
  return (
    <label className="flex min-h-8 items-center gap-2 self-start text-text-muted pointer-coarse:min-h-11">
      <input
        type="checkbox"
        checked={grant.isWanted}
        onChange={(event) => {
          grant.setIsWanted(event.target.checked);
        }}
        className="size-4 shrink-0 accent-accent"
      />
      <span>Don’t ask again in this session to {grant.words}</span>
    </label>
  );
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
