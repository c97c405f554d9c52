import type { Journal, JournalRecord } from '@/agent';
import { summaryOf, viewOf, type SessionEvent, type SessionId } from '@/domain/sessions';
import type { Millis } from '@/domain/workspace';

import type { EventCheck, SessionDocument } from './parse-sessions';
import { eventsBeyond, storyStanding, withoutSpentCheckpoints } from './session-story';
import { settlingEvents, viewWith } from './settled-import';

/** The journals, and how to read what is in them. */
export interface SessionExchange {
  readonly journal: Pick<Journal, 'read' | 'append' | 'summaries' | 'takeLease'>;
  readonly isSessionEvent: EventCheck;
}

/**
 * What importing a session would do.
 *
 * - `new`: it is added.
 * - `longer`: the device has its beginning; the rest is added behind it.
 * - `deleted`: the device has all of it, deleted; it can be brought back.
 * - `same`: the device has all of it.
 * - `different`: the device has another session of this id, which is left as it is.
 */
export type SessionStanding = 'new' | 'longer' | 'deleted' | 'same' | 'different';

/**
 * Sessions as documents, one after the other, so that no more than one is in memory. Records that cannot be read are left out, and so
 * is what was kept of streams that have ended. A session that is deleted, or that has no readable beginning, is none.
 *
 * @param ids - null for every session, last used first.
 */
export async function* exportedSessions(
  { journal, isSessionEvent }: SessionExchange,
  ids: readonly SessionId[] | null,
): AsyncGenerator<SessionDocument> {
  const listed = (await journal.summaries()).map((summary) => summary.id);
  for (const id of listed) {
    if (ids !== null && !ids.includes(id)) continue;
    const events = withoutSpentCheckpoints(eventsOf(await journal.read(id), isSessionEvent));
    const view = viewOf(id, events);
    if (view !== null) yield { id, title: view.title, events };
  }
}

/** Says what importing a session would do. Changes nothing. */
export async function sessionStanding(
  { journal, isSessionEvent }: SessionExchange,
  { id, events }: SessionDocument,
): Promise<SessionStanding> {
  const records = await journal.read(id);
  if (records.length === 0) return 'new';
  const here = eventsOf(records, isSessionEvent);
  const standing = storyStanding(here, events);
  return standing === 'same' && isDeletedAfter(here) ? 'deleted' : standing;
}

/**
 * Imports one session, in one transaction. What is there already is never changed, only added to; a session that is `deleted` or
 * `different` is left to the caller.
 *
 * @throws what `Journal.append` rejects with; then nothing was written.
 */
export async function importSession(
  exchange: SessionExchange,
  session: SessionDocument,
  now: Millis,
): Promise<SessionStanding> {
  const { journal, isSessionEvent } = exchange;
  const foreseen = await sessionStanding(exchange, session);
  if (foreseen !== 'new' && foreseen !== 'longer') return foreseen;
  // Whoever drives the session writes no more: what the file says of its run is how that ended.
  const lease = await journal.takeLease(session.id);
  const records = await journal.read(session.id);
  const here = eventsOf(records, isSessionEvent);
  const standing = records.length === 0 ? 'new' : storyStanding(here, session.events);
  if (standing === 'same' || standing === 'different') return standing;
  const added = eventsBeyond(here, session.events);
  const all = [...here, ...added];
  const view = viewOf(session.id, all);
  if (view === null) return 'different';
  const settling = settlingEvents(view, all, now);
  const head = records.at(-1)?.sequence ?? 0;
  await journal.append({
    records: [...added, ...settling].map((event, index) => ({
      sessionId: session.id,
      sequence: head + index + 1,
      event,
    })),
    summary: summaryOf(viewWith(view, settling)),
    isDeleted: isDeletedAfter(all),
    durability: 'strict',
    lease,
  });
  return standing;
}

function eventsOf(records: readonly JournalRecord[], isSessionEvent: EventCheck): readonly SessionEvent[] {
  return records.map((record) => record.event).filter(isSessionEvent);
}

function isDeletedAfter(events: readonly SessionEvent[]): boolean {
  const last = events.findLast(
    (event) => event.type === 'session-deleted' || event.type === 'session-restored',
  );
  return last?.type === 'session-deleted';
}
