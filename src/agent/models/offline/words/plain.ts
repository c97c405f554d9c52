import { dictatedFrom } from './dictated';
import { withoutSlips } from './slips';

const bullet = /^(?:[-*•–—▪◦]|\(?\d{1,3}[.)]|\[[ xX]?\])\s+/u;

const greeting =
  /^(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening))(?: there| again| you| everyone)?\s*[,!.]*\s+(?!(?:there|again|you|everyone)[\s!.]*$)(?=\S)/iu;
/** How people call assistants. */
const vocative =
  /^(?:(?:hey|ok(?:ay)?|hi|hello),? )?(?:momentum|ai|google|alexa|siri|cortana|olly|assistant|computer|bot|buddy|pal|dude|mate)\b[,:!]?\s+(?=\S)/iu;
const politeStart =
  /^(?:please|kindly|pls|plz|ok(?:ay)?|alright|all right|so|well|now|just|also|and|then|finally|lastly|actually|yes|yeah|yep|sure|great(?! (?:job|work))|perfect|cool|thanks(?! (?:so|a|very|for|again|you|then))|thank you(?! (?:so|very|for|a|again|then))|oh|oops|hm+|um+|uh+|er+|by the way|btw|quick(?:ly)?|exactly|basically|and then|after that|afterwards|(?:next|first|second|third)(?=[,:]))(?:[,:;.!]|(?: -)?(?= ))\s*(?=\S)/iu;
const wish =
  /^(?:(?:could|can|would|will|wld|cld) (?:you|u|ya)(?: please| pls| kindly| just| also| maybe| possibly)*|would you mind|do you mind|i(?: would|'d) (?:like|love|want) (?:you |u )?to|i (?:want|need|wanna|would like|would love)(?: you| u)? to(?= (?:please |also |just )?(?:add|create|make|set|schedule|delete|remove|send|email|write|draft|mark|know|see|put|move|rename|assign|change|update|undo|complete|list|show|start|book|plan|cancel|clear|remind|reschedule)\b)|i wanna|i want you to|i need you to|let(?:'s|s| us)|go ahead and|let me(?= (?:see|add|create|have|check))|help me(?: to)?(?= \S)|you should|you (?:can|could)|make sure (?:to|you)|be sure to|it would be (?:great|nice) if you could|i was wondering if you could|(?:is it|would it be) possible to)[,]?\s+(?=\S)/iu;
const politeEnd =
  /(?<!\b(?:saying|say|says|titled|called))(?<!:)(?:[\s,.]+(?:please|pls|plz|thanks(?: a lot| so much)?|thank you(?: so much| very much)?|thx|ty|for me|if you can|if possible|will you|would you|(?<!^(?:how|what|where|when|why|with what) )(?:can|could|will|would|do) you help(?: me)?(?: with (?:it|that|this))?|can you|could you|ok|okay|alright|momentum|alexa|siri|google|olly|assistant|right away|right now))+$/iu;

/** A message without what only calls the assistant. */
export function withoutAddress(text: string): string {
  const bare = text.replace(greeting, '').replace(vocative, '');
  return bare === text || bare === '' ? text : withoutAddress(bare);
}

/** What is left of a request without bullets, greetings, politeness and closing marks. What is dictated stays to the letter. */
export function plain(text: string): string {
  let before = '';
  let after = text.trim();
  while (after !== before) {
    before = after;
    after = withoutEnd(
      after
        .replace(bullet, '')
        .replace(greeting, '')
        .replace(vocative, '')
        .replace(politeStart, '')
        .replace(wish, ''),
    );
  }
  const end = dictatedFrom(after);
  return withoutSlips(after.slice(0, end)) + after.slice(end);
}

function withoutEnd(text: string): string {
  if (dictatedFrom(text) < text.length) return text.trim();
  return text
    .replace(/[\s.!?,;]+$/u, '')
    .replace(politeEnd, '')
    .replace(/(?<=\S)\s*:$/u, ':')
    .trim();
}

/** A line of a list without its bullet. */
export function withoutBullet(line: string): string {
  return line.trim().replace(bullet, '').trim();
}

export function hasBullet(line: string): boolean {
  return bullet.test(`${line.trim()} `);
}

/**
 * A request that is taken back, bound to a condition or only talked about is not to be carried out. "Do not let me forget" asks for
 * something.
 */
export const negated =
  /^\w+ or \w+ (?:the|my|it|all)\b|^(?:(?:please )?do not(?! (?:let me )?forget)|never(?! ?mind)|not (?!done|finished|that|this|it)|if |unless|when(?! (?:is|are|was|were|do|does|did|will|am)\b)|once |in case|should (?:i|we)|shall (?:i|we)|suppose|imagine|pretend|maybe|perhaps|what (?:happens|would happen|if)|would it|is it (?:ok|okay|safe|possible)|can i |could i |may i |why |how (?:do|can|would|should) (?:i|we) |i (?:might|may|could|will maybe|am not sure|do not|wonder|was (?:thinking|about)))|\b(?:do not|don't|never|dont)\s+(?:\w+\s+)?(?:add|create|delete|remove|send|mark|complete|email|move|change|rename)\b/iu;
