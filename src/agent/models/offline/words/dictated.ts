/** What an email or a comment is called, and how that is often mistyped. */
const kind = /\b(?:e-?mails?|mail|write to|comment|note|emial|emal|eamil|mial)\b/iu;
/** Verbs of a statement: "that milk is not done". */
const states =
  "(?:is|are|was|were|isn't|aren't|wasn't|weren't|has|have|had|hasn't|haven't|will|won't|would|can|can't|cannot|could|should|must|needs?|does|doesn't|do|don't|did|didn't)";

/** "that", where what follows is a statement and no description of something. */
export const thatStates = `that(?= (?:(?:i|we|the|our|my|it|he|she|they|you|your|his|her|their|this|there|all|everything|everyone|tomorrow|today|please)\\b|(?!${states}\\b)[^.!?]{1,200}? ${states}\\b))`;

const says = new RegExp(
  `\\b(?:saying|that says|which says|says|telling|tell (?:him|her|them)|let(?:ting)? (?:him|her|them) know|stating|with (?:the |a )?(?:text|message|body)|and (?:the |a )?(?:text|message|body)|body:?|${thatStates})(?![\\p{L}])`,
  'iu',
);

/**
 * Where in a request begins what is to be told to somebody, word for word: nothing from there on may be put in other words. The length
 * of the request when it holds nothing of the kind.
 */
export function dictatedFrom(text: string): number {
  const kindAt = text.search(kind);
  if (kindAt === -1) return text.length;
  const colon = text.indexOf(':', kindAt);
  const found = says.exec(text);
  return Math.min(
    colon === -1 ? text.length : colon + 1,
    found === null ? text.length : found.index + found[0].length,
  );
}
