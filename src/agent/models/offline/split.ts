import { negated, plain, quoted } from './phrase';

/** Verbs with which a request starts. */
const starts =
  '(?:please |also |then |now )*(?:add|create|make|mark|delete|remove|send|email|complete|finish|assign|move|rename|set|undo|redo|list|show|draft|write|reopen|schedule|remind|put|change|update|summari[sz]e|tell me|give|push|postpone|what|how|who|clear|block|start|find)\\b';

/** A message as single requests, in order. What is quoted is never split. */
export function splitRequests(text: string): readonly string[] {
  const pieces = linesOf(text).flatMap(sentencesOf).flatMap(joinedIn);
  const said = pieces.filter((piece) => piece.trim() !== '');
  const requests = said.filter((piece) => plain(piece) !== '');
  return requests.length === 0 ? [''] : requests;
}

const bullet = /^(?:[-*•–]|\d{1,2}[.)]|\[ \])\s+/u;
const verb = new RegExp(`^(?:${starts})`, 'iu');

/** Lines are requests of their own, but for lists below a line that announces them. */
function linesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const head = pieces.at(-1);
    const isHead = head !== undefined && /:\s*$/u.test(head.split('\n')[0] ?? '');
    const belongs = isHead && (bullet.test(line) || !verb.test(plain(line)));
    if (belongs) pieces[pieces.length - 1] = `${head}\n${line}`;
    else pieces.push(line);
  }
  return pieces;
}

function sentencesOf(text: string): readonly string[] {
  if (text.includes('\n')) return [text];
  return text.split(new RegExp(`(?:(?<=[\\p{L}\\p{N}\\u{E001})])[.!?]+|;)\\s+(?=${starts}|\\S)`, 'iu'));
}

const beforeVerb = new RegExp(
  `(?:\\s*,\\s*(?:and |then |and then |also |and also )?|\\s+and (?:then |also )?|\\s+then (?:also )?|\\s+plus )(?=${starts})`,
  'iu',
);
const strongStart = new RegExp(
  `(?:\\s*,\\s*(?:and |then |and then |also )?|\\s+and (?:then |also )?|\\s+then (?:also )?)(?=(?:add|create|make) (?:it |them |(?:the |a |an |two |three |\\d )*(?:sub ?)?tasks?\\b|(?:a |the )*(?:new )?project)|(?:assign|mark|move|complete|rename|put) (?:it|them|that|this)\\b|set (?:it|its|the priority|the due)|undo\\b|delete (?:the|all)\\b|(?:send|email) (?:an? |the )?(?:status |update|email to|them|it))`,
  'iu',
);
const withSubtasks = /[\s,]+(?:and )?with (?=(?:the |these |two |three |\d )*sub ?tasks?\b)/iu;

/** Requests joined in one sentence. Words that only might start another request stay part of a title that is not quoted. */
function joinedIn(text: string): readonly string[] {
  if (text.includes('\n')) return [text];
  // A condition or a prohibition holds for all that follows it.
  if (negated.test(plain(text))) return [text];
  const isAddition =
    /^(?:add|create|make|remind|put|schedule|new|complete|finish|delete|remove|reopen|close)\b/iu.test(
      plain(text),
    );
  const isFreeText = /\b(?:saying|that says|telling|comment|note)\b|:/iu.test(text);
  const hasQuotes = new RegExp(quoted, 'u').test(text);
  if (isFreeText && !hasQuotes) return [text];
  const border = isAddition && !hasQuotes ? strongStart : beforeVerb;
  const [first = '', ...rest] = text.split(new RegExp(border.source, 'iu'));
  return [first, ...rest].flatMap((piece) =>
    /^(?:add|create|make|new)\b/iu.test(plain(piece)) ? subtaskParts(piece) : [piece],
  );
}

function subtaskParts(text: string): readonly string[] {
  const [task = '', subtasks] = text.split(withSubtasks);
  return subtasks === undefined || !/\btask\b/iu.test(task) ? [text] : [task, `add ${subtasks}`];
}
