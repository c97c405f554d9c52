import { patternOf, type Pattern } from '../pattern';

/**
 * People ask for one thing in many ways. These turn the usual ways into the plain one that the rules know, so that each rule needs to
 * know one: "could you check if milk is on my grocery list" is "is milk on my grocery list".
 */
export interface Rephrasing {
  readonly pattern: Pattern;
  readonly plainly: string;
}

/** Words for what holds tasks. */
const holders = /\b(?:lists?|calendar|schedule|agenda|reminders|tasks|chores)\b/iu;

/** What a request has to hold that names a list. */
export function aboutOf(pattern: string): RegExp | null {
  return pattern.includes('(?<list>') ? holders : null;
}

export function whole(pattern: string, plainly: string): Rephrasing {
  return { pattern: patternOf(`^(?:${pattern})$`, 'isu', aboutOf(pattern)), plainly };
}

export function start(pattern: string, plainly = ''): Rephrasing {
  return { pattern: patternOf(`^(?:${pattern})`, 'iu'), plainly };
}

export function part(pattern: string, plainly: string): Rephrasing {
  return { pattern: patternOf(pattern, 'giu'), plainly };
}

export const my = '(?:the|my|our|this|that)';

/** A list, a calendar, or what else holds tasks. */
export const list = `(?:(?:${my} )?(?!(?:contacts?|people|team|play|guest) ?lists?\\b)(?:(?!list\\b|on\\b|to\\b|in\\b|off\\b|from\\b|of\\b|for\\b|and\\b|my\\b|the\\b)[\\p{L}\\p{N}'-]+ ){0,3}lists?|${my} (?:reminders|calendar|schedule|agenda|tasks|chores))`;

export const wanting =
  "(?:i(?:'d| would)?|we(?:'d| would)?) (?:really |also |just )?(?:want|wanna|need|like|love|would like|got|have)";
