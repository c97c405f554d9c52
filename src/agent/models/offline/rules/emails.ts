import { copiesAtEnd, copiesIn } from '../reading/copies';
import { nameIn, placeIn, rule, titleIn, type Groups, type Reader, type Rule } from '../reading/reader';
import { recipientsIn } from '../reading/recipients';
import type { Copies, Request } from '../reading/request';
import { thatStates } from '../words/dictated';
import { isQuoted, quoted, requoted, spoken } from '../words/phrase';

const writing =
  '(?:send|write|draft|compose|prepare|shoot|drop|fire off|create|make|start|type|do|dictate|begin)';
const report =
  '(?:status (?:update|report|email|mail|summary)s?|progress (?:update|report)s?|update|report|status|summary)';
const marker = new RegExp(
  `(?:(?:^|[\\s,]+)(?:saying(?: that)?|(?:that|which) says(?: that)?|to say(?: that)?|telling (?:him|her|them|everyone|everybody)(?: that)?|(?:to )?(?:inform|notify|tell)(?:ing)? (?:him|her|them)(?: that)?|with (?:the |a )?(?:text|message|body|content)(?: of| saying)?|(?:and|to) (?:say|tell (?:him|her|them|everyone)|let (?:him|her|them) know|mention|write)(?: that)?|reading|stating(?: that)?|letting (?:him|her|them) know(?: that)?|${thatStates}|say(?=\\s)|tell (?:him|her|them)(?: that)?|let (?:him|her|them) know(?: that)?|(?:which|who) says(?: that)?|body:?|message:)|(?<!\\b(?:re|subject|title|about)):)\\s*(?<body>.+)$`,
  'isu',
);
const subjects =
  /(?:^|\s)(?:about|regarding|concerning|re:?|(?:with )?(?:the |a )?(?:subject|title)(?: line)?(?: of| is)?:?|titled|on the subject of|on)\s+(?<subject>.+)$/isu;

/** Emails come before everything that adds or shows: "send an update" is neither. */
export const emailRules: readonly Rule[] = [
  rule(
    '(?:send|email|mail|fire off)(?: off| out)? (?:it|that|this|the (?:draft|email|mail))(?: (?:now|off|out))?',
    () => ({ type: 'send-draft', draft: null }),
  ),
  rule(
    `send (?:out )?(?:the |my )?(?:draft|email) (?:called |named |titled |about |to )?(?<draft>${quoted}|.+)`,
    ({ draft = '' }, reader) =>
      /\bdraft\b/iu.test(reader.text)
        ? { type: 'send-draft', draft: nameIn(draft.replace(/ draft$/iu, ''), reader) }
        : null,
  ),
  rule(
    `(?<verb>send|email|mail|write|draft|prepare|compose|share|give|shoot)(?: out)?(?: (?<first>.+?))?(?: (?:an?|the|out|our|my))*(?: (?:project|weekly|daily|monthly|short|brief|quick|current|latest|new|email))* ${report}(?: (?:email|mail|message))?(?<rest> .+)?`,
    statusEmail,
  ),
  rule(
    '(?:update|inform|brief) (?:all )?(?:of )?(?:the |our )?(?<first>stakeholders)(?<rest> .+)?',
    ({ first, rest }, reader) => statusEmail({ verb: 'send', first, rest }, reader),
  ),
  rule(
    '(?:let|tell) (?:all )?(?:the |our )?(?<first>stakeholders) (?:know )?how (?<where>.+?) (?:is|are) (?:doing|going|progressing|coming along|looking)',
    ({ first, where }, reader) =>
      statusEmail(
        {
          verb: 'send',
          first,
          rest: /^(?:we|things|it)$/iu.test(where ?? '') ? undefined : ` on ${where ?? ''}`,
        },
        reader,
      ),
  ),
  rule(
    '(?:send|e-?mail|mail|write|share) (?:the |this |a |my )?(?:following )?(?:message|text|note|content)(?: (?<body>(?!to ).+?))? to (?<to>(?:(?:my|the|this) )?[^ ]+(?: [^ ]+)?)(?: (?:via|by|in an?) e-?mail)?',
    ({ body, to = '' }, reader) =>
      /^send .*(?<!via e-?mail|by e-?mail)$/iu.test(reader.text) && !to.includes('@')
        ? null
        : letter(`to ${to}${body === undefined ? '' : ` saying ${body}`}`, 'send', reader),
  ),
  rule(
    `(?<verb>${writing})(?: up| out)?(?: (?:an?|the|another|one|my|this))?(?: (?:new|quick|short|brief))? (?:e-?mails?|mails?)(?: (?<rest>.+))?`,
    (groups, reader) => letter(groups['rest'] ?? '', groups['verb'] ?? '', reader),
  ),
  rule(
    `(?<verb>send|write|shoot|drop)(?: out)? (?<to>.+?) (?:an?|another|this)(?: (?:new|quick|short|brief))? (?:e-?mail|mail)(?<rest>[ ,:].+)?`,
    (groups, reader) =>
      letter(`to ${groups['to'] ?? ''} ${groups['rest'] ?? ''}`, groups['verb'] ?? '', reader),
  ),
  rule(`(?:e-?mail|mail|write to|write)(?: (?<rest>.+))?`, (groups, reader) => {
    const rest = groups['rest'] ?? '';
    const isWriting = /^write /iu.test(reader.text);
    if (isWriting && (!/^write to /iu.test(reader.text) || marker.exec(rest) === null)) return null;
    return letter(`to ${rest.replace(/^to /iu, '')}`, 'send', reader);
  }),
  rule('send (?<body>.+?) to (?<to>[^ ]+@[^ ]+)', ({ body = '', to = '' }, reader) =>
    /\b(?:e-?mail|mail|draft|message)\b/iu.test(body)
      ? null
      : letter(`to ${to} saying ${body}`, 'send', reader),
  ),
  rule(
    '(?:send|share|forward|tell|give) (?<what>.+?) (?:via|by|through|over|using) (?:an? |my )?e-?mail(?: to (?<to>.+))?',
    ({ what = '', to = '' }, reader) =>
      /\b(?:status|update|report)\b/iu.test(what) ? null : letter(`to ${to} about ${what}`, 'send', reader),
  ),
  rule('new (?:e-?mail|mail|message)(?: (?<rest>to .+))?', ({ rest = '' }, reader) =>
    letter(rest, 'send', reader),
  ),
  rule(
    '(?:i (?:need|want) to|let us|can i) (?:send|write)(?: an?)? (?:e-?mail|mail)(?: (?<rest>.+))?',
    ({ rest = '' }, reader) => letter(rest, 'send', reader),
  ),
];

const projectIn = /(?:^|\s)(?:on|about|for|of|regarding) (?:the )?(?<where>(?:(?! to ).)+?)(?= to |$)/iu;
const everybody =
  /\bstakeholders?\b|^(?:to )?(?:everyone|everybody|all|(?:the |our |my )?(?:whole )?team)$/iu;

function statusEmail({ verb = '', first = '', rest = '' }: Groups, reader: Reader): Request | null {
  const before = first.replace(/^(?:an?|the|out|all|me|us)$/iu, '').trim();
  const { rest: after, copyTo } = copiesIn(rest.trim());
  const said = `${before} ${after}`;
  const isOther =
    marker.test(after) ||
    /\b(?:task|comment|e-?mail)\b/iu.test(said) ||
    /^(?:me|us)$/iu.test(first) ||
    /^(?:is|are|was|has|will)\b/iu.test(after) ||
    before.includes(':');
  if (isOther || isOnlyShown(verb, said, reader)) return null;
  if (blind.test(rest)) return notBlind(reader);
  const to = readersOf(before, after);
  return {
    type: 'status-email',
    to: to === '' || everybody.test(to) ? ['stakeholders'] : recipientsIn(to, reader),
    cc: copiesOf(copyTo, reader),
    where: placeIn(projectOf(before, after, to), reader),
    isDraft: /^(?:draft|write|prepare|compose)$/iu.test(verb),
  };
}

/** "show the summary", "give the report": a question, unless somebody is to get it. */
function isOnlyShown(verb: string, said: string, reader: Reader): boolean {
  return (
    /^(?:give|share|prepare|write|compose)$/iu.test(verb) &&
    !/\b(?:to|stakeholders?|team)\b/iu.test(said) &&
    !/\bemail\b/iu.test(reader.text)
  );
}

/** Who shall get the figures: named after "to", or before what is sent. */
function readersOf(before: string, after: string): string {
  const named =
    /(?:^|\s)(?:to|with|for(?= (?:all |the )*stakeholders)) (?<to>.+?)(?= (?:on|about|for|regarding|of) |$)/iu.exec(
      after,
    )?.groups?.['to'];
  if (named !== undefined) return named;
  return everybody.test(before) || after !== '' ? before : '';
}

/** Which project the figures are of, as it was said. */
function projectOf(before: string, after: string, to: string): string | undefined {
  const whose = /stakeholders (?:of|in|on|for) (?:the )?(?<where>.+)$/iu.exec(after === '' ? before : after)
    ?.groups?.['where'];
  if (whose !== undefined) return whose;
  const withoutTo = after.replace(
    /\b(?:to|with|for) (?:all )?(?:of )?(?:the |its |their |our )?stakeholders\b/iu,
    ' ',
  );
  const ahead = everybody.test(before) || before === to ? '' : before;
  return (
    projectIn.exec(withoutTo)?.groups?.['where'] ??
    /^(?:an?|the)? ?(?<where>.+)$/iu.exec(ahead)?.groups?.['where']
  );
}

function letter(text: string, verb: string, reader: Reader): Request | null {
  const { to, subject, body, copyTo } = partsWithCopies(text);
  if (isReceived.test(to)) return null;
  const isDraft = /^(?:draft|prepare|compose)$/iu.test(verb);
  if (!isDraft && (laterDay.test(to) || (subject !== null && isOnDay(subject, text))))
    return unclearLetter(notLater, reader);
  if (blind.test(`${to} ${subject ?? ''}`)) return notBlind(reader);
  const whose = /stakeholders (?:of|in|on|for) (?:the )?(?<where>.+)$/iu.exec(to)?.groups?.['where'];
  const names = whose === undefined ? to : to.replace(/ (?:of|in|on|for) (?:the )?[^,]+$/iu, '');
  return {
    type: 'email',
    letter: {
      to: recipientsIn(names, reader),
      cc: copiesOf(copyTo, reader),
      subject: subject === null ? null : titleIn(subject, reader),
      body: body === null ? null : letterBody(body, reader),
      where: placeIn(whose, reader),
      isDraft,
    },
  };
}

function unclearLetter(why: string, { text, quotes }: Reader): Request {
  return { type: 'unclear', text: requoted(text, quotes), why };
}

/** A copy that the others see is not what was asked for. */
const blind = /(?<![\p{L}\p{N}])bcc(?:['’]?(?:d|ed|ing))?(?![\p{L}\p{N}])/iu;

function notBlind(reader: Reader): Request {
  return unclearLetter('I can send copies, but none that the others do not see', reader);
}

function copiesOf(copyTo: string | null, reader: Reader): Copies {
  const names = copyTo === null ? [] : recipientsIn(copyTo, reader);
  return copyTo !== null && names.length === 0 ? 'unsaid' : names;
}

/** Who gets a copy is said with the names, or behind what the letter says. */
function partsWithCopies(text: string): Parts & { readonly copyTo: string | null } {
  const said = text.replaceAll(/(?<![\p{L}\p{N}])(?<!\b(?:in|on|as|to) )(b?cc):/giu, '$1');
  const bodyAt = bodyIn(said)?.index ?? said.length;
  const head = copiesIn(said.slice(0, bodyAt));
  const parts = partsOf(head.copyTo === null ? text : `${head.rest}${said.slice(bodyAt)}`);
  if (head.copyTo !== null || parts.body === null) return { ...parts, copyTo: head.copyTo };
  const { rest, copyTo } = copiesAtEnd(parts.body);
  return { ...parts, body: rest, copyTo };
}

const notLater = 'I can send an email now, but not at another time';
const day =
  '(?:tomorrow|tonight|next (?:week|month)|(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const laterDay = new RegExp(`\\b(?:${day}|later)\\b`, 'iu');

/** "on Friday" says when; "about Friday" says what about. */
function isOnDay(subject: string, text: string): boolean {
  return new RegExp(`^${day}$`, 'iu').test(subject) && / on $/iu.test(text.slice(0, text.indexOf(subject)));
}

/** What is about an email that came, not about one to write. */
const isReceived =
  /^(?:address|from|i |me\b|was|is|has|about\b.*\bfrom)\b|^my (?:e-?mails?|mail|inbox|account)\b/iu;

interface Parts {
  readonly to: string;
  readonly subject: string | null;
  readonly body: string | null;
}

/** To whom, about what, and what to say; what to ask somebody is no text yet. */
function partsOf(text: string): Parts {
  const asked = askedOf(text);
  if (asked !== null) return { to: bareTo(asked), subject: null, body: null };
  const body = bodyIn(text);
  const head = body === null ? text : text.slice(0, body.index).replace(beforeBody, '');
  const subject = subjects.exec(head);
  const to = bareTo(subject === null ? head : head.slice(0, subject.index));
  if (body === null && subject === null) return unmarked(to);
  return { to, subject: subject?.groups?.['subject'] ?? null, body: body?.groups?.['body'] ?? null };
}

/** "and the" before "body …" */
const beforeBody = /[\s,]+(?:and|with)(?: (?:the|a))?$/iu;

/** "about the mistake that we made" says what about, and not what to write. */
function bodyIn(text: string): RegExpExecArray | null {
  const body = marker.exec(text);
  const isAbout =
    body !== null && /^[\s,]*that\s/iu.test(body[0]) && subjects.test(text.slice(0, body.index));
  return isAbout ? null : body;
}

/** "Ann asking her when she comes": who is to be asked something. */
function askedOf(text: string): string | null {
  const to =
    /^(?<to>.+?),? (?:to ask|asking|ask|inviting|inquiring)(?: (?:him|her|them|if they|whether they))? .+$/isu.exec(
      text,
    )?.groups?.['to'];
  return to === undefined || marker.test(to) || subjects.test(to) ? null : to;
}

function bareTo(words: string): string {
  return words
    .replace(/^(?:to|for)\s+/iu, '')
    .replace(/ and(?: then)?$/iu, '')
    .replace(/ and (?:say|me[nt]+ion|tell|ask|let)$/iu, '')
    .trim();
}

/** "to mom want to go shopping" and "to my boss to meet on Friday" say more than to whom. */
function unmarked(words: string): Parts {
  const quote = quotedBody.exec(words)?.groups;
  if (quote !== undefined) return { to: quote['to'] ?? '', subject: null, body: quote['body'] ?? null };
  const sentence =
    /^(?<to>(?:(?:my|the) )?[\p{L}\d@._'-]+(?: (?!i\b|we\b|you\b)[\p{L}'-]+)?),? (?<body>(?:i|i'm|i'll|i've|we|we're|we'll|what|when|where|how|why|can|could|do|does|did|are|is|will|please|want|hi|hello|happy|let's|there|you|your|sorry|congratulations)\b.+)$/iu.exec(
      words,
    )?.groups;
  if (sentence !== undefined)
    return { to: sentence['to'] ?? '', subject: null, body: sentence['body'] ?? null };
  const deed =
    /^(?<to>(?:(?:my|the) )?[\p{L}\d@._'-]+(?: (?!to\b)[\p{L}'-]+)?) to (?<about>\p{L}+ .+)$/iu.exec(
      words,
    )?.groups;
  return deed === undefined
    ? { to: words, subject: null, body: null }
    : { to: deed['to'] ?? '', subject: deed['about'] ?? null, body: null };
}

/** `sara “See you at ten”`; but `my friend “Tom”` and `sara and “Tom”` are names. */
const quotedBody = new RegExp(
  `^(?<to>[^\\u{90}]+?(?<![,&]|\\b(?:and|to|friend|colleague|boss|manager|client|customer|person|contact|called|named|in|of|on))) (?<body>${quoted})$`,
  'iu',
);

function letterBody(body: string, reader: Reader): string {
  return isQuoted(body)
    ? spoken(body, reader.quotes)
    : requoted(body.replace(/^[:,\s]+/u, ''), reader.quotes);
}
