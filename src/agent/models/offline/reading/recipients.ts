import { isQuoted } from '../words/phrase';
import { namesIn, type Reader } from './reader';

/** Who is everybody is for the person to say. */
const everybody =
  /^(?:(?:all )?(?:of )?(?:the |our |my )?(?:whole |entire )?(?:team|group|guys|people|colleagues|co-? ?workers|employees|staff|classmates|contacts|family(?: group)?|friends)|this (?:contact|person|address)|address|them|him|her|someone|somebody|it)$/iu;

/** Words that are in no name: they choose between people, leave some out, or ask for something else. */
const nameless =
  /(?:^|\s)(?:b?cc(?:['’]?d)?|copy|copying|everyone|everybody|anyone|anybody|all|nobody|every|each|any|some|or|not|but|no|except|excluding|besides|without|minus|instead|either|neither|nor|only|then|also|it|them|him|her|add|create|delete|remove|send|remind|mark|tell|ask|invite|make|put|set|show|call|write|complete|finish|move|rename|schedule|assign|cancel)(?=\s|$)/iu;

/** To whom an email goes; nobody when it has to be asked, because the words are no names. */
export function recipientsIn(text: string, reader: Reader): readonly string[] {
  const bare = text
    .replace(/\s+(?:asking|to ask|inviting|inquiring|please)\b.*$/iu, '')
    .replace(/^(?:both|all of)\s+/iu, '')
    .replace(
      /^(?:my )?(?:friend|colleague|co-?worker|boss|manager|neighbou?r|client|customer) (?=\p{L}+$)/iu,
      '',
    );
  if (everybody.test(bare)) return [];
  if (bare.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*/iu).some(isNameless)) return [];
  return namesIn(bare, reader).map((name) => (/\bstakeholders?\b/iu.test(name) ? 'stakeholders' : name));
}

function isNameless(said: string): boolean {
  const isGroup =
    /^(?:all |each of )?(?:of )?(?:the |our |its )?stakeholders?\b(?! (?:or|not|but|except|excluding|without|b?cc)\b)/iu;
  return !isQuoted(said) && !isGroup.test(said) && nameless.test(said);
}
