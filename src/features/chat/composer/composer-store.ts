import { createStore, type StoreApi } from 'zustand/vanilla';

import type { SessionId, TurnId } from '@/domain/sessions';
import { openIdOf, sendMessage, type SendMode, type SessionServices } from '@/state/sessions';

/** What becomes of the text in the composer. */
export type Sending =
  | { readonly type: 'none' }
  | { readonly type: 'sending' }
  /** It was not sent and is still there; `message` says why and what to do. */
  | { readonly type: 'refused'; readonly message: string };

export interface ComposerState {
  readonly text: string;
  readonly sending: Sending;
}

export interface ComposerStore extends Pick<
  StoreApi<ComposerState>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  /** Shows what was begun for a session; null stands for the next new one. */
  show(id: SessionId | null): void;
  write(text: string): void;
  /**
   * Sends the text, once; it stays until it is known to be stored. `mode` is what it does to an active run. What is submitted while
   * something else is on its way goes after it, as a message of its own.
   */
  submit(mode: SendMode): Promise<void>;
  /** Sends something else than the text, as the examples do. */
  send(text: string): Promise<void>;
  /** What kept the text from being sent is over. */
  forgetRefusal(): void;
}

/**
 * The composer behind its screen. A text leaves it only when the journal has it: whatever goes wrong, it is still there, also after a
 * reload. A text that is sent again after a failure keeps its turn, so that it never runs twice [I1].
 */
export function createComposerStore(
  services: SessionServices,
  inWords: (error: unknown) => string,
): ComposerStore {
  const { drafts } = services;
  const store = createStore<ComposerState>(() => ({
    text: drafts.read(draftKey(null)),
    sending: { type: 'none' },
  }));
  let shown: SessionId | null = null;
  let attempt: { readonly text: string; readonly turnId: TurnId } | null = null;
  /** Whose draft the text is that is being sent. */
  let sendingFrom: SessionId | null = null;
  /** What was submitted meanwhile, each as the whole text then was: the one that is being sent still stands before it. */
  let line: readonly Submitted[] = [];

  function write(text: string): void {
    store.setState({ text });
    drafts.write(draftKey(shown), text);
  }

  /** The person may have gone on writing, or gone elsewhere, while the text was being sent. */
  function takeOut(sent: string): void {
    const key = draftKey(sendingFrom);
    const text = sendingFrom === shown ? store.getState().text : drafts.read(key);
    const rest = text.startsWith(sent) ? textBehind(sent, text) : text;
    if (sendingFrom === shown) write(rest);
    else drafts.write(key, rest);
  }

  async function deliver(text: string, mode: SendMode): Promise<boolean> {
    if (store.getState().sending.type === 'sending' || text.trim() === '') return false;
    if (attempt?.text !== text) attempt = { text, turnId: services.mintTurn() };
    sendingFrom = shown;
    store.setState({ sending: { type: 'sending' } });
    const refusal = await sendMessage(services, { ...attempt, mode }).then(refusalIn, inWords);
    if (refusal === null) attempt = null;
    const isTold = refusal !== null && sendingFrom === shown;
    store.setState({ sending: isTold ? { type: 'refused', message: refusal } : { type: 'none' } });
    return refusal === null;
  }

  /** @param sent - what has gone from the beginning of the text. */
  async function submitNext(sent: string): Promise<void> {
    // Whoever has gone elsewhere, or changed the words, has not asked for this.
    const [next, ...others] = line
      .filter(({ from }) => from === shown)
      .map((each) => (shown === sendingFrom ? { ...each, text: textBehind(sent, each.text) } : each))
      .filter(({ text }) => text !== '');
    const isHere = openIdOf(services.store.getState().open) === shown;
    const isStillMeant = isHere && store.getState().text.startsWith(next?.text ?? '');
    line = isStillMeant ? others : [];
    if (next !== undefined && isStillMeant) await submitted(next);
  }

  async function submitted({ text, mode }: Submitted): Promise<void> {
    if (await deliver(text, mode)) {
      takeOut(text);
      await submitNext(text);
    } else await submitElsewhere();
  }

  /** What stands behind a text that could not be sent stays too; another session has nothing to do with it. */
  async function submitElsewhere(): Promise<void> {
    line = line.filter(({ from }) => from !== sendingFrom);
    await submitNext('');
  }

  return {
    ...store,
    write,
    show(id) {
      if (id === shown) return;
      const { text, sending } = store.getState();
      const isSending = sending.type === 'sending';
      const begun = drafts.read(draftKey(id));
      // The session was made for this very text, which goes with it until it is sent.
      const isMadeForText = isSending && shown === null && sendingFrom === null && begun === '';
      shown = id;
      if (isMadeForText) {
        sendingFrom = id;
        line = line.map((each) => (each.from === null ? { ...each, from: id } : each));
        write(text);
        drafts.write(draftKey(null), '');
      } else store.setState({ text: begun, sending: isSending ? sending : { type: 'none' } });
    },
    async submit(mode) {
      const { text, sending } = store.getState();
      const next: Submitted = { text, mode, from: shown };
      if (sending.type === 'sending') line = [...line, next];
      else await submitted(next);
    },
    async send(text) {
      // The second press of a double click.
      if (store.getState().sending.type === 'sending' && sendingFrom === shown) return;
      if (await deliver(text, 'interrupt')) await submitNext('');
      else {
        if (store.getState().text === '') write(text);
        await submitElsewhere();
      }
    },
    forgetRefusal() {
      if (store.getState().sending.type === 'refused') store.setState({ sending: { type: 'none' } });
    },
  };
}

interface Submitted {
  readonly text: string;
  readonly mode: SendMode;
  /** The session in which it was submitted. */
  readonly from: SessionId | null;
}

function textBehind(sent: string, text: string): string {
  return text.startsWith(sent) ? text.slice(sent.length).trimStart() : '';
}

function draftKey(id: SessionId | null): string {
  return `composer:${id ?? 'new'}`;
}

function refusalIn(reply: Awaited<ReturnType<typeof sendMessage>>): string | null {
  return reply.type === 'refused' ? reply.message : null;
}
