import { mainId, workspaceId } from './landmarks';

/** The first thing the tab key finds: ways past the header. */
export function SkipLinks({ toWorkspace }: { readonly toWorkspace: boolean }) {
  return (
    <nav aria-label="Skip" className="contents">
      <SkipLink target={mainId}>Skip to main content</SkipLink>
      {toWorkspace && <SkipLink target={workspaceId}>Skip to workspace</SkipLink>}
    </nav>
  );
}

function SkipLink({ target, children }: { readonly target: string; readonly children: string }) {
  return (
    <a
      href={`#${target}`}
      onClick={(event) => {
        // The address stays as it is: the way back must not lead through skipped headers.
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
      className="sr-only rounded-md bg-accent font-medium text-accent-contrast focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-70 focus:px-4 focus:py-2 focus:shadow-lg"
    >
      {children}
    </a>
  );
}
