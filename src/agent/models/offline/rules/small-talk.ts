import { rule, type Rule } from '../reading/reader';
import { countIn, countWords, ordinalWords, priorityWords } from '../reading/vocabulary';
import { momentOnly } from '../reading/when';
import { requoted } from '../words/phrase';

const undo = '(?:undo|revert|roll ?back|take back|reverse|un-?do)';
const redo = '(?:redo|re-do|reapply|bring back)';
const steps = 'changes?|actions?|steps?|things?|edits?|deletions?|requests?|updates?|times|ones?';

/** What is about the conversation itself: greetings, undo, answers to what was asked before. */
export const smallTalkRules: readonly Rule[] = [
  rule(
    '(?:hi+|hello|hey+|yo|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|morning|hi there)(?: (?:there|momentum|everyone|again|assistant|alexa|siri|google|olly))?',
    () => ({ type: 'greeting' }),
  ),
  rule(
    "(?:(?:many )?thanks?|thank (?:you|u)|thx|ty|cheers|great|perfect|awesome|nice|cool|excellent|amazing|wonderful|good (?:job|work|one)|well done|nice (?:job|work|one)|that(?:'s| is) (?:great|perfect|all|it|good|fine|right|correct)|ok(?:ay)?|got it|alright|all good|no thanks|no thank you|bye|goodbye|see you|good night|lovely|fine|i like (?:it|that)|looks good)(?:[ ,]+(?:you|u|a lot|so much|very much|job|work|momentum|then|for (?:now|your help|the help|that|today)|that(?:'s| is) (?:all|it|great)|later|it is))*",
    () => ({ type: 'thanks' }),
  ),
  rule(
    '(?:stop|cancel|never ?mind|nvm|forget (?:it|that|about (?:it|that))|nothing|abort|quit|leave it|scratch that|drop it|skip(?: it)?|not now|hold on|wait|stop (?:that|it|now|everything|right there|talking)(?:,? .{0,30})?|no,? stop|never ?mind[,.]? (?:do not|don.t|no|cancel|stop|leave|forget)(?: .{0,40})?|scratch|scrap(?: it| that)?|discontinue|(?:destroy|kill) (?:the )?process|(?:stop|end|cancel) (?:your|the|this) current task|do not (?:do|complete|finish|carry out) (?:this|that|it|the (?:process|task) (?:that )?i (?:just )?gave you|this process)|ignore (?:that|it|what i said)|shut up|be quiet|enough)(?: (?:it|that|please|now))?(?: then)?',
    () => ({ type: 'nothing' }),
  ),
  rule(
    'help|\\?+|help me|i need help|what (?:all )?(?:can|could|do|should) (?:you|i|u|we) (?:do|say|ask|help)(?: (?:here|you|me|for me|with|me with|to you|exactly))*|what (?:are|r) (?:you|u)(?: able to do| capable of| good at| for)?|(?:who|what) (?:are|r) (?:you|u)|how (?:does (?:this|it)(?: app| tool)? work|do you work|can you (?:help|assist)(?: me)?|do i use (?:this|you|it)(?: app)?|should i use (?:this|you))|what (?:commands|features|functions|skills)(?: .*)?|what things (?:can|could|do|are|should|would) (?:you|i)(?: .*)?|what is this(?: app)?|what (?:is|are) your (?:features?|commands?|purpose|capabilities|skills?)|(?:show|tell|give) me (?:the |your )?(?:help|features|commands|options|what you can do|what i can (?:do|say)|(?:some |a few |an )?examples?(?: of (?:what|how|things) .*)?)|(?:list )?(?:commands|features|examples|options|instructions|tutorial)|what do you do|(?:do you )?(?:have )?any (?:tips|suggestions)',
    () => ({ type: 'help' }),
  ),
  rule(
    `${undo} (?:(?:all(?: of)?|every|each|both)(?: (?:the|my|your|of))* (?:\\w+ )?(?:changes?|actions?|edits?|things?|steps?)|everything (?:from|since|that|you(?! just\\b)|i(?! just\\b)|we(?! just\\b)).*)`,
    () => ({ type: 'undo-several', count: null }),
  ),
  rule(
    `${undo} (?:(?:it|that) )?(?:(?:the |my |your |our )*(?:last |latest |previous |most recent )*(?<count>${countWords}) (?:(?:last|latest|previous|recent) )?(?:changes?|actions?|steps?|things?|edits?|deletions?|requests?|updates?|times|ones?)|(?<twice>twice|thrice))`,
    ({ count, twice }) => ({
      type: 'undo-several',
      count: count === undefined ? (/^twice$/iu.test(twice ?? '') ? 2 : 3) : countIn(count),
    }),
  ),
  rule(
    `${undo} (?:the |my |your |our )*(?:last|latest|previous|recent|most recent) (?<count>${countWords})|${undo} (?<both>both)(?: of (?:them|those|these))?`,
    ({ count, both }) => ({ type: 'undo-several', count: both === undefined ? countIn(count ?? '') : 2 }),
  ),
  rule(
    `${redo} (?:(?:the |my |your |our )*(?:last|latest|previous|recent|most recent) (?<count>${countWords})(?: (?:${steps}))?|(?:it |that )?(?:the |my )*(?<some>${countWords}) (?:(?:last|latest|previous|recent) )?(?:${steps})|(?:it |that )?(?<twice>twice|thrice)|(?<both>both)(?: of (?:them|those|these)| (?:${steps}))?)`,
    ({ count, some, twice, both }) => ({
      type: 'redo-several',
      count:
        both !== undefined
          ? 2
          : twice === undefined
            ? countIn(count ?? some ?? '')
            : /^twice$/iu.test(twice)
              ? 2
              : 3,
    }),
  ),
  rule(
    `${redo} (?:all(?: of (?:it|them|that))?|everything|(?:all|every|each)(?: (?:the|my|your|of))* (?:\\w+ )?(?:${steps}))(?: (?:that )?(?:you|i|we) (?:just )?(?:undid|have undone))?`,
    () => ({ type: 'redo-several', count: null }),
  ),
  rule(
    "(?:undo|revert|roll ?back|take back|reverse|ctrl ?z|un-?do)(?: (?:it|that|this|them|those|all(?: of (?:it|that))?|everything(?: you (?:just )?did)?|the (?:last|latest|previous) (?:\\w+ )?(?:change|changes|action|step|thing|one|edit|deletion|request|update)|(?:my |your )?(?:last|latest|previous) (?:change|changes|action|step|thing|edit)|what you (?:just )?did|(?:that|the|your|my) (?:\\w+ )?(?:change|changes|deletion|edit|update)|changes|once))?|(?:take|roll|change|put|turn) (?:it|that|this|everything) back(?: the way it was| as it was)?|(?:that was|it was) (?:wrong|a mistake)|(?:my|a) mistake|i did(?:n't| not) (?:mean|want) (?:to do )?(?:that|this|it)|(?:stop and )?go back|(?:undo|negate|rescind|revoke|reverse|take back)(?: (?:this|that|the|my|your|last|latest|previous))* (?:process|command|request|order|instruction)|rescind(?: (?:that|it))?",
    (_groups, reader) =>
      /^\S+(?: \S+)? (?:all|everything)$/iu.test(reader.text) &&
      !/^(?:take|roll|change|put|turn) /iu.test(reader.text)
        ? { type: 'undo-several', count: null }
        : { type: 'undo' },
  ),
  rule(
    '(?:redo|re-do|do (?:it|that) again|bring (?:it|that|them|those) back|undo the undo|reapply|put (?:it|that|them) back in)(?: (?:it|that|this|the (?:last|latest) (?:change|action|step|thing)|(?:my )?last change|what (?:you|i) (?:just )?undid|(?:the|that) change))?',
    () => ({ type: 'redo' }),
  ),
  rule(
    "yes|yeah|yep|yup|sure|of course|correct|right|exactly|do it|go ahead|please do|confirm|confirmed|absolutely|definitely|sounds good|y|yes please|yes do it|that(?:'s| is) (?:right|the one)|ok do it",
    () => ({ type: 'answer', text: 'yes' }),
  ),
  rule('no|nope|nah|no way|n|not really|neither|none(?: of (?:them|these|those))?|no one', () => ({
    type: 'answer',
    text: 'no',
  })),
  rule(
    `(?:(?:i (?:meant?|want|choose|pick)|choose|pick|take|select|use|go with|it is|it's) )?(?<which>(?:the )?${ordinalWords} (?:one|option|choice)|option \\d|number \\d|the (?:former|latter))`,
    ({ which = '' }) => ({ type: 'answer', text: which }),
  ),
  rule(
    "(?:no[,.!]? )?(?:not (?:that|this) one[,.;]? ?(?:but )?)?(?:i (?:meant?|want(?:ed)?) |take |use |choose )?(?:the )?other(?: (?:one|task|project|person|list))|(?:no[,.!]? )?not (?:that|this) one[,.;]? (?:but )?the other|(?:no[,.!]? )?not (?:that|this) one|(?:no[,.!]? )?(?:that(?:'s| is)|you (?:picked|chose|took)) (?:the )?wrong (?:one|task|project|person)|the other",
    () => ({ type: 'other-one' }),
  ),
  rule(
    "(?:(?:no|nope|nah|sorry|wait|oops|not that|wrong(?: \\w+)?|actually|hm+|ah|i said)[,.!: ]+(?:no[,.!: ]+)?)+(?:(?:sorry|actually|wait)[, ]+)?(?:i (?:mean|meant|said|want(?:ed)?)(?: to say)?|make (?:it|that|them)|it (?:should|has to|must) be|should be|it(?:'s| is)|that should be|call it|change (?:it|that) to|not .{1,60}?,? but)[:,]? (?<text>.+?)(?: instead)?",
    ({ text = '' }, reader) => correction(text, reader),
  ),
  rule(
    '(?:i (?:mean|meant)|what i meant (?:is|was))[:,]? (?<text>.+?)(?: instead)?',
    ({ text = '' }, reader) => correction(text, reader),
  ),
  rule('(?:make (?:it|that)|change (?:it|that) to|do) (?<text>.+?) instead', ({ text = '' }, reader) =>
    correction(text, reader),
  ),
  rule(`(?:no|nope|sorry|wait)[,.!]* (?<text>${priorityWords}(?:[- ]priority)?)`, ({ text = '' }, reader) =>
    correction(text, reader),
  ),
  rule('(?:no[,.!]* )?(?:rather |better )?(?<text>.+?)(?: instead| rather)?', ({ text = '' }, reader) =>
    asksDate.test(text) || momentOnly(text, reader.context) === null ? null : correction(text, reader),
  ),
];

/** "Date today" asks for it, and corrects nothing. */
const asksDate = /^(?:the )?(?:date|day)(?: of)? (?!(?:is|to)\b)|(?<=\p{L})(?:'?s)? (?:date|day)$/iu;

function correction(text: string, reader: Parameters<Rule['read']>[1]) {
  return {
    type: 'correction' as const,
    text: requoted(text, reader.quotes),
    moment: momentOnly(text, reader.context),
  };
}
