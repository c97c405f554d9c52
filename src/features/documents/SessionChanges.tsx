import type { SessionStanding } from '@/state/workspace';
import { Badge } from '@/ui';

import type { ReviewedSession, SessionReview } from './use-session-review';

/** What becomes of every session of a file. */
export function SessionChanges({ review }: { readonly review: SessionReview }) {
  switch (review.type) {
    case 'none':
      return null;
    case 'reading':
      return <p className="text-text-muted">Comparing the sessions with those that are here…</p>;
    case 'failed':
      return (
        <p role="alert" className="text-danger-text">
          {review.message}
        </p>
      );
    case 'reviewed':
      return <Reviewed sessions={review.sessions} />;
  }
}

/** The most rows that are drawn; the rest is counted. */
const shownSessions = 100;

function Reviewed({ sessions }: { readonly sessions: readonly ReviewedSession[] }) {
  // Those that are here already need no look.
  const notable = sessions.filter(({ standing }) => standing !== 'same');
  const sameCount = sessions.length - notable.length;
  const isAnyDifferent = notable.some(({ standing }) => standing === 'different');
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">Sessions</h3>
      {sameCount > 0 && (
        <p className="text-text-muted">
          {counted(sameCount)} of the file {sameCount === 1 ? 'is' : 'are'} here already.
        </p>
      )}
      {isAnyDifferent && (
        <p className="text-pretty text-text-muted">
          A session that says something else here than in the file is left as it is: no session is ever
          overwritten.
        </p>
      )}
      {notable.length > 0 && (
        <ul
          aria-label="What happens to sessions"
          className="divide-y divide-border overflow-hidden rounded-lg border border-border bg-surface"
        >
          {notable.slice(0, shownSessions).map(({ id, title, standing }) => (
            <li key={id} className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5 px-3 py-2">
              <Badge tone={looks[standing].tone}>{looks[standing].words}</Badge>
              <span dir="auto" className="min-w-0 font-medium break-words">
                {title === '' ? 'New session' : title}
              </span>
            </li>
          ))}
        </ul>
      )}
      {notable.length > shownSessions && (
        <p className="text-text-muted">
          These are the first {String(shownSessions)} of {notable.length.toLocaleString('en')}.
        </p>
      )}
    </section>
  );
}

function counted(count: number): string {
  return count === 1 ? '1 session' : `${count.toLocaleString('en')} sessions`;
}

const looks = {
  new: { tone: 'success', words: 'New' },
  longer: { tone: 'success', words: 'Continued' },
  deleted: { tone: 'success', words: 'Brought back' },
  same: { tone: 'neutral', words: 'Here already' },
  different: { tone: 'warning', words: 'Left as it is' },
} as const satisfies Record<SessionStanding, { readonly tone: string; readonly words: string }>;
