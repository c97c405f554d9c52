/** The sign of the app. */
export function Mark({ className }: { readonly className: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g fill="none" strokeLinecap="round" strokeLinejoin="round" strokeWidth="3.2">
        <path d="M6.5 22.5 12 10l5 8.5" className="stroke-accent-contrast opacity-55" />
        <path d="M14 23.5 20 10l5.5 12.5" className="stroke-accent-contrast" />
      </g>
    </svg>
  );
}
