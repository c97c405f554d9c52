import { my, part, type Rephrasing } from './rephrasing';

const doing =
  '(?:i (?:have|need|want|am supposed) )?to (?:do|complete|accomplish|finish|get done|remember|be done)';

/** A list by its plain name: "my current to-do list", "the list of things to do". */
export const lists: readonly Rephrasing[] = [
  part(
    `(?<=\\b${my} )(?:current |complete |entire |whole |full |running |own |personal |daily |existing |specific |very )+(?=(?:[\\p{L}-]+ ){0,2}lists?\\b)`,
    '',
  ),
  part(
    `(?<=\\b${my} )(?:list of (?:stuff to do list|(?:(?:things|stuff|tasks|items|chores|points|everything) ${doing}(?: for later)?|to-? ?do'?s))|things to do(?: list)?|to[- ]do'?s? list)\\b`,
    'todo list',
  ),
  part(`(?<=\\b(?:off|on|from|to|of) )to[- ]do list\\b`, 'todo list'),
  part(
    `(?<=\\b${my} )list of (?:pending |open |current |unfinished )*(?:tasks|chores|to-?do'?s)\\b`,
    'todo list',
  ),
  part(`(?<=\\b(?:my|our) )to-?do'?s\\b(?! list)`, 'todo list'),
  part(`(?<=\\b(?:my|the|our) (?:\\p{L}+ ){1,2})to[- ]do list\\b`, 'todo list'),
  part(
    '\\blist of (?:things|stuff|items) (?:(?:i|we) (?:need|want|have) )?to (?:buy|get)\\b',
    'shopping list',
  ),
  part('(?<=\\b(?:my|the|our) )list of (errands|chores|books|movies|gifts)\\b', '$1 list'),
  part(`\\b(?:reminders list|lists? of (?:my |the )?reminders)\\b`, 'reminder list'),
  part(
    `(?<=\\b(?:my|the|our) )(?:lists? (?:for|of) (?:the )?(?:shopping|things to buy)|to[- ]buy list|shopping (?:cart|basket)|things to buy list)\\b`,
    'shopping list',
  ),
  part(`(?<=\\b(?:my|the|our) )(?:lists? (?:for|of) (?:the )?groceries)\\b`, 'grocery list'),
];
