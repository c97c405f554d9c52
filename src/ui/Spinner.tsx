import { LoaderCircle } from 'lucide-react';

import { classes } from './classes';

/** Decorative: whoever shows it says in words that something is going on. */
export function Spinner({ className }: { readonly className?: string }) {
  return <LoaderCircle aria-hidden className={classes('size-4 animate-spin', className)} />;
}
