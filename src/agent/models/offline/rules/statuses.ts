import { rule, type Reader, type Rule } from '../reading/reader';
import type { Request } from '../reading/request';
import { doneWords, verbs } from '../reading/vocabulary';
import { whichIn } from '../reading/which';
import { requoted } from '../words/phrase';

const notStatement =
  /^(?:what|who|how|which|where|there|it(?! )|everything ok|all|are|is|if|when|nothing|nobody)\b(?!.*\b(?:tasks?|in|on)\b)|^(?:what|who|how|which|where|when|why|are|is|if)\b| (?:that|which|whatever)$/iu;

/** What is done and what is open again. */
export const statusRules: readonly Rule[] = [
  rule(
    `(?:mark|set|flag|change|turn|put|make|move) (?<which>.+?) (?:back )?(?:as |to |to be |back to )?(?:not (?:yet )?(?:done|completed?|finished)|undone|incomplete|open|to ?-?do|unfinished|not started)(?: again)?`,
    ({ which = '' }, reader) => taskRequest('reopen', which, reader),
  ),
  rule(
    `(?:mark|set|flag|check|tick|move|change|turn|put)(?: off)? (?<which>.+?) (?:as |to |to be |off as |status to |down as )?(?:all )?(?:${doneWords}|off)`,
    ({ which = '' }, reader) => taskRequest('complete', which.replace(/(?: as| to)$/iu, ''), reader),
  ),
  rule(`(?:mark|set|flag) (?:as )?${doneWords}:? (?<which>.+)`, ({ which = '' }, reader) =>
    taskRequest('complete', which, reader),
  ),
  rule(
    `${verbs.finish}(?: off)? (?<which>.+?)(?: off)?(?: (?:on|from|of|off) (?<list>(?:my|the|our) .*list))?`,
    ({ which = '', list }, reader) =>
      /^(?:if|whether|my (?:e-?mail|calendar|schedule|list|agenda|inbox)|the (?:calendar|weather|list|time|schedule)|in|out|with|for|on|up)\b/iu.test(
        which,
      ) && /^check/iu.test(reader.text)
        ? null
        : /^check (?!off)/iu.test(reader.text) && list === undefined && !/^[\u{90}]|\btask\b/iu.test(which)
          ? null
          : taskRequest('complete', list === undefined ? which : `${which} from ${list}`, reader),
  ),
  rule(
    `(?:i|we)(?: have|'ve)?(?: just| already| finally)* (?:finished|completed|did|done|checked off|wrapped up|closed|got done|took care of|taken care of)(?: with)? (?<which>.+)`,
    ({ which = '' }, reader) =>
      taskRequest('complete', which.replace(/ (?:today|already|now|just now)$/iu, ''), reader),
  ),
  rule(`(?:(?:i am|we are|i'm|all) )?(?:done|finished|through) with (?<which>.+)`, ({ which = '' }, reader) =>
    taskRequest('complete', which, reader),
  ),
  rule(
    `(?<which>.+?) (?:is|are|was|were|has been|have been|got|'s) (?:not (?:yet )?)(?:done|completed?|finished)(?: yet| after all| actually)?`,
    ({ which = '' }, reader) => (notStatement.test(which) ? null : taskRequest('reopen', which, reader)),
  ),
  rule(
    `(?<which>.+?) (?:is|are|was|were|has been|have been|got) (?:now |already |all |finally )?${doneWords}(?: now)?`,
    ({ which = '' }, reader) => (notStatement.test(which) ? null : taskRequest('complete', which, reader)),
  ),
  rule(`(?:(?:done|finished|completed)[:,] ?)(?<which>.+)`, ({ which = '' }, reader) =>
    taskRequest('complete', which, reader),
  ),
  rule(`${verbs.reopen} (?<which>.+)`, ({ which = '' }, reader) => taskRequest('reopen', which, reader)),
];

function taskRequest(type: 'complete' | 'reopen' | 'delete-tasks', text: string, reader: Reader): Request {
  const which = whichIn(text, reader);
  return which === null ? unsure(reader) : { type, which };
}

export function unsure(reader: Reader): Request {
  return {
    type: 'unclear',
    text: requoted(reader.text, reader.quotes),
    why: 'I cannot tell for sure which tasks are meant',
  };
}
