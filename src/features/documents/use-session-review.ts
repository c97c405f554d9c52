import { useEffect, useState } from 'react';

import {
  failureInWords,
  type SessionDocument,
  type SessionImports,
  type SessionStanding,
} from '@/state/workspace';

/** What the sessions of a file would do here. */
export type SessionReview =
  | { readonly type: 'none' | 'reading' }
  | { readonly type: 'reviewed'; readonly sessions: readonly ReviewedSession[] }
  | { readonly type: 'failed'; readonly message: string };

export interface ReviewedSession {
  readonly id: string;
  readonly title: string;
  readonly standing: SessionStanding;
}

const none: SessionReview = { type: 'none' };
const reading: SessionReview = { type: 'reading' };

/** Compares the sessions of a file with those that are here. */
export function useSessionReview(
  imports: SessionImports,
  sessions: readonly SessionDocument[] | null,
): SessionReview {
  const [found, setFound] = useState<{ readonly of: unknown; readonly review: SessionReview } | null>(null);

  useEffect(() => {
    if (sessions === null || sessions.length === 0) return;
    let isOver = false;
    const show = (review: SessionReview): void => {
      if (!isOver) setFound({ of: sessions, review });
    };
    // It cannot fail: what goes wrong is part of the answer.
    void reviewOf(imports, sessions).then(show);
    return () => {
      isOver = true;
    };
  }, [imports, sessions]);

  if (sessions === null || sessions.length === 0) return none;
  return found?.of === sessions ? found.review : reading;
}

async function reviewOf(
  imports: SessionImports,
  sessions: readonly SessionDocument[],
): Promise<SessionReview> {
  try {
    const standings = await imports.review(sessions);
    return { type: 'reviewed', sessions: reviewed(sessions, standings) };
  } catch (cause) {
    return { type: 'failed', message: failureInWords(cause) };
  }
}

/** Whether there is anything to say beyond that the sessions are here already. */
export function hasSessionNews(review: SessionReview): boolean {
  return review.type === 'reviewed'
    ? review.sessions.some(({ standing }) => standing !== 'same')
    : review.type !== 'none';
}

/** Whether importing would do anything to a session. */
export function bringsSessions(review: SessionReview): boolean {
  return review.type === 'reviewed' && review.sessions.some(({ standing }) => isBrought(standing));
}

function isBrought(standing: SessionStanding): boolean {
  return standing === 'new' || standing === 'longer' || standing === 'deleted';
}

function reviewed(
  sessions: readonly SessionDocument[],
  standings: readonly SessionStanding[],
): readonly ReviewedSession[] {
  return sessions.map(({ id, title }, index) => ({ id, title, standing: standings[index] ?? 'different' }));
}
