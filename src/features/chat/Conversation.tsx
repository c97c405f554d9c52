import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createStore } from 'zustand/vanilla';

import type { PersonRequest, SessionView } from '@/domain/sessions';
import { useSessions, useSessionServices } from '@/state/sessions';
import { failureInWords, useWorkspaceServices } from '@/state/workspace';

import { ArchivedNote } from './ArchivedNote';
import { createStandingsStore } from './changes/standings-store';
import { ChatContext, type FoldsStore } from './chat-context';
import { Composer } from './composer/Composer';
import { createComposerStore } from './composer/composer-store';
import { QueuedMessages } from './queue/QueuedMessages';
import { RunBar } from './run/RunBar';
import { useAnnouncer } from './run/use-announcer';
import { useAnswerAnnouncement } from './run/use-answer-announcement';
import { useEscape } from './run/use-escape';
import { FailedSession, LoadingSession, MissingSession } from './SessionProblem';
import { Transcript } from './transcript/Transcript';
import { Welcome } from './welcome/Welcome';

export interface ConversationProps {
  /** Draws a question or an approval in its place in the answer, open or settled. */
  readonly renderRequest: (request: PersonRequest) => ReactNode;
  /** Small buttons beside the composer: which model answers, and when it asks. */
  readonly chips: ReactNode;
  /** What a session shows before its first message, below the examples. */
  readonly emptyState?: ReactNode;
  /** How often the person has asked for a new session: each time they mean to write. */
  readonly newSessions: number;
}

/** The conversation with Momentum: what was said, how the run stands, and where to write. Fills its place. */
export function Conversation({ renderRequest, chips, emptyState, newSessions }: ConversationProps) {
  const services = useSessionServices();
  const [composer] = useState(() => createComposerStore(services, failureInWords));
  const open = useSessions((state) => state.open);
  const root = useRef<HTMLElement>(null);
  const textbox = useRef<HTMLTextAreaElement>(null);
  const { saying, announce } = useAnnouncer();
  useAnswerAnnouncement(announce);
  useEscape(root, textbox);

  /** Not where it would bring up a keyboard on the screen. */
  const focusComposer = useCallback(() => {
    if (!window.matchMedia('(pointer: coarse)').matches) textbox.current?.focus();
  }, []);
  /** How many had been asked for when the conversation came: coming back into view is no wish to write. */
  const asked = useRef(newSessions);
  useEffect(() => {
    if (asked.current === newSessions) return;
    asked.current = newSessions;
    focusComposer();
  }, [newSessions, focusComposer]);

  function sendExample(text: string) {
    void composer.send(text);
    // The button that was pressed goes away with the examples.
    focusComposer();
  }
  const welcome = <Welcome onPrompt={sendExample}>{emptyState}</Welcome>;

  function body(): ReactNode {
    switch (open.type) {
      case 'new':
        return welcome;
      case 'loading':
        return <LoadingSession />;
      case 'missing':
        return <MissingSession />;
      case 'failed':
        return <FailedSession id={open.id} message={open.message} />;
      case 'open':
        return open.view.entries.length === 0 ? (
          welcome
        ) : (
          <OpenConversation
            key={open.view.id}
            view={open.view}
            shared={{ renderRequest, announce, focusComposer }}
          />
        );
    }
  }

  const takesMessages = open.type !== 'missing' && open.type !== 'failed';
  return (
    <section
      ref={root}
      aria-label="Chat"
      className="@container flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
    >
      {body()}
      {takesMessages && (
        <div className="mx-auto w-full max-w-3xl shrink-0 px-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] @xl:px-4">
          <ArchivedNote announce={announce} focusComposer={focusComposer} />
          <RunBar onCancelled={focusComposer} />
          <QueuedMessages announce={announce} focusComposer={focusComposer} />
          <Composer store={composer} textbox={textbox} chips={chips} />
        </div>
      )}
      <p aria-live="polite" className="sr-only">
        {saying}
      </p>
    </section>
  );
}

interface OpenConversationProps {
  readonly view: SessionView;
  readonly shared: {
    readonly renderRequest: (request: PersonRequest) => ReactNode;
    readonly announce: (text: string) => void;
    readonly focusComposer: () => void;
  };
}

/** What belongs to one session and is thrown away with it. */
function OpenConversation({ view, shared }: OpenConversationProps) {
  const workspace = useWorkspaceServices();
  const { renderRequest, announce, focusComposer } = shared;
  const [folds] = useState<FoldsStore>(() => createStore(() => ({})));
  const [standings] = useState(() =>
    createStandingsStore(
      workspace,
      view.id,
      view.entries.flatMap((entry) => (entry.type === 'answer' ? entry.commitIds : [])),
    ),
  );
  useEffect(() => standings.follow(), [standings]);
  const chat = useMemo(
    () => ({ sessionId: view.id, renderRequest, folds, standings, announce, focusComposer }),
    [view.id, renderRequest, folds, standings, announce, focusComposer],
  );
  return (
    <ChatContext value={chat}>
      <Transcript view={view} />
    </ChatContext>
  );
}
