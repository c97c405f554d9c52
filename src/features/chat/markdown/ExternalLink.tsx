import type { ReactNode } from 'react';

import { visibleAddress } from '@/domain/workspace';

import { isDeceptive, linkAddress } from './link-address';
import { Segments } from './SafeText';

export interface ExternalLinkProps {
  /** As it was written. */
  readonly address: string;
  /** What the link says, for finding out whether it says another address than it leads to. */
  readonly words: string;
  readonly children: ReactNode;
}

/**
 * A link out of the app, which says where it leads: under the pointer, and below it when it has the focus. When its words name another
 * place, the real one stands beside them for everybody. An address that must not be followed is only text.
 */
export function ExternalLink({ address, words, children }: ExternalLinkProps) {
  const link = linkAddress(address);
  if (link === null) return <span title={`Not followed: ${address.slice(0, 200)}`}>{children}</span>;
  return (
    <>
      <a
        href={link.href}
        title={link.href}
        target="_blank"
        rel="noreferrer"
        className="group/link relative rounded-sm text-accent-text underline decoration-current/40 underline-offset-3 hover:decoration-current"
      >
        {children}
        <span
          aria-hidden
          className="pointer-events-none absolute top-full left-0 z-10 mt-1 hidden w-max max-w-64 rounded-md border border-transparent bg-inverse px-2 py-1 text-sm break-all text-inverse-text shadow-md group-focus-visible/link:block"
        >
          {link.href}
        </span>
      </a>
      {isDeceptive(words, link) && (
        <span className="ml-1 text-sm text-text-muted">
          (leads to <Segments segments={visibleAddress(link.place)} />)
        </span>
      )}
    </>
  );
}
