import { createContext, use, type ReactNode } from 'react';
import type { StoreApi } from 'zustand/vanilla';

import type { PersonRequest, SessionId } from '@/domain/sessions';

import type { StandingsStore } from './changes/standings-store';

/** What the person has opened or closed by hand, by the id of the thing. It outlives rows that are scrolled out of view. */
export type FoldsStore = StoreApi<Readonly<Record<string, boolean>>>;

/** What the rows of one conversation share. */
export interface Chat {
  readonly sessionId: SessionId;
  readonly renderRequest: (request: PersonRequest) => ReactNode;
  readonly folds: FoldsStore;
  readonly standings: StandingsStore;
  /** Says something once to those who listen. */
  readonly announce: (text: string) => void;
  readonly focusComposer: () => void;
}

export const ChatContext = createContext<Chat | null>(null);

export function useChat(): Chat {
  const chat = use(ChatContext);
  if (chat === null) throw new Error('The rows of a conversation need a ChatContext around them.');
  return chat;
}
