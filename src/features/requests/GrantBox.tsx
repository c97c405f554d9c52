import { useState } from 'react';

import { toolWords, type ApprovalSpec, type SessionId } from '@/domain/sessions';
import { useSessionServices } from '@/state/sessions';
import { Checkbox } from '@/ui';

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
export function mayBeGranted({ reasons, effects, preview }: ApprovalSpec): boolean {
  return (
    effects.length === 0 &&
    preview.every(({ type }) => type !== 'deleted') &&
    reasons.every(({ type }) => type === 'bulk' || type === 'asked')
  );
}

export function GrantBox({ grant }: { readonly grant: Grant }) {
  return (
    <Checkbox
      label={`Don’t ask again in this session to ${grant.words}`}
      checked={grant.isWanted}
      onCheckedChange={grant.setIsWanted}
      className="self-start text-text-muted"
    />
  );
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
