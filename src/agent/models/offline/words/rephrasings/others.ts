import { part, whole, type Rephrasing } from './rephrasing';

/** Words for what is written with signs. */
export const addresses: readonly Rephrasing[] = [
  part('(?<=\\S)@([\\p{L}\\d-]+) dot ([a-z]{2,3})(?![\\p{L}\\d])', '@$1.$2'),
  part(' at (gmail|hotmail|yahoo|outlook|icloud|aol) dot ([a-z]{2,3})(?![\\p{L}\\d])', '@$1.$2'),
];

const deeds =
  '(?:add|create|make|set|set up|schedule|delete|remove|clear|send|mark|complete|finish|change|move|rename|assign|edit|update|use|book|plan|arrange|invite)';
/** How something is done here, and what there is to be asked. */
export const howTo: readonly Rephrasing[] = [
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
    "(?:stop|quit|cease|enough)(?: (?:doing|with|asking|repeating|saying|trying|of))+(?: (?:me|that|this|it|so|these|those|all|yourself|questions?|things?|stuff))*(?: (?:again|now))?|knock it off|cut (?:it|that) out|(?:do not|don't) (?:ever )?(?:do|say|ask)(?: me)? (?:that|this|it)(?: ever)? (?:again|any ?more)|(?:stop|quit|cease) (?:talking|speaking|it|that)|(?:that's|that is) enough(?:,? .*)?|(?:do not|don't) (?:talk|speak|say any ?(?:more|thing))(?: .*)?",
    'stop',
  ),
];

const entries = '(?:contact )?(?:details?|info(?:rmation)?|card|entry|e-?mail|address|mail id|e-?mail id)';
/** What is known of somebody. */
export const contacts: readonly Rephrasing[] = [
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
    '(?:is there|do i have|find|have i got) (?:an? )?(?:contact|person|number|address)(?: (?:named|called|for|of|by the name of|by the name)) (?<who>.+?) (?:in|on|among) (?:my |the )?(?:contacts?(?: list)?|list|phone ?book|address book)',
    "what is $<who>'s contact information",
  ),
  whole(
    '(?:open|pull up|bring up|display|view)(?: the)? contact(?: (?:named|called|of|for))? (?<who>.+)',
    "what is $<who>'s contact information",
  ),
];

/** What stands before a request: "for friday, add …" */
export const order: readonly Rephrasing[] = [
  whole(
    `(?<when>(?:(?:on|at|for|by|this|next|during|in) )?(?:the )?(?:tomorrow|today|tonight|noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|next \\p{L}+|this \\p{L}+|\\d{1,2}(?::\\d\\d)?)(?: (?:at )?(?:\\d{1,2}(?:st|nd|rd|th)?(?::\\d\\d)?(?: ?[ap]m)?|tomorrow|today|noon|morning|afternoon|evening|night|[\\p{L}]+th|first|second|third))*),? (?:please |can you |could you )*(?<request>(?:add|schedule|set|set up|book|make|create|put|remind me|plan|arrange|reserve) .+)`,
    '$<request> $<when>',
  ),
];
