import { detailsIn, titlesIn } from '../reading/details';
import { isProject, placeIn, rule, titleIn, type Rule } from '../reading/reader';
import { article, priorityIn, priorityWords, taskNouns, verbs } from '../reading/vocabulary';
import { quoted } from '../words/phrase';
import { bareAddition, tasksAdded } from './adding';

export const taskRules: readonly Rule[] = [
  rule(
    'add (?<title>.+?) (?:on|to|in|onto) (?<where>.+) unless it is there',
    ({ title = '', where }, reader) => ({
      type: 'add-missing',
      title: titleIn(title.replace(/^(?:a|an|some|the|any) /iu, ''), reader),
      where: placeIn(where, reader),
    }),
  ),
  rule(
    `(?:i (?:have|need|ought|gotta|still have|still need)(?: to| got to)?|i got to|i must|i should|i've got to|we (?:have|need) to|to ?-?do:?|task:|new task:?|must|need to|gotta) (?<title>.+)`,
    ({ title = '' }, reader) =>
      /^(?:what|nothing|no|not)\b/iu.test(title) ||
      (/^(?:buy|get|some|a|an|new|the|more|any|know|see|help|it|that)\b(?!.*\b(?:list|task|project)\b)/iu.test(
        title,
      ) &&
        !/^(?:i (?:have|need|must|should|still|ought|gotta)|we (?:have|need)|to ?-?do|task|new task|must|need to)(?: to)?:? (?:buy|get)\b/iu.test(
          reader.text,
        ))
        ? null
        : /^i (?:need|have|want) (?!to\b)/iu.test(reader.text) &&
            !/\b(?:to|on|in|for) (?:the |my |our )?.+$/iu.test(title)
          ? null
          : /^i (?:need|have|want) (?!to\b)/iu.test(reader.text)
            ? bareAddition(title, reader)
            : tasksAdded(title, { reader, division: 'no', occasion: 'task' }),
  ),
  rule(
    `(?:${verbs.add} )(?:down )?${article}(?<priority>${priorityWords}[- ]priority |urgent |important )?(?:new )?(?<kind>${taskNouns})(?: for me| for us)?(?: (?:called|named|titled|that says|saying|which says|with (?:the )?(?:title|name)))?(?<rest>(?:[:,]|\\s|$).*)`,
    ({ priority, kind = '', rest = '' }, reader) => {
      const request = tasksAdded(rest, {
        reader,
        division: /s$/iu.test(kind) ? 'words' : 'no',
        occasion: 'task',
      });
      if (request?.type !== 'add-tasks' || priority === undefined) return request;
      const details = { ...request.details, priority: priorityIn(/[a-z]+/iu.exec(priority)?.[0] ?? '') };
      return { ...request, details };
    },
  ),
  rule(
    `(?:new )?(?:tasks?|to-?dos?|items?)(?: (?:for|in|to) (?<where>[^:]+))?(?::| -|,)? ?(?<rest>.*)`,
    ({ rest = '', where }, reader) =>
      where !== undefined && isProject(where, reader) && (rest !== '' || reader.lines.length > 0)
        ? {
            type: 'add-tasks',
            titles: titlesIn(rest, 'words', reader),
            where: placeIn(where, reader),
            details: detailsIn('', reader).details,
            occasion: 'task',
          }
        : rest === '' ||
            where !== undefined ||
            /^(?:in|for|of|due|that|which|assigned|on|list|left|today|tomorrow|this week|is|are)\b/iu.test(
              rest,
            )
          ? null
          : tasksAdded(rest, { reader, division: 'no', occasion: 'task' }),
  ),
  rule(
    `(?:in|on|to|for) (?<home>[^,:]{3,50}?),? (?:please )?(?:add|put|create) (?:an? |the )?(?:new )?(?:task|to-?do|item)s?(?: called| named)?:? (?<task>.+)`,
    ({ home = '', task = '' }, reader) => {
      if (!isProject(home, reader)) return null;
      const { rest, details } = detailsIn(task, reader);
      return {
        type: 'add-tasks',
        titles: titlesIn(rest, 'no', reader),
        where: placeIn(home, reader),
        details,
        occasion: 'task',
      };
    },
  ),
  rule(
    `(?:add|put|create|jot down|write down|note down|write|jot|log|track|include|enter|append|save|insert|stick|throw|place|record|get|make|note|remember|update|place|schedule|start|set) (?<rest>.+)`,
    ({ rest = '' }, reader) => {
      const isPlain = /^(?:get|make|update|start|set|remember|schedule|write|save|create)\b/iu.test(
        reader.text,
      );
      return isPlain &&
        !/\b(?:to|on|in|into|onto|for|2) (?:the |my |our |a )?(?:\S+ ){0,4}(?:list|to-?dos?|project)\b/iu.test(
          rest,
        )
        ? null
        : bareAddition(rest, reader);
    },
  ),
  rule(
    `(?:(?:on|to|in|for) )(?<where>(?:the |my |our )?.+?(?: list| project| board)|${quoted})[,:]? (?:please )?(?:add|put|write|create)(?: (?:a |the |new )*(?:tasks?|items?)(?: called)?:?)? (?<titles>.+)`,
    ({ where = '', titles = '' }, reader) => {
      const { rest, details } = detailsIn(titles, reader);
      return {
        type: 'add-tasks',
        titles: titlesIn(rest, 'words', reader),
        where: placeIn(where, reader),
        details,
        occasion: 'task',
      };
    },
  ),
  rule(
    `(?<where>[^:]{2,60}?):? ?(?:needs|is missing|add):? (?<titles>.+)`,
    ({ where = '', titles = '' }, reader) =>
      /\b(?:list|project)$/iu.test(where) || (isProject(where, reader) && /:/u.test(reader.text))
        ? {
            type: 'add-tasks',
            titles: titlesIn(titles, 'words', reader),
            where: placeIn(where, reader),
            details: detailsIn('', reader).details,
            occasion: 'task',
          }
        : null,
  ),
  rule(
    `(?:we|i) (?:need|want|are out of|ran out of|am out of)(?: (?:some|more))* (?<titles>.+?) (?:on|for|in) (?<where>(?:the |my |our )?.+ list|.+)`,
    ({ titles = '', where = '' }, reader) =>
      /\blist$/iu.test(where) || isProject(where, reader)
        ? {
            type: 'add-tasks',
            titles: titlesIn(titles, 'words', reader),
            where: placeIn(where, reader),
            details: detailsIn('', reader).details,
            occasion: 'task',
          }
        : null,
  ),
];
