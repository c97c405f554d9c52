import { rangeOf, rangeWithin, type DayRange } from '../reading/ranges';
import { rule, type Reader, type Rule } from '../reading/reader';
import type { Beyond, Request } from '../reading/request';
import { eventNouns } from '../reading/vocabulary';
import { marksIn, requoted } from '../words/phrase';

const asking =
  '(?:what|when|where|who|which|how|why|is|are|am|was|were|do|does|did|have|has|will|would|can|could|should|any|show|tell|give|list|check|read|see)';
const agenda = new RegExp(
  `\\b(?:${eventNouns}|calendar|schedule|agenda|scheduled|planned|plans?|busy|free|available|program(?:me)?|anything (?:going on|coming up|planned)|obligations?|commitments?|reminders?|today|day)\\b`,
  'iu',
);

/** Looser words of what others do; what is about tasks was read before. */
const loose: readonly (readonly [topic: Beyond, words: RegExp])[] = [
  [
    'inbox',
    /\b(?:e-?mails?|e-?mailed|inbox|unread|mailbox|gmail|outlook)\b|\b(?:new|recent|any|unread) (?:messages?|mails?)\b/iu,
  ],
  ['inbox', /^(?:(?:send|compose|write|open|start)(?: an?| the)? (?:reply|response)|reply|respond)\b/iu],
  [
    'weather',
    /\b(?:weather|rain(?:ed|ing|y)?|snow|umbrella|forecast|degrees|celsius|fahrenheit|gloves|raincoat|wear|sunblock|sunscreen|cloudy|overcast|climate|cold outside|hot today|cold today|be warm|too cold|too hot|dress in|jacket)\b/iu,
  ],
  [
    'music',
    /\b(?:songs?|music|playlists?|albums?|singer|lyrics|podcasts?|radio|play me|hear some|listen to|youtube|spotify)\b|^(?:i (?:want|would like|like|need|love) to )?(?:hear|listen|put on|play)\b/iu,
  ],
  ['joke', /\b(?:jokes?|riddles?|funny)\b/iu],
  ['home', /\b(?:lights?|thermostat|vacuum|volume|tv)\b/iu],
  [
    'travel',
    /\b(?:trains?|flights?|bus(?:es)?|taxi|uber|traffic|airport|route|directions|hotels?|street)\b/iu,
  ],
  ['news', /\b(?:news|headlines|stocks?|nba|nfl|soccer|football|election|scores?)\b/iu],
  [
    'shopping',
    /\b(?:restaurants?|recipes?|pizza|takeaway|movies?|cinemas?|concerts?|nearby|near me|around me|in (?:my|this) (?:city|area|town)|local events)\b/iu,
  ],
  [
    'knowledge',
    /\bholidays?\b|\bdays? off\b|\btime in \p{L}|\bbio of\b|^tell me everything|\byou know about\b|^tell me (?:the )?(?:distance|why|how|who|lucky|middle name|capital|meaning)\b/iu,
  ],
  ['phone', /\b(?:phone|mobile|cell|telephone)\b|'s (?:home |work |office )?number\b/iu],
  [
    'phone',
    /^(?:call|phone|ring|dial|redial)\b(?!.*\b(?:tomorrow|today|tonight|at|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|about)\b)/iu,
  ],
  ['alarm', /\b(?:alarms?|timers?|wake (?:me )?up)\b/iu],
];

/** What no other rule could read: at least what it is about can be told, and nothing of this changes anything. */
export const lastResorts: readonly Rule[] = [
  rule('.+', (_groups, reader) => {
    if (marksIn(reader.text).length > 0 || isCommand.test(reader.text)) return null;
    const topic = loose.find(([, words]) => words.test(reader.text))?.[0];
    return topic === undefined || (ours.test(reader.text) && !received.test(reader.text))
      ? null
      : { type: 'beyond', topic, text: said(reader) };
  }),
  rule(`${asking}\\b.+`, (_groups, reader) => due(reader)),
  rule(
    `(?:my |the |our |all )*(?:weekly |daily |work |meeting |event |latest |upcoming |next )*(?:plans?|schedules?|agenda|calendar|events?|meetings?|appointments?)(?: (?:today|for today|this week))?`,
    (_groups, reader) => due(reader),
  ),
  rule(
    '(?:my |the |our )?(?:plans?|schedule|agenda|meetings?|events?) (?:for|on) (?<when>.+)',
    ({ when = '' }, reader) => (rangeOf(when, reader.context) === null ? null : due(reader)),
  ),
  rule(
    '(?:what|who|where|which|why|whose|how|is|are|was|were|does|did|has|can|will|would|at what|in what|on what|to what) .+',
    (_groups, reader) =>
      isOurs(reader) || (mine.test(reader.text) && !/^how\b/iu.test(reader.text))
        ? null
        : { type: 'beyond', topic: 'knowledge', text: said(reader) },
  ),
  rule(
    '(?:(?:tell|give|show|get|teach|find|read|instruct|explain to) (?:me|us)|use google|do you know) (?<what>.+)|(?:meaning|definition|features|breeds|ingredients|benefits|causes|history|origins?) (?:of|needed) .+|(?:largest|tallest|smallest|biggest|highest|longest|oldest|fastest) .+',
    ({ what = '' }, reader) => {
      const range = aboutEvent.test(what) ? rangeWithin(what, reader.context) : null;
      if (range !== null) return dueIn(range);
      return isOurs(reader) || (mine.test(what) && !/^how to\b/iu.test(what))
        ? null
        : { type: 'beyond', topic: 'knowledge', text: said(reader) };
    },
  ),
  // What was, or how it feels, asks for nothing.
  rule(
    "(?:(?:today |olly )*(?:i|we) (?:went|got|saw|was|were|felt|hope|wish|think|believe|lost|won)|(?:it|its|it's|that|this|today|life|work|the day)(?: is| was|'s)? (?:was|is|very|so|really|too|a)|(?:today|yesterday|tonight) (?:was|is|i got)|(?:very|so|too)) .+",
    (_groups, reader) =>
      isOurs(reader) || agenda.test(reader.text.replaceAll(/\b(?:to)?day\b/giu, ' '))
        ? null
        : { type: 'beyond', topic: 'chat', text: said(reader) },
  ),
];

/** What is asked about something that is to come. */
const aboutEvent = /\b(?:details?|about|upcoming|more on)\b/iu;

function isOurs({ text }: Reader): boolean {
  return ours.test(text) || marksIn(text).length > 0;
}

const received = /\b(?:recent|new|unread|latest|incoming) (?:e-?mails?|messages?)\b/iu;
const isCommand =
  /^(?:add|create|make|remind|set|schedule|put (?!on )|delete|remove|complete|finish|mark|move|rename|assign|update|change|plan|book|note|buy|write (?!an? (?:reply|response))|pay|get|clean|fix|send (?!me\b|an? (?:reply|response)\b))\b/iu;
const ours =
  /\b(?:tasks?|sub ?tasks?|projects?|to-?dos?|reminders?|lists?|remind|stakeholders?|overdue|deadlines?|assigned|calendar|agenda|contacts?|due)\b/iu;
const mine = /\b(?:i|my|we|our|me)\b/iu;

function said({ text, quotes }: Reader): string {
  return requoted(text, quotes);
}

/** What goes on in the world, not on the person's calendar. */
const isElsewhere =
  /\b(?:happening|going on|taking place|held|exhibits?|shows?|jobs?|festivals?|issue)\b.*\b(?:in|at|near|around) (?!my\b|the (?:calendar|list)|our\b)/iu;

/** A question about a day, or about what is planned: what is due then is shown. */
function due(reader: Reader): Request | null {
  const { text, context } = reader;
  if (isElsewhere.test(text)) return null;
  if (
    !agenda.test(text) ||
    /^(?:what|which) (?:day|date|time)\b|\bdate time\b/iu.test(text) ||
    marksIn(text).length > 0 ||
    !/\b(?:i|my|we|our|me|any|all|latest|upcoming|next|calendar|schedule|agenda|reminders?)\b|^what/iu.test(
      text,
    )
  )
    return null;
  const range = rangeWithin(text, context) ?? rangeOf('soon', context);
  return dueIn(range ?? {});
}

function dueIn(range: Partial<DayRange>): Request {
  return {
    type: 'question',
    question: { type: 'tasks', filter: { done: false, ...range }, where: { type: 'none' }, view: 'due' },
  };
}
