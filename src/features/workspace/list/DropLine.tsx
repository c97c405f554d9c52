import type { DropMark } from './use-row-drag';

/** Shows where something that is being dragged will land. */
export function DropLine({ mark }: { readonly mark: DropMark }) {
  if (mark !== 'reorder-before' && mark !== 'reorder-after') return null;
  return (
    <span
      aria-hidden
      className={`pointer-events-none absolute inset-x-0 z-10 h-0.5 rounded-full bg-accent forced-colors:bg-[Highlight] ${
        mark === 'reorder-before' ? '-top-px' : '-bottom-px'
      }`}
    />
  );
}
