import { list, start, whole, type Rephrasing } from './rephrasing';

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
const whether = '\u{95}';

/** A question that something else leads to is asked by itself. */
export const questions: readonly Rephrasing[] = [
  start('(?:list|write|read|spell) out (?=(?:all|the|my|our|every|what|which)\\b)', 'list '),
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
    `what (?:does|do|did|is|will) (?<list>${list}) (?:consists? of|contain|comprise|entail|include|look like|say|have(?: on it)?|hold|consisting of)(?<when> .+)?`,
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
    '(?:(?:remind|tell|show|give) me|list|read|say|repeat) (?:of |about )?(?:the|all|those) (?:things|stuff|items|ones)(?: that)? (?:i|we) .*(?:remember|recall|forget|keep in mind)',
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
    `(?:${telling}|what is|what's|read|go over|show(?: me)?|check|review|run through) (?:my |the |our )*(?:meeting|appointment|event)s? (?:schedule|calendar|agenda)(?: (?:with|for|to) me)?(?<when> .+)?`,
    'show my meetings$<when>',
  ),
  whole(
    '(?:tell|inform|remind)(?: me)? (?:about|of) (?:all )?(?:of )?(?:my|the|our) (?:upcoming |next |latest )*(?<what>events|meetings|appointments|reminders|tasks)(?<when> .+)?',
    'show my $<what>$<when>',
  ),
  whole(
    `remind me (?:of|about) (?:everything|all|all the \\p{L}+|the (?:tasks|items|things|stuff))(?: that (?:is|are))? on (?<list>${list})`,
    'what is on $<list>',
  ),
  whole(
    `(?:have|did|has) i (?:already )?(?:put|add|added|listed|written) (?:anything|something|any \\p{L}+) (?:on|to|in|into|onto) (?<list>${list})`,
    'what is on $<list>',
  ),
  whole(
    `(?:what|which) (?:tasks?|items?|things?)(?: have| do| are)? (?:i|we)(?: have)?(?: yet| still)* (?:to (?:complete|finish|do)|left|not (?:done|completed|finished))(?: (?:off|on|from|in))? (?<list>${list})`,
    'what is on $<list>',
  ),
  whole(
    `how many \\p{L}+ (?:items?|things?|entries|tasks?)(?: (?:do i have|are|are there))? (?:on|in) (?<list>${list})`,
    'how many items are on $<list>',
  ),
  whole(
    `do i (?:already )?have an? (?:task|item|entry|note|event|reminder) (?:on|in) (?<list>${list}) (?:to|for|about|called) (?<what>.+)`,
    'is $<what> on $<list>',
  ),
  whole(
    "(?:what time|when|where) (?:is|are) (?<day>today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'?s (?<what>.+)",
    'what $<what> do i have $<day>',
  ),
  whole(`will (?<what>.+?) be (?:on|in) (?<list>${list})(?: .+)?`, 'is $<what> on $<list>'),
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
