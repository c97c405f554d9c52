import { sessionId, viewOf, type SessionEvent, type SessionId } from '@/domain/sessions';

import { moment } from '../records/fields';
import { documentEventLimit, documentSessionLimit } from './document-schema';
import { fieldOf, isObject, type DocumentProblem } from './fields';

/** One session as a document holds it: what its journal says, oldest first. The title is for people who read the file. */
export interface SessionDocument {
  readonly id: SessionId;
  readonly title: string;
  readonly events: readonly SessionEvent[];
}

/** Says whether something is an event that this version can read. The agent owns the shapes of events, so it is asked. */
export type EventCheck = (value: unknown) => value is SessionEvent;

interface SessionReading {
  readonly isSessionEvent: EventCheck;
  /** Gets what is wrong; nothing is read any more when it holds as many as `limit`. */
  readonly problems: DocumentProblem[];
  readonly limit: number;
}

/** The sessions of a document. Use them only when no problem was added. */
export function sessionsIn(list: unknown, reading: SessionReading): readonly SessionDocument[] {
  const { problems, limit } = reading;
  if (!Array.isArray(list)) {
    problems.push({ path: 'sessions', message: 'This list is missing.' });
    return [];
  }
  const entries: readonly unknown[] = list;
  const tooLong = lengthProblem(entries);
  if (tooLong !== null) {
    problems.push(tooLong);
    return [];
  }
  const sessions: SessionDocument[] = [];
  const places = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    if (problems.length >= limit) return sessions;
    const session = sessionFrom(entry, `sessions[${String(index)}]`, reading);
    if (session === null) continue;
    const first = places.get(session.id);
    places.set(session.id, index);
    if (first === undefined) sessions.push(session);
    else {
      const message = `This id is taken already, by sessions[${String(first)}].`;
      problems.push({ path: `sessions[${String(index)}].id`, message });
    }
  }
  return sessions;
}

function lengthProblem(entries: readonly unknown[]): DocumentProblem | null {
  if (entries.length > documentSessionLimit) {
    const limit = documentSessionLimit.toLocaleString('en');
    return { path: 'sessions', message: `This list is too long: at most ${limit} sessions are read.` };
  }
  const eventCount = entries.reduce<number>((total, entry) => {
    const events = isObject(entry) ? fieldOf(entry, 'events') : null;
    return total + (Array.isArray(events) ? events.length : 0);
  }, 0);
  if (eventCount <= documentEventLimit) return null;
  const limit = documentEventLimit.toLocaleString('en');
  return { path: 'sessions', message: `The sessions hold too much: at most ${limit} events are read.` };
}

function sessionFrom(entry: unknown, path: string, reading: SessionReading): SessionDocument | null {
  const { problems } = reading;
  const refuse = (field: string, message: string): null => {
    problems.push({ path: `${path}${field}`, message });
    return null;
  };
  if (!isObject(entry)) return refuse('', 'This must be an object in curly brackets.');
  const id = fieldOf(entry, 'id');
  if (typeof id !== 'string' || !idPattern.test(id)) {
    return refuse('.id', 'The id of a session is made of 1 to 80 letters, digits, hyphens and low lines.');
  }
  const list = fieldOf(entry, 'events');
  if (!Array.isArray(list)) return refuse('.events', 'This list is missing.');
  const events = eventsIn(list, `${path}.events`, reading);
  if (events === null) return null;
  const view = viewOf(sessionId(id), events);
  return view === null
    ? refuse('.events', 'A session begins with "session-created".')
    : { id: view.id, title: view.title, events };
}

/** As they stand in the address of the page. */
const idPattern = /^[\w-]{1,80}$/u;

function eventsIn(
  list: readonly unknown[],
  path: string,
  { isSessionEvent, problems, limit }: SessionReading,
): readonly SessionEvent[] | null {
  const events: SessionEvent[] = [];
  const before = problems.length;
  for (const [index, event] of list.entries()) {
    if (problems.length >= limit) return null;
    if (isSessionEvent(event) && moment().safeParse(event.at).success) events.push(event);
    else problems.push({ path: `${path}[${String(index)}]`, message: eventMessage(event) });
  }
  return problems.length === before ? events : null;
}

function eventMessage(event: unknown): string {
  return isObject(event)
    ? 'This version of Momentum cannot read this event. It may have been changed, or be of a newer version.'
    : 'This must be an object in curly brackets.';
}
