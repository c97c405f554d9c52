import type { SessionSummary } from '@/domain/sessions';
import { useBackupServices } from '@/state/backup';
import { openIdOf, useSessionServices, type EngineCommand } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';
import { useToasts } from '@/ui';

import { isActive, titleOf } from './status-words';

export interface SessionActions {
  /** Hands the session to the browser as a file. */
  readonly exportSession: (session: SessionSummary) => Promise<void>;
  /** Puts it away, and stops first what runs in it; with the way back. */
  readonly archive: (session: SessionSummary) => Promise<void>;
  readonly unarchive: (session: SessionSummary) => Promise<void>;
  readonly remove: (session: SessionSummary) => Promise<void>;
  /** @returns what is wrong with the title; null when it was taken. */
  readonly rename: (session: SessionSummary, title: string) => Promise<string | null>;
}

/** What can be done to a session of the list. Whatever fails is told in words. */
export function useSessionActions(): SessionActions {
  const { engine, store, goTo } = useSessionServices();
  const { backup } = useBackupServices();
  const toasts = useToasts();

  /** @returns why nothing was done; null when it was done. */
  async function done(command: EngineCommand): Promise<string | null> {
    try {
      const reply = await engine.command(command);
      return reply.type === 'refused' ? reply.message : null;
    } catch (cause) {
      return failureInWords(cause);
    }
  }

  function tell(problem: string | null): void {
    if (problem !== null) toasts.add({ id: 'session-problem', tone: 'danger', title: problem });
  }

  return {
    rename: (session, title) => done({ type: 'rename-session', sessionId: session.id, title }),
    async exportSession({ id }) {
      try {
        await backup.exportSession(id);
      } catch (cause) {
        tell(failureInWords(cause));
      }
    },
    archive: (session) =>
      takeAway(session, {
        command: { type: 'archive-session', sessionId: session.id },
        back: { type: 'unarchive-session', sessionId: session.id },
        words: isActive(session) ? 'stopped and archived' : 'archived',
      }),
    async unarchive({ id }) {
      tell(await done({ type: 'unarchive-session', sessionId: id }));
    },
    remove: (session) =>
      takeAway(session, {
        command: { type: 'delete-session', sessionId: session.id },
        back: { type: 'restore-session', sessionId: session.id },
        words: 'deleted',
      }),
  };

  /** Leaves the session if it is open, and offers the way back. */
  async function takeAway(session: SessionSummary, { command, back, words }: TakingAway): Promise<void> {
    const problem = await done(command);
    if (problem !== null) {
      tell(problem);
      return;
    }
    const wasOpen = openIdOf(store.getState().open) === session.id;
    if (wasOpen) goTo(null);
    toasts.add({
      id: 'session-taken-away',
      title: `Session “${titleOf(session.title)}” ${words}`,
      action: { label: 'Undo', onSelect: () => void bringBack(session, back, wasOpen) },
    });
  }

  async function bringBack(session: SessionSummary, back: EngineCommand, wasOpen: boolean): Promise<void> {
    const problem = await done(back);
    tell(problem);
    if (problem === null && wasOpen) goTo(session.id);
  }
}

/** What takes a session out of the list, what brings it back, and what is said of it. */
interface TakingAway {
  readonly command: EngineCommand;
  readonly back: EngineCommand;
  readonly words: string;
}
