import { Sparkles } from 'lucide-react';

import { Button } from '@/ui';

import { mainId } from './landmarks';

export function ExampleNote({ onRemove }: { readonly onRemove: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-border bg-surface-raised px-4 py-3">
      <p className="flex min-w-0 flex-[1_1_12rem] gap-2.5 text-pretty">
        <Sparkles aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-text" />
        These are example projects, to try things out on.
      </p>
      <Button
        size="sm"
        onClick={() => {
          onRemove();
          // This note goes with the example, and the focus would go with it.
          document.getElementById(mainId)?.focus();
        }}
      >
        Remove example
      </Button>
    </div>
  );
}
