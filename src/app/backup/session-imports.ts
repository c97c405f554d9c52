import type { Clock, Journal } from '@/agent';
import type { SessionId } from '@/domain/sessions';
import type { SessionServices } from '@/state/sessions';
import type { SessionDocument, SessionImports, SessionStanding } from '@/state/workspace';

export interface ImportPorts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly engine: Pick<SessionServices['engine'], 'command'>;
  /** These sessions may be others than they were. Rejecting changes nothing about the import. */
  readonly onImported: (ids: readonly SessionId[]) => Promise<void>;
}

/** Brings sessions of a file to this device. */
export function openSessionImports({ journal, clock, engine, onImported }: ImportPorts): SessionImports {
  return {
    async review(sessions) {
      const { exchange, documents } = await exchangeWith(journal);
      const standings: SessionStanding[] = [];
      for (const session of sessions) standings.push(await documents.sessionStanding(exchange, session));
      return standings;
    },
    async import(sessions) {
      const { exchange, documents } = await exchangeWith(journal);
      try {
        for (const session of sessions) {
          const standing = await documents.importSession(exchange, session, clock.now());
          // The engine may have it open, so it does the bringing back.
          if (standing === 'deleted') {
            await engine.command({ type: 'restore-session', sessionId: session.id });
          }
        }
      } finally {
        // What is stored is stored, and an error of the import is the one to tell: whoever could not look again does when a session opens.
        await onImported(sessions.map(({ id }) => id)).catch(() => undefined);
      }
    },
  };
}

/** Brings back what a backup holds before anything else of the app is open. */
export async function importAtOpening(
  { journal, clock }: Pick<ImportPorts, 'journal' | 'clock'>,
  sessions: readonly SessionDocument[],
): Promise<void> {
  if (sessions.length === 0) return;
  const { exchange, documents } = await exchangeWith(journal);
  for (const session of sessions) await documents.importSession(exchange, session, clock.now());
}

/** The agent's shapes of events, and what reads and writes documents, are fetched when they are needed. */
async function exchangeWith(journal: Journal) {
  const [{ isSessionEvent }, documents] = await Promise.all([
    import('@/agent/loop'),
    import('@/storage/documents'),
  ]);
  return { exchange: { journal, isSessionEvent }, documents };
}
