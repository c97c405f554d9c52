import {
  isProject,
  nameIn,
  namesIn,
  placeIn,
  rule,
  type Groups,
  type Reader,
  type Rule,
} from '../reading/reader';
import type { Question, Request } from '../reading/request';
import { marksIn, spoken } from '../words/phrase';

const address = /[^\s<>(),;:"“”]+@[^\s<>(),;:"“”]+\.[\p{L}\d-]+/u;
const book =
  '(?:(?:my |the |our )?(?:contacts?(?: list)?|address ?book|people(?: list)?|phone ?book|team list|list of (?:people|contacts)))';
const entry = '(?:contact|person|colleague|team ?mate|team member|client|customer|friend)';
const who =
  '(?<who>(?!my |the |this |that |it )[\\p{L}][\\p{L}.-]*(?: [\\p{L}][\\p{L}.-]*){0,2}|\u{90}\\d+\u{91})';

export const peopleRules: readonly Rule[] = [
  // Numbers are not kept, and a person without one is not what was asked for.
  rule(
    `(?:add|save|store|put|enter|update|change|edit|note|keep)(?: down)? (?<name>.+?)(?:(?:'s|s') (?:new )?(?:(?:phone|mobile|cell|telephone|home|work) )*| (?:new )?(?:phone|mobile|cell|telephone) )number(?: (?:to|in|into|on|as|is|:) ?.*| [+\\d][\\d\\s()-]*)?`,
    ({ name = '' }, reader) =>
      /\b(?:tasks?|list|project|comment|note|remind(?:er)?)\b/iu.test(reader.text) ||
      marksIn(name).length > 0 ||
      address.test(reader.text) ||
      isProject(name, reader)
        ? null
        : { type: 'beyond', topic: 'phone', text: reader.text },
  ),
  rule(
    `(?:add|create|make|new|save|insert|put|set up|enter)(?: (?:an?|the|my|this|another))?(?: new)? (?:${entry}|people|contact information|email contact)(?: (?:called|named|for|by the name of))?:? ?(?<name>.*)`,
    ({ name = '' }, reader) =>
      /^s? ?(?:to|for) (?:the )?(?:task|project)/iu.test(name)
        ? null
        : person(name.replace(/^(?:as|to) (?:my |the )?(?:contacts?|people).*$/iu, ''), reader),
  ),
  rule(
    `(?:add|save|put|store|include|insert|create) (?<name>.+?) (?:to|in|into|as|on|as part of) (?:a (?:new )?contact|${book}|person)(?<more>.*)`,
    (groups, reader) =>
      /\b(?:task|sub ?task|comment|reminder)\b/iu.test(groups['name'] ?? '')
        ? null
        : person(`${groups['name'] ?? ''}${groups['more'] ?? ''}`, reader),
  ),
  rule(
    `(?:change|update|set|edit|correct|replace|make) ${who}(?:'s|s')? (?:new )?(?<field>e-?mail(?: address)?|mail(?: address)?|address|team|name) (?:to|as|into|with|=) (?<value>.+)`,
    update,
  ),
  rule(
    `(?:change|update|set|edit|correct) (?:the )?(?:new )?(?<field>e-?mail(?: address)?|mail(?: address)?|address|team|name) (?:of|for) (?:contact )?${who} (?:to|as|=) (?<value>.+)`,
    update,
  ),
  rule(
    `(?:add|save) (?:the |an |this )?(?:new )?(?<field>e-?mail(?: address)?|mail|address):? (?<value>\\S+@\\S+) (?:to|for|of|as) ${who}(?:'s (?:contact|entry|email|card))?`,
    update,
  ),
  rule(
    `(?:add|save|store) ${who}'s (?<field>e-?mail(?: address)?|address|mail)(?: as| is|:)? (?<value>\\S+@\\S+)(?: to ${book})?`,
    update,
  ),
  rule(`${who}'s (?:new )?(?<field>e-?mail(?: address)?|address|team) is(?: now)? (?<value>.+)`, update),
  rule(
    `(?:delete|remove|erase|drop|get rid of) (?:the |my )?(?:contact|person|colleague)(?: (?:called|named|for|of))? (?<name>.+)`,
    ({ name = '' }, reader) => ({
      type: 'delete-person',
      name: nameIn(name.replace(new RegExp(` from ${book}$`, 'iu'), ''), reader),
    }),
  ),
  rule(
    `(?:delete|remove|erase|drop|take|cross|get rid of) (?<name>.+?) (?:from|off|out of|in) ${book}`,
    ({ name = '' }, reader) => ({
      type: 'delete-person',
      name: nameIn(name, reader),
    }),
  ),
  rule(
    `(?:delete|remove|erase) (?<name>.+?)(?:'s)? (?:contact|contact (?:info|information|details|entry))`,
    ({ name = '' }, reader) => ({
      type: 'delete-person',
      name: nameIn(name, reader),
    }),
  ),

  rule(
    '(?<mode>add|remove|set|make) (?<people>.+?) (?:as|to|from|of|a)? ?(?:an? |the )?(?:list of )?stakeholders?(?: (?:of|to|for|from|on|in) (?<where>.+))?',
    stakeholders,
  ),
  rule(
    "(?<mode>add|remove|set|make) (?<people>.+?) (?:as|to|from|a|an)? ?(?:an? |the )?(?<where>.+?)(?:'s)? stakeholders?(?: list)?",
    stakeholders,
  ),
  rule(
    '(?<people>.+?) (?:is|are) (?:now |also )?(?:an? )?stakeholders? (?:of|in|on|for) (?<where>.+)',
    ({ people, where }, reader) =>
      /^(?:who|what|which|how)/iu.test(people ?? '')
        ? null
        : stakeholders({ mode: 'add', people, where }, reader),
  ),

  rule(
    `(?:what is|what's|tell me|give me|show me|show|find|get|look up|do i have|do we have|do you have|can i have|i need|have i got|what do i have for|need)(?: me)?(?: the)? ${who}(?:'s|s'|s)? (?:phone|mobile|cell|telephone|home|work|contact)? ?(?:phone |mobile )?(?:number|phone)(?: please)?`,
    phone,
  ),
  rule(
    `(?:what is|tell me|give me|show me|find|get|look up|do i have|do you have|i need)(?: the)? (?:phone|mobile|cell|telephone|contact) ?(?:number)? (?:of|for) ${who}`,
    phone,
  ),
  rule(
    `(?:what is|what's|tell me|give me|show me|show|find|get|look up|do i have|do we have|do you have|i need|need|have i got)(?: me)?(?: the)? ${who}(?:'s|s') (?:e-?mail(?: address)?|mail(?: address)?|address|contact(?: (?:info(?:rmation)?|details?|card))?|details|info(?:rmation)?|team|entry|birthday)`,
    contact,
  ),
  rule(
    `(?:what is|what are|tell me|give me|show me|show|find|get|look up|do i have|do you have|i need)(?: me)?(?: the)? (?:e-?mail(?: address)?|mail(?: address)?|address|contact(?: (?:info(?:rmation)?|details?|card))?|details|info(?:rmation)?|team) (?:of|for|about) ${who}`,
    contact,
  ),
  rule(
    `(?:do (?:i|we|you) have|is there|have i got) (?:an? |the )?(?:e-?mail(?: address)?|address|contact) (?:for|of) ${who}`,
    contact,
  ),
  rule(
    `(?:do i have|do we have|is there|have i got|find|show|show me|search for|look for|look up|is)(?: an?| the| my)? (?:contact|person|colleague)s? (?:called |named |for |with the name )?${who}`,
    contact,
  ),
  rule(
    `(?:is|do i have|do we have|have i got|find|look up|search for|show me|show) ${who} (?:in|among|on|from) ${book}`,
    contact,
  ),
  rule(`how (?:can|do) (?:i|we) (?:reach|contact|get in touch with|email) ${who}`, contact),
  rule(`(?:what|which) team (?:is|does) ${who} (?:in|on|belong to|work (?:in|on|for))`, contact),
  rule(`who is ${who}`, (groups, reader) =>
    /^(?:on|in|at|working|assigned|doing|responsible|next|the|overdue|there|your?)\b/iu.test(
      groups['who'] ?? '',
    )
      ? null
      : contact(groups, reader),
  ),
];

function person(text: string, reader: Reader): Request {
  const said = spoken(text, reader.quotes);
  const number = /\+?\d[\d\s()-]{5,}\d/u.exec(said)?.[0];
  const email = address.exec(said)?.[0].replace(/[.,;]+$/u, '') ?? null;
  const name = nameAlone(said.replace(email ?? '\u{93}', ' ').replace(number ?? '\u{93}', ' '));
  if (number !== undefined && email === null) return { type: 'beyond', topic: 'phone', text: name };
  return { type: 'add-person', name: noName.test(name) ? '' : name, email, team: teamIn(said) };
}

const noName = /^(?:an?|the|my|new|someone|somebody|this|that|him|her|them|me|e-?mail|it|number|address)?$/iu;

/** A name without what else was said of the person. */
function nameAlone(said: string): string {
  return said
    .replaceAll(/[<>()]/gu, ' ')
    .replace(/[,\s]*\b(?:in |on |of |from )?(?:the )?(?:team[: ].*|[\p{L}]+ team)\s*$/iu, '')
    .replace(
      /[,\s]*\b(?:with|and|at|whose|his|her|their|the|an?|has|is|number|phone|mobile|e-?mail|mail|address|as|:|,|-)*(?:[,\s]+(?:with|and|at|whose|his|her|their|the|an?|number|phone|mobile|e-?mail|mail|address|is|as|:|-))*[:,\s-]*$/iu,
      '',
    )
    .replace(/^\s*(?:called|named|for|:|,|the|a|new|email|address|number)\s+/iu, '')
    .replace(/^\s*(?:an? )?(?:new )?e-?mail(?: address)? (?:for|from|of) /iu, '')
    .replace(/'s(?: (?:e-?mail(?: address)?|contact|details|info))?$/iu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** "in the design team", "team: design" */
function teamIn(said: string): string | null {
  const team =
    /\b(?:in |on |of |from )?(?:the )?(?:team[: ]+(?<team>[\p{L}][\p{L} ]*)|(?<before>[\p{L}]+) team)$/iu.exec(
      said,
    )?.groups;
  return (team?.['team'] ?? team?.['before'])?.trim() ?? null;
}

function update({ who: name = '', field = '', value = '' }: Groups, reader: Reader): Request | null {
  const whom = nameIn(name, reader);
  const said = nameIn(value, reader);
  if (/team/iu.test(field)) return { type: 'update-person', person: whom, changes: { team: said } };
  if (/name/iu.test(field))
    return /\b(?:task|project|list)\b/iu.test(name) || isProject(name, reader)
      ? null
      : { type: 'update-person', person: whom, changes: { name: said } };
  const email = address.exec(said)?.[0];
  return email === undefined ? null : { type: 'update-person', person: whom, changes: { email } };
}

function stakeholders({ mode = '', people = '', where }: Groups, reader: Reader): Request | null {
  const names = namesIn(people, reader);
  if (names.length === 0 || /\b(?:email|update|task|report|mail|meeting|call)\b/iu.test(people)) return null;
  const how = /^set$/iu.test(mode) ? 'replace' : /^remove$/iu.test(mode) ? 'remove' : 'add';
  return { type: 'stakeholders', people: names, where: placeIn(where, reader), mode: how };
}

function phone({ who: name = '' }: Groups, reader: Reader): Request {
  return asked({ type: 'phone', person: nameIn(name, reader) });
}

function contact({ who: name = '' }: Groups, reader: Reader): Request | null {
  const text = nameIn(name, reader).replace(/'s$/u, '');
  return asked({ type: 'search', text, kind: 'person' });
}

function asked(question: Question): Request {
  return { type: 'question', question };
}
