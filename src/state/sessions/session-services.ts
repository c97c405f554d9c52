import { createContext, use } from 'react';
import { useStore } from 'zustand';

import type { Engine, EngineCommand, EngineReply, SendMode } from '@/agent';
import type { SessionId, SessionModel, SessionView, TurnId } from '@/domain/sessions';

import { openIdOf, type SessionsState, type SessionsStore } from './sessions-store';

/** Texts a person has begun and not sent, by a key such as `composer:ses_1`. Best effort: it never throws, and may forget. */
export interface DraftPlace {
  read(key: string): string;
  /** An empty text forgets the draft. */
  write(key: string, text: string): void;
}

/** What the chat reads and calls. Made once by the app, handed down by `SessionServicesContext`. */
export interface SessionServices {
  readonly store: SessionsStore;
  /** Rejects with a `MomentumError` in words for people when nothing could be stored. */
  readonly engine: Pick<Engine, 'command' | 'draft' | 'search'>;
  readonly drafts: DraftPlace;
  readonly mintTurn: () => TurnId;
  /** Tells this window from the others for as long as it lasts. */
  readonly windowName: string;
  /** Which model answers in the open session, in words: "Built-in offline model". */
  readonly modelName: string;
  /** Goes to a session, or with null to a new one: the address of the page follows. */
  readonly goTo: (id: SessionId | null) => void;
  /** Where a session is found: for links. */
  readonly addressOf: (id: SessionId) => string;
}

export const SessionServicesContext = createContext<SessionServices | null>(null);

export function useSessionServices(): SessionServices {
  const services = use(SessionServicesContext);
  if (services === null) throw new Error('The chat needs a SessionServicesContext around it.');
  return services;
}

/** Reads from the sessions; renders again when the answer is another one by `Object.is`. */
export function useSessions<Answer>(selector: (state: SessionsState) => Answer): Answer {
  return useStore(useSessionServices().store, selector);
}

/** Reads from the session that is open; `fallback` stands for none. */
export function useOpenSession<Answer>(selector: (view: SessionView) => Answer, fallback: Answer): Answer {
  return useSessions(({ open }) => (open.type === 'open' ? selector(open.view) : fallback));
}

/**
 * Sends a message to the open session, or makes one for it and goes there.
 *
 * @param turnId - names the message for ever: sending it twice runs it once [I1].
 * @param mode - what it does to an active run: it interrupts it when not given.
 */
export async function sendMessage(
  services: SessionServices,
  { turnId, text, mode = 'interrupt' }: NewMessage,
): Promise<EngineReply> {
  return inOpenSession(services, (sessionId) => ({ type: 'send', sessionId, turnId, text, mode }));
}

/** Chooses who answers in the open session, or makes one for it and goes there. Null: whoever is set for all sessions. */
export async function chooseSessionModel(
  services: SessionServices,
  choice: SessionModel | null,
): Promise<EngineReply> {
  return inOpenSession(services, (sessionId) => ({ type: 'choose-model', sessionId, choice }));
}

async function inOpenSession(
  { store, engine, goTo }: SessionServices,
  command: (id: SessionId) => EngineCommand,
): Promise<EngineReply> {
  const openId = openIdOf(store.getState().open);
  if (openId !== null) return engine.command(command(openId));
  const made = await engine.command({ type: 'create-session' });
  if (made.type === 'refused') return made;
  goTo(made.sessionId);
  return engine.command(command(made.sessionId));
}

interface NewMessage {
  readonly turnId: TurnId;
  readonly text: string;
  readonly mode?: SendMode;
}
