import { beginningsOf, mayBegin, type Beginnings } from './beginnings';

/** A regular expression that is made only when a text comes that it may fit. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  exec(text: string): RegExpExecArray | null;
  /** Everything in a text that fits, for patterns with the flag `g`. */
  allIn(text: string): Iterable<RegExpExecArray>;
  /** The text with what fits replaced, as `String.replace` does it. */
  replacedIn(text: string, by: string): string;
}

/**
 * @param flags - without `m`: what is looked at to tell whether a text may fit is how it begins.
 * @param about - what else a text has to hold to be worth looking at; null when that is not known.
 */
export function patternOf(source: string, flags: string, about: RegExp | null = null): Pattern {
  let beginnings: Beginnings | null | undefined;
  let made: RegExp | undefined;
  const fitting = (text: string): RegExp | null => {
    if (about?.test(text) === false) return null;
    if (beginnings === undefined) beginnings = beginningsOf(source);
    if (!mayBegin(text, beginnings)) return null;
    made ??= new RegExp(source, flags);
    return made;
  };
  return {
    source,
    flags,
    exec: (text) => fitting(text)?.exec(text) ?? null,
    allIn: (text) => {
      const pattern = fitting(text);
      return pattern === null ? [] : text.matchAll(pattern);
    },
    replacedIn: (text, by) => {
      const pattern = fitting(text);
      return pattern === null ? text : text.replace(pattern, by);
    },
  };
}
