import type { ReactNode } from 'react';

import { Dialog } from '@/ui';

export function SessionsPane({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex w-60 shrink-0 flex-col border-r border-border bg-surface-sunken pt-3">
      {children}
    </div>
  );
}

export interface SessionsDrawerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

export function SessionsDrawer({ open, onOpenChange, children }: SessionsDrawerProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Sessions" variant="sheet">
      <div className="-mx-3 flex min-h-0 flex-col">{children}</div>
    </Dialog>
  );
}
