/**
 * People ask for one thing in many ways. These turn the usual ways into the plain one that the rules know, so that each rule needs to
 * know one: "could you check if milk is on my grocery list" is "is milk on my grocery list".
 */
interface Rephrasing {
  readonly pattern: RegExp;
  readonly plainly: string;
  /** What a text has to hold to be worth looking at: it saves time on long messages. */
  readonly about: RegExp | null;
}

/** Words for what holds tasks. */
export const holders = /\b(?:lists?|calendar|schedule|agenda|reminders|tasks|chores)\b/iu;

function aboutOf(pattern: string): RegExp | null {
  return pattern.includes('(?<list>') ? holders : null;
}

function whole(pattern: string, plainly: string): Rephrasing {
  return { pattern: new RegExp(`^(?:${pattern})$`, 'isu'), plainly, about: aboutOf(pattern) };
}

function start(pattern: string, plainly = ''): Rephrasing {
  return { pattern: new RegExp(`^(?:${pattern})`, 'iu'), plainly, about: null };
}

function part(pattern: string, plainly: string): Rephrasing {
  return { pattern: new RegExp(pattern, 'giu'), plainly, about: null };
}

const my = '(?:the|my|our|this|that)';
const doing =
  '(?:i (?:have|need|want|am supposed) )?to (?:do|complete|accomplish|finish|get done|remember|be done)';

/** A list by its plain name: "my current to-do list", "the list of things to do". */
const lists: readonly Rephrasing[] = [
  part(
    `(?<=\\b${my} )(?:current |complete |entire |whole |full |running |own |personal |daily |existing |specific |very )+(?=(?:[\\p{L}-]+ ){0,2}lists?\\b)`,
    '',
  ),
  part(
    `(?<=\\b${my} )(?:list of (?:stuff to do list|(?:(?:things|stuff|tasks|items|chores|points|everything) ${doing}(?: for later)?|to-? ?do'?s))|things to do(?: list)?|to[- ]do'?s? list)\\b`,
    'todo list',
  ),
  part(`(?<=\\b(?:off|on|from|to|of) )to[- ]do list\\b`, 'todo list'),
  part(
    `(?<=\\b${my} )list of (?:pending |open |current |unfinished )*(?:tasks|chores|to-?do'?s)\\b`,
    'todo list',
  ),
  part(`(?<=\\b(?:my|our) )to-?do'?s\\b(?! list)`, 'todo list'),
  part(`(?<=\\b(?:my|the|our) (?:\\p{L}+ ){1,2})to[- ]do list\\b`, 'todo list'),
  part(
    '\\blist of (?:things|stuff|items) (?:(?:i|we) (?:need|want|have) )?to (?:buy|get)\\b',
    'shopping list',
  ),
  part('(?<=\\b(?:my|the|our) )list of (errands|chores|books|movies|gifts)\\b', '$1 list'),
  part(`\\b(?:reminders list|lists? of (?:my |the )?reminders)\\b`, 'reminder list'),
  part(
    `(?<=\\b(?:my|the|our) )(?:lists? (?:for|of) (?:the )?(?:shopping|things to buy)|to[- ]buy list|shopping (?:cart|basket)|things to buy list)\\b`,
    'shopping list',
  ),
  part(`(?<=\\b(?:my|the|our) )(?:lists? (?:for|of) (?:the )?groceries)\\b`, 'grocery list'),
];

/** A list, a calendar, or what else holds tasks. */
const list = `(?:(?:${my} )?(?!(?:contacts?|people|team|play|guest) ?lists?\\b)(?:(?!list\\b|on\\b|to\\b|in\\b|off\\b|from\\b|of\\b|for\\b|and\\b|my\\b|the\\b)[\\p{L}\\p{N}'-]+ ){0,3}lists?|${my} (?:reminders|calendar|schedule|agenda|tasks|chores))`;
/** One list, or the calendar. */
const oneList = list.replace('lists?|', 'list|').replace('|tasks|chores', '').replace('reminders|', '');
const knowing =
  '(?:know(?: about)?|see|hear|find out|check|confirm|learn|be told|have|review|look at|understand)';
const telling = [
  '(?:please )?(?:tell|show|inform|give) (?:me|us)(?: again)?(?: (?:of|about|on))?',
  'remind me(?: again)?(?: of| about)?(?= (?:what|which|how many)\\b)',
  '(?:just )?let (?:me|us) know(?: again)?(?: (?:about|of))?',
  `i(?:'d| would)? (?:just |really |also )?(?:want|wanna|need|like|love|gotta|have|got)(?: to)? (?:just )?${knowing}(?: (?:about|of))?`,
  '(?:do|can|could) you (?:know|remember|recall|say|see|check|confirm)',
  'i (?:just )?(?:wonder|am wondering|was wondering|am curious|forgot|do not know|do not remember)(?: about)?',
  '(?:i (?:just |really )*(?:want|need|would like|wish) to )?(?:know|hear|find out|confirm)(?: about| of)?',
  "i (?:can't|cannot|can not|am not sure i|do not) (?:remember|recall|know)",
  '(?:can you )?(?:go ahead and )?(?:check|see|look|look to see|look and see|look up|verify|double check|find out)(?: on)?(?: to see)?',
].join('|');

/** Stands for a question about whether something is so; no text holds it. */
const whether = '\u{E005}';

/** A question that something else leads to is asked by itself. */
const questions: readonly Rephrasing[] = [
  start(
    `(?:(?:${telling}) )+(?=(?:what(?:'s)?|when(?:'s)?|where|who(?:'s)?|which|how (?:many|much|far|is|are|do|does|can|should|to)|is|are|do|does|did) )`,
  ),
  start(
    `(?:(?:${telling}|i am not sure|i'm not sure) )+(?:if|whether)(?: or not)? (?=.+ (?:is|are|be) (?:already )?(?:on|in) )`,
    `${whether} `,
  ),
  start(
    `(?:(?:${telling}) )+(?:if|whether)(?: or not)? (?:i|we)(?: have|'ve| do)? (?:already )?(?=(?:added|put|listed|got|have|need)\\b)`,
    'did i ',
  ),
  start(`(?:(?:${telling}) )+(?:if|whether)(?: or not)? (?:i|we) have `, 'do i have '),
  start(`(?:(?:${telling}) )+(?:if|whether)(?: or not)? there (?:is|are) `, 'are there '),
  start('(?:can|could|may) i (?:please )?(?:check|see|view|read|look at|hear) (?=my |the |our )', 'show '),
  start(
    '(?:notify|tell|inform|update) (?:me )?(?:about|with|of) (?:all )?(?:the )?(?=(?:latest |upcoming |next |new )*(?:events|meetings|appointments|reminders)\\b)',
    'show upcoming ',
  ),
  whole(
    `(?:read|tell|say|repeat|show)(?: (?:back|to|me|us|again))* what(?:ever)? i(?: have|'ve)? (?:put|have|wrote|added|listed|got|written) (?:on|in|to) (?<list>${list})(?<when> .+)?`,
    'what is on $<list>$<when>',
  ),
  whole(
    `(?:(?:do i have|is there|are there|have i got) )?(?:anything|something|stuff|any(?: \\p{L}+)?|items?|tasks?|things?)(?: (?:left|else|written|listed|more|still|down))* (?:on|in) (?<list>${list})`,
    'what is on $<list>',
  ),
  whole(
    `i(?: would|'d)? (?:need|want|like) (?<list>${list}) (?:to be )?(?:read|shown|listed|repeated|recited)(?: (?:to me|out|back|aloud))*`,
    'what is on $<list>',
  ),
  whole(
    'what(?: (?:must|do|should|am|are|have) (?:i|we)(?: (?:have|need|supposed|got))?(?: to)?(?: (?:do|be doing|get done|accomplish))+)(?: according to my [\\p{L} -]*list)?',
    'what is on my todo list',
  ),
  whole('(?<question>what .+?),? according to my [\\p{L} -]*list', '$<question>'),
  whole(`${whether} (?<what>.+?) (?:is|are)(?: already)? (?:on|in) (?<list>.+?)`, 'is $<what> on $<list>'),
  whole('(?<ask>what|when|where) (?<who>i|we) (?<is>am|are|have) (?<rest>.+)', '$<ask> $<is> $<who> $<rest>'),
  whole(
    "(?<ask>what time|when|where) (?<what>(?:my|the|our|today's|tomorrow's|\\p{L}+'s) .+?) (?<is>is|are|was|were)(?<rest> (?:supposed|going|scheduled|due|at|on) .*)?",
    '$<ask> $<is> $<what>$<rest>',
  ),
  whole(
    `on (?<list>${list}),? is there (?:an? )?(?:item|task|entry|event|reminder)?(?: (?:called|named|titled|for|about|to))? ?(?<what>.+)`,
    'is $<what> on $<list>',
  ),
  whole(
    '(?:read|show|list|tell|give|display)(?: (?:me|us))?(?: all)?(?: of)? (?:my|the|our) lists(?: (?:to|for) me| out| back)*',
    'show my lists',
  ),
  whole(
    `what (?<list>${list}) (?:is|are) (?:looking like|like|about)(?<when> .+)?`,
    'what is on $<list>$<when>',
  ),
  whole(`find (?<list>(?:the|my|our) list)`, 'what is on $<list>'),
  // "what the items on my list are", "my list contains what"
  whole(
    '(?<ask>what|which|when|where|who) (?<what>(?:my|the|our|those|these) .+?) (?<is>is|are|was|were)',
    '$<ask> $<is> $<what>',
  ),
  whole(`(?<list>${list}) (?:contains?|has|holds|is|are|says?) what(?: again)?`, 'what is on $<list>'),
  whole(
    `what (?:does|do|did|is|will) (?<list>${list}) (?:consists? of|contain|include|look like|say|have(?: on it)?|hold|consisting of)(?<when> .+)?`,
    'what is on $<list>$<when>',
  ),
  whole(
    `what (?<list>${list}) (?:consists? of|contains?|includes?|looks like|says|has(?: on it)?)(?<when> .+)?`,
    'what is on $<list>$<when>',
  ),
  whole(
    `does (?<list>${list}) (?:already )?(?:have|contain|include|say|list|show|consist of) (?<what>.+?)(?: (?:written |listed )?on it)?`,
    'is $<what> on $<list>',
  ),
  whole(
    `check (?<list>${list}) (?:for|to see if|to see whether) (?<what>.+?)(?: (?:is|are) on it| exists?)?`,
    'is $<what> on $<list>',
  ),
  whole(
    `(?:did|have|had|has) i (?:remember(?:ed)? to |already |ever |gotten around to |managed to )*(?:put|add|added|adding|jot(?:ted)? down|write|written|wrote|list(?:ed)?|include[d]?|place[d]?)(?: down)? (?!what|anything|everything|it\\b|them\\b)(?<what>.+?) (?:on|to|in|into|onto) (?<list>${list})(?: (?:yet|already|before|or not))*`,
    'is $<what> on $<list>',
  ),
  whole(
    `(?<is>is|are) (?<what>.+?) (?:one of|an? (?:item|task|event|entry) (?:on|in)|(?:already |currently )?(?:listed|written(?: down)?|included|mentioned|put|saved|down|marked|set|noted) (?:on|in)|anywhere on|already (?:on|in)|part of) (?<list>${list})(?: items| tasks| already)?`,
    '$<is> $<what> on $<list>',
  ),
  whole(
    `(?:(?:i )?(?:just |really )*(?:want|need|would like) to )?(?:read|know|confirm|iterate|find out|hear|show|list|display|give|tell|say|recite|state|repeat|speak|recall|review|see|hear|check|open|get|view|pull|bring|bing|go|run|walk|look|send|speak|talk|let)(?: (?:me|us|everything(?= on)|all of the reminders currently(?= on)|back|off|out|up|down|over|through|though|thru|on|at|hear|see|about|again|ahead|aloud|to)(?= ))*(?: (?:all(?: of)?|everything|every|each|various|bullet|individual|what is|complete|full|whole|entire|(?:a|the)(?= (?:\\p{L}+ )?(?:run|contents?|items|tasks|things|points|entries|to[- ]?do|stuff|various|bullet)))(?= ))*(?: (?:run ?down of|contents? (?:of|on|in)|items (?:on|in|of|from)|tasks (?:on|in|of|from)|things (?:on|in|from)|points (?:on|in|of)|entries (?:on|in|of)|to[- ]?do'?s (?:on|in)|stuff (?:on|in)|everything (?:on|in|from)|on|in|that is on))? (?<list>${oneList})(?: items| tasks| contents)?(?: (?:to|for|with|back to) (?:me|us)| back| again| out loud| aloud| right now| currently| over)*`,
    'what is on $<list>',
  ),
  whole(
    '(?:have|has|did) (?:you|i|we) (?:already )?(?:add(?:ed)?|schedule[d]?|book(?:ed)?|set(?: up)?|create[d]?|plan(?:ned)?|arrange[d]?|mark(?:ed)?) (?<what>.+)',
    'do i have $<what>',
  ),
  whole(
    `what(?: (?:stuff|items?|things?|all|else|tasks?))?(?: (?:did|have))? (?:i|we)(?: have|'ve)? (?:put|write|written|wrote|add|added|list|listed|place|placed|save|saved|include|got|have|note|jot)(?: down)? (?:on|in|to) (?<list>${list})(?: (?:this time|again|so far|already|yet))?(?<when> (?:for|today|tomorrow|this) ?.*)?`,
    'what is on $<list>$<when>',
  ),
  // What is to be remembered is a task.
  whole(
    "(?:what|which)(?: (?:is it|was it|were|was|are|is|am|all|stuff|things?|items?|did|do|have|had))*(?: (?:the|those|these|all|things?|items?|stuff|that|it|ones?))*(?: that)? (?:i|we)(?: am| was| were| had| have|'m)? (?:want(?:ed)?|try(?:ing)?|need(?:ed)?|supposed|ask(?:ed)?(?: you)?|tell|told(?: you)?|going|meant)(?: you)? to (?:help me )?(?:remember|recall|keep in mind|not forget|be reminded|remind me)(?: (?:about|of|to do|earlier|before|today|yesterday|later|for me))*",
    'what is on my reminder list',
  ),
  whole(
    '(?:remind|tell|show|give) me (?:of |about )?(?:the|all|those) (?:things|stuff|items|ones)(?: that)? (?:i|we) .*(?:remember|recall|forget|keep in mind)',
    'what is on my reminder list',
  ),
  whole('(?:i want to |i need to )?(?:know|hear|see|check) my reminders', 'what is on my reminder list'),
  whole('(?:refresh my memory|recall)\\b.*\\bremember(?: .*)?', 'what is on my reminder list'),
  whole(
    'what (?:reminders|alerts|notifications) (?:do|did|have) i (?:have|set|make|got)(?: set| up| made)*',
    'what is on my reminder list',
  ),
  whole(
    'what (?:are|were) (?:my|the) (?:current |latest |pending )*(?:reminders|alerts|notifications)(?: that i (?:made|set|have))?',
    'what is on my reminder list',
  ),
  whole(
    '(?:read|show|tell|give|list|go through|check|what)(?: me| my| to me| all)* (?:my|the) reminders(?: (?:to|for|with) me| out)*',
    'what is on my reminder list',
  ),
  whole(
    '(?:give me |show me |list |tell me )?(?:a )?(?:run ?down|overview|list|summary|look|rundown) (?:of|at) (?:my |the |all my )?(?<what>meetings?|appointments?|events?|meeting schedules?|schedule|calendar)(?<when> .+)?',
    'show my $<what>$<when>',
  ),
  whole(
    '(?<ask>what|which) lists (?:have i|i have|did i|do i have|i|are)(?: (?:made|created|have|got|make|currently|available|right|now|there))*',
    'show my lists',
  ),
  whole(
    '(?:display|show|list|check|see|open|what are)(?: me)?(?: all)?(?: my| the)? (?:available |current |existing )?lists',
    'show my lists',
  ),
];

const wanting =
  "(?:i(?:'d| would)?|we(?:'d| would)?) (?:really |also |just )?(?:want|wanna|need|like|love|would like|got|have)";

/** A wish for something is the request for it. */
const wishes: readonly Rephrasing[] = [
  start('(?:can|could|should|shall|maybe) we (?:can |could )?(?:please )?(?=(?:put|add)\\b)'),
  start('(?:set|book|schedule|make) me (?=an? (?:meeting|appointment|call)\\b)', 'schedule '),
  start('hook up (?=an? (?:meeting|call)\\b)', 'schedule '),
  whole(
    'get (?<what>an? (?:meeting|appointment|call)\\b.*?) (?:set up|scheduled|booked|arranged)(?<when> .+)?',
    'schedule $<what>$<when>',
  ),
  part('\\bremainders?\\b(?! of )', 'reminder'),
  start('(?:set|set up|create|make)(?: an?)? alarm to remind me', 'remind me'),
  start('(?:begin|start) (?=an? (?:new )?(?:list|project|task)\\b)', 'create '),
  start('how about (?=an? (?:new )?(?:reminder|task|list|meeting)\\b)', 'create '),
  start('put in (?=an? (?:new )?(?:meeting|appointment|event|reminder)\\b)', 'schedule '),
  start('(?:write|compose|draft) and send ', 'send '),
  start(
    '(?:retrieve|fetch|load|locate) (?=(?:(?:my|the|all|any) )*(?:events?|meetings?|appointments?|tasks?|reminders?|lists?|projects?)\\b)',
    'show ',
  ),
  start('(?:in|on|from) (?:my|the) calendar,? (?=(?:delete|remove|cancel|clear|erase)\\b)'),
  start(
    "i(?: would|'d| will)? (?:need|want|like) to be (?:notified|alerted|told|informed) (?=of|about|that|when|at|on)",
    'remind me ',
  ),
  start("i(?: would|'d)? (?:want|wanna|like) to (?=(?:text|message|call|phone)\\b)"),
  start('set (?:a|the) reminder up ', 'set a reminder '),
  whole(
    "(?:i|we)(?: would|'d)? (?:need|want|like|have) an? (?<what>e-?mail|text|message)(?: to be)? sent (?<to>to .+)",
    'send an $<what> $<to>',
  ),
  whole(
    "add to (?<day>\\p{L}+day|today|tomorrow)'?s? (?:calendar|schedule|agenda) (?<what>.+)",
    'add $<what> to my calendar on $<day>',
  ),
  whole('search (?:my |the )?(?:calendar|schedule|agenda|tasks|lists?) for (?<what>.+)', 'find $<what>'),
  whole('(?:get|have) (?<what>.+?) (?:added|put) (?<to>(?:on|to) .+ list)', 'add $<what> $<to>'),
  start('i (?:need|want|would like) for you to '),
  start(
    'i (?:have to|must|got to|gotta|should) (?=(?:add|remove|delete|cancel|clear|put) .+ (?:lists?|calendar|schedule)\\b)',
  ),
  start('(?:tack on|chuck|pop|toss|slap|stick) (?=.+ (?:on|to|onto|in) .*list\\b)', 'add '),
  start(
    "mark (?:down )?(?:on )?my calendar (?:that|for|with|to|as)(?: i will be| i am| i'm)? ",
    'add to my calendar ',
  ),
  start('do (?:please )?(?=(?:remove|delete|add|create|set|send|cancel|mark|schedule)\\b)'),
  start(
    "(?:can|could|may) i (?:have|get) (?=(?:today's|the|the current|current) (?:date|day|time)\\b)",
    'tell me ',
  ),
  start(
    '(?:open|find|go to|look at|check|access)(?: up)? (?:(?:my|the) )?(?:calendar|lists?|to-?do list|reminders)(?:,? and)?(?: then)? (?=(?:delete|remove|clear|add|cancel|erase)\\b)',
  ),
  start('find and (?=(?:delete|remove|cancel)\\b)'),
  start('completely (?=(?:clear|delete|remove|empty)\\b)'),
  start(
    '(?:(?:do me a favou?r and|hurry up and|go ahead and|be sure to|make sure (?:that )?you|try to|feel free to|just|really|quickly|you (?:can|could|need to|should|may|must|have to)|i need you to|is it possible (?:for you )?to|would (?:you|u) be (?:willing|able|so kind as) to|can see you|will you|would you|can i get you to|if you could,?|it would be (?:great|nice|good) if you could|i would appreciate it if you could),? )+(?=[\\p{L}\\u{E000}])',
  ),
  whole(
    "(?<request>.+?),? (?:and )?(?:i would|i'd|we would) (?:really )?appreciate (?:it|that)",
    '$<request>',
  ),
  start(
    `${wanting} to (?:be|get) reminded(?: (?=to|about|of|that|on|at|in|tomorrow|today|when|every)| *$)`,
    'remind me ',
  ),
  start(`${wanting} a reminder(?: set(?: up)?)?(?: (?=to|about|of|that|for|on|at)| *$)`, 'remind me '),
  start("(?:i|we) (?:do not|don't) (?:want|wanna) (?:to )?forget ", 'do not forget '),
  start(
    '(?:set|create|make|add|give me|send me|put|schedule|new)(?: up)?(?: (?:a|an|the|my|me))*(?: new)? (?:remainder|notification|alert|alarm reminder|reminder alarm|reminder notification)(?! of the (?:week|day|month|year)\\b)',
    'set a reminder',
  ),
  start(
    '(?:can|could|may) i (?:set|have|make|get|add) (?:a |an )?reminder(?: set)?(?: up)?',
    'set a reminder',
  ),
  start('(?:can|could|may) i (?:please )?(?=(?:add|create|make|set|schedule|put|book|remove|delete)\\b)'),
  start('remind to ', 'remind me to '),
  start('open up (?=an? (?:new )?(?:reminder|task|list|project|note)\\b)', 'create '),
  whole(
    `${wanting} (?:an?|the|my|another) (?<what>.+?) (?:to be )?(?:scheduled|set up|booked|arranged|planned|created)(?<when> .+)?`,
    'schedule a $<what>$<when>',
  ),
  whole(
    '(?:let|tell) me (?:know )?(?<when>(?:later|the (?:morning|day|evening|night)) .+)',
    'remind me $<when>',
  ),
  whole(
    `(?:i am|i'm|we are|we're|i have|we have|i've|i) (?:going to|planning to|gonna|planning on) (?<what>.+)`,
    'i have to $<what>',
  ),
];

const put =
  '(?:add|added|put|place|placed|include|included|write|written|noted|stick|throw|insert|enter|go|be|be added|be put|be placed|be included|be written|to be added|to be put)';

/** What shall be on a list, or no longer, is added to it or removed. */
const items: readonly Rephrasing[] = [
  whole(
    `(?<what>(?!i |we |what |is |are |do |please |add |put |create |make |can |remove |delete |set ).+?) (?:needs?|has|have|should|must|ought|is|are|want|wants)(?: to)?(?: also)? (?:be )?(?:${put}|be on)(?: (?:on|to|in|into|onto))? (?<list>${list})(?: too| as well| also)?`,
    'add $<what> to $<list>',
  ),
  whole(
    `${wanting}(?: to (?:have|get))? (?<what>.+?) (?:to be |to go |to get )?(?:added |put |placed |included |written |moved )?(?:on|to|in|into|onto) (?<list>${list})(?: too| as well| also| please)?(?<when> (?:on|for|at) .+)?`,
    'add $<what> to $<list>$<when>',
  ),
  whole(
    `(?<list>${list}) (?:should|must|needs to|has to|ought to)(?: also)? (?:have|include|contain|say|list|hold) (?<what>.+?)(?: (?:on|in) it| too| as well)?`,
    'add $<what> to $<list>',
  ),
  whole(
    `(?:on|to|in|onto|for) (?<list>${list}),? (?:please |also |can you |could you |i (?:need|want|would like) (?:you to )?)*(?:add|put|place|include|write|insert)(?: down)? (?<what>.+)`,
    'add $<what> to $<list>',
  ),
  whole(
    `(?:on|to|in|onto) (?<list>${list}),? (?:please )?i (?:need|want|would like) (?<what>.+?)(?: (?:added|put(?: on)?|written down|on it))?`,
    'add $<what> to $<list>',
  ),
  whole(
    `(?:from|off|off of|on) (?<list>${list}),? (?:please |also |can you |could you )*(?:remove|delete|take|erase|drop|cross)(?: off)? (?<what>.+?)(?: off)?`,
    'remove $<what> from $<list>',
  ),
  whole(`add to (?<list>${list}):? (?<what>.+)`, 'add $<what> to $<list>'),
  whole(
    `make sure (?:that )?(?<what>.+?) (?:is|are|gets?|goes?|get)(?: (?:put|added))? (?:on|to|onto|in) (?<list>${list})`,
    'add $<what> to $<list>',
  ),
  whole(
    `(?<add>(?:add|put|include|stick|throw|place) .+? (?:on|to|in|onto|into) (?:${list})),? (?:as|because|cause|since|'cause|coz) (?:i|we|i'm|we're|it|there)\\b.*`,
    '$<add>',
  ),
  whole(
    `(?:take|cross|scratch|strike|pull|knock) (?!off |out |away )(?<what>.+?) (?:off of|off|from|out of|of) (?<list>${list})(?<when> (?:on|for) .+)?`,
    'remove $<what> from $<list>$<when>',
  ),
  whole(`take (?:off|away|out) (?<what>.+?) (?:from|of|on) (?<list>${list})`, 'remove $<what> from $<list>'),
  whole(
    `(?:i|we) (?:do not|don't|no longer|don't)(?: want| need)+ (?<what>.+?) (?:on|in) (?<list>${list})(?: any ?more| any longer)?`,
    'remove $<what> from $<list>',
  ),
  whole(
    `(?:blank out|blank|nuke|wipe(?: out)?|zero|reset|empty|clear(?: out| off)?|completely clear|clean(?: out| up| off)?)(?: out)?(?: (?:the )?(?:contents? of|everything (?:on|in|from|off)|all (?:the )?(?:items|tasks|things|events) (?:on|in|from|off)))? (?<list>${list})(?: (?:completely )?(?:blank|empty|clear|clean|out))?`,
    'clear $<list>',
  ),
  whole(`make (?<list>${list}) (?:completely |totally )?(?:blank|empty|clear|clean)`, 'clear $<list>'),
  whole(
    '(?:keep|leave|make|hold)(?: the date of)? (?<when>.+?) (?:wide |completely |totally )?(?:open|free|clear|blank|empty)(?: (?:on|in) (?:my|the) calendar)?',
    'clear my calendar for $<when>',
  ),
  whole(
    '(?<when>.+?) (?:needs? to|should|must) be (?:cleared|emptied|wiped|free|clear)(?: (?:on|from|in|off) (?:my|the) calendar)?',
    'clear my calendar for $<when>',
  ),
  whole(
    `(?:make sure (?:that )?)?there (?:is|are) (?:no|not any) (?:events?|meetings?|appointments?|tasks?|items?) (?:on|in) (?<list>${list})`,
    'clear $<list>',
  ),
  whole(`(?:please )?update (?<list>${list}) with (?<what>.+)`, 'add $<what> to $<list>'),
  whole(
    `(?:put|add)(?: down)? on (?<list>${list}):?,? (?:that )?(?:i need |we need )?(?<what>.+)`,
    'add $<what> to $<list>',
  ),
  whole(`(?:trash|dump|ditch) (?<list>${list})`, 'delete $<list>'),
  whole(
    `make sure (?:that )?(?<list>${list}) is (?:completely |totally )?(?:clear|empty|blank|cleared|free|open)(?<when> .+)?`,
    'clear $<list>$<when>',
  ),
  whole(
    `(?:nuke|zap|kill|trash|ditch|dump|take off|take|erase|wipe|remove|delete|get rid of) (?:all(?: of)?(?: the)?(?: items| tasks| things)?|everything)(?: off)? (?:off of|off|on|from|in) (?<list>${list})`,
    'delete everything on $<list>',
  ),
];

/** Words for what is written with signs. */
const addresses: readonly Rephrasing[] = [
  part('(?<=\\S)@([\\p{L}\\d-]+) dot ([a-z]{2,3})(?![\\p{L}\\d])', '@$1.$2'),
  part(' at (gmail|hotmail|yahoo|outlook|icloud|aol) dot ([a-z]{2,3})(?![\\p{L}\\d])', '@$1.$2'),
];

const deeds =
  '(?:add|create|make|set|set up|schedule|delete|remove|clear|send|mark|complete|finish|change|move|rename|assign|edit|update|use|book|plan|arrange|invite)';
const howTo: readonly Rephrasing[] = [
  whole(
    "(?:stop|cancel|abort|halt|end|quit|terminate|discontinue|drop|forget)(?: (?:the|your|this|my|that|all|any))*(?: (?:current|present|running|previous|ongoing))*(?: (?:process|action|program|command|activity|operation|mission|what you (?:are|were)(?: currently)? doing|what you're doing|(?<=current |present )task))(?: (?:immediately|now|please))*(?:,? (?:i've|i have) changed my mind)?|hush|halt(?: that)?(?: immediately)?|quiet(?: now)?|(?:stop|cancel) (?:working on )?(?:it|that),? i (?:need|want) something else|forget (?:it|that),? i .*",
    'stop',
  ),
  whole(
    '(?:what|which|can|are|tell me|inform me|help me|i would like|i wanna|know|please)\\b(?=.*\\b(?:(?:can|may|could|allowed to)(?: i)? (?:ask|use)(?: of)? (?:you|the ai)|i (?:can|may|could) (?:ask|use)|you can help|(?:would|could|are) you (?:be )?able to help|you (?:are )?(?:familiar with|know best|capable of|partial to)|ask (?:you|the ai)|information can i ask|(?:questions|things|topics|subjects) can you)\\b).{0,90}',
    'what can you do',
  ),
  whole(
    `(?:how (?:do|can|would|should|could|to)|what do (?:i|we) (?:do|need to do) to|what (?:is|are) the (?:process|way|procedure|steps?|best way)|walk me through(?: the)? (?:process|steps)|(?:what|are there) ways)(?: (?:i|we|you|one|to|of|for|go ahead and|go about|ever))* (?:${deeds}|${deeds.replaceAll('|', 'ing|').replace(')', 'ing)')}|scheduling|removing|deleting|creating|making|setting up)(?=.*\\b(?:tasks?|projects?|lists?|meetings?|reminders?|items?|calendar|events?|e-?mails?|contacts?|appointments?|due|sub ?tasks?|schedule|priorit|assign)) .+`,
    'what can you do',
  ),
  whole(
    'how (?:is|are|does) (?:an? |the )?(?:meetings?|tasks?|reminders?|projects?|lists?|events?) (?:get )?(?:scheduled|added|created|made|removed|deleted|set)',
    'what can you do',
  ),
  whole(
    '(?:what exactly|what kind of (?:things|questions|tasks)|what sort of things|how|in what way|what all|which things|what else)(?: (?:can|could|are|do|does))* (?:you|i get you)(?: (?:can|able|good|to|at|best))*(?: (?:help|do|assist|answer|answering|offer|ask|know|handle|support)(?: (?:me|us|with|out|for|about|here))*)+',
    'what can you do',
  ),
  whole(
    '(?:what|which) (?:is|are) (?:my|the|your|some) (?:list of )?(?:commands|options|abilities|functions|things (?:you|i) can (?:do|say|ask)(?: you)?)(?: available)?',
    'what can you do',
  ),
  whole(
    "(?:stop|quit|cease) (?:talking|speaking|it|that)|(?:that's|that is) enough(?:,? .*)?|(?:do not|don't) (?:talk|speak|say any ?(?:more|thing))(?: .*)?",
    'stop',
  ),
];

const entries = '(?:contact )?(?:details?|info(?:rmation)?|card|entry|e-?mail|address|mail id|e-?mail id)';
const contacts: readonly Rephrasing[] = [
  whole(
    '(?:save|add|put|store|keep)(?: (?:it|this|that))? (?:to|in|into) (?:my |the )?contacts?(?: list)?',
    'add a contact',
  ),
  whole(
    '.*\\b(?:this|that) (?:new )?(?:e-?mail|address|number|person)\\b.* (?:to|in|into) (?:my |the )?contacts?(?: list)?',
    'add a contact',
  ),
  whole(
    `(?:open|pull up|bring up|display|view|show me|show|give me|get me|get|find|tell me|what (?:is|are))(?: the)? (?<who>[\\p{L}-]+)'?s ${entries}`,
    "what is $<who>'s contact information",
  ),
  whole(
    `(?:open|pull up|bring up|display|view|show me|show|give me|get me|get|find|tell me|what (?:is|are))(?: (?:the|all))* ${entries} (?:of|for|about|on) (?:my )?(?<who>(?!contact)[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?)(?: (?:from|in|on) (?:my |the )?contacts?(?: list)?)?`,
    "what is $<who>'s contact information",
  ),
  whole(
    '(?:open|pull up|bring up|display|view)(?: the)? contact(?: (?:named|called|of|for))? (?<who>.+)',
    "what is $<who>'s contact information",
  ),
];

/** What stands before a request: "for friday, add …" */
const order: readonly Rephrasing[] = [
  whole(
    `(?<when>(?:(?:on|at|for|by|this|next|during|in) )?(?:the )?(?:tomorrow|today|tonight|noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|next \\p{L}+|this \\p{L}+|\\d{1,2}(?::\\d\\d)?)(?: (?:at )?(?:\\d{1,2}(?:st|nd|rd|th)?(?::\\d\\d)?(?: ?[ap]m)?|tomorrow|today|noon|morning|afternoon|evening|night|[\\p{L}]+th|first|second|third))*),? (?:please |can you |could you )*(?<request>(?:add|schedule|set|set up|book|make|create|put|remind me|plan|arrange|reserve) .+)`,
    '$<request> $<when>',
  ),
];

const all: readonly Rephrasing[] = [
  ...addresses,
  ...wishes,
  ...lists,
  ...questions,
  ...howTo,
  ...contacts,
  ...items,
  ...order,
];

/** The request without the words that only wish for it. */
export function withoutWish(text: string): string {
  return wishes.reduce((said, { pattern, plainly }) => said.replace(pattern, plainly), text).trim();
}

/** The request in plain words; what is quoted stays as it is. */
export function rephrased(text: string): string {
  const said = all.reduce(
    (before, { pattern, plainly, about }) =>
      about === null || about.test(before) ? before.replace(pattern, plainly) : before,
    text,
  );
  return said.replaceAll(/ {2,}/gu, ' ').trim();
}
