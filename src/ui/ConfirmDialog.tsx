import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { useRef, type ReactNode } from 'react';

import { Button } from './Button';
import { classes } from './classes';
import { backdropClass, dialogSurface, footerClass } from './Dialog';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The question. */
  readonly title: string;
  readonly description?: ReactNode;
  /** The verb of the thing that will happen, such as "Delete 3 tasks". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly tone?: 'neutral' | 'danger';
  readonly onConfirm: () => void;
}

/** Asks before something that matters. The way out has the focus, and a click beside the dialog does not answer. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirmLabel,
  cancelLabel = 'Cancel',
  tone = 'neutral',
  onConfirm,
}: ConfirmDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className="fixed inset-0 z-40 flex items-center justify-center p-4">
          <Base.Popup
            initialFocus={cancel}
            className={classes(
              dialogSurface,
              'max-h-full w-full max-w-md rounded-xl transition-[opacity,scale] duration-200 data-ending-style:scale-97 data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0',
            )}
          >
            <div className="min-h-0 overflow-y-auto px-5 py-5">
              <Base.Title className="text-lg font-semibold break-words">{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className="mt-1.5 text-pretty break-words text-text-muted" render={<div />}>
                  {description}
                </Base.Description>
              )}
            </div>
            <footer className={footerClass}>
              <Base.Close render={<Button ref={cancel}>{cancelLabel}</Button>} />
              <Base.Close
                render={<Button variant={tone === 'danger' ? 'danger' : 'primary'}>{confirmLabel}</Button>}
                onClick={onConfirm}
              />
            </footer>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
