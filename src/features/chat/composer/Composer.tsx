import { ArrowUp, ListEnd } from 'lucide-react';
import { useEffect, useLayoutEffect, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';

import { openIdOf, useOpenSession, useSessions, type SendMode } from '@/state/sessions';
import { useDeviceSettings } from '@/state/settings';
import { Button, useHeldWhilePressed, useMediaQuery } from '@/ui';

import { isRunActive } from '../run/run-words';
import { composerKeyMeaning, composerPlaceholder, otherMode } from './composer-keys';
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
  const whileRunning = useDeviceSettings((settings) => settings.whileRunning);
  const composition = useComposition();

  const isSending = sending.type === 'sending';
  const shown = useHeldWhilePressed(active);

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
    const meaning = composerKeyMeaning(event, { isComposing, isTouch, whileRunning });
    if (meaning === 'leave') return;
    event.preventDefault();
    if (!event.repeat) send(meaning);
  }

  return (
    <div className="control flex flex-col rounded-2xl p-1.5 shadow-sm has-[textarea:focus-visible]:border-transparent has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:-outline-offset-1 has-[textarea:focus-visible]:outline-focus">
      <textarea
        ref={textbox}
        aria-label="Message Momentum"
        aria-describedby="composer-problem"
        rows={1}
        value={text}
        placeholder={composerPlaceholder(status, { isTouch, whileRunning })}
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
        {/* A line of its own where the buttons of a run need theirs: nothing moves when a run begins or ends. */}
        <div className="mr-auto flex min-w-0 basis-full flex-wrap items-center gap-1 @2xl:basis-auto">
          {chips}
        </div>
        <div className="flex items-center gap-1.5" onPointerDown={shown.onPointerDown}>
          {shown.value && (
            <SendButton mode={otherMode(whileRunning)} isDefault={false} isSending={false} onSend={send} />
          )}
          {shown.value ? (
            <SendButton mode={whileRunning} isDefault isSending={isSending} onSend={send} />
          ) : (
            <Button
              variant="primary"
              icon={<ArrowUp aria-hidden />}
              loading={isSending}
              className="rounded-xl"
              onClick={() => {
                send('interrupt');
              }}
            >
              Send
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

interface SendButtonProps {
  readonly mode: SendMode;
  /** Whether Enter does the same. */
  readonly isDefault: boolean;
  readonly isSending: boolean;
  readonly onSend: (mode: SendMode) => void;
}

/** One of the two ways to send while a run is active. */
function SendButton({ mode, isDefault, isSending, onSend }: SendButtonProps) {
  const Icon = mode === 'queue' ? ListEnd : ArrowUp;
  return (
    <Button
      variant={isDefault ? 'primary' : 'secondary'}
      icon={<Icon aria-hidden />}
      loading={isSending}
      className="rounded-xl"
      onClick={() => {
        onSend(mode);
      }}
    >
      {mode === 'queue' ? 'Queue' : 'Interrupt and send'}
    </Button>
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
