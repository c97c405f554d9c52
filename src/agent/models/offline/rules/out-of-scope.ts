import { isProject, rule, type Reader, type Rule } from '../reading/reader';
import type { Beyond, Request } from '../reading/request';
import { verbs } from '../reading/vocabulary';
import { marksIn, requoted } from '../words/phrase';

const song =
  '(?:songs?|music|playlists?|albums?|tracks?|tunes?|radio|podcasts?|audio ?books?|artists?|bands?|stations?)';
const alarm = '(?:alarms?|timers?|stopwatch|countdown|wake[- ]up call)';
const weather =
  '(?:weather|forecast|temperature|rain(?:ing|y|s)?|snow(?:ing|s)?|sunny|humid(?:ity)?|umbrella|windy|degrees outside|sunrise|sunset)';
const homeThings =
  '(?:lights?|lamps?|tv|television|vacuum(?: cleaner)?|roomba|robot|hoover|heat(?:er|ing)?|thermostat|ac|air con(?:ditioning)?|fan|oven|coffee (?:maker|machine|pot)|socket|plug|wemo|blinds?|curtains?|door|garage|brightness|volume|sound|speakers?|wifi|bluetooth|screen|dishwasher|washing machine)';

/** Said of oneself, it is something to do. */
const must = '(?:(?:i|we) (?:need|have|must|should|ought)|remember)(?: to)? (?!an?\\b|make\\b|help\\b)';

/** What other assistants do and this one does not. It is told by what is to be done, so that a task may be called anything. */
const topics: readonly (readonly [topic: Beyond, pattern: string])[] = [
  [
    'absence',
    `(?!${must})(?:.*\\b)?(?:pto|paid time off)\\b(?: .*)?|(?!${must})(?:.*\\b)?(?:request|apply|ask|submit|put in|use|take|get|schedule)\\b.*\\b(?:vacation(?: days?| time)?|time off|days? off|leave of absence|sick leave|annual leave)(?: .*)?|(?:.*\\b)?(?:vacation|leave|time[- ]off|days?[- ]off|holiday) request\\b.*`,
  ],
  [
    'room',
    '(?:.*\\b)?(?:(?:meeting|conference|board) ?(?:rooms?|spaces?)|rooms? (?:is |are |to be )?(?:available|free|open)|rooms? for (?:an? |the |my |our )?(?:meeting|conference)|(?:available|free|open) rooms?)\\b(?: .*)?',
  ],
  ['weather', `.*\\b${weather}\\b.*`],
  [
    'weather',
    '(?:is it|will it be|how) (?:going to be )?(?:hot|cold|warm|nice|chilly)(?: .*)?|(?:do|should) i (?:need|wear|take|bring) (?:a |an |my )?(?:coat|jacket|umbrella|sweater|boots).*',
  ],
  ['alarm', `(?:.*\\b)?${alarm}\\b(?: .*)?`],
  ['alarm', 'wake me(?: up)?(?: .*)?|get me (?:up|out of bed)(?: (?:at|by|in|on|before|around|tomorrow).*)?'],
  [
    'music',
    'put on (?!(?:my|the|our|a|an|hold)\\b).+|put .+ music on|(?:next|now) play .+|(?:time to|let me|i want to) hear (?:me |some |from )*(?!.*(?:list|tasks?|calendar|schedule|reminders?|again|jokes?|story|news|weather)\\b).+',
  ],
  [
    'music',
    `(?:play|shuffle|resume|pause|skip|rewind|replay|repeat|unpause|fast forward|stop playing)(?: .*)?`,
  ],
  [
    'music',
    `(?:create|make|put on|listen to|start playing|turn on|i want to (?:hear|listen to)|let me hear|i would like to hear|next|previous|download|like|dislike|rate|save|find|add|remove|delete|start|open|what|who|which|name|tell)\\b.*\\b(?:this |the |some |my |a )?${song}(?: .*)?`,
  ],
  [
    'music',
    "what(?: is|'s)? (?:playing|this playing)(?: .*)?|who (?:sings|is singing|sang|is the (?:singer|artist))(?: .*)?|i (?:like|love|hate) (?:this|that|the) song.*",
  ],
  [
    'joke',
    '(?:tell|say|give|crack|know|do you know|got|make|let me hear|i want to hear)(?: me| us)?(?: .*)? (?:jokes?|riddle|pun|story|fairy tale|poem|fun fact|something funny|limerick)(?: .*)?|make me (?:laugh|smile)|sing(?: .*)?|entertain me.*|i am bored|joke',
  ],
  ['joke', '(?:find|search|look)(?: me| for| up)* .*\\bjokes?\\b.*'],
  [
    'shopping',
    '(?:search|look|searching|find)(?: me| for| up)* .*\\b(?:recipes?|menus?|restaurants?|movies?|events? (?:in|near|around)|happenings?|activities) ?.*',
  ],
  ['home', `(?:turn|switch|shut|power) (?:.* )?(?:on|off|up|down)(?: .*)?`],
  [
    'home',
    `(?:dim|brighten|mute|unmute|silence|lock|unlock|vacuum|hoover|lower|raise|increase|decrease|adjust|change|set|start|run|stop|turn|open|close|make|activate|cool|heat|clean)(?: up| down| on)?(?: the| my| all(?: the)?)? (?:.* )?${homeThings}(?: .*)?`,
  ],
  [
    'home',
    '(?:brew|make)(?: me)? (?:a |some )?(?:cup of )?coffee(?: .*)?|(?:(?:put|get|keep)(?: the| my)? )?lights? (?:on|off|out)(?: .*)?|(?:volume|speak|talk) (?:up|down|louder|softer|slower)(?: .*)?|louder|quieter|mute',
  ],
  [
    'news',
    "(?:.*\\b)?(?:news|headlines|stock (?:price|market)s?|share price|exchange rate|bitcoin|lottery|election|nasdaq|dow jones)\\b.*|(?:what is|what's) (?:happening|going on|trending|new) (?:in|around|with|on) (?:the )?(?:world|twitter|politics|town|facebook).*|(?:did|who|what).* (?:won|win|beat|score[ds]?)\\b.*|(?:.*\\b)?(?:football|soccer|nba|nfl|cricket) (?:scores?|results?|game|match)\\b.*",
  ],
  [
    'travel',
    '(?:how (?:do|can) i get|how (?:far|long)(?: is| does it take| would it take| will it take)|directions|navigate|take me|drive me|show me the way|what is the (?:fastest|best|shortest) (?:way|route)|route)\\b.*|(?:book|order|call|get|find|reserve|buy|schedule)(?: me| us)? (?:an? |the |some )?(?:.* )?(?:taxi|cab|uber|lyft|flights?|train|bus|hotel|car|tickets?|ride|plane|room)(?: (?:tickets?|to|from|for|at|in|ride)\\b.*)?|(?:.*\\b)?(?:traffic|bus schedule|train times?|train schedule|flight status)\\b.*|when (?:is|does|will) the (?:next )?(?:train|bus|flight|plane).*|is (?:there|the) .* (?:train|bus|traffic).*|where am i',
  ],
  [
    'shopping',
    '(?:order|get me|bring me|deliver|buy me|i want to order|i want)(?: me| us)? (?:a |an |some |the )?(?:.* )?(?:pizza|food|burger|sushi|takeaway|take ?away|take ?out|dinner|lunch|coffee|chinese|thai|curry|groceries)(?: .*)?|does .* (?:deliver|do takeaway|have takeaway|offer delivery).*|(?:where is|track|what is the status of) my (?:order|package|delivery|pizza|food).*|(?:order|buy)(?: me)? .* (?:online|from amazon|on amazon|on ebay)|(?:find|recommend|suggest|show|book|reserve|what are|are there|is there|search for|look for)(?: me)? .*\\b(?:restaurants?|bars?|cafes?|pubs?|shops?|stores?|cinemas?|movies?|theaters?|theatres?|gyms?|museums?|concerts?|places to (?:eat|go|visit)|recipes?)\\b.*|(?:how (?:do i|to|do you|long (?:do|should) i) (?:cook|make|bake|prepare|boil)|recipe for|give me a recipe|what (?:can|should) i cook).*',
  ],
  [
    'inbox',
    '(?:when|where|how|check|read|open|refresh|show|list|look at|are there|is there|do i have|have i|did i|any|what|how many|which|who|has|tell me|notify me|let me know|see|pull up|mark|delete|remove|archive|forward|reply|respond|answer|write back|star|flag|search|find|empty|clear|move)\\b(?! (?:a |an |the )?(?:draft|email to|email (?:saying|about) .* to))(?:.*\\b)?(?:inbox|(?:new |unread |recent |latest |last |other |important |my )?(?:e-?mails?|mails?)(?: (?:i|from|received|today|yesterday|in my|arrive|account|folder)\\b.*| (?:did|have|has|was|were|i got)\\b.*)?)(?: .*)?',
  ],
  [
    'inbox',
    "(?:reply|respond|answer|write back|get back)(?: to)? (?!.*\\b(?:task|comment)\\b).+|forward .*|(?:any|new|unread) (?:e-?mails?|mails?|messages?)(?: .*)?|you(?:'ve| have) got mail|what did .* (?:email|write|send) (?:me|us).*|has .* (?:emailed|written|replied|mailed)(?: .*)?|did .* (?:email|reply|write|mail|respond)(?: .*)?|check (?:my )?(?:e-?mails?|mails?)(?: .*)?",
  ],
  [
    'inbox',
    '(?:archive|sort|organi[sz]e|filter|clean(?: up)?|delete|remove|mark) (?:all )?(?:of )?(?:my |the )?(?:read |unread |old |new |all )*(?:messages|e-?mails?|mails?|inbox|spam)(?: .*)?',
  ],
  [
    'message',
    '(?:text|message|whatsapp|sms|ping|dm|slack) .+|(?:i (?:need|want) .+ to be texted|(?:start|create|compose|make|begin|open)(?: an?| the)?(?: new)? (?:text|sms|text message))\\b(?: .*)?|(?:send|write|leave|post|shoot|drop)(?: (?:an?|the|my))? (?:.* )?(?:text|texts|sms|message|messages|whatsapp|dm|voicemail|tweet|fax|letter|postcard)\\b(?: .*)?|tweet .*|(?:post|share|publish|upload) .*(?:facebook|twitter|instagram|social media|linkedin|wall|timeline).*|(?:tell|let) (?!me\\b|us\\b)(?:.+? know|[\\p{L}]+(?: [\\p{L}]+)? (?:that|to|about|i|we)\\b)(?: .*)?|complain .*|(?:send|write) (?:a )?(?:complaint|tweet).*',
  ],
  [
    'phone',
    '(?:place|make|start|give|get)(?: an?| the)? (?:phone |video )?calls?(?: started| going)? (?:to|with) .+|(?:give|ring) (?!me\\b)(?:my )?[\\p{L}-]+ a (?:quick )?(?:call|ring|buzz)|(?:immediately|quickly) (?:call|phone|dial) .+|(?:ignore|decline|reject|accept|silence)(?: the| this| my)? call|call contact .+|(?:call|dial|phone|ring)(?: up)? (?:(?:my|the|a) )?(?:friends?|contact|person|number|neighbou?r|aunt|uncle|cousin|boyfriend|girlfriend|grandpa|son|daughter|parents|everyone|someone|him|her|them)|call .+ (?:phone )?number|(?:call|dial|phone|ring|facetime|skype)(?: up)? (?:(?:my|the) )?(?:mom|mum|mother|dad|father|wife|husband|sister|brother|boss|office|doctor|police|911|999|home|grandma|\\d[\\d -]+)(?: (?:now|on .*|at work|please))?|(?:take|make|answer|hang up|end)(?: a| the)? (?:phone )?calls?|(?:how much|what is my) battery.*|take a (?:picture|photo|selfie|screenshot).*',
  ],
  [
    'invitation',
    "(?:invite|add) .+ (?:to|for) (?:the|my|our|a|an|this|that|next|tomorrow's|today's|monday's|tuesday's|wednesday's|thursday's|friday's) ?(?:.* )?(?:meeting|event|call|party|lunch|dinner|appointment|demo)(?: .*)?|invite .*|.+ (?:send|and send)(?: an?| the)? invit(?:e|es|ation|ations)(?: .*)?|(?:send|share)(?: out)?(?: an?| the)? (?:calendar )?(?:invites?|invitations?)(?: .*)?|(?:who(?: is| will be| will| are| should i expect| else is)|is .*) (?:invited|coming|attending|to be|be|going)(?: (?:to|at|in|for) .*)?|who (?:will|is going to) (?:attend|come|be there|be at)(?: .*)?",
  ],
  [
    'file',
    '(?:attach|upload|download|print|export|import|scan|save)(?: .*)? (?:files?|attachments?|pdf|documents?|spreadsheet|photos?|pictures?|csv|excel)(?: .*)?|print .+|take a screenshot|open (?:the )?(?:browser|facebook|youtube|google|spotify|netflix|instagram|whatsapp|calculator|camera|maps|app)(?: .*)?|google .*|search (?:the )?(?:web|internet|google|online)(?: .*)?|(?:start|open|launch|play) (?:the |a )?(?:game|app|chess|netflix|youtube)(?: .*)?',
  ],
  [
    'chat',
    "(?:do|are|can|could|will|would|did|have|were) (?:you|u) (?!(?:please |just )?(?:add|create|make|mark|delete|send|show|list|remind|have any tasks)\\b).*|(?:how|where|when) (?:are|r|were|do|did|old are|is) (?:you|u|your)\\b.*|what(?: is|'s)? your .*|what do (?:you|u) (?:think|like|feel|know|look).*|(?:i am|i feel|i'm) (?:so |very |really |feeling )?(?:sad|happy|tired|bored|hungry|angry|sick|lonely|fine|good|great|stressed|drunk|cold|hot|in love)(?: .*)?|i (?:love|like|hate|miss|need) you.*|(?:you are|you're|ur) .*|will you .*|marry me|who (?:made|created|built|is your) .*|tell me (?:something|about (?:yourself|you|your day|the world))(?: .*)?|(?:talk|chat) (?:to|with) me.*|let(?:'s|s) (?:talk|chat|play).*|good (?:girl|boy)|what is (?:the meaning of life|love|up|new|going on|happening)|how was your .*|are you .*|sup|what (?:should|can) i (?:eat|wear|watch|read|cook|buy).*|i had .*|how (?:is|was) your .*|meow|haha|lol|flip a coin|roll (?:a |the )?(?:dice|die)|pick a number.*|random number.*",
  ],
  [
    'knowledge',
    "(?:who|what|where|when) (?:is|was|were|are|did|does|do) (?:the |an? )?(?:capital|president|prime minister|population|meaning|definition|distance|height|weight|length|author|inventor|square root|speed|largest|biggest|smallest|tallest|highest|longest|oldest|difference|currency|area|age of|color of|net worth|circumference|diameter|formula|boiling point|root|sum|product|time (?:in|difference|zone))\\b.*|(?:define|translate|convert|calculate|compute|solve|spell|pronounce|divide|multiply|subtract|wikipedia|conjugate|explain)\\b.*|how (?:do you|to|do i|would you) (?:say|spell|pronounce|write|translate)\\b.*|(?:what is|what's|how much is|how many is)?\\s*[-\\d.]+ ?(?:[-+*/x×÷%^]|plus|minus|times|divided by|multiplied by|percent of|percent|squared)(?: ?[-\\d.]+.*)?|how (?:tall|old|big|high|deep|heavy|fast|rich|tall|much does|much do|much is|many (?:people|calories|miles|days (?:until|till|are in)|ounces|grams|dollars|euros|kilometers|hours (?:until|in)|weeks (?:until|in)|countries|planets|legs))\\b.*|what does .* (?:mean|stand for)|(?:who|what|when|where) (?:invented|discovered|wrote|painted|directed|founded|starred|played)\\b.*|(?:where|when) (?:was|were|did) .*|what (?:year|century|country|language|color|colour|animal)\\b.*|who (?:was|were) .*|(?:give me|tell me)(?: some)? (?:information|facts|info|details) (?:about|on|regarding) .*|is it true .*|why (?:is|are|do|does|did) .*|what time is it (?:in|at) .*|what is the time (?:in|difference) .*",
  ],
  ['chat', 'what (?:is|are) (?:the )?(?:best|good|some good|coolest) .*|(?:recommend|suggest) .*'],
];

const ours =
  /\b(?:tasks?|sub ?tasks?|projects?|to-?dos?|to do list|reminders?|remind|shopping list|grocery list|\blist\b|stakeholders?|overdue|deadlines?|assign(?:ed)?|comment|calendar|agenda|contacts?|schedule a|book a meeting|meeting with|appointment)\b/iu;

/** Whether the words are about what is managed here; then nothing else is meant, whatever other words there are. */
function isOurs(text: string, topic: Beyond, reader: Reader): boolean {
  if (topic === 'inbox') return isOurMail(text, reader);
  const own = oursFor[topic];
  if (own !== undefined) return own.test(text);
  if (marksIn(text).length > 0) return true;
  if (topic === 'alarm' && /\balarms?\b/iu.test(text))
    return /\b(?:remind|tasks?|list|project)\b/iu.test(text);
  return (
    ours.test(text) ||
    isProject(text.replace(/^\S+ (?:the |my )?/u, ''), reader) ||
    isProject(text.split(/\b(?:is|are|in|on|of)\b/iu).at(-1) ?? '', reader)
  );
}

/** Words that tell, for a topic of its own, that something here is meant. */
const oursFor: Partial<Readonly<Record<Beyond, RegExp>>> = {
  invitation: /\b(?:tasks?|projects?|to-?dos?|list|calendar|schedule|agenda)\b/iu,
  absence: /\b(?:tasks?|projects?|to-?dos?|list|calendar|agenda|remind(?:er)?|meeting|appointment)\b/iu,
  room: /\b(?:tasks?|projects?|to-?dos?|list|remind(?:er)?)\b/iu,
  message: /\b(?:email|task|project|comment)\b/iu,
};

/** A project may be called Inbox, and somebody's address is known here. */
function isOurMail(text: string, reader: Reader): boolean {
  if (!/\b(?:e-?)?mails?\b/iu.test(text) && isProject('inbox', reader)) return true;
  if (/^(?:reply|respond|answer|forward|write back|open|read|check)\b/iu.test(text))
    return /\b(?:tasks?|projects?|to-?dos?|list|drafts?)\b/iu.test(text);
  return /\b(?:tasks?|projects?|to-?dos?|list|drafts?|stakeholders?)\b|\b(?:'s|s'|of|for) e-?mails?(?: address)?$|\be-?mail address|\be-?mails? (?:for|of) (?!me\b|my\b|today)\p{L}+$/iu.test(
    text,
  );
}

export const outOfScopeRules: readonly Rule[] = topics.map(([topic, pattern]) => {
  const begins = new RegExp(
    `^(?:${verbs.add} (?:a |an |the )?(?:new )?(?:task|to-?do|reminder|item|project|sub ?task)|remind)\\b${topic === 'inbox' || topic === 'message' ? '' : '|^(?:(?:send|write|draft|compose|create) (?:an? )?(?:new )?)?e-?mail\\b'}`,
    'iu',
  );
  return rule(pattern, (_groups, reader) => {
    return begins.test(reader.text) || isOurs(reader.text, topic, reader) ? null : beyond(topic, reader);
  });
});

function beyond(topic: Beyond, reader: Reader): Request {
  return { type: 'beyond', topic, text: requoted(reader.text, reader.quotes) };
}
