import { dictatedFrom } from './dictated';
import { patternOf, type Pattern } from './pattern';
import { plain } from './plain';
import { withoutWish } from './rephrase';
import { aboutOf } from './rephrasings/rephrasing';

/** Sentences whose parts say one thing together; they are put into one request before anything is split. */
interface Joining {
  readonly pattern: Pattern;
  readonly request: string;
}

function joining(pattern: string, request: string): Joining {
  return { pattern: patternOf(`^(?:${pattern})$`, 'isu', aboutOf(pattern)), request };
}

const polite =
  '(?:,? (?:so|and|but|then|please|can you|could you|will you|would you|go ahead and|just|you can|kindly))*';
const border = '(?:[.,;:!?]+| -)?';
const list = '(?<list>(?:(?:the|my|our|this|that) )?(?:[\\p{L}\\p{N}-]+ ){0,4}(?:lists?|calendar))';
/** What says itself where it belongs is not for the list that was named before. */
const placeless = '(?:(?! (?:to|onto|into|from|off)\\b)[^,])+?';
const it = '(?:it|that|this|them|those|some|some more|more)';
const lacking =
  "(?:(?:i am|i'm|im|we are|we're|i)(?: all| almost| nearly| completely| just)*(?: out of| running out of| low on| running low on| ran out of| short on| short of)|(?:i|we) (?:have|have got|got) no(?: more)?|(?:i|we) (?:just )?(?:ran out of|finished))";
const absent =
  "(?:if|unless|in case)(?: (?:it|they|that|this|there|i|we|not|one|is|are|was|were|has|have|had|do|does|did|isn't|aren't|isnt|arent|hasn't|haven't|havent|don't|dont|didn't|it's|they're|that's|i've|no|already|yet|there|on|in|the|my|list|been|added|put|gotten|listed|done|so|any|them))+";

const joinings: readonly Joining[] = [
  joining(
    `${lacking} (?<what>.+?)${border}${polite} (?:add|put|place|include|write) ${it}(?: (?:on|to|in|onto) ${list})`,
    'add $<what> to $<list>',
  ),
  joining(
    `${lacking} (?<what>.+?)${border}${polite} (?:add|put)(?: (?:on|to|in|onto)) ${list}`,
    'add $<what> to $<list>',
  ),
  joining(
    `(?:i|we) (?:need|have|want|must|should)(?: to)?(?: (?:buy|get|do)(?= ))? (?<what>.+?)${border}${polite} (?:add|put|place|include|write) ${it} (?:on|to|in|onto) ${list}`,
    'add $<what> to $<list>',
  ),
  joining(
    `(?:i|we) (?:do not|don't|dont|no longer)(?: need| want)+ (?<what>.+?)(?: any ?more| any longer)?${border}${polite} (?:take|remove|delete|cross|erase|drop) ${it}(?: off)?(?: (?:of|off|off of|from|out of))* ${list}`,
    'remove $<what> from $<list>',
  ),

  joining(
    `${lacking} .+?${border}${polite} (?:take|remove|delete|cross|erase|drop) (?<what>.+?) (?:off of|off|from|out of) ${list}`,
    'remove $<what> from $<list>',
  ),
  joining(
    `(?:i|we)(?: have|'ve)?(?: just| already)* (?:finished|completed|did|done)(?: with)? (?<what>.+?)${border}${polite} (?:cross|check|tick|take|mark|remove|strike) ${it}(?: off| done| as done| from)*(?: (?:of )?(?:my|the|our) .*list)?`,
    'mark $<what> as done',
  ),
  joining(
    '(?:open|find|go to|look at|check|access)(?: up)? (?:(?:my|the) )?(?:[\\p{L}-]+ )?(?:calendar|lists?|reminders)(?:,? and)?(?: then)? (?<request>(?:delete|remove|clear|add|cancel|erase) .+)',
    '$<request>',
  ),

  // "Is there milk on my list? If not, add it."
  joining(
    `(?:is|are|do i have|do we have|if|i(?: am|'m) not sure if) (?:there )?(?<what>.+?)(?: is| are| isn't| aren't| isnt| is not| are not)?(?: already| listed| currently)* (?:on|in) ${list}(?: already| yet)?${border}${polite}(?: (?:if|unless) (?:not|so|it(?:'s| is)?(?: not|n't)?|they are(?: not|n't)?|it isn't|they aren't)(?: there| on it| on there| already)?)?,?${polite} (?:add|put) (?:it|them|that|those|some)(?: (?:on|to|in|onto) (?:it|there|the list|my list)| on| for me)*(?: ${absent})?`,
    'add $<what> to $<list> unless it is there',
  ),
  joining(
    `(?<add>(?:add|put|include) .+? (?:on|to|in|onto) (?:(?:the|my|our) )?(?:[\\p{L}\\p{N}-]+ ){0,3}list),? ${absent}`,
    '$<add> unless it is there',
  ),
  joining(
    `(?:add|put|include) (?<what>.+?),? (?:if|unless) (?:it|they) (?:is|are)(?: not|n't)?(?: already)? on ${list}(?: already| yet)?`,
    'add $<what> to $<list> unless it is there',
  ),

  // One list for both: "take bread off my list and add milk".
  joining(
    `(?:take|remove|delete|cross|drop|erase) (?<out>.+?) (?:off of|off|from|out of) ${list}${border}${polite} (?:add|put)(?: in| on)? (?<in>(?!(?:a |the |new )*(?:task|project|reminder)\\b)${placeless})(?: on| to it| instead| there)?`,
    'remove $<out> from $<list>; add $<in> to $<list>',
  ),
  joining(
    `(?:add|put) (?<in>.+?) (?:on|to|onto|in) ${list}${border}${polite} (?:take off|take|remove|delete|cross off|drop|erase) (?<out>(?!(?:the |my )*(?:task|project|reminder)\\b)${placeless})(?: off| from it)?`,
    'add $<in> to $<list>; remove $<out> from $<list>',
  ),
  joining(
    `(?:on|from|in) ${list},? (?:remove|delete|take off|drop|cross off) (?<out>.+?)${border}${polite} (?:add|put)(?: on)? (?<in>.+)`,
    'remove $<out> from $<list>; add $<in> to $<list>',
  ),
  joining(
    `(?:on|to|in) ${list},? (?:add|put)(?: on)? (?<in>.+?)${border}${polite} (?:remove|delete|take off|drop|cross off) (?<out>.+)`,
    'add $<in> to $<list>; remove $<out> from $<list>',
  ),
  joining(
    `(?<first>(?:take|remove|delete|cross|drop|erase) .+? (?:off of|off|from|out of) ${list})${border}${polite} (?<second>(?:add|put) [^,]+ (?:to|onto) [^,]+)`,
    '$<first>; $<second>',
  ),
  joining(
    `(?<first>(?:add|put) .+? (?:on|to|onto|in) ${list})${border}${polite} (?<second>(?:take|remove|delete|cross|drop|erase) [^,]+ (?:off|from) [^,]+)`,
    '$<first>; $<second>',
  ),
  joining(
    `(?:replace|swap|exchange|substitute) (?<out>.+?) (?:with|for|by) (?<in>.+?) (?:on|in) ${list}`,
    'remove $<out> from $<list>; add $<in> to $<list>',
  ),

  joining(
    `(?:i|we) (?:have|need|want|must|should|got) to (?<what>.+?)${border}${polite} (?:remind me|set (?:a |me a )?reminder)(?: (?:about|of|for|to do) ${it})?(?<when> .+)?`,
    'remind me to $<what>$<when>',
  ),
  joining(
    `(?:(?:i|we) (?:have|have got|got)|i've got|there is|there's|my) (?<what>.+?)${border}${polite} (?:remind me|set (?:a |me a )?reminder)(?: (?:about|of|for|to do) ${it})?(?<when> .+)?`,
    'remind me about $<what>$<when>',
  ),
  joining(
    `(?:i|we) (?:have|have got|got|am having|are having) (?<what>.+?)${border}${polite} (?:set|add|create|make|mark|put|note)(?: up| down)? (?:it|the|an?|this|that)(?: (?:event|entry|appointment|meeting))?(?: (?:on|in|to|into) (?:my|the) (?:calendar|schedule))?`,
    'i have $<what>',
  ),
  joining(
    `(?:i|we) (?:have|have got|got) (?<what>.+?)${border}${polite} (?:put|add|set|schedule|mark) it(?: (?:on|in|down|up))*(?: (?:my|the) (?:calendar|schedule))?(?<when> (?:for|at|on) .+)`,
    'i have $<what>$<when>',
  ),
  joining(
    `(?<add>(?:add|put|get|include) .+ list)${border} (?:i am|i'm|we are|we're)(?: all| completely)* (?:out|low).*`,
    '$<add>',
  ),
  joining(
    `update ${list}${border} (?:and )?(?<request>(?:delete|remove|take off) .+)`,
    '$<request> from $<list>',
  ),
  joining(`update ${list}${border} (?:and )?(?<request>(?:add|put) .+)`, '$<request> to $<list>'),
  joining(
    `(?:cancel|delete) (?<what>.+?),? and (?:then )?(?:reschedule|move|rebook|schedule|plan|set) it (?:for|to|on|at) (?<when>.+)`,
    'reschedule $<what> to $<when>',
  ),
  joining(
    `(?:(?:please|can you|could you) )?remind me (?<what>.+?) by (?:putting|adding|placing) ${it} (?:on|to|in) (?:my|the) (?:to[- ]?do list|todo list|list|calendar|reminders)(?<when> .+)?`,
    'remind me $<what>$<when>',
  ),
  joining(
    '(?<verb>assign|give|delegate) (?<one>(?:(?! to | and ).)+) to (?<who>\\p{L}[\\p{L}-]*),? and (?<two>(?!(?:assign|give|delegate|move|mark|set)\\b)(?:(?! to | and ).)+) to (?<whom>\\p{L}[\\p{L}-]*)',
    '$<verb> $<one> to $<who>; $<verb> $<two> to $<whom>',
  ),
  joining(
    "(?<question>(?:what|which) .+?),? and who(?:'s|s| is| are)? (?:doing|on|assigned to|responsible for|working on|handling) (?:it|them|what|that|which|those)",
    '$<question>',
  ),
  joining('(?<question>.+?)[,;.]+ (?:did|have|do|is|am|has) (?:i|it|they)(?: not)?', '$<question>'),
];

/** Longer ones say more than one thing. */
const longest = 250;

/** Words that say nothing, and only look like a request of their own. */
const ado =
  /\b(?:go ahead and|hurry up and|do me a favou?r and|take (?:a|another) look at (?=.{3,40} and )|(?:please )?feel free to) /giu;

/** The message as one request where its parts say one thing; else as it is. */
export function joinedClauses(message: string): string {
  const end = dictatedFrom(message);
  const text = message.slice(0, end).replaceAll(ado, '') + message.slice(end);
  if (end < message.length || text.length > longest || text.includes('\n')) return text;
  const said = plain(withoutWish(plain(text)));
  const found = joinings.find(({ pattern }) => pattern.exec(said) !== null);
  return found === undefined ? text : found.pattern.replacedIn(said, found.request);
}
