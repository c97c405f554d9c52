import { describedIn } from '../reading/described';
import { pastRangeOf } from '../reading/ranges';
import { isProject, nameIn, placeIn, rule, type Rule } from '../reading/reader';
import { it, verbs } from '../reading/vocabulary';
import { momentOnly } from '../reading/when';
import { asked, calledEvent, describedQuestion, isDescription, list, named, project, tasks } from './asked';

const show = `(?:(?:can i (?:see|have)|i (?:want|would like|need) to (?:see|know)|let me (?:see|know)|${verbs.show}|what(?: all)? (?:is|are|was|were)|what do i (?:have|need|still have)(?: to do)?|what have i got|what(?: else)?(?: do)?|what's|which|do i have|do we have|have i got|have we got|is there|are there|how many|how much|did i|have i|tell me|any) )`;

export const questionRules: readonly Rule[] = [
  rule(
    "(?:the |what |which )?(?:date|day|weekday)(?: (?:for|of|is))? (?:today|now)|(?:the )?current (?:date|day)|today(?: the|: the)? (?:date|day)|(?:the )?(?:day|date) and (?:date|day|time)(?: (?:now|today))?|(?:the )?date|what (?:day|date|weekday) (?:is it|is today|are we|do we have)(?: today| now)?|what is (?:today's |the (?:current )?)?(?:date|day)(?: (?:today|of today))?|what is today|(?:tell|give|show) me (?:the |today's )?(?:date|day)(?: today)?|(?:which|what) (?:day|date|month|year|week) is (?:it|today|this)|(?:what is )?today(?:'s|s)? (?:date|day)|what is (?:it|the (?:week|date and time|day and date))(?: (?:for|of))? ?today|is (?:it|today) (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: today)?|the date",
    () => asked({ type: 'today' }),
  ),
  rule(
    '(?:what|which) (?:is |will be )?(?:the )?(?:day|weekday|date)(?: of the week)? (?:is it on|is|was|will(?: it)? be|does|do|falls?|on|of|for)(?: on)? (?<when>.+?)(?: (?:on|fall on|be|fall))?|(?:on )?(?:what|which) (?:day|weekday)(?: of the week)? (?:does|do|is|will) (?<other>.+?)(?: (?:on|fall on|fall|be))?',
    ({ when, other }, reader) => {
      const date = momentOnly(when ?? other ?? '', reader.context)?.date ?? null;
      return date === null ? null : asked({ type: 'day', date });
    },
  ),
  rule(
    "(?:the )?(?:date|day|weekday)(?: (?:of|for|on))? (?<when>.+)|(?<other>.+?)(?:'s|s)? (?:date|weekday)",
    ({ when, other }, reader) => {
      const date = momentOnly(when ?? other ?? '', reader.context)?.date ?? null;
      return date === null ? null : asked({ type: 'day', date });
    },
  ),
  rule(
    '(?:the )?time(?: right)? (?:now|is it)|(?:show|tell|give)(?: me)?(?: the)?(?: current)? (?:time|hour)(?: it is| now| right now)*|what(?: is the)? time(?: is it| is)?(?: right)?(?: now| please| currently)?|(?:tell|give) me the time(?: now)?|do you (?:have|know) (?:the|what) time(?: it is)?|current time|the time',
    () => asked({ type: 'time' }),
  ),
  rule(
    '(?:say|tell me|repeat)(?: that| it)? again|repeat (?:that|it)|what did you (?:say|just say|do|just do|change)|what (?:did|have) you (?:just )?(?:done|do|did|change|changed)|come again|pardon',
    () => asked({ type: 'repeat' }),
  ),

  rule(
    `(?:${verbs.show} )?(?:all |the |my |all the |all my |all of my |our )*(?:projects|lists)(?: (?:i have|there are|we have|do i have|available))?|(?:what|which) (?:projects|lists|other (?:lists|projects)) (?:are there|do i have|do we have|have i|exist|have i got|are available)(?: .*)?|how many (?:projects|lists).*|do i have any (?:lists|projects)|what are (?:my|the|our) (?:projects|lists)|(?:show|what are)(?: me)? (?:the )?names? of (?:my|the|all my) (?:lists|projects)`,
    () => asked({ type: 'projects' }),
  ),
  rule(
    `(?:${verbs.show} )?(?:all |the |my |all the |all my |our )*(?:people|contacts?(?: list)?|team(?: members)?|persons|colleagues|address book)|who is (?:there|on (?:the|my) team|in (?:the|my) (?:team|contacts)|on my (?:contact )?list)|(?:which|what) (?:people|contacts) .*|(?:what|who) are (?:my|the|our) (?:contacts|people|team ?mates|colleagues)|who do i (?:know|have)(?: .*)?|how many (?:people|contacts).*|who are the people`,
    () => asked({ type: 'people' }),
  ),
  rule(
    `(?:${verbs.show} |who (?:is|are) |which |what )?(?:all |the )*stakeholders?(?: (?:of|in|on|for|does) (?<where>.+?))?(?: have)?`,
    ({ where }, reader) => asked({ type: 'project', where: placeIn(where, reader) }),
  ),
  rule(
    `(?:${verbs.show} |what |which |do i have |are there )?(?:all |any |the |my )*(?:drafts?|sent e?-?mails|e-?mails (?:i|we|you) (?:sent|wrote|drafted)|e-?mail drafts)(?: (?:do i have|are there|i have))?|what e-?mails (?:have|did) (?:i|you|we) (?:sent|send|written|write)(?: .*)?`,
    () => asked({ type: 'emails' }),
  ),

  rule(
    `(?:what|which (?:tasks?|things?)) (?:has |have |did |was |were )?(?:i |we |you |they |anybody |anyone |been )?(?:changed?|happened|happen|edited|modified)(?: (?:in|on) .+?)?(?: (?<when>today|yesterday|this week|this morning|recently|lately|last week|since yesterday|so far today))?|(?:show|list)(?: me)? (?:the |all )?(?:recent |latest |last |today's )?(?:changes|activity|history)(?: (?:of |from )?(?<day>today|yesterday|this week|last week))?|what is new(?: (?<then>today|this week))?|any (?:changes|news|updates)(?: (?<now>today|this week))?`,
    ({ when, day, then, now }, reader) => {
      const range = pastRangeOf(when ?? day ?? then ?? now ?? 'today', reader.context);
      return range === null ? null : asked({ type: 'changes', ...range });
    },
  ),
  rule(
    `(?:what|which (?:tasks?|things?)|how (?:many|much)(?: tasks?| things?)?|show (?:me )?what|list what) (?:have |has |did |do |was |were |tasks (?:have|did) )?(?:i |we |been |get |got |he |she |they |the team |(?<who>(?!was|were|is|are|have|has|been)[\\p{L}]+ ))?(?:already )?(?:finish(?:ed)?|complete[d]?|done|did|do|get done|got done|accomplish(?:ed)?|achieve[d]?|ticked off|checked off|closed?|got)(?: done)?(?: (?<when>today|yesterday|this week|last week|this month|so far|so far this week|recently|lately|this morning|in the last 7 days))?(?: (?:in|on|for) (?<where>.+))?`,
    ({ who, when, where }, reader) => {
      const isPast =
        when !== undefined ||
        /\b(?:finished|completed|done|accomplished?|achieved?|got)\b/iu.test(reader.text);
      if (!isPast || /\b(?:need|should|must|to do)\b/iu.test(reader.text)) return null;
      const range = when === undefined || /so far$/iu.test(when) ? null : pastRangeOf(when, reader.context);
      const filter = {
        done: true,
        ...(range === null ? {} : { done_from: range.from, done_to: range.to }),
        ...(who === undefined ? {} : { assignee: nameIn(who, reader) }),
      };
      return tasks(filter, placeIn(where, reader), 'done');
    },
  ),

  rule(
    `what (?:should|shall|can|could|must|do) (?:i|we) (?:do|work on|start with|tackle|focus on|begin with|prioriti[sz]e)(?: (?:next|first|now|then))?|what is (?:next|most important|the most important (?:task|thing)|my (?:next|top|most important) (?:task|priority|thing)|the next (?:task|thing)(?: to do)?|important|urgent|the priority)(?: (?:to do|now|on my list))?|(?:what are )?(?:my |the )?(?:top )?priorities(?: (?:today|now|this week))?|anything (?:urgent|important)|next task`,
    (_groups, reader) =>
      /\b(?:today|this week)\b/iu.test(reader.text) && /\bdo\b/iu.test(reader.text)
        ? null
        : tasks({ priority: ['urgent', 'high'], done: false }, { type: 'none' }, 'open'),
  ),
  rule(
    'who (?:does|is doing|is working on|has|works on|is assigned to|is responsible for|did|owns) (?:what|which(?: tasks?)?|everything)(?: (?:in|on|for) (?<where>.+))?|(?:show|list)(?: me)? (?:the )?(?:tasks|work|everything|workload) (?:by|per|for each) (?:person|people|assignee)(?: (?:in|on|for) (?<other>.+))?|how is (?:the )?work (?:divided|split|distributed)|(?:show )?(?:me )?(?:the )?workload',
    ({ where, other }, reader) => tasks({ done: false }, placeIn(where ?? other, reader), 'people'),
  ),
  rule(
    `(?:what|which (?:tasks?|things?)) (?:is|does|has|did|should|must|will) (?<person>(?!i\\b|we\\b|it\\b|my\\b|the\\b|on\\b|in\\b|due\\b|you\\b|this\\b|that\\b|left\\b|there\\b|overdue\\b)[\\p{L}][\\p{L}.-]*(?: \\p{Lu}[\\p{L}.-]*)?) (?:working on|doing|have to do|need to do|do|have|got|responsible for|assigned to|assigned|have left|have open|on their plate|up to|busy with)(?: (?:today|now|right now|at the moment|these days|currently|this week))?`,
    ({ person = '' }, reader) =>
      isProject(person, reader)
        ? null
        : tasks({ assignee: nameIn(person, reader), done: false }, { type: 'none' }, 'open'),
  ),
  rule(
    `who (?:is working|is doing|is responsible|is assigned|is|does|has|works|owns|should do|handles|takes care)(?: of)?(?: on| for| to| doing)? (?<text>.+)`,
    ({ text = '' }, reader) =>
      /^(?:today|overdue|the (?:president|king|queen)|best|winning)/iu.test(text) ||
      /^(?:he|she|it|that)$/iu.test(text) ||
      !/\b(?:working|responsible|assigned|owns|doing|works|handles|takes care)\b/iu.test(reader.text)
        ? null
        : isProject(text, reader)
          ? tasks({ done: false }, placeIn(text, reader), 'people')
          : asked({ type: 'search', text: nameIn(text, reader), kind: 'task' }),
  ),

  rule(
    `(?:${verbs.show} |what is |what are |what )?(?:the |my |an? |our )*(?:overall |current |portfolio |quick |short )*(?:overview|portfolio|progress|status|summary|big picture|status of everything|dashboard|recap)(?: (?:of|on|for|across) (?:everything|all(?: my| the)?(?: projects)?|(?:my|the|our) projects|the portfolio|us|things))?|how (?:are (?:things|we|my projects|all projects|the projects|my lists)|is (?:everything|it|work)|do things|does everything) (?:going|doing|looking|standing|coming along|look|stand|progressing)?|how (?:are|do|far are|far along are) (?:we|things|i)(?: (?:doing|stand|along|going))?(?: overall| in general| in total)?|(?:summari[sz]e|recap|sum up)(?: (?:everything|all(?: my| the)?(?: projects)?|my projects|the portfolio|my work|things))?|(?:where do we stand|status report|progress report|catch me up|bring me up to speed|brief me)`,
    () => asked({ type: 'portfolio' }),
  ),
  rule(
    `(?:summari[sz]e|sum up|recap|(?:${verbs.show} |what is |what's )?(?:the |an? |my )?(?:current )?(?:status|summary|progress|overview|state|report|health)(?: (?:of|on|for|about|with|in))) (?<where>.+)|how (?:is|are|far is|far along is|far along are we (?:with|on)|far are we (?:with|on|in)|much (?:is done|of|is left) (?:in|on|of)?|complete is|did) (?<name>.+?)(?: (?:going|doing|coming along|looking|standing|progressing|done|along))?|(?:where (?:are we|do we stand|am i)|what is (?:happening|going on|new|up)|how are (?:we|things) (?:going|doing)) (?:with|on|in) (?<other>.+)|(?:is|are) (?<track>.+?) (?:on track|on time|on schedule|late|delayed|behind(?: schedule)?|finished|done|complete|going well)(?: yet)?|(?:when|what day) (?:is|does|will) (?<due>.+?) (?:due|finish(?:ed)?|end|be (?:done|finished|ready|complete)|launch|start)|(?:tell me (?:about|more about)|describe|details (?:of|on|about|for)|more (?:about|on)|info(?:rmation)? (?:about|on)) (?<about>.+)`,
    project,
  ),
  rule(
    `(?:what is |what's |show me |tell me )?(?:the )?(?:deadline|due date|target date|end date|start date)(?: (?:of|for|on))? (?<name>.+)`,
    ({ name = '' }, reader) => named(name, reader),
  ),
  rule(
    `(?:when|what time|what day|where|at what time|how long) (?:is|are|was|do i have|does|do|will|should i|am i|did i)(?: (?:the|my|our|a|an|have))*(?: (?:next|upcoming))? (?<what>.+?)(?: (?:due|scheduled|planned|happening|start|starts?|begin|supposed to (?:be|start)|at|again|today|tomorrow))?`,
    ({ what = '' }, reader) =>
      /^(?:it|you|the time|dinner|lunch|it in .+|here)$/iu.test(what) || /^(?:the|how|i|we)\b/iu.test(what)
        ? null
        : named(what, reader),
  ),

  rule(
    'do (?:i|we) (?:still )?(?:need|have)(?: to (?:buy|get|do)| any| some| more)+ (?<what>.+?)(?: (?:at|from) the (?:store|shop|supermarket|market))?|do (?:i|we) (?:still )?need (?<other>.+?) (?:at|from) the (?:store|shop|supermarket|market)',
    ({ what, other }, reader) => {
      const text = what ?? other ?? '';
      return describedIn(text, reader) === null &&
        !/\b(?:list|calendar|schedule)\b|^(?:anything|something)/iu.test(text)
        ? tasks({ text: nameIn(text, reader), done: false }, { type: 'none' }, 'open')
        : null;
    },
  ),
  rule(
    'what(?: all)? (?:do|should|must) (?:i|we) (?:still )?(?:need to |have to |want to )?(?:need|buy|get|go shopping for|pick up|purchase|shop for)(?: (?:to (?:buy|get|go shopping for)|when (?:i|we) go shopping|(?:at|from) the (?:store|shop|supermarket|market)))?',
    () => tasks({ done: false }, { type: 'named', name: 'shopping', isList: true }, 'open'),
  ),
  rule(
    `(?:is|are|do i have)(?: (?:there|any|the|some|an?))* (?<what>.+?)(?: already| currently)? (?:on|in) (?<where>(?:my|the|our) (?:(?!on\\b|in\\b)[\\p{L}-]+ ){0,3}(?:list|calendar|schedule|agenda))(?: (?:already|yet|now|right now|currently|today))*`,
    ({ what = '', where }, reader) =>
      /^(?:anything|something|nothing|stuff|left|what)\b/iu.test(what) || isDescription(what, reader)
        ? null
        : tasks({ text: nameIn(calledEvent(what), reader) }, placeIn(where, reader), 'tasks'),
  ),
  rule(
    `(?:is|are|do i have|did i (?:put|add)|have i (?:added|put|got)|does|do we have)(?: (?:there|any|the|some|an?))* (?<what>.+?)(?: already)? (?:on|in|to|have) (?:the |my |our )?(?<where>.+?)(?: list)?(?: already| yet)?`,
    ({ what = '', where = '' }, reader) => {
      const isPlace = isProject(where, reader) || /\blist$/iu.test(reader.text);
      if (
        !isPlace ||
        /^(?:anything|something|nothing|stuff|left)$/iu.test(what) ||
        describedIn(what, reader) !== null
      )
        return null;
      return tasks({ text: nameIn(what, reader) }, placeIn(where, reader), 'tasks');
    },
  ),
  rule(
    `(?:do i have|have i got|is there|are there|did i (?:make|create))(?: an?| any| the| my)? (?<name>.+?) (?:list|project)(?: (?:called|named) (?<called>.+))?`,
    ({ name = '', called }, reader) =>
      tasks({ done: false }, placeIn(called ?? `${name} list`, reader), 'open'),
  ),
  rule(
    `(?:(?:${show}|read(?: out)?(?: me)? |check )(?:.*\\b)?)?(?:all |everything |items |things |stuff |tasks |left |there |the contents |contents |the content |me )*(?:(?:on|in|from|of) )?(?:the |my |our )?(?<where>.+? (?:list|project|board))(?: (?:contain|have|include|look like|again|currently|so far|now|please|right now|say))?`,
    ({ where = '' }, reader) => list(where, reader),
  ),
  rule(`${show}?(?<what>.+)`, ({ what = '' }, reader) => describedQuestion(what, reader)),
  rule(
    '(?<what>.+?) (?:do i have|are there|do we have|have i got|is there|are (?:left|open|due)|is left|need to be done|have to be done|do i need to do|are on my plate)(?<more> .+)?',
    ({ what = '', more = '' }, reader) => {
      const bare = what.replace(/^(?:what|which|how many|how much) /iu, '');
      return bare === what ? null : describedQuestion(`${bare} ${more}`.trim(), reader);
    },
  ),
  rule(
    `(?:find|search(?: for)?|look for|look up|where is|where are|locate)(?: me)? (?:the |a |any |all |my |everything )*(?<kind>tasks? |things? |to-?dos? |notes? |e-?mails? |items? )?(?:with |about |containing |named |called |regarding |related to |that mention )?(?<text>.+)`,
    ({ kind, text = '' }, reader) =>
      it.test(text) ||
      (/^where/iu.test(reader.text) &&
        !isProject(text, reader) &&
        /^(?:the |a |an )?(?:nearest|closest|bathroom|station|airport|store|he|she|you|they|i)\b/iu.test(
          text,
        ))
        ? null
        : asked({
            type: 'search',
            text: nameIn(text, reader),
            kind:
              kind === undefined
                ? null
                : /mail/iu.test(kind)
                  ? 'email'
                  : /task|to-?do|item/iu.test(kind)
                    ? 'task'
                    : null,
          }),
  ),
  rule(
    `(?:${verbs.show}) (?:the |my )?(?:task |to-?do |reminder |meeting |appointment )(?<text>.+)`,
    ({ text = '' }, reader) => asked({ type: 'search', text: nameIn(text, reader), kind: 'task' }),
  ),
];
