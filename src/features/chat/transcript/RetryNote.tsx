import { Hourglass } from 'lucide-react';

import type { LiveRetry } from '@/domain/sessions';
import { useSessionServices } from '@/state/sessions';
import { Button } from '@/ui';

import { useChat } from '../chat-context';
import { useNow } from '../use-now';

/** A pause before a failed request is repeated [L6], and the way to end it now. */
export function RetryNote({ retry }: { readonly retry: LiveRetry }) {
  const { sessionId } = useChat();
  const { engine } = useSessionServices();
  const seconds = Math.max(0, Math.ceil((retry.until - useNow(true, 250)) / 1_000));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-border bg-warning-soft px-3 py-2 text-base">
      <p className="flex min-w-0 flex-[1_1_16rem] items-start gap-2">
        <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-text" />
        <span className="min-w-0 break-words">
          {retry.reason} <span className="tabular-nums">Trying again in {String(seconds)} s.</span>
        </span>
      </p>
      <Button
        onClick={() => {
          // Nothing is lost when it cannot be done: the pause ends by itself.
          engine.command({ type: 'retry-now', sessionId }).catch(() => undefined);
        }}
      >
        Retry now
      </Button>
    </div>
  );
}
