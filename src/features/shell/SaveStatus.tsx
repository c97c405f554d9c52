import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';

import type { StorageHealth, StorageHealthApi } from '@/state/workspace';
import { classes, Tooltip } from '@/ui';

/** Where the newest change is: on its way, on the disk, or not kept. Not a live region: it changes with every change. */
export function SaveStatus({ health }: { readonly health: StorageHealthApi }) {
  const rest = useStore(health, (state) => saveState(state.health));
  const status = useSlowSaving(health) ? 'saving' : rest;
  const { icon: Icon, look, words, detail } = looks[status];
  return (
    <Tooltip content={detail} side="bottom">
      <p className="flex min-w-0 items-center gap-1.5 px-1 text-sm whitespace-nowrap text-text-muted">
        <Icon aria-hidden className={classes('size-4 shrink-0', look)} />
        <span className="sr-only md:not-sr-only">{words}</span>
      </p>
    </Tooltip>
  );
}

/** Whether saving takes so long that somebody may wonder. Mostly it takes a few milliseconds, and would only flicker. */
function useSlowSaving(health: StorageHealthApi): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    let timer: number | null = null;
    function look(): void {
      if (health.getState().savingCount > 0) {
        timer ??= window.setTimeout(() => {
          setIsSlow(true);
        }, slowMs);
      } else {
        stopWaiting();
        setIsSlow(false);
      }
    }
    function stopWaiting(): void {
      if (timer !== null) window.clearTimeout(timer);
      timer = null;
    }
    look();
    const unsubscribe = health.subscribe(look);
    return () => {
      unsubscribe();
      stopWaiting();
    };
  }, [health]);
  return isSlow;
}

const slowMs = 300;

type SaveState = 'saving' | 'saved' | 'not-kept' | 'not-saved';

function saveState(health: StorageHealth): SaveState {
  switch (health.type) {
    case 'sound':
      return 'saved';
    case 'forgetful':
      return 'not-kept';
    case 'full':
    case 'failing':
    case 'closed':
      return 'not-saved';
  }
}

const looks = {
  saving: {
    icon: LoaderCircle,
    look: '',
    words: 'Saving…',
    detail: 'The newest change is on its way to the disk.',
  },
  saved: {
    icon: CircleCheck,
    look: 'text-success-text',
    words: 'Saved on this device',
    detail: 'Every change is on the disk of this device.',
  },
  'not-kept': {
    icon: CircleAlert,
    look: 'text-warning-text',
    words: 'Not kept',
    detail: 'This window forgets everything when it closes.',
  },
  'not-saved': {
    icon: CircleAlert,
    look: 'text-danger-text',
    words: 'Not saved',
    detail: 'The newest change could not be saved, so it was not made.',
  },
} as const;
