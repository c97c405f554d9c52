import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react';
import { createContext, use, useMemo, type ReactNode } from 'react';

import { Button } from './Button';
import { classes } from './classes';
import { IconButton } from './IconButton';
import { QuotedNames } from './QuotedNames';

export type ToastTone = 'neutral' | 'success' | 'warning' | 'danger';

export interface ToastMessage {
  readonly title: string;
  readonly description?: string;
  /** One thing to do about it; doing it closes the toast. */
  readonly action?: { readonly label: string; readonly onSelect: () => void };
  readonly tone?: ToastTone;
  /** A second toast with the id of one in view takes its place. */
  readonly id?: string;
}

export interface Toasts {
  /** @returns the id to close it by. */
  add(message: ToastMessage): string;
  close(id: string): void;
}

const ToastsContext = createContext<Toasts | null>(null);

/** Says things in passing. Needs a `ToastProvider` around it. Whoever uses it is not drawn again when toasts come and go. */
export function useToasts(): Toasts {
  const toasts = use(ToastsContext);
  if (toasts === null) throw new Error('Toasts need a ToastProvider around the page.');
  return toasts;
}

/** Base UI's hook follows every toast; here it does so once for the page, and hands down what never changes. */
function ToastActions({ children }: { readonly children: ReactNode }) {
  const { add, close } = Base.useToastManager<ToastData>();
  const toasts = useMemo(
    (): Toasts => ({
      add: ({ title, description, action, tone = 'neutral', id }) =>
        add({
          id,
          title,
          description,
          timeout: timeoutMs(tone, action !== undefined),
          data: { tone, action },
        }),
      close,
    }),
    [add, close],
  );
  return <ToastsContext value={toasts}>{children}</ToastsContext>;
}

/**
 * Around the page, once. Toasts are read out politely, wait while they are pointed at or hold the focus, and are reached
 * with F6. They stand at the lower left, away from the buttons of dialogs; on phones below the header, because the writing is
 * done at the bottom, but for a sheet, whose own header would be covered.
 */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Base.Provider limit={3}>
      <ToastActions>{children}</ToastActions>
      <Base.Portal>
        <Base.Viewport className={viewportClass}>
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

interface ToastData {
  readonly tone: ToastTone;
  readonly action: ToastMessage['action'];
}

function ToastList() {
  const { toasts, close } = Base.useToastManager<ToastData>();
  return toasts.map((toast) => {
    const { tone = 'neutral', action } = toast.data ?? {};
    const { icon: ToneIcon, look } = tones[tone];
    return (
      <Base.Root key={toast.id} toast={toast} swipeDirection={['left', 'right']} className={rootClass}>
        <Base.Content className="flex items-start gap-2.5 py-2.5 pr-2 pl-3">
          {ToneIcon !== null && (
            <ToneIcon aria-hidden className={classes('mt-1.5 size-4 shrink-0 pointer-coarse:mt-3.5', look)} />
          )}
          <div className="min-w-0 flex-1 py-1 pointer-coarse:py-3">
            <Base.Title render={<p />} className="line-clamp-3 font-medium break-words">
              {typeof toast.title === 'string' ? <QuotedNames text={toast.title} /> : toast.title}
            </Base.Title>
            <Base.Description className="text-sm break-words text-text-muted" />
          </div>
          {action !== undefined && (
            <Button
              size="sm"
              onClick={() => {
                action.onSelect();
                close(toast.id);
              }}
            >
              {action.label}
            </Button>
          )}
          {/* The kit hides it from assistive technology until the stack is spread out; ours is at all times. */}
          <Base.Close
            aria-hidden={false}
            render={<IconButton size="sm" label="Dismiss" icon={<X aria-hidden />} hideTooltip />}
          />
        </Base.Content>
      </Base.Root>
    );
  });
}

/** A problem stays until it has been seen; something to do gets longer than something to know. */
function timeoutMs(tone: ToastTone, hasAction: boolean): number {
  if (tone === 'danger') return 0;
  return hasAction ? 10_000 : 5_000;
}

const viewportClass =
  'fixed inset-x-3 top-[calc(3.5rem+env(safe-area-inset-top))] z-70 flex flex-col gap-2 outline-none max-sm:[body:has([data-sheet])_&]:top-auto max-sm:[body:has([data-sheet])_&]:bottom-[calc(0.75rem+env(safe-area-inset-bottom))] sm:inset-x-auto sm:top-auto sm:bottom-4 sm:left-4 sm:w-88 sm:flex-col-reverse';

const rootClass =
  'rounded-lg border border-border bg-surface-raised text-text shadow-lg select-none [translate:var(--toast-swipe-movement-x)_0] transition-[opacity,translate,scale] duration-250 data-ending-style:scale-97 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0 data-starting-style:[translate:0_-0.75rem] data-swiping:transition-none sm:data-starting-style:[translate:0_0.75rem] data-ending-style:data-[swipe-direction=left]:[translate:-110%_0] data-ending-style:data-[swipe-direction=right]:[translate:110%_0]';

const tones = {
  neutral: { icon: null, look: '' },
  success: { icon: CircleCheck, look: 'text-success-text' },
  warning: { icon: TriangleAlert, look: 'text-warning-text' },
  danger: { icon: CircleAlert, look: 'text-danger-text' },
} as const;
