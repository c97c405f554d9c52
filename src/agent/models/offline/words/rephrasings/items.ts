import { list, wanting, whole, type Rephrasing } from './rephrasing';

const put =
  '(?:add|added|put|place|placed|include|included|write|written|noted|stick|throw|insert|enter|go|be|be added|be put|be placed|be included|be written|to be added|to be put)';

/** What shall be on a list, or no longer, is added to it or removed. */
export const items: readonly Rephrasing[] = [
  whole(
    `(?<what>(?!i |we |what |is |are |do |please |add |put |create |make |can |remove |delete |set ).+?) (?:needs?|has|have|should|must|ought|is|are|want|wants)(?: to)?(?: also)? (?:be )?(?:${put}|be on)(?: (?:on|to|in|into|onto))? (?<list>${list})(?: too| as well| also)?`,
    'add $<what> to $<list>',
  ),
  whole(
    `${wanting}(?: to (?:have|get))? (?<what>.+?) (?:to be |to go |to get )?(?:added |put |placed |included |written |moved )?(?:on|to|in|into|onto) (?<list>${list})(?: too| as well| also| please)?(?<when> (?:on|for|at) .+)?`,
    'add $<what> to $<list>$<when>',
  ),
  whole(
    `(?<list>${list}) (?:should|must|needs to|has to|ought to)(?: also)? (?:have|include|contain|say|list|hold) (?<what>.+?)(?: (?:on|in) it| too| as well)?`,
    'add $<what> to $<list>',
  ),
  whole(
    `(?:on|to|in|onto|for) (?<list>${list}),? (?:please |also |can you |could you |i (?:need|want|would like) (?:you to )?)*(?:add|put|place|include|write|insert)(?: down)? (?<what>.+)`,
    'add $<what> to $<list>',
  ),
  whole(
    `(?:on|to|in|onto) (?<list>${list}),? (?:please )?i (?:need|want|would like) (?<what>.+?)(?: (?:added|put(?: on)?|written down|on it))?`,
    'add $<what> to $<list>',
  ),
  whole(
    `(?:from|off|off of|on) (?<list>${list}),? (?:please |also |can you |could you )*(?:remove|delete|take|erase|drop|cross)(?: off)? (?<what>.+?)(?: off)?`,
    'remove $<what> from $<list>',
  ),
  whole(`add to (?<list>${list}):? (?<what>.+)`, 'add $<what> to $<list>'),
  whole(
    `make sure (?:that )?(?<what>.+?) (?:is|are)(?: not|n't) (?:on|in) (?<list>${list})(?: any ?more)?`,
    'remove $<what> from $<list>',
  ),
  whole(
    `make sure (?:that )?(?<what>.+?) (?:is|are|gets?|goes?|get)(?: (?:put|added))? (?:on|to|onto|in) (?<list>${list})`,
    'add $<what> to $<list>',
  ),
  whole(
    `(?<add>(?:add|put|include|stick|throw|place) .+? (?:on|to|in|onto|into) (?:${list})),? (?:as|because|cause|since|'cause|coz) (?:i|we|i'm|we're|it|there)\\b.*`,
    '$<add>',
  ),
  whole(
    `(?:take|cross|scratch|strike|pull|knock) (?!off |out |away )(?<what>.+?) (?:off of|off|from|out of|of) (?<list>${list})(?<when> (?:on|for) .+)?`,
    'remove $<what> from $<list>$<when>',
  ),
  whole(`take (?:off|away|out) (?<what>.+?) (?:from|of|on) (?<list>${list})`, 'remove $<what> from $<list>'),
  whole(
    `(?:i|we) (?:do not|don't|no longer|don't)(?: want| need)+ (?<what>.+?) (?:on|in) (?<list>${list})(?: any ?more| any longer)?`,
    'remove $<what> from $<list>',
  ),
  whole(
    `(?:blank out|blank|nuke|wipe(?: out)?|zero|reset|empty|clear(?: out| off)?|completely clear|clean(?: out| up| off)?)(?: out)?(?: (?:the )?(?:contents? of|everything (?:on|in|from|off)|all (?:the )?(?:items|tasks|things|events) (?:on|in|from|off)))? (?<list>${list})(?: (?:completely )?(?:blank|empty|clear|clean|out))?`,
    'clear $<list>',
  ),
  whole(`make (?<list>${list}) (?:completely |totally )?(?:blank|empty|clear|clean)`, 'clear $<list>'),
  whole(
    '(?:keep|leave|make|hold)(?: the date of)? (?<when>.+?) (?:wide |completely |totally )?(?:open|free|clear|blank|empty)(?: (?:on|in) (?:my|the) calendar)?',
    'clear my calendar for $<when>',
  ),
  whole(
    '(?<when>.+?) (?:needs? to|should|must) be (?:cleared|emptied|wiped|free|clear)(?: (?:on|from|in|off) (?:my|the) calendar)?',
    'clear my calendar for $<when>',
  ),
  whole(
    `(?:make sure (?:that )?)?there (?:is|are) (?:no|not any) (?:events?|meetings?|appointments?|tasks?|items?) (?:on|in) (?<list>${list})`,
    'clear $<list>',
  ),
  whole(`(?:please )?update (?<list>${list}) with (?<what>.+)`, 'add $<what> to $<list>'),
  whole(
    `(?:put|add)(?: down)? on (?<list>${list}):?,? (?:that )?(?:i need |we need )?(?<what>.+)`,
    'add $<what> to $<list>',
  ),
  whole(`(?:trash|dump|ditch) (?<list>${list})`, 'delete $<list>'),
  whole(
    `make sure (?:that )?(?<list>${list}) is (?:completely |totally )?(?:clear|empty|blank|cleared|free|open)(?<when> .+)?`,
    'clear $<list>$<when>',
  ),
  whole(
    `(?:nuke|zap|kill|trash|ditch|dump|take off|take|erase|wipe|remove|delete|get rid of) (?:all(?: of)?(?: the)?(?: items| tasks| things)?|everything)(?: off)? (?:off of|off|on|from|in) (?<list>${list})`,
    'delete everything on $<list>',
  ),
];
