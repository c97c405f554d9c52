import type { ReactNode } from 'react';

/** Words for those who listen, where the others see them said by a picture. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
