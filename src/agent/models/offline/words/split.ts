import { dictatedFrom } from './dictated';
import { marksIn, quoted } from './phrase';
import { hasBullet, negated, plain, withoutAddress, withoutBullet } from './plain';

/** One request as it stands in a message, with the lines of a list that belong to it. */
export interface Piece {
  readonly text: string;
  readonly lines: readonly string[];
}

const managing =
  'add|create|make|mark|delete|remove|send|email|complete|finish|assign|move|rename|set|undo|redo|list|show|draft|reopen|schedule|remind|put|change|update|summari[sz]e|tell me|give|push|postpone|what|how|who|which|when|clear|block|start|find|cancel|reschedule|tick|check off|book|invite|play|turn';
/** Verbs with which a request starts. */
const starts = `(?:please |also |then |now |finally |can you |could you |i want to )*(?:${managing})\\b`;
const startsRequest = new RegExp(`^(?:${starts})`, 'iu');

/** A message as single requests, in order. What is quoted is never split. */
export function splitRequests(text: string): readonly Piece[] {
  const sentences = linesOf(withoutAddress(text)).flatMap((piece) =>
    piece.lines.length > 0 ? [piece] : sentencesOf(withoutBullet(piece.text)).map(alone),
  );
  const pieces = sentences.flatMap((piece, index) =>
    piece.lines.length > 0 || index >= mostSplit ? [piece] : joinedIn(piece.text).map(alone),
  );
  const said = pieces.filter((piece) => saysSomething(piece.text, pieces.length));
  return said.length === 0 ? [alone('')] : said;
}

/** What comes after so many sentences is not read one by one, so nothing is gained by taking it apart. */
const mostSplit = 60;

/** More are a pasted list. */
const manyPieces = 200;

/** Longer ones are pasted texts, which say something. */
const longest = 1_000;

function saysSomething(text: string, count: number): boolean {
  if (text.trim() === '') return false;
  if (text.length > longest || count > manyPieces) return true;
  return plain(text) !== '' && (count === 1 || !interjection.test(text.trim()));
}

const interjection =
  /^(?:oops|ok(?:ay)?|well|so|oh|hm+|um+|uh|sorry|wait|alright|right|listen|look|also|and|then|please)[,.!]*$/iu;

function alone(text: string): Piece {
  return { text, lines: [] };
}

const announces =
  /(?::|\b(?:following|these|this)(?: (?:items?|tasks?|things?|to-?dos?|subtasks?))?(?: (?:to|on|in|for) [^.!?]{1,60})?:?)\s*$/iu;
const opensList = /^(?:.*\b)?(?:add|create|make|new|put|tasks?|subtasks?|list|to-?dos?|items?|buy)\b/iu;

/** Lines are requests of their own, but for lists below a line that announces them. */
function linesOf(text: string): readonly Piece[] {
  const pieces: { text: string; lines: string[] }[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const head = pieces.at(-1);
    if (head !== undefined && belongsTo(head.text, line)) head.lines.push(line);
    else if (head !== undefined && isDictated(head, line)) head.text += `\n${line}`;
    else pieces.push({ text: line, lines: [] });
  }
  return pieces;
}

/** A further line of an email that is dictated. */
function isDictated(
  { text, lines }: { readonly text: string; readonly lines: readonly string[] },
  line: string,
): boolean {
  return (
    lines.length === 0 &&
    text.length <= longest &&
    /\bmail\b|\be-?mail\b/iu.test(text) &&
    dictatedFrom(text) < text.length &&
    !hasBullet(line) &&
    !furtherRequest.test(line) &&
    !startsRequest.test(line)
  );
}

/** Whether a line is part of the list that a line above it begins. */
function belongsTo(head: string, line: string): boolean {
  if (!opensList.test(head)) return false;
  if (hasBullet(line)) return !hasBullet(head) || announces.test(head);
  return announces.test(head) && !isRequest(line);
}

function isRequest(line: string): boolean {
  return startsRequest.test(plain(line.slice(0, 200))) && marksIn(line).length + line.split(' ').length > 3;
}

const sentenceEnd =
  /(?<=[\p{L}\p{N}\u{91})](?<!\b(?:mr|mrs|ms|dr|st|no|vs|e\.g|i\.e|a\.m|p\.m|\p{L}\.\p{L})))[.!?]+\s+(?=\S)|;\s+/iu;

/** What is dictated may be several sentences: it ends where plainly another request begins. */
function sentencesOf(text: string): readonly string[] {
  const end = dictatedFrom(text);
  if (end === text.length || text.length > longest) return text.split(sentenceEnd);
  for (const { index, 0: mark } of text.matchAll(new RegExp(sentenceEnd, 'giu'))) {
    const rest = text.slice(index + mark.length);
    if (index < end) return [text.slice(0, index), ...sentencesOf(rest)];
    if (furtherRequest.test(rest))
      return [text.slice(0, index) + mark.replace(/[;\s]+$/u, ''), ...sentencesOf(rest)];
  }
  return [text];
}

const beforeVerb = new RegExp(
  `(?:\\s*,\\s*(?:and |then |and then |and also |also )?|\\s+and (?:then |also |please |finally )?|\\s+then (?:also )?|\\s+plus |\\s+also )(?=${starts})`,
  'iu',
);
const sure =
  "(?:add|create|make|put) (?:it |them |\\u{90}|(?:the |a |an |another |two |three |\\d )*(?:new )?(?:high[- ]priority |urgent )?(?:sub ?)?tasks?\\b|(?:a |the |another )*(?:new )?(?:project|reminder|note|comment|list)|[^,.]{1,40} (?:to|on|in) (?:the |my |our )?(?:[\\p{L}]+ ){0,3}(?:list|project|it|calendar)\\b)|(?:assign|mark|move|complete|rename|put|reopen|delete|remove|finish) (?:it|them|that|this|all|everything|the|\\u{90})|set (?:it|its|the priority|the due|a reminder)|undo\\b|(?:delete|remove) (?:the|all|my)\\b|remind me\\b|(?:send|email|draft) (?:an? |the )?(?:status |update|report|e-?mail|them|it|\\u{90})|(?:show|list|tell|give) (?:me|all|my|the)\\b|what(?:'s| is| are| do)\\b|how (?:is|are|many)\\b|schedule an?\\b|(?:mark|complete|finish|reopen|delete) \\u{90}|play (?:some|a|my)|turn (?:on|off)|(?:book|set up|arrange) (?:an?|the) (?:meeting|call|appointment|reminder)";
/** What a further request begins with, and not more about the email. */
const deeds =
  'add|create|delete|remove|remind me|mark|complete|finish|move|rename|schedule|reopen|undo|show me|what is|list';

const furtherRequest = new RegExp(
  `^(?:(?:and|then|also|please),? )*(?:(?:${deeds})\\b|${sure}|e-?mail\\b)`,
  'iu',
);
const strongStart = new RegExp(
  `(?:\\s*,\\s*(?:and |then |and then |and also |also )?|\\s+and (?:then |also |please |finally )?|\\s+then (?:also )?|\\s+plus )(?=(?:please |also |then )?(?:${sure}))|,? and also (?=(?:add|remind|create|mark|delete|remove|show|assign|send|email|complete|schedule)\\b)`,
  'iu',
);
const withSubtasks = /[\s,]+(?:and )?with (?=(?:the |these |two |three |\d )*sub ?tasks?\b)/iu;
const addition =
  /^(?:add|create|make|remind|put|schedule|new|complete|finish|delete|remove|reopen|close|note|set|jot|write|task|to-?do|i have|i need|do not let|do not forget|remember|book|plan|arrange|mark|buy)\b/iu;

/** Requests joined in one sentence. Words that only might start another request stay part of a title that is not quoted. */
function joinedIn(text: string): readonly string[] {
  // A condition or a prohibition holds for all that follows it.
  if (text.length > longest || negated.test(plain(text))) return [text];
  const [task = '', subtasks] = text.split(withSubtasks);
  if (subtasks !== undefined && /\btask\b/iu.test(task)) return subtaskParts(text);
  const hasQuotes = anyQuote.test(text);
  if (freeText.test(text) && !hasQuotes && !/\b(?:status|update)\b/iu.test(text)) return freeTextParts(text);
  return requestsIn(text, hasQuotes);
}

const anyQuote = new RegExp(quoted, 'u');
const freeText =
  /\b(?:saying|that says|telling|comment|note|tell (?:him|her|them)|with the (?:text|message|body)|e-?mail|mail)\b|:/iu;

function requestsIn(text: string, hasQuotes: boolean): readonly string[] {
  const said = plain(text);
  const isAddition = addition.test(said) && !isState.test(said);
  // "and assign it to Tom" says more about what is added.
  const [first = '', ...rest] = text
    .replace(/(?:,? and |, )(?=assign (?:it|them|that) to )/iu, isAddition ? ' ' : ' and ')
    .split(isAddition && !hasQuotes ? strongStart : beforeVerb);
  if (leadsIn.test(plain(first)) && rest.length > 0) return [text];
  return [first, ...rest].flatMap((piece) =>
    /^(?:add|create|make|new)\b/iu.test(plain(piece)) ? subtaskParts(piece) : [piece],
  );
}

/** "Make it urgent" and "mark it as done" add nothing. */
const isState =
  /^(?:make|mark|set|put) .+? (?:urgent|critical|important|(?:high|low|medium|top)(?:[- ]priority)?|as (?:done|completed?|finished|blocked|in progress))(?=$|,| and )/iu;

/** Where or when, said before the request itself. */
const leadsIn =
  /^(?:in|on|to|for|under|at|by|this|next|before|after|tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^,]*$/iu;

/** Before what is to be said to somebody there may be other requests; everything after it may belong to it. */
function freeTextParts(text: string): readonly string[] {
  const letter = bareLetter.exec(text)?.groups;
  if (letter !== undefined && dictatedFrom(text) === text.length)
    return [letter['before'] ?? '', ...joinedIn(letter['after'] ?? '')];
  const begin = text.search(
    /\b(?:saying|that says|telling|tell (?:him|her|them)|with the (?:text|message|body)|comment|note|e-?mail|mail)\b|:/iu,
  );
  const border = new RegExp(
    `^(?<before>.{5,}?)(?:,? and (?:then |also )?|,? then )(?<after>(?:${sure}).*)$`,
    'isu',
  ).exec(text)?.groups;
  const before = border?.['before'] ?? '';
  return border === undefined || before.length > begin
    ? [text]
    : [before, ...freeTextParts(border['after'] ?? '')];
}

/** An email of which only is said to whom, or about what, and a request after it. */
const bareLetter = new RegExp(
  `^(?<before>(?:(?! about | regarding | concerning |\\bcomment|\\bnote\\b).)*?\\b(?:e-?mail|mail)\\b(?:(?! about | regarding | concerning | subject ).){2,}?)(?:,? and (?:then |also |please )*|,? then |, (?:also )?)(?<after>(?:${deeds})\\b.+|(?:${sure}).*)$`,
  'isu',
);

function subtaskParts(text: string): readonly string[] {
  const [task = '', subtasks] = text.split(withSubtasks);
  return subtasks === undefined || !/\btask\b/iu.test(task)
    ? [text]
    : [task, `add ${subtasks.replace(/^(?<noun>sub ?tasks?)\s*:?/iu, '$<noun>')}`];
}
