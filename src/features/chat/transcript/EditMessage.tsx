import { useRef, useState, type KeyboardEvent } from 'react';

import type { UserMessage } from '@/domain/sessions';
import { useSessionServices } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';
import { Button, focusOnArrival, TextArea, useMediaQuery } from '@/ui';

import { useChat } from '../chat-context';
import { composerKeyMeaning } from '../composer/composer-keys';
import { useComposition } from '../composer/use-composition';

export interface EditMessageProps {
  readonly message: UserMessage;
  readonly onEnd: () => void;
}

/** A sent message in writing again. Sending it takes the place of the one before, and of everything that followed from it. */
export function EditMessage({ message, onEnd }: EditMessageProps) {
  const { sessionId, focusComposer } = useChat();
  const { engine, drafts, mintTurn } = useSessionServices();
  const key = `edit:${message.turnId}`;
  const [text, setText] = useState(() => drafts.read(key) || message.text);
  const [turnId] = useState(mintTurn);
  const [state, setState] = useState<EditState>({ type: 'writing' });
  const isSending = useRef(false);
  const composition = useComposition();
  const isTouch = useMediaQuery('(pointer: coarse)');

  function write(next: string) {
    setText(next);
    drafts.write(key, next === message.text ? '' : next);
  }

  function end() {
    drafts.write(key, '');
    onEnd();
  }

  async function send(): Promise<void> {
    if (isSending.current || text.trim() === '') return;
    isSending.current = true;
    setState({ type: 'sending' });
    const refusal = await engine
      .command({ type: 'resend', sessionId, replaces: message.turnId, turnId, text })
      .then((reply) => (reply.type === 'refused' ? reply.message : null), failureInWords);
    isSending.current = false;
    if (refusal !== null) {
      setState({ type: 'refused', message: refusal });
      return;
    }
    end();
    // What was edited cannot be edited again: its button is gone.
    focusComposer();
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    const isComposing = composition.isComposing(event);
    if (event.key === 'Escape' && !isComposing) {
      event.preventDefault();
      event.stopPropagation();
      end();
    } else if (composerKeyMeaning(event, { isComposing, isTouch, whileRunning: 'interrupt' }) !== 'leave') {
      event.preventDefault();
      void send();
    }
  }

  return (
    <div className="flex w-full flex-col gap-2">
      <TextArea
        aria-label="Edit message"
        value={text}
        onValueChange={write}
        onKeyDown={press}
        {...composition.handlers}
        ref={focusOnArrival}
        className="resize-none rounded-xl px-3.5 py-2 text-lg"
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="status" className="min-w-0 flex-1 text-sm text-danger-text">
          {state.type === 'refused' ? state.message : ''}
        </p>
        <Button onClick={end}>Cancel edit</Button>
        <Button variant="primary" loading={state.type === 'sending'} onClick={() => void send()}>
          Send again
        </Button>
      </div>
    </div>
  );
}

type EditState =
  | { readonly type: 'writing' | 'sending' }
  | { readonly type: 'refused'; readonly message: string };
