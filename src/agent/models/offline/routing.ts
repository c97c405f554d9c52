import { handOffTool, specialists, type Specialist } from '../../specialists';
import type { Turn } from './conversation';
import type { OfflineCall } from './planning/steps';
import type { Heard } from './understand';

/** A conversation that is handed over, and why, for people. */
export interface Route {
  readonly call: OfflineCall;
  readonly why: string;
}

interface Ahead {
  readonly heard: readonly Heard[];
  readonly turn: Turn;
  /** What would be called next. */
  readonly calls: readonly OfflineCall[];
  /** Names of the tools there are. */
  readonly tools: ReadonlySet<string>;
}

/**
 * Hands the conversation over before what would be called next: to whom the whole message is for, or to somebody who has the tool that is
 * missing. Null where there is no reason to, or nobody; and right behind a hand-off, so that nothing goes round in circles.
 */
export function routeFor({ heard, turn, calls, tools }: Ahead): Route | null {
  if (turn.isJustHandedOver) return null;
  const missing = calls.find(({ name }) => !tools.has(name));
  const isNew = turn.exchanges.length === 0;
  const suits = (specialist: Specialist): boolean => {
    if (missing !== undefined) return specialist.tools.has(missing.name);
    return isNew && isFor(heard, specialist) && calls.every(({ name }) => specialist.tools.has(name));
  };
  const specialist = specialists.find((each) => tools.has(handOffTool(each.id)) && suits(each));
  if (specialist === undefined) return null;
  const task = heard
    .map(({ said }) => said)
    .join('; ')
    .slice(0, longestTask)
    .trim();
  return {
    call: { name: handOffTool(specialist.id), arguments: { task: task === '' ? 'Go on.' : task } },
    why:
      missing === undefined
        ? `This is for ${specialist.name}, who ${specialist.charge}.`
        : `${missing.name} is a tool of ${specialist.name}.`,
  };
}

const longestTask = 200;

/** Messages about nothing but emails, and those that begin several projects. */
function isFor(heard: readonly Heard[], { id }: Specialist): boolean {
  if (id === 'communications') return heard.every(({ request }) => emailRequests.has(request.type));
  return id === 'planner' && heard.filter(({ request }) => request.type === 'create-project').length > 1;
}

const emailRequests: ReadonlySet<string> = new Set(['email', 'status-email', 'send-draft']);
