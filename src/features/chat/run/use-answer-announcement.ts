import { useEffect, useRef } from 'react';

import type { Answer, RunId } from '@/domain/sessions';
import { useOpenSession } from '@/state/sessions';

import { plainText } from '../markdown/plain-text';
import { isActive } from '../thinking/step-words';
import { newestAnswer } from './run-words';

/** Says the answer to those who listen: as a whole, once, when it is complete. */
export function useAnswerAnnouncement(announce: (text: string) => void): void {
  const answer = useOpenSession(newestAnswer, null);
  const awaited = useRef<RunId | null>(null);
  useEffect(() => {
    if (answer === null) return;
    if (isActive(answer)) awaited.current = answer.runId;
    else if (awaited.current === answer.runId) {
      awaited.current = null;
      if (answer.status === 'completed') announce(spokenAnswer(answer));
    }
  }, [answer, announce]);
}

function spokenAnswer({ blocks }: Answer): string {
  return blocks.flatMap((block) => (block.type === 'text' ? [plainText(block.text)] : [])).join('\n');
}
