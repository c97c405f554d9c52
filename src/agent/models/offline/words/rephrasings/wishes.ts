import { part, start, wanting, whole, type Rephrasing } from './rephrasing';

/** A wish for something is the request for it. */
export const wishes: readonly Rephrasing[] = [
  start('(?:can|could|should|shall|maybe) we (?:can |could )?(?:please )?(?=(?:put|add)\\b)'),
  start('(?:set|book|schedule|make) me (?=an? (?:meeting|appointment|call)\\b)', 'schedule '),
  whole('(?<request>(?:send|write|e-?mail) .+?),? (?:right )?now', '$<request>'),
  whole(
    '(?<request>(?:remove|delete|erase|clear|trash) .+ list)(?: that)? i (?:just )?(?:created|made|wrote|started)(?: .*)?',
    '$<request>',
  ),
  start('pencil in (?=an? (?:meeting|appointment|call|event)\\b|\\p{L}+ for\\b)', 'schedule '),
  start('hook up (?=an? (?:meeting|call)\\b)', 'schedule '),
  whole(
    'get (?<what>an? (?:meeting|appointment|call)\\b.*?) (?:set up|scheduled|booked|arranged)(?<when> .+)?',
    'schedule $<what>$<when>',
  ),
  // Where it may be part of a title, it is what is left over.
  part(
    '\\bremainders?\\b(?<!\\b(?:task|subtask|rename|remind|pay|compute|calculate)\\b.*)(?! of )',
    'reminder',
  ),
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
    '(?:(?:do me a favou?r and|hurry up and|go ahead and|be sure to|make sure (?:that )?you|try to|feel free to|just|really|quickly|you (?:can|could|need to|should|may|must|have to)|i need you to|is it possible (?:for you )?to|would (?:you|u) be (?:willing|able|so kind as) to|can see you|will you|would you|can i get you to|if you could,?|it would be (?:great|nice|good) if you could|i would appreciate it if you could),? )+(?=[\\p{L}\\u{90}])',
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
    '(?:set|create|make|add|give me|send me|send|put|schedule|new)(?: up)?(?: (?:a|an|the|my|me))*(?: new)? (?:remainder|notification|alert|alarm reminder|reminder alarm|reminder notification)(?! of the (?:week|day|month|year)\\b)',
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
