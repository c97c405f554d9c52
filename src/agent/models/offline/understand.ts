import type { Context } from './conversation';
import type { Reader, Rule } from './reading/reader';
import { titleIn } from './reading/reader';
import type { ProjectChanges, Request } from './reading/request';
import { taskRules } from './rules/additions';
import { changeRules } from './rules/changes';
import { commentRules } from './rules/comments';
import { deletionRules } from './rules/deletions';
import { emailRules } from './rules/emails';
import { lastResorts } from './rules/last-resorts';
import { meetingRules, visitRules } from './rules/meetings';
import { moveRules } from './rules/moves';
import { outOfScopeRules } from './rules/out-of-scope';
import { peopleRules } from './rules/people';
import { projectChangesIn, projectRules } from './rules/projects';
import { questionRules } from './rules/questions';
import { reminderRules } from './rules/reminders';
import { smallTalkRules } from './rules/small-talk';
import { statusRules } from './rules/statuses';
import { subtaskRules } from './rules/subtasks';
import { joinedClauses } from './words/clauses';
import { dictatedFrom } from './words/dictated';
import { phraseOf, requoted } from './words/phrase';
import { negated, plain, withoutBullet } from './words/plain';
import { rephrased } from './words/rephrase';
import { splitRequests, type Piece } from './words/split';

/** A request with the words that asked for it. */
export interface Heard {
  readonly said: string;
  readonly request: Request;
}

/** What a message asks for, in the order in which it says so. Never empty. */
export function heardIn(message: string, context: Context): readonly Heard[] {
  const { text, quotes } = phraseOf(message);
  const pieces = splitRequests(joinedClauses(text));
  const each = pieces.slice(0, mostRequests).map((piece) => heardPiece(piece, { quotes, context }));
  // Parts of one sentence that say nothing by themselves say one thing together.
  const isOne = each.length > 1 && each.length < 4 && !text.includes('\n') && each.every(isBare);
  const read = isOne ? [heardPiece({ text, lines: [] }, { quotes, context })] : each;
  const all = [...read, ...unread(pieces.slice(mostRequests), quotes, read)];
  const wanted = all.filter(({ request }) => request.type !== 'greeting' && request.type !== 'thanks');
  return withoutBareLines(wanted.length > 0 ? wanted : all.slice(0, 1));
}

/** More requests than this in one message are no longer looked at one by one. */
const mostRequests = 40;

/** What is said of the rest of a long message: more of the same list, or that it was not read. */
function unread(
  pieces: readonly Piece[],
  quotes: readonly string[],
  read: readonly Heard[],
): readonly Heard[] {
  if (pieces.length === 0) return [];
  if (read.every(isBare)) {
    return pieces.map((piece) => {
      const said = requoted(withoutBullet(piece.text), quotes);
      return { said, request: { type: 'unclear', text: said, why: notKnown } };
    });
  }
  const said = `… and ${String(pieces.length)} more`;
  const why = `one message can hold ${String(mostRequests)} requests, and I read no further`;
  return [{ said, request: { type: 'unclear', text: said, why } }];
}

const notKnown = 'it is not a request I know';

function isBare({ request }: Heard): boolean {
  return request.type === 'beyond' || (request.type === 'unclear' && request.why === notKnown);
}

/** What a person wants changed on a project that is known already: the answer to a question. */
export function changesSaid(answer: string, context: Context): ProjectChanges | null {
  const { text, quotes } = phraseOf(answer);
  const said = plain(text);
  return said.length > longestRequest
    ? null
    : projectChangesIn(said, { text: said, quotes, context, lines: [] });
}

/** Longer pieces are pasted texts, and looking for requests in them would take long. */
const longestRequest = 500;

/** Everything that says more comes before what says less. */
const rules: readonly Rule[] = [
  ...smallTalkRules,
  ...outOfScopeRules,
  ...subtaskRules,
  ...reminderRules,
  ...emailRules,
  ...peopleRules,
  ...commentRules,
  ...visitRules,
  ...questionRules,
  ...projectRules,
  ...meetingRules,
  ...statusRules,
  ...changeRules.slice(0, -1),
  ...moveRules,
  ...deletionRules,
  ...taskRules,
  ...changeRules.slice(-1),
  ...lastResorts,
];

function heardPiece(piece: Piece, { quotes, context }: Pick<Reader, 'quotes' | 'context'>): Heard {
  const heard = piece.text.length > longestRequest * 3 ? piece.text.trim() : withoutColon(plain(piece.text));
  const said = requoted(heard, quotes);
  const text = heard.length > longestRequest ? heard : plain(rephrased(heard));
  const reader: Reader = { text, quotes, context, lines: piece.lines };
  if (text === '') return { said, request: { type: 'greeting' } };
  if (text.length > longestRequest)
    return { said, request: { type: 'unclear', text: said, why: 'it is too long for one request' } };
  const request = requestIn(reader);
  if (negated.test(text) && !isQuestionAfterAll(text) && (request === null || !harmless.has(request.type)))
    return {
      said,
      request: { type: 'unclear', text: said, why: 'it does not say plainly that something shall be done' },
    };
  return { said, request: request ?? { type: 'unclear', text: said, why: notKnown } };
}

/** What is dictated keeps its last mark. */
function withoutColon(text: string): string {
  return dictatedFrom(text) < text.length ? text : text.replace(/\s*:$/u, '');
}

/** What the first rule that fits makes of a request; null when none does. */
function requestIn(reader: Reader): Request | null {
  for (const { pattern, read } of rules) {
    const match = pattern.exec(reader.text);
    const request = match === null ? null : read(match.groups ?? {}, reader);
    if (request !== null) return request;
  }
  return null;
}

/** Requests that change nothing may be answered even where it was only asked whether they could be made. */
const harmless: ReadonlySet<Request['type']> = new Set(['question', 'beyond', 'help', 'nothing']);

/** "Can I see my tasks" is asked politely, and "how do I look" is no condition either. */
function isQuestionAfterAll(text: string): boolean {
  return /^(?:can|could|may) i (?:see|have|get|hear)\b|^how (?:do|can) (?:you|i (?:use|get to|get from|cook|make|bake|say|spell|reach|contact))\b|^why (?:is|are|do) (?:the |you)|^(?:when|how) (?:is|are)\b|^do not(?: let me| you)? forget|^not (?:that|this) one/iu.test(
    text,
  );
}

/** Several lines that say only what might be a task are one list. */
function withoutBareLines(all: readonly Heard[]): readonly Heard[] {
  const bare = all.filter(isBare);
  if (
    bare.length < 2 ||
    bare.length < all.length / 2 ||
    bare.every(({ request }) => request.type === 'beyond')
  )
    return all;
  const titles = bare.map(({ said }) => titleIn(withoutBullet(said), { quotes: [] }));
  const list: Heard = {
    said: bare.map(({ said }) => said).join('; '),
    request: { type: 'bare-list', titles },
  };
  const [first] = bare;
  return all.flatMap((heard) => (heard === first ? [list] : bare.includes(heard) ? [] : [heard]));
}
