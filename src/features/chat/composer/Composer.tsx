import { ArrowUp, ListEnd } from 'lucide-react';
import { useEffect, useLayoutEffect, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';

import { openIdOf, useOpenSession, useSessions, type SendMode } from '@/state/sessions';
import { Button, useMediaQuery } from '@/ui';

import { isRunActive } from '../run/run-words';
import { composerKeyMeaning, composerPlaceholder } from './composer-keys';
import type { ComposerStore } from './composer-store';
import { useComposition } from './use-composition';

export interface ComposerProps {
  readonly store: ComposerStore;
  readonly textbox: RefObject<HTMLTextAreaElement | null>;
  /** How the next message will be answered: which model, and when it asks. */
  readonly chips: ReactNode;
}

/** Where the person writes. It always takes text; what could not be sent stays, with the reason below it. */
export function Composer({ store, textbox, chips }: ComposerProps) {
  const { text, sending } = useStore(store);
  const openId = useSessions(({ open }) => openIdOf(open));
  const status = useOpenSession((view) => view.status, 'idle');
  const active = isRunActive(status);
  const isTouch = useMediaQuery('(pointer: coarse)');
  const composition = useComposition();

  useLayoutEffect(() => {
    store.show(openId);
  }, [store, openId]);
  // Whatever a run kept from being sent can be sent now.
  useEffect(() => {
    if (!active) store.forgetRefusal();
  }, [store, active]);
  useGrowing(textbox, text);

  function send(mode: SendMode) {
    void store.submit(mode);
    if (!isTouch) textbox.current?.focus();
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    const isComposing = composition.isComposing(event);
    const meaning = composerKeyMeaning(event, { isComposing, isTouch });
    if (meaning === 'leave') return;
    event.preventDefault();
    if (!event.repeat) send(meaning === 'queue' ? 'queue' : 'interrupt');
  }

  return (
    <div className="control flex flex-col rounded-2xl p-1.5 shadow-sm has-[textarea:focus-visible]:border-transparent has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:-outline-offset-1 has-[textarea:focus-visible]:outline-focus">
      <textarea
        ref={textbox}
        aria-label="Message Momentum"
        aria-describedby="composer-problem"
        rows={1}
        value={text}
        placeholder={composerPlaceholder(status, isTouch)}
        onChange={(event) => {
          store.write(event.target.value);
        }}
        onKeyDown={press}
        {...composition.handlers}
        className="field-sizing-content max-h-[min(40dvh,20rem)] min-h-9 w-full resize-none bg-transparent px-2.5 py-1.5 text-lg outline-none pointer-coarse:min-h-11"
      />
      <p
        id="composer-problem"
        aria-live="polite"
        className="px-2.5 pb-1 text-sm text-danger-text empty:hidden"
      >
        {sending.type === 'refused' ? sending.message : ''}
      </p>
      <div className="flex flex-wrap items-end justify-end gap-2">
        <div className="mr-auto flex min-w-0 flex-wrap items-center gap-1">{chips}</div>
        <div className="flex items-center gap-1.5">
          {active && (
            <Button
              icon={<ListEnd aria-hidden />}
              className="rounded-xl"
              onClick={() => {
                send('queue');
              }}
            >
              Queue
            </Button>
          )}
          <Button
            variant="primary"
            icon={<ArrowUp aria-hidden />}
            loading={sending.type === 'sending'}
            className="rounded-xl"
            onClick={() => {
              send('interrupt');
            }}
          >
            {active ? 'Interrupt and send' : 'Send'}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Where the stylesheet alone cannot let a field grow with its text. */
function useGrowing(textbox: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = textbox.current;
    if (element === null || CSS.supports('field-sizing', 'content')) return;
    element.style.setProperty('height', 'auto');
    element.style.setProperty('height', text === '' ? '' : `${String(element.scrollHeight)}px`);
  }, [textbox, text]);
}
