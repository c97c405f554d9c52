import { folded, type Priority, type ProjectStatus, type TaskStatus } from '@/domain/workspace';
import { addDays } from '@/domain/workspace';

import type { Context } from './conversation';
import { isQuoted, negated, phraseOf, plain, quoted, spoken } from './phrase';
import type {
  ProjectChanges,
  Question,
  Request,
  TaskChanges,
  TaskDetails,
  TaskFilter,
  Where,
  Which,
} from './request';
import { splitRequests } from './split';
import { dateOnly, datedEnd } from './when';

/** What a message asks for, in the order in which it says so. Never empty. */
export function understood(message: string, context: Context): readonly Request[] {
  const { text, quotes } = phraseOf(message);
  const requests = splitRequests(text).map((piece) => requestIn(piece, { quotes, context }));
  const wanted = requests.filter(({ type }) => type !== 'greeting' && type !== 'thanks');
  return wanted.length > 0 ? wanted : requests.slice(0, 1);
}

/** What a person wants changed on a project that is known already: the answer to a question. */
export function projectChangesIn(answer: string, context: Context): ProjectChanges | null {
  const { text, quotes } = phraseOf(answer);
  return projectChanges(plain(text), { quotes, context });
}

/** Longer pieces are pasted texts, and looking for requests in them would take long. */
const longestRequest = 1_500;

interface Reader {
  readonly quotes: readonly string[];
  readonly context: Context;
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Rule {
  readonly pattern: RegExp;
  /** Null when it is something else after all. */
  readonly read: (groups: Groups, reader: Reader) => Request | null;
}

function requestIn(piece: string, reader: Reader): Request {
  const text = plain(piece);
  const said = spoken(text, reader.quotes);
  if (text === '') return { type: 'greeting' };
  if (negated.test(text)) return { type: 'unclear', text: said, why: 'it says what not to do' };
  if (text.length > longestRequest)
    return { type: 'unclear', text: said, why: 'it is too long for one request' };
  for (const { pattern, read } of rules) {
    const match = pattern.exec(text);
    const request = match === null ? null : read(match.groups ?? {}, reader);
    if (request !== null) return request;
  }
  return { type: 'unclear', text: said, why: 'it is not a request I know' };
}

const verbs = {
  add: '(?:add|create|make|new|put|set up|start|log|jot down|write down|note down|schedule|insert|open|track|build|generate)',
  finish: '(?:complete|finish|close|check off|tick off|tick|check|resolve|cross off|cross out)',
  reopen: '(?:reopen|re-open|uncheck|untick|unmark|restore|uncomplete)',
  remove:
    '(?:delete|remove|erase|clear|clear out|clean up|get rid of|trash|drop|purge|wipe|bin|throw away|scrap|discard)',
  show: '(?:show|list|display|give|tell|see|view|get|print|find)(?: me| us)?(?: about)?',
} as const;

const article =
  '(?:(?:a|an|the|my|our|another|one|some|this|new|following|these|a new|the new|the following|two|three|four|more|few|\\d+|brand new)\\s+)*';
const done = '(?:done|completed?|finished|closed|checked off|resolved)';
const priorityWords = '(?:urgent|critical|highest|top|high|medium|normal|low|lowest)';
const it =
  /^(?:it|that|this|them|those|these|that one|this one|the (?:last|latest|previous|new) (?:one|task)|(?:that|this|the) task|both|all of them|them all)$/iu;

const rules: readonly Rule[] = [
  rule('^(?:hi|hello|hey|yo|good (?:morning|afternoon|evening)|how are you)(?: there| momentum)?$', () => ({
    type: 'greeting',
  })),
  rule(
    '^(?:thanks?|thank you|thx|cheers|great|perfect|awesome|nice|cool|good job|well done|ok(?:ay)?)(?: (?:you|a lot|so much|very much|job|work))*$',
    () => ({ type: 'thanks' }),
  ),
  rule(
    '^(?:stop|cancel|never ?mind|forget (?:it|that|about it)|no|nope|nothing|abort|quit)(?: (?:it|that))?$',
    () => ({ type: 'nothing' }),
  ),
  rule(
    '^(?:help|\\?|help me|what (?:can|could|do) (?:you|i|u) (?:do|say|ask)(?: (?:here|you))?|what are you(?: able to do| capable of)?|who are you|how (?:does this|do you|can you|do i use) .*|what (?:commands|features).*|what is this)$',
    () => ({ type: 'help' }),
  ),
  rule(
    '^(?:undo|revert|roll ?back|take back)(?: (?:it|that|this|the (?:last|latest|previous) (?:change|changes|action|step|thing|one)|(?:my |your )?last (?:change|action|step)|what you (?:just )?did|everything you just did|all of that|(?:that|the) change|changes))?$|^(?:take|roll|change) (?:it|that|this) back$',
    () => ({ type: 'undo' }),
  ),
  rule(
    '^(?:redo|bring (?:it|that|them) back|undo the undo)(?: (?:it|that|this|the (?:last|latest) (?:change|action|step)|last change|what you undid))?$',
    () => ({ type: 'redo' }),
  ),

  // Email comes before everything that adds or shows: "send an update" is neither.
  rule(
    '^(?<verb>send|email|mail|write|draft|prepare|compose|share)(?: out)?(?: (?<first>.+?))?(?: (?:an?|the|out))*(?: (?:project|weekly|daily|short|brief|quick|current|latest))*(?: status)? (?:update|report|status|summary|progress report)(?: (?:email|mail|message))?(?<rest> .+)?$',
    (groups, reader) => statusEmail(groups, reader),
  ),
  rule(
    '^(?<verb>send|write|draft|compose|prepare)(?: out)?(?: (?:an?|the|another))?(?: (?:email|mail|message|note))(?: (?<rest>.+))?$',
    (groups, reader) => email(groups['rest'] ?? '', groups['verb'] ?? '', reader),
  ),
  rule('^(?:email|mail)(?: (?<rest>.+))?$', (groups, reader) =>
    email(`to ${groups['rest'] ?? ''}`, 'send', reader),
  ),

  ...questionRules(),

  // People and comments.
  rule(
    `^${verbs.add} (?:person|contact|people|${article}(?:person|contact|colleague|team ?mate|teammate))(?: called| named|:)? (?<name>.+)$`,
    (groups, reader) => person(groups['name'] ?? '', reader),
  ),
  rule(
    '^(?:add|save) (?<name>.+?) (?:to|in|into|as) (?:a |my |the )?(?:contacts?|people|address book|team list|person)(?<more>.*)$',
    (groups, reader) => person(`${groups['name'] ?? ''}${groups['more'] ?? ''}`, reader),
  ),
  rule(
    '^(?<mode>add|remove|set|make) (?<people>.+?) (?:as|to|from|of|a)? ?(?:an? |the )?(?:list of )?stakeholders?(?: (?:of|to|for|from|on|in) (?<where>.+))?$',
    (groups, reader) => stakeholders(groups, reader),
  ),
  rule(
    `^(?:add|write|leave|post|put) ${article}(?:comment|note|remark)(?: (?:to|on|for|under) (?<on>${quoted}|[^:]+?))?(?: (?:saying|that says|with|stating|reading)(?: that)?|:) ?(?<text>.+)$`,
    (groups, reader) => comment(groups, reader),
  ),
  rule(
    `^(?:add|write|leave|post|put) ${article}(?:comment|note|remark) (?<text>${quoted}) (?:to|on|for|under) (?<on>.+)$`,
    (groups, reader) => comment(groups, reader),
  ),
  rule(
    `^comment(?: on (?<on>${quoted}|[^:]+?))?(?: (?:saying|that)|:)? ?(?<text>${quoted}|.+)$`,
    (groups, reader) => comment(groups, reader),
  ),

  // Projects.
  rule(
    `^${verbs.add} ${article}project(?: (?:called|named|titled|for|with the name|with name))?:? ?(?<name>.*)$`,
    (groups, reader) => createProject(groups['name'] ?? '', reader),
  ),
  rule(`^${verbs.add} ${article}(?<name>${quoted}|.+?) (?:project|list)$`, (groups, reader) => {
    const name = groups['name'] ?? '';
    return /\b(?:to|in|into|tasks?|subtasks?)\b/iu.test(name) ? null : createProject(name, reader);
  }),
  rule(
    `^${verbs.remove} ${article}(?:whole |entire )?project (?:called |named )?(?<name>.+)$`,
    ({ name = '' }, reader) => ({
      type: 'delete-project',
      where: { type: 'named', name: clean(name, reader) },
    }),
  ),
  rule(`^${verbs.remove} (?<name>.+?) project$`, ({ name = '' }, reader) => ({
    type: 'delete-project',
    where: place(name, reader),
  })),
  rule(`^${verbs.remove} (?:the )?(?:person|contact|colleague) (?<name>.+)$`, ({ name = '' }, reader) => ({
    type: 'delete-person',
    name: clean(name, reader),
  })),
  rule(
    `^${verbs.remove} (?<name>.+?) from (?:my |the )?(?:contacts|people|address book)$`,
    ({ name = '' }, reader) => ({
      type: 'delete-person',
      name: clean(name, reader),
    }),
  ),

  // Subtasks before tasks: the word of one holds the other.
  rule(
    `^(?:${verbs.add} )?(?:with )?${article}sub ?tasks?(?: (?:called|named|titled))?(?<rest>.*)$`,
    (groups, reader) => subtasks(groups['rest'] ?? '', reader),
  ),
  rule(
    `^${verbs.add} (?<titles>.+?) as (?:a |the )?sub ?tasks?(?: (?:of|to|under|for|in|below) (?<parent>.+))?$`,
    (groups, reader) =>
      subtasks(
        `${groups['titles'] ?? ''}${groups['parent'] === undefined ? '' : ` to ${groups['parent']}`}`,
        reader,
      ),
  ),

  // What is done, open, gone.
  rule(
    `^(?:mark|set|flag|check|tick|move|change|turn)(?: off)? (?<which>.+?) (?:as |to |to be |off as |status to )?${done}$`,
    ({ which = '' }, reader) => taskRequest('complete', which, reader),
  ),
  rule(`^${verbs.finish}(?: off)? (?<which>.+?)(?: off)?$`, ({ which = '' }, reader) =>
    taskRequest('complete', which, reader),
  ),
  rule(
    `^(?:i(?: have|'ve)? (?:just )?(?:finished|completed|done|did)) (?<which>.+)$`,
    ({ which = '' }, reader) => taskRequest('complete', which, reader),
  ),
  rule(`^(?<which>.+?) (?:is|are) (?:now |already |all )?${done}(?: now)?$`, ({ which = '' }, reader) =>
    /^(?:what|who|how|which|where|there)\b/iu.test(which) ? null : taskRequest('complete', which, reader),
  ),
  rule(
    `^(?:mark|set|change) (?<which>.+?) (?:as |to |to be )?(?:not (?:done|completed?|finished)|undone|incomplete|open|to ?do|unfinished)$`,
    ({ which = '' }, reader) => taskRequest('reopen', which, reader),
  ),
  rule(`^${verbs.reopen} (?<which>.+)$`, ({ which = '' }, reader) => taskRequest('reopen', which, reader)),

  // Changes.
  rule('^rename (?<what>.+?) (?:to|as|into|=>|->) (?<name>.+)$', rename),
  rule('^(?:change|edit|update|set) (?:the )?(?:name|title) of (?<what>.+?) (?:to|as) (?<name>.+)$', rename),
  rule(
    '^(?:assign|give|delegate|hand(?: over)?|reassign) (?<which>.+?) (?:over )?to (?<who>.+)$',
    ({ which = '', who = '' }, reader) =>
      changing(
        which,
        { assignee: /^(?:nobody|no one|none)$/iu.test(who) ? 'none' : clean(who, reader) },
        reader,
      ),
  ),
  rule('^unassign (?<which>.+)$', ({ which = '' }, reader) => changing(which, { assignee: 'none' }, reader)),
  rule(
    '^(?:block|mark|set|flag|change|move) (?<which>.+?)(?: as| to| to be| status to)? (?<status>blocked|in progress|in-progress|started|to ?do)$',
    ({ which = '', status = '' }, reader) => changing(which, { status: taskStatusIn(status) }, reader),
  ),
  rule('^block (?<which>.+)$', ({ which = '' }, reader) => changing(which, { status: 'blocked' }, reader)),
  rule('^(?:start(?: working on)?|begin(?: work on)?|work on) (?<which>.+)$', ({ which = '' }, reader) =>
    changing(which, { status: 'in_progress' }, reader),
  ),
  rule(
    `^(?:set|make|change|mark|raise|lower|flag|give) (?:the )?(?:priority (?:of|for) )?(?<which>.+?)(?:'s priority)?(?: priority)?(?: as| to| a)? (?<priority>${priorityWords})(?:[- ]priority)?$`,
    ({ which = '', priority = '' }, reader) => changing(which, { priority: priorityIn(priority) }, reader),
  ),
  rule(
    '^(?:remove|clear|delete|drop) (?:the )?(?:due date|deadline|date) (?:of|from|for|on) (?<which>.+)$',
    ({ which = '' }, reader) => changing(which, { due_date: 'none' }, reader),
  ),
  rule(
    '^(?:push|move|shift|postpone|delay|extend|reschedule|bring|pull)(?: back| out| forward)? (?<which>.+?)(?<early> forward| earlier)?(?: back| out)? by (?<count>a|an|one|two|three|four|five|six|\\d{1,3}) (?<unit>days?|weeks?)(?<late> earlier)?$',
    shifting,
  ),
  rule(
    "^(?:move|push|postpone|reschedule|shift|delay|defer|set|change|schedule)(?: (?:the )?(?:due date|deadline|date) (?:of|for|on))? (?<which>.+?)(?:'s)?(?: (?:due date|deadline))? (?:to|until|till|for|on|due|by) (?<when>.+)$",
    rescheduling,
  ),

  // Moves.
  rule(
    '^(?:move|put|bring) (?<task>.+?) to (?:the )?(?<end>top|start|beginning|end|bottom)(?: of .+)?$',
    ({ task = '', end = '' }, reader) => ({
      type: 'move',
      task: taskOrIt(task, reader),
      to: { position: /end|bottom/iu.test(end) ? 'last' : 'first' },
    }),
  ),
  rule(
    '^(?:move|put) (?<task>.+?) (?:under|below|beneath) (?<parent>.+)$',
    ({ task = '', parent = '' }, reader) => ({
      type: 'move',
      task: taskOrIt(task, reader),
      to: { parent: clean(parent, reader) },
    }),
  ),
  rule(
    '^(?:move|transfer|shift) (?<task>.+?) (?:to|into|over to) (?<project>.+)$',
    ({ task = '', project = '' }, reader) => {
      const to = place(project, reader);
      return to.type === 'named'
        ? { type: 'move', task: taskOrIt(task, reader), to: { to_project: to.name } }
        : null;
    },
  ),

  // A project as a whole.
  rule(
    '^(?:update|change|edit|modify|adjust|revise) (?:the )?(?<name>.+?) project(?:(?:,|:| to| so that| and)? (?<changes>.+))?$',
    ({ name = '', changes }, reader) => updating(place(name, reader), changes, reader),
  ),
  rule(
    '^(?:update|change|edit|modify|adjust|revise) (?:the )?project (?<name>.+)$',
    ({ name = '' }, reader) => updating({ type: 'named', name: clean(name, reader) }, undefined, reader),
  ),
  rule(
    '^(?<verb>pause|put on hold|resume|reactivate|activate|hold) (?:the )?(?:project )?(?<name>.+?)(?: project)?$',
    ({ verb = '', name = '' }, reader) => ({
      type: 'change-project',
      where: place(name, reader),
      changes: { status: projectStatusIn(verb) },
    }),
  ),

  // Deletion by name is last of its kind: everything that says more is above.
  rule(`^${verbs.remove} (?<which>.+)$`, ({ which = '' }, reader) => deletion(which, reader)),

  // Tasks, in many words.
  rule(`^(?:remind me|reminder)(?: to| about|:)? (?<title>.+)$`, ({ title = '' }, reader) =>
    tasks(title, { reader, isList: false }),
  ),
  rule(
    `^(?:i (?:have|need) to|i must|to ?do:?|task:|do not forget to|remember to) (?<title>.+)$`,
    ({ title = '' }, reader) => tasks(title, { reader, isList: false }),
  ),
  rule(
    `^(?:${verbs.add} )${article}(?:${priorityWords}[- ]priority |urgent )?(?<kind>tasks?|to-?dos?|items?|reminders?|action items?|things? to do)(?: (?:called|named|titled|that says|saying))?(?<rest>(?::|\\s|$)[\\s\\S]*)$`,
    ({ kind = '', rest = '' }, reader) => tasks(rest, { reader, isList: /s$/iu.test(kind) }),
  ),
  rule(`^(?:new )?task:? (?<rest>[\\s\\S]+)$`, ({ rest = '' }, reader) =>
    tasks(rest, { reader, isList: false }),
  ),
  rule(
    `^(?:schedule|plan|set up|book|arrange|organi[sz]e) ${article}(?<rest>(?:meeting|call|appointment|review|demo|workshop|lunch|session)\\b.+)$`,
    ({ rest = '' }, reader) => tasks(rest, { reader, isList: false }),
  ),
  rule('^(?:add|put|create|jot down|write down|note down) (?<rest>[\\s\\S]+)$', ({ rest = '' }, reader) =>
    bareAddition(rest, reader),
  ),
];

function rule(pattern: string, read: Rule['read']): Rule {
  return { pattern: new RegExp(pattern, 'iu'), read };
}

function asked(question: Question): Request {
  return { type: 'question', question };
}

function questionRules(): readonly Rule[] {
  const inWhere = '(?: (?:in|on|of|for|from|under) (?<where>.+))?';
  const lead = `(?:${verbs.show} |what (?:is|are|do i have|have i got) |which (?:tasks?|things?|ones)(?: is| are)? |do i have |is there |are there |anything |any |how many )`;
  const thing =
    '(?:(?:all|any|the|my|our|me|of|that|which|tasks?|things?|items?|to-?dos?|everything|anything|stuff|work|is|are|still|i have|every|to do) ?)*';
  return [
    rule(
      `^(?:${verbs.show} )?(?:all |the |my |all the |all my )*projects$|^(?:what|which) projects (?:are there|do i have|do we have|exist)$|^how many projects.*$`,
      () => asked({ type: 'projects' }),
    ),
    rule(
      `^(?:${verbs.show} )?(?:all |the |my )*(?:people|contacts|team|persons|stakeholders)$|^who is (?:there|on the team|in the team|in my contacts)$|^(?:which|what) (?:people|contacts) .*$`,
      () => asked({ type: 'people' }),
    ),
    rule(
      `^(?:${lead})?${thing}(?:overdue|late|past due|behind schedule)(?: ${thing})?${inWhere}$`,
      ({ where }, reader) =>
        asked({ type: 'tasks', filter: { overdue: true }, where: place(where, reader), byDate: true }),
    ),
    rule(
      `^${lead}${thing}due(?: (?:on|by|until|before))?(?: (?<when>.+?))?${inWhere}$`,
      ({ when, where }, reader) => dueQuestion(when ?? 'this week', where, reader),
    ),
    rule(
      `^(?:what is|what do i have|what have i got|anything)(?: (?:on|for|up|planned|scheduled|happening|on my plate|to do|on the agenda|my plan|my day))*(?: for)? (?<when>today|tomorrow|this week|next week)$`,
      ({ when = '' }, reader) => dueQuestion(when, undefined, reader),
    ),
    rule(
      `^(?:${lead})${thing}(?<state>blocked|stuck|in progress|unassigned|completed|done|finished|open|unfinished|pending|remaining|left|incomplete)(?: (?:tasks?|items?|things?|work|to do))?${inWhere}$`,
      ({ state = '', where }, reader) =>
        asked({ type: 'tasks', filter: stateFilter(state), where: place(where, reader), byDate: false }),
    ),
    rule(
      `^(?:${lead})${thing}(?:assigned to|belonging to|for) (?<who>.+)$|^what (?:is|does) (?<person>[\\p{L}]+(?: [\\p{L}]+)?) (?:working on|doing|have to do|do|have)$`,
      ({ who, person: worker }, reader) => {
        const name = clean(who ?? worker ?? '', reader);
        return /^(?:me|i|my)$/iu.test(name) || knownProject(name, reader) !== null
          ? null
          : asked({
              type: 'tasks',
              filter: { assignee: name, done: false },
              where: { type: 'none' },
              byDate: false,
            });
      },
    ),
    rule(
      '^who (?:does|is doing|is working on|has|works on|is assigned to) (?:what|which)(?: tasks?)?(?: (?:in|on) (?<where>.+))?$',
      ({ where }, reader) =>
        asked({ type: 'tasks', filter: { done: false }, where: place(where, reader), byDate: false }),
    ),
    rule(
      `^(?:${verbs.show} |what is |what are |what )?(?:the |my |an? |our )*(?:overall |current |portfolio )*(?:overview|portfolio|progress|status|summary|big picture|status of everything)(?: (?:of|on|for|across) (?:everything|all(?: my| the)? projects|my projects|the portfolio|us))?$|^how (?:are (?:things|we|my projects|all projects|the projects)|is (?:everything|it)) (?:going|doing|looking|standing|coming along)$|^how (?:are|do) (?:we|things|i) (?:doing|stand)$|^summari[sz]e (?:everything|all(?: my| the)?(?: projects)?|my projects|the portfolio)$`,
      () => asked({ type: 'portfolio' }),
    ),
    rule(
      `^(?:summari[sz]e|sum up|recap|(?:${verbs.show} |what is )?(?:the |an? )?(?:status|summary|progress|overview|state|report)(?: (?:of|on|for|about))) (?<where>.+)$|^how (?:is|are|far is|far along is) (?<name>.+?)(?: (?:going|doing|coming along|looking|standing|progressing))?$|^where (?:are we|do we stand) (?:with|on) (?<other>.+)$`,
      ({ where, name, other }, reader) => {
        const text = where ?? name ?? other ?? '';
        return asked({ type: 'project', where: place(text, reader) });
      },
    ),
    rule(
      `^(?:${verbs.show} |what are )(?:all |the |my |of |all the )*(?:tasks?|to-?dos?|items?|everything)${inWhere}$|^what (?:is|are)(?: the tasks| there| left)? (?:on|in) (?<list>.+)$|^(?:all |my )?tasks$|^how many tasks(?: (?:are|do i have)(?: there)?)?(?: in (?<counted>.+))?$`,
      ({ where, list, counted }, reader) =>
        asked({ type: 'tasks', filter: {}, where: place(where ?? list ?? counted, reader), byDate: false }),
    ),
    rule(
      `^(?:find|search(?: for)?|look for|look up|where is) (?:the |a |any |all )?(?:tasks? |things? )?(?:with |about |containing |named |called )?(?<text>.+)$`,
      ({ text = '' }, reader) => asked({ type: 'search', text: clean(text, reader) }),
    ),
    rule(
      `^(?:${verbs.show}|open) (?:the |my )?(?:project )?(?<where>.+?)(?: project| list| board)?$`,
      ({ where = '' }, reader) => {
        const known = knownProject(clean(where, reader), reader);
        return known === null
          ? null
          : asked({ type: 'tasks', filter: {}, where: { type: 'named', name: known }, byDate: false });
      },
    ),
  ];
}

function stateFilter(state: string): TaskFilter {
  switch (state.toLowerCase()) {
    case 'blocked':
    case 'stuck':
      return { status: ['blocked'] };
    case 'in progress':
      return { status: ['in_progress'] };
    case 'unassigned':
      return { assignee: 'none', done: false };
    case 'completed':
    case 'done':
    case 'finished':
      return { done: true };
  }
  return { done: false };
}

function dueQuestion(when: string, where: string | undefined, reader: Reader): Request | null {
  const { today } = reader.context;
  if (today === null) return null;
  const range = rangeOf(when, reader);
  if (range === null) return null;
  return {
    type: 'question',
    question: { type: 'tasks', filter: { done: false, ...range }, where: place(where, reader), byDate: true },
  };
}

function rangeOf(when: string, { context: { today } }: Reader): TaskFilter | null {
  if (today === null) return null;
  const words = when.toLowerCase().replace(/^(?:the |in |within )+/u, '');
  const weekday = weekdayNumber(today);
  if (words === 'soon' || words === 'next 7 days') return { due_from: today, due_to: addDays(today, 6) };
  if (words === 'this week') return { due_from: today, due_to: addDays(today, 6 - weekday) };
  if (words === 'next week')
    return { due_from: addDays(today, 7 - weekday), due_to: addDays(today, 13 - weekday) };
  const day = dateOnly(when, today);
  return day === null ? null : { due_from: day.date, due_to: day.date };
}

/** 0 is Monday. */
function weekdayNumber(today: string): number {
  return (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
}

function clean(text: string, { quotes }: Reader): string {
  const trimmed = text.trim().replace(/^[:,\s-]+|[,;:\s]+$/gu, '');
  if (isQuoted(trimmed)) return spoken(trimmed, quotes);
  const withQuote = new RegExp(
    `^(?:(?:the|my|a|an) )?(?:tasks?|projects?|person|contact|to-?do|sub ?tasks?|list)?:? ?(${quoted})(?: (?:tasks?|projects?|list|board))?$`,
    'iu',
  ).exec(trimmed);
  if (withQuote?.[1] !== undefined) return spoken(withQuote[1], quotes);
  return spoken(
    trimmed
      .replace(/^(?:the|my|our) (?=\S)/iu, '')
      .replace(/^(?:task|project|person|sub ?task|to-?do)s? (?:called |named )?(?=\S)/iu, '')
      .replace(/(?<=\S) (?:task|sub ?task)$/iu, ''),
    quotes,
  );
}

function titleFrom(text: string, reader: Reader): string {
  const trimmed = text.trim().replace(/^[:,\s-]+|[,;:\s.]+$/gu, '');
  if (isQuoted(trimmed)) return spoken(trimmed, reader.quotes);
  const bare = spoken(trimmed.replace(/^to (?=\S)/iu, ''), reader.quotes);
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function place(text: string | undefined, reader: Reader): Where {
  if (text === undefined || text.trim() === '') return { type: 'none' };
  const trimmed = text
    .trim()
    .replace(/^(?:the |my |our )(?=\S)/iu, '')
    .replace(/(?<=\S) (?:project|list|board)$/iu, '');
  if (
    /^(?:it|that|this|there|here|them|same|current|last one|that one|this one|last|that project|this project|project)$/iu.test(
      trimmed,
    )
  )
    return { type: 'it' };
  if (/^(?:all(?: my)? projects|everything|all|me|total|my plate|my list|today)$/iu.test(trimmed))
    return { type: 'none' };
  return { type: 'named', name: clean(trimmed, reader) };
}

/** The name of the project in the index that is meant by whole words, or null. Names are matched loosely only where a project is said. */
function knownProject(text: string, { context }: Reader): string | null {
  const wanted = wordsOf(text.replace(/^(?:the|my|our) /iu, '').replace(/ (?:project|list|board)$/iu, ''));
  if (wanted.length === 0 || wanted.join('').length < 3) return null;
  const fits = context.projects.some(({ name }) => {
    const words = new Set(wordsOf(name));
    return wanted.every((word) => words.has(word));
  });
  return fits ? text.trim() : null;
}

function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

interface Taken {
  readonly rest: string;
  readonly where: Where;
}

/** Takes the project off the end of what is to be added. */
function projectEnd(text: string, reader: Reader): Taken {
  const marked = new RegExp(
    `^(?<rest>.*?)[\\s,]+(?:to|in|into|on|under|for|within|inside) (?:(?:the|my|our) )?(?:project (?<after>${quoted}|.+)|(?<before>${quoted}|(?:(?! (?:to|in|into|on|under|for) ).)+?) (?:project|list|board)|(?<it>it|there|this project|that project|the same project))$`,
    'iu',
  ).exec(text);
  if (marked?.groups !== undefined) {
    const { rest = '', after, before, it: same } = marked.groups;
    return { rest, where: same === undefined ? place(after ?? before, reader) : { type: 'it' } };
  }
  const named = new RegExp(
    `^(?<rest>.*[\\s,]|)(?:to|in|into|on|under|for) (?<name>${quoted}|[^,:]+)$`,
    'iu',
  ).exec(text)?.groups;
  if (named !== undefined) {
    const name = clean(named['name'] ?? '', reader);
    const isSaid = isQuoted(named['name'] ?? '') && new RegExp(quoted, 'u').test(named['rest'] ?? '');
    if (isSaid || knownProject(name, reader) !== null) {
      return { rest: named['rest'] ?? '', where: { type: 'named', name } };
    }
  }
  return { rest: text, where: { type: 'none' } };
}

/** Takes dates, priority, assignee, notes and project off a text, until nothing more is found. */
function detailsIn(
  text: string,
  reader: Reader,
): { readonly rest: string; readonly where: Where; readonly details: TaskDetails } {
  let rest = text;
  let where: Where = { type: 'none' };
  let details: TaskDetails = { when: null, priority: null, assignee: null, notes: null };
  const taken = (pattern: RegExp): string | null => {
    const match = pattern.exec(rest);
    if (match === null) return null;
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`.trim();
    return match.groups?.['value'] ?? null;
  };
  for (let round = 0; round < 6; round += 1) {
    const before = rest;
    rest = rest.replace(/[\s,]+(?:and|with|which is)?[\s,]*$/iu, '');
    if (details.notes === null) {
      const notes = taken(
        new RegExp(
          `[\\s,]*\\b(?:with|and)? ?(?:an? |the )?notes?(?: saying| that says)?:? (?<value>${quoted})`,
          'iu',
        ),
      );
      if (notes !== null) details = { ...details, notes: spoken(notes, reader.quotes) };
    }
    if (details.priority === null) {
      const priority =
        taken(
          new RegExp(
            `[\\s,(]*\\b(?:with |at |as |and )*(?:an? )?(?<value>${priorityWords})[- ]priority\\)?`,
            'iu',
          ),
        ) ??
        taken(
          new RegExp(
            `[\\s,(]*\\b(?:with |and )*(?:the )?priority(?: is| of| to|:)? (?<value>${priorityWords})\\b\\)?`,
            'iu',
          ),
        ) ??
        taken(/,\s*(?<value>urgent)$/iu);
      if (priority !== null) details = { ...details, priority: priorityIn(priority) };
    }
    if (details.assignee === null) {
      const assignee = taken(
        new RegExp(
          `[\\s,]*\\b(?:and )?(?:assign(?:ed)?(?: it| them)? to|assignee:?) (?<value>${quoted}|[\\p{L}][\\p{L}'-]*(?: (?!due\\b|by\\b|with\\b|and\\b|in\\b|to\\b|on\\b|for\\b|tomorrow\\b|today\\b|next\\b|high\\b|low\\b|urgent\\b)[\\p{L}][\\p{L}'-]*)?)`,
          'iu',
        ),
      );
      if (assignee !== null) details = { ...details, assignee: spoken(assignee, reader.quotes) };
    }
    if (details.when === null) {
      const dated = datedEnd(rest, reader.context.today);
      if (dated.when !== null) {
        details = { ...details, when: dated.when };
        rest = dated.rest;
      }
    }
    if (where.type === 'none') ({ rest, where } = projectEnd(rest, reader));
    if (rest === before) break;
  }
  return { rest, where, details };
}

/** Titles in a list: quoted ones, lines, or parts between commas. */
function titlesIn(text: string, isList: boolean, reader: Reader): readonly string[] {
  const body = text.trim().replace(/^[:\s-]+/u, '');
  const marks = body.match(new RegExp(quoted, 'gu')) ?? [];
  const between = body.replaceAll(new RegExp(quoted, 'gu'), ' ');
  if (
    marks.length > 0 &&
    /^(?:[\s,;&:-]|\band\b|\balso\b|\bthen\b|\bthe\b|\bcalled\b|\bnamed\b|\btasks?\b|\bplus\b|\n)*$/iu.test(
      between,
    )
  ) {
    return marks.map((mark) => spoken(mark, reader.quotes));
  }
  const lines = body
    .split('\n')
    .map((line) => line.replace(/^(?:[-*•–]|\d{1,2}[.)]|\[ \])\s*/u, ''))
    .filter((line) => line.trim() !== '');
  const parts = lines.length > 1 ? lines : isList ? body.split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+/iu) : [body];
  return parts.map((part) => titleFrom(part, reader)).filter((part) => part !== '');
}

function tasks(
  rest: string,
  { reader, isList }: { readonly reader: Reader; readonly isList: boolean },
): Request {
  // "to Launch: a, b" and "for Launch:" name the project first.
  const first = new RegExp(
    `^\\s*(?:to|in|into|on|under|for) (?<where>${quoted}|[^:,\\n]+?)\\s*(?::|\\s(?=${quoted})|,? (?:called|named) )\\s*(?<titles>[\\s\\S]+)$`,
    'iu',
  ).exec(rest)?.groups;
  const isPlace =
    first !== undefined &&
    (isQuoted(first['where'] ?? '') ||
      (/:/u.test(rest) && isList) ||
      knownProject(clean(first['where'] ?? '', reader), reader) !== null ||
      /\b(?:project|list|it|there)$/iu.test(first['where'] ?? ''));
  const source = isPlace ? (first?.['titles'] ?? '') : rest;
  const taken = detailsIn(source.trim(), reader);
  const where = isPlace ? place(first?.['where'], reader) : taken.where;
  const list = titlesIn(taken.rest, isList, reader);
  return { type: 'add-tasks', titles: list, where, details: taken.details };
}

function bareAddition(rest: string, reader: Reader): Request | null {
  const { rest: body, where, details } = detailsIn(rest, reader);
  if (where.type === 'none' && !isQuoted(body) && details.when === null) {
    return {
      type: 'unclear',
      text: spoken(rest, reader.quotes),
      why: 'it does not say what kind of thing to add',
    };
  }
  const list = titlesIn(body, true, reader);
  return list.length === 0 ? null : { type: 'add-tasks', titles: list, where, details };
}

function subtasks(rest: string, reader: Reader): Request {
  const first = new RegExp(
    `^\\s*(?:to|under|for|in|below|of) (?<parent>${quoted}|[^:,\\n]+?)\\s*(?::|\\s(?=${quoted})|,? (?:called|named) )\\s*(?<titles>[\\s\\S]+)$`,
    'iu',
  ).exec(rest)?.groups;
  if (first !== undefined) {
    const { rest: body, details } = detailsIn((first['titles'] ?? '').trim(), reader);
    return {
      type: 'add-subtasks',
      titles: titlesIn(body, true, reader),
      parent: taskOrIt(first['parent'] ?? '', reader),
      details,
    };
  }
  const last = new RegExp(
    `^(?<titles>[\\s\\S]*?)[\\s,]+(?:to|under|for|below|of|in) (?<parent>${quoted}|[^,:]+)$`,
    'iu',
  ).exec(rest)?.groups;
  const taken = detailsIn((last?.['titles'] ?? rest).trim(), reader);
  const parent = last === undefined ? null : taskOrIt(last['parent'] ?? '', reader);
  return { type: 'add-subtasks', titles: titlesIn(taken.rest, true, reader), parent, details: taken.details };
}

/** A name, or null for what was just talked about. */
function taskOrIt(text: string, reader: Reader): string | null {
  return it.test(text.trim()) ? null : clean(text, reader);
}

function createProject(text: string, reader: Reader): Request {
  const withTasks =
    /^(?<name>[\s\S]*?)[\s,]*(?:\bwith|\band(?: add)?|\bcontaining|\bincluding)(?: the| these| a| following)* (?:tasks?|to-?dos?|items?):?\s+(?<titles>[\s\S]+)$/iu.exec(
      text,
    )?.groups;
  const { rest, details } = detailsIn(withTasks?.['name'] ?? text, {
    ...reader,
    context: { ...reader.context, projects: [] },
  });
  const name = titleFrom(rest, reader);
  return {
    type: 'create-project',
    name: name === '' ? null : name,
    when: details.when,
    priority: details.priority,
    titles: withTasks === undefined ? [] : titlesIn(withTasks['titles'] ?? '', true, reader),
  };
}

/** Which tasks a text means, or null when it cannot be told for sure. */
function whichIn(text: string, reader: Reader): Which | null {
  const trimmed = text.trim().replace(/[,.\s]+$/u, '');
  if (it.test(trimmed)) return { type: 'it' };
  const all =
    /^(?:everything|all|all (?:of )?(?:the |my )?(?:tasks?|items?|things?)|all of it|every task|every ?thing|the (?:whole|entire) (?:list|project)|(?:the |my )?tasks|every item)(?: (?:left|there is))?(?: (?:in|on|of|from|for|under|within) (?<where>.+))?$/iu.exec(
      trimmed,
    );
  if (all !== null) return { type: 'all', project: place(all.groups?.['where'], reader) };
  const filtered = new RegExp(
    '^(?:all |every |each |any |the |my |of |those |these |all the )*(?<state>overdue|late|completed?|done|finished|closed|blocked|open|unfinished|remaining|in[- ]progress|unassigned|urgent|high[- ]priority|low[- ]priority|medium[- ]priority)(?: (?:tasks?|items?|ones?|things?|to-?dos?))?(?: (?:in|on|of|from|for|under|within) (?<where>.+))?$',
    'iu',
  ).exec(trimmed)?.groups;
  if (filtered !== undefined) {
    return {
      type: 'filter',
      filter: wordFilter(filtered['state'] ?? ''),
      project: place(filtered['where'], reader),
    };
  }
  const assigned =
    /^(?:everything|all(?: the| my)?(?: tasks?| items?)?|the tasks|tasks|every task)(?: that (?:is|are))? (?:assigned to|belonging to) (?<who>.+)$|^all (?:of )?(?<owner>[\p{L}]+)'s tasks$/iu.exec(
      trimmed,
    )?.groups;
  if (assigned !== undefined) {
    return {
      type: 'filter',
      filter: { assignee: clean(assigned['who'] ?? assigned['owner'] ?? '', reader), done: false },
      project: { type: 'none' },
    };
  }
  if (/^(?:all|every|each|any|some|most|both|half|\d+)\b/iu.test(trimmed)) return null;
  const { rest, where } = projectEnd(trimmed, reader);
  const marks = rest.match(new RegExp(quoted, 'gu')) ?? [];
  if (marks.length > 1)
    return { type: 'named', names: marks.map((mark) => spoken(mark, reader.quotes)), project: where };
  const name = clean(rest, reader);
  return name === '' || it.test(name) ? { type: 'it' } : { type: 'named', names: [name], project: where };
}

function wordFilter(state: string): TaskFilter {
  const word = state.toLowerCase().replace('-', ' ');
  if (word === 'overdue' || word === 'late') return { overdue: true };
  if (/^(?:completed?|done|finished|closed)$/u.test(word)) return { done: true };
  if (word === 'blocked') return { status: ['blocked'] };
  if (word === 'in progress') return { status: ['in_progress'] };
  if (word === 'unassigned') return { assignee: 'none', done: false };
  if (/priority|urgent/u.test(word)) return { priority: [priorityIn(word)], done: false };
  return { done: false };
}

function taskRequest(type: 'complete' | 'reopen' | 'delete-tasks', text: string, reader: Reader): Request {
  const which = whichIn(text, reader);
  return which === null ? unsure(text, reader) : { type, which };
}

function unsure(text: string, reader: Reader): Request {
  return {
    type: 'unclear',
    text: spoken(text, reader.quotes),
    why: 'I cannot tell for sure which tasks are meant',
  };
}

function deletion(text: string, reader: Reader): Request {
  const isTask = /^(?:the |my )?(?:sub ?)?tasks?\b|\b(?:sub ?)?tasks?$/iu.test(text.trim());
  const which = whichIn(text, reader);
  if (which === null) return unsure(text, reader);
  if (which.type === 'named' && !isTask) {
    const [name = ''] = which.names;
    const isProject =
      which.names.length === 1 && which.project.type === 'none' && knownProject(name, reader) !== null;
    if (isProject) return { type: 'delete-unclear', name };
  }
  return { type: 'delete-tasks', which };
}

function changing(text: string, changes: TaskChanges, reader: Reader): Request {
  const { rest, where } = { rest: text, where: knownProject(clean(text, reader), reader) };
  const isProject = / project$/iu.test(rest) && where !== null;
  if (isProject && changes.priority !== undefined) {
    return { type: 'change-project', where: place(text, reader), changes: { priority: changes.priority } };
  }
  const which = whichIn(text, reader);
  return which === null ? unsure(text, reader) : { type: 'change-tasks', which, changes };
}

function rename({ what = '', name = '' }: Groups, reader: Reader): Request {
  const isProject =
    /\bproject\b/iu.test(what) ||
    (knownProject(clean(what, reader), reader) !== null && !/\btask\b/iu.test(what));
  const newName = isQuoted(name) ? spoken(name, reader.quotes) : spoken(name, reader.quotes).trim();
  if (isProject)
    return {
      type: 'change-project',
      where: place(what.replace(/^(?:the )?project /iu, ''), reader),
      changes: { name: newName },
    };
  return changing(what, { title: newName }, reader);
}

const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};

function shifting({ which = '', early, late, count = '', unit = '' }: Groups, reader: Reader): Request {
  const amount = (counts[count.toLowerCase()] ?? Number(count)) * (/^week/iu.test(unit) ? 7 : 1);
  const isEarlier = early !== undefined || late !== undefined;
  return changing(which, { shift_days: isEarlier ? -amount : amount }, reader);
}

function rescheduling({ which = '', when = '' }: Groups, reader: Reader): Request | null {
  const day = dateOnly(when, reader.context.today);
  if (day === null || /^(?:an?|another) /iu.test(which)) return null;
  return changing(
    which.replace(/^(?:the )?(?:due date|deadline) (?:of|for) /iu, ''),
    {
      due_date: day.date,
      ...(day.time === undefined ? {} : { due_time: day.time }),
    },
    reader,
  );
}

function updating(where: Where, changes: string | undefined, reader: Reader): Request {
  const read = changes === undefined ? {} : projectChanges(changes, reader);
  return read === null
    ? {
        type: 'unclear',
        text: spoken(changes ?? '', reader.quotes),
        why: 'I do not know that change of a project',
      }
    : { type: 'change-project', where, changes: read };
}

function projectChanges(text: string, reader: Reader): ProjectChanges | null {
  const renamed =
    /^(?:re)?name(?: it| to| it to|:)* (?<name>.+)$|^(?:change|set|update) (?:the |its )?(?:name|title) to (?<other>.+)$/iu.exec(
      text,
    )?.groups;
  if (renamed !== undefined)
    return { name: spoken(renamed['name'] ?? renamed['other'] ?? '', reader.quotes) };
  const described = /^(?:(?:change|set|update) (?:the |its )?)?description(?: to|:)? (?<text>.+)$/iu.exec(
    text,
  )?.groups;
  if (described !== undefined) return { description: spoken(described['text'] ?? '', reader.quotes) };
  const pressing = new RegExp(
    `^(?:(?:make|set|change|update|mark|raise|lower)(?: it| its| the)* ?)?(?:as |to )?(?:priority(?: to|:)? )?(?<priority>${priorityWords})(?:[- ]priority)?$`,
    'iu',
  ).exec(text)?.groups;
  if (pressing !== undefined) return { priority: priorityIn(pressing['priority'] ?? '') };
  const status =
    /^(?:(?:make|set|change|update|mark|put)(?: it| its| the)* ?)?(?:status(?: to|:)? |as |to |it )?(?<status>active|paused?|on hold|planning|completed?|done|finished)$/iu.exec(
      text,
    )?.groups;
  if (status !== undefined) return { status: projectStatusIn(status['status'] ?? '') };
  const dated =
    /^(?:(?:set|change|move|update|make)(?: the| its)* )?(?<which>target|start|end|due|finish)?(?: ?date| day|line)?(?: to| is|:)? ?(?<when>.+)$/iu.exec(
      text,
    )?.groups;
  const day =
    dated === undefined
      ? null
      : dateOnly((dated['when'] ?? '').replace(/^(?:deadline )?(?:to )?/iu, ''), reader.context.today);
  if (day === null) return null;
  return /^start$/iu.test(dated?.['which'] ?? '') ? { start_date: day.date } : { target_date: day.date };
}

function person(text: string, reader: Reader): Request {
  const said = spoken(text, reader.quotes);
  const address = /[^\s<>(),]+@[^\s<>(),]+\.[^\s<>(),]+/u.exec(said)?.[0] ?? null;
  const team = /\b(?:team|in team|of team)[: ]+(?<team>[\p{L} ]+)$/iu.exec(said)?.groups?.['team'] ?? null;
  const name = (address === null ? said : said.replace(address, ''))
    .replace(/[<>()]/gu, ' ')
    .replace(/,?\s*\b(?:in |of )?team[: ].*$/iu, '')
    .replace(/,?\s*\b(?:with|and|at|whose)?\s*(?:the |an? )?(?:email|mail)?(?: address)?(?: is|:)?\s*$/iu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return { type: 'add-person', name, email: address, team };
}

function stakeholders({ mode = '', people = '', where }: Groups, reader: Reader): Request | null {
  const names = people
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/iu)
    .map((name) => clean(name, reader))
    .filter((name) => name !== '');
  if (names.length === 0 || /\b(?:email|update|task)\b/iu.test(people)) return null;
  const how = /^set$/iu.test(mode) ? 'replace' : /^remove$/iu.test(mode) ? 'remove' : 'add';
  return { type: 'stakeholders', people: names, where: place(where, reader), mode: how };
}

function comment({ on, text = '' }: Groups, reader: Reader): Request {
  const target = on === undefined ? null : taskOrIt(on, reader);
  return { type: 'comment', text: spoken(text, reader.quotes), on: target };
}

const projectIn = /(?:^|\s)(?:on|about|for|of|regarding) (?:the )?(?<where>(?:(?! to ).)+?)(?= to |$)/iu;

function statusEmail({ verb = '', first, rest }: Groups, reader: Reader): Request | null {
  const before = (first ?? '').replace(/^(?:an?|the|out|all)$/iu, '').trim();
  const after = (rest ?? '').trim();
  const to =
    /(?:^|\s)(?:to|with) (?<to>.+?)(?= (?:on|about|for|regarding|of) |$)/iu.exec(after)?.groups?.['to'] ??
    (/\bstakeholders\b|^(?:the )?team$/iu.test(before)
      ? before
      : after === '' || before === ''
        ? ''
        : before);
  const whose = /stakeholders (?:of|in|on|for) (?:the )?(?<where>.+)$/iu.exec(after)?.groups?.['where'];
  const about =
    whose ??
    projectIn.exec(after.replace(/\bto (?:all )?(?:the )?stakeholders\b/iu, ' '))?.groups?.['where'] ??
    /^(?:an?|the)? ?(?<where>.+)$/iu.exec(/\bstakeholders\b/iu.test(before) || before === to ? '' : before)
      ?.groups?.['where'];
  if (/\btask\b/iu.test(`${before} ${after}`)) return null;
  return {
    type: 'status-email',
    to: recipientsIn(to === '' ? 'stakeholders' : to, reader),
    where: place(about, reader),
    isDraft: /^(?:draft|write|prepare|compose)$/iu.test(verb),
  };
}

function recipientsIn(text: string, reader: Reader): readonly string[] {
  if (/\bstakeholders?\b|^(?:everyone|everybody|all|(?:the )?(?:whole )?team)$/iu.test(text))
    return ['stakeholders'];
  return text
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/iu)
    .map((one) => clean(one, reader))
    .filter((one) => one !== '');
}

function email(text: string, verb: string, reader: Reader): Request {
  const body =
    /(?:^|[\s,]+)(?:saying(?: that)?|that says|telling (?:him|her|them)(?: that)?|with the (?:text|message|body)|and (?:say|tell (?:him|her|them))(?: that)?|to say(?: that)?|:)\s*(?<body>.+)$/iu.exec(
      text,
    );
  const head = body === null ? text : text.slice(0, body.index);
  const subject =
    /(?:^|\s)(?:about|regarding|re|with (?:the )?subject|subject:?|on)\s+(?<subject>.+)$/iu.exec(head);
  const to = (subject === null ? head : head.slice(0, subject.index)).replace(/^to\s+/iu, '').trim();
  const whose = /stakeholders (?:of|in|on|for) (?:the )?(?<where>.+)$/iu.exec(to)?.groups?.['where'];
  const said = body?.groups?.['body'];
  const about = subject?.groups?.['subject'];
  return {
    type: 'email',
    to: to === '' ? [] : recipientsIn(to, reader),
    subject: about === undefined ? null : titleFrom(about, reader),
    body: said === undefined ? null : isQuoted(said) ? spoken(said, reader.quotes) : titleFrom(said, reader),
    where: place(whose, reader),
    isDraft: /^(?:draft|write|prepare|compose)$/iu.test(verb),
  };
}

function priorityIn(word: string): Priority {
  const bare = word.toLowerCase().replace(/[- ]priority$/u, '');
  if (/^(?:urgent|critical|highest|top)$/u.test(bare)) return 'urgent';
  if (bare === 'high') return 'high';
  return bare.startsWith('lo') ? 'low' : 'medium';
}

function taskStatusIn(word: string): TaskStatus {
  const bare = word.toLowerCase();
  if (bare === 'blocked') return 'blocked';
  return /progress|started/u.test(bare) ? 'in_progress' : 'todo';
}

function projectStatusIn(word: string): ProjectStatus {
  const bare = word.toLowerCase();
  if (/pause|hold/u.test(bare)) return 'on_hold';
  if (bare.startsWith('plan')) return 'planning';
  return /complete|done|finish/u.test(bare) ? 'completed' : 'active';
}
