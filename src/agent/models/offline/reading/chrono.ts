import { casual, Chrono, type Parser } from 'chrono-node/en';

/** What a text has to hold for a parser to find anything, told by words of its pattern; the first that is in it counts. */
const needs: readonly (readonly [inPattern: RegExp, inText: RegExp])[] = [
  [/\bago\b/u, /\b(?:ago|before|earlier)\b/iu],
  [/henceforth/u, /\b(?:later|after|now|henceforth|forward|out)\b/iu],
  [
    /quarters/u,
    /(?:(?:quarter|second|minute|month|hour|week|year|day)s?|(?:(?<![a-z])|(?<=\bhalf\s{0,2}an?))(?:min|sec|mon|mos|qtr|hr|mo|yr|s|m|h|d|w|y)s?)(?![a-z\d_])/iu,
  ],
  [/^\(\\W\|\^\)\(\[0-9\]|^\(\[\^\\d\]|\\d\{1,4\}\)/u, /\d/u],
  [/september/u, /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/iu],
  [/wednesday/u, /sun|mon|tue|wed|thu|fri|sat|week/iu],
];

const never = /(?!)/u;

/** Finds dates as the library does, but makes no pattern ready that cannot fit: some of them take as long as all else together. */
export const chrono = new Chrono({ parsers: casual.parsers.map(spared), refiners: casual.refiners });

function spared(parser: Parser): Parser {
  let needed: RegExp | null | undefined;
  return {
    pattern: (context) => {
      if (needed === undefined) {
        const { source } = parser.pattern(context);
        needed = needs.find(([inPattern]) => inPattern.test(source))?.[1] ?? null;
      }
      return needed === null || needed.test(context.text) ? parser.pattern(context) : never;
    },
    extract: (context, match) => parser.extract(context, match),
  };
}
