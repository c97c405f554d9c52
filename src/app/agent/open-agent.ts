import type { Clock, EnginePorts, EngineSettings, Frames, Journal, Mailer, SessionLocks } from '@/agent';
import type { LiveWorkspace } from '@/agent/workspace';
import { MomentumError } from '@/domain';
import type { SessionId } from '@/domain/sessions';
import { createRequestNotices, type RequestNoticesPorts } from '@/state/notifications';
import { createSessionsStore, type DraftPlace, type SessionServices } from '@/state/sessions';

import type { AppIds } from '../adapters';
import { lazyEngine } from './lazy-engine';
import { addressOf, type SessionAddress } from './session-address';
import type { TabParts } from './tab-parts';

/** What the agent needs of this browser. */
export interface AgentParts {
  readonly clock: Clock;
  readonly ids: AppIds;
  readonly frames: Frames;
  readonly locks: SessionLocks;
  readonly tabs: TabParts;
  readonly mailer: Mailer;
  readonly notices: Omit<RequestNoticesPorts, 'goTo'>;
  readonly drafts: DraftPlace;
  readonly address: SessionAddress;
  readonly settings: () => EngineSettings;
  readonly modelLoop: EnginePorts['modelLoop'];
  readonly modelName: () => string;
}

export interface OpenAgent {
  readonly services: SessionServices;
  /** Sessions were added to by something other than the agent. */
  noteImported(ids: readonly SessionId[]): Promise<void>;
  close(): void;
}

/** Starts the agent of this window on a workspace. Its code is fetched while the page is already there. */
export function openAgent(
  parts: AgentParts,
  workspace: { live: LiveWorkspace; journal: Journal },
): OpenAgent {
  const { clock, ids, frames, locks, mailer, settings, modelLoop, address } = parts;
  const notices = createRequestNotices({ ...parts.notices, goTo });
  const engine = lazyEngine(async () => {
    const { createRuntime } = await import('./runtime');
    const ports = {
      ...workspace,
      clock,
      ids,
      sessionIds: ids,
      frames,
      locks,
      mailer,
      settings,
      modelLoop,
    };
    return createRuntime(ports, { tabs: parts.tabs, notices });
  });
  const store = createSessionsStore({ engine, frames, inWords });
  function goTo(id: SessionId | null): void {
    address.goTo(id);
    // The browser tells of a new address a moment later; the screen need not wait for it.
    store.show(id);
  }
  const follow = (): void => {
    store.show(address.read());
  };
  follow();
  const unfollow = address.subscribe(follow);
  return {
    services: {
      store,
      engine,
      drafts: parts.drafts,
      mintTurn: () => ids.turn(),
      windowName: parts.tabs.name,
      // Another model may be chosen at any time.
      get modelName() {
        return parts.modelName();
      },
      addressOf,
      goTo,
    },
    noteImported: (imported) => engine.noteImported(imported),
    close() {
      unfollow();
      notices.close();
      store.close();
      // What is still running is gone on with by another window, or by the next visit.
      void engine.close().catch(() => undefined);
    },
  };
}

function inWords(error: unknown): string {
  return error instanceof MomentumError
    ? error.message
    : 'This session could not be read. Reload the page; nothing was changed.';
}
