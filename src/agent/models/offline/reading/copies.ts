import { quoted } from '../words/phrase';

/** Who gets a copy of an email: the words that say so, and the text without them. */
export interface Copied {
  readonly rest: string;
  /** Null when nobody was said to get one. */
  readonly copyTo: string | null;
}

const lead = '[\\s,;(]*(?:\\b(?:and|with(?: an?)?|also|please|then|but)\\s+)*';
/** "About copying the files" says what about. */
const notAbout =
  '(?<!\\b(?:about|regarding|concerning|re:?|on|of|for|in|as|(?<!\\bwith\\s)an?|the|by|is|are|titled?|subject)\\s+)';
/** Who is said with an article before it; everything else that has one is a thing. */
const people =
  "(?:[\\p{L}'’-]+ ){0,3}?(?:team|group|committee|department|guys|folks|people|colleagues?|co-?workers?|employees|staff|stakeholders?|clients?|customers?|managers?|directors?|boss|leads?|assistants?|designers?|developers?|engineers?|family|friends?|others|rest)\\b";
const thing = `\\s+(?:(?:in|to) )?(?:the|an?|this|that|these|those|some) (?!${people})`;
const copying = `${notAbout}(?:cc(?:['’]?(?:d|ed|ing))?|(?:copying|(?<=(?:,|\\band|\\balso) )copy)(?: in)?(?!${thing})):?`;
/** What comes behind the names. */
const end =
  '\\)?(?=\\s+(?:about|regarding|concerning|re|on|saying|that|telling|stating|to say|and (?:say|tell|let)|with (?:the |a )?(?:subject|title|text|message|body))\\b|\\s*:|[\\s.!]*$)';

const ways: readonly RegExp[] = [
  `${lead}\\b${copying}\\s+(?:to )?(?<names>(?:${quoted}|[^:])+?)(?: in)?${end}`,
  `${lead}(?:(?:with|put|have|add|keep|include)\\s+)(?<names>(?:${quoted}|[^:])+?) (?:in|on|as|to)(?: the| a)? (?:cc|copy)${end}`,
].map((way) => new RegExp(way, 'iu'));

/** Takes off the head of a letter to whom it is copied. */
export function copiesIn(head: string): Copied {
  for (const way of ways) {
    const match = way.exec(head);
    const names = match?.groups?.['names'];
    if (match === null || names === undefined) continue;
    return {
      rest: `${head.slice(0, match.index)}${head.slice(match.index + match[0].length)}`.trim(),
      copyTo: names.trim(),
    };
  }
  return { rest: head, copyTo: null };
}

const person = `(?:${quoted}|[^\\s,:]+@[^\\s,:]+|\\p{L}[\\p{L}.'-]*(?: (?!and\\b)\\p{L}[\\p{L}.'-]*)?)`;
const atEnd = new RegExp(
  `(?<!\\b(?:i|we|you|they|to|please|should|will|not))[\\s,;.]+(?:and |also |with )*cc:? (?<names>${person}(?:(?:,? and |, | & )${person}){0,5})[\\s.]*$`,
  'iu',
);

/** Takes it off the end of what is dictated: nobody ends a letter with it. */
export function copiesAtEnd(body: string): Copied {
  const match = atEnd.exec(body);
  const names = match?.groups?.['names'];
  return match === null || names === undefined
    ? { rest: body, copyTo: null }
    : { rest: body.slice(0, match.index), copyTo: names };
}
