/** A message whose quoted parts stand apart, so that nothing that looks at words can touch them. */
export interface Phrase {
  /** Quoted parts are marks here. */
  readonly text: string;
  readonly quotes: readonly string[];
}

const open = '\u{E000}';
const close = '\u{E001}';

/** Fits one quoted part. */
export const quoted = `${open}\\d+${close}`;

const quotePairs =
  /"(?<double>[^"\n]+)"|“(?<curly>[^”\n]+)”|«(?<guillemet>[^»\n]+)»|`(?<tick>[^`\n]+)`|(?<![\p{L}\p{N}])‘(?<lone>[^\n]+?)’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'(?<single>[^\s'](?:[^\n]*?[^\s])??)'(?![\p{L}\p{N}])/gu;

/** Sets quotes apart and evens out spaces, apostrophes and bullets. */
export function phraseOf(message: string): Phrase {
  const quotes: string[] = [];
  const text = message
    .replaceAll(/[\u{E000}-\u{F8FF}]/gu, '')
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll(quotePairs, (...match: unknown[]) => {
      const groups: unknown = match.at(-1);
      const inside = typeof groups === 'object' && groups !== null ? Object.values(groups) : [];
      const content = inside.find((value) => typeof value === 'string') ?? '';
      if (content.trim() === '') return ' ';
      quotes.push(content);
      return `${open}${String(quotes.length - 1)}${close}`;
    })
    .replaceAll('’', "'")
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .trim();
  return { text, quotes };
}

/** Puts the quoted parts back, to the letter. */
export function spoken(text: string, quotes: readonly string[]): string {
  return text
    .replaceAll(
      new RegExp(`${open}(\\d+)${close}`, 'gu'),
      (_mark, index: string) => quotes[Number(index)] ?? '',
    )
    .trim();
}

export function isQuoted(text: string): boolean {
  return new RegExp(`^${quoted}$`, 'u').test(text.trim());
}

const greeting =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there| momentum| again)?\s*[,!.]*\s+(?=\S)/iu;
const politeStart =
  /^(?:please|kindly|pls|ok(?:ay)?|so|well|now|just|also|and|then|next|first|finally|momentum|actually|yes|great|perfect|thanks|thank you)[,:]?\s+(?=\S)/iu;
const wish =
  /^(?:(?:could|can|would|will) (?:you|u)(?: please| kindly| mind| just| also)*|i(?: would|'d) (?:like|love) (?:you )?to|i (?:want|need) (?:you )?to|i want you to|let(?:'s|s| us)|go ahead and|let me|help me(?: to)?|you should|make sure to)[,]?\s+(?=\S)/iu;
const politeEnd =
  /(?:[\s,]+(?:please|pls|thanks(?: a lot)?|thank you(?: so much| very much)?|thx|for me|if you can|if possible|asap please|will you|would you|can you|ok|okay))+$/iu;

/** What is left of a request without greetings, politeness and closing marks. */
export function plain(text: string): string {
  let before = '';
  let after = text.trim();
  while (after !== before) {
    before = after;
    after = after
      .replace(/^(?:[-*•–]|\d{1,2}[.)]|\[ \])\s+/u, '')
      .replace(greeting, '')
      .replace(politeStart, '')
      .replace(wish, '')
      .replace(/[\s.!?,;:]+$/u, '')
      .replace(politeEnd, '')
      .trim();
  }
  return withoutSlips(after);
}

const slips: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/\b(?:craete|creat|ceate|crete|creaet)\b/giu, 'create'],
  [/\b(?:delte|deleet|dlete|delet)\b/giu, 'delete'],
  [/\b(?:remvoe|reomve)\b/giu, 'remove'],
  [/\b(?:compelte|complte|comlete)\b/giu, 'complete'],
  [/\b(?:taks|tsak|tasl|taks)\b/giu, 'task'],
  [/\b(?:tassk|taskss)s\b/giu, 'tasks'],
  [/\b(?:subtaks|sub-task|sub task)\b/giu, 'subtask'],
  [/\b(?:subtakss|sub-tasks|sub tasks)\b/giu, 'subtasks'],
  [/\b(?:proejct|porject|projet|projcet)\b/giu, 'project'],
  [/\b(?:wat|whats|what's)\b/giu, 'what is'],
  [/\b(?:hows|how's)\b/giu, 'how is'],
  [/\b(?:whos|who's)\b/giu, 'who is'],
  [/\b(?:don't|dont)\b/giu, 'do not'],
  [/\b(?:e-mail)\b/giu, 'email'],
  [/\b(?:stake holders|stakholders|stakeholder's)\b/giu, 'stakeholders'],
  [/\b(?:tommorow|tomorow|tmrw|tommorrow)\b/giu, 'tomorrow'],
];

/** Sets right what is often mistyped, outside quotes. */
function withoutSlips(text: string): string {
  return slips.reduce((fixed, [wrong, right]) => fixed.replaceAll(wrong, right), text);
}

/** A request that is taken back, bound to a condition or only talked about is not to be carried out. */
export const negated =
  /^(?:do not|never(?! ?mind)|not|if|unless|when(?!'s| is| are)|once|after|in case|should i|suppose|imagine|pretend|maybe|perhaps)\b|\b(?:do not|never)\s+(?:\w+\s+)?(?:add|create|delete|remove|send|mark|complete|email|move|change|rename)\b/iu;
