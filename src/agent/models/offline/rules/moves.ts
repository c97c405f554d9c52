import { isProject, nameIn, placeIn, rule, type Groups, type Reader, type Rule } from '../reading/reader';
import type { MoveTarget, Request } from '../reading/request';
import { whichIn } from '../reading/which';
import { unsure } from './statuses';

const moving = '(?:move|put|bring|place|drag|shift|transfer|reorder|send|take|copy)';

/** "Put milk in Shopping" adds something; only what is said to be a task, or is quoted, is put elsewhere. */
const taking =
  '(?:move|bring|drag|shift|transfer|send|take|put (?=(?:the )?task |\u{90}\\d+\u{91} (?:in|into) ))';

export const moveRules: readonly Rule[] = [
  rule(
    `${moving} (?<task>.+?) (?:to |at )(?:the )?(?:very )?(?<end>top|start|beginning|front|first place|end|bottom|last place|back)(?: of .+)?|(?:make) (?<other>.+?) (?:the )?(?<place>first|last)(?: (?:task|one|item))?`,
    ({ task, end, other, place }, reader) =>
      move(
        task ?? other ?? '',
        { position: /end|bottom|last|back/iu.test(end ?? place ?? '') ? 'last' : 'first' },
        reader,
      ),
  ),
  rule(
    `${moving} (?<task>.+?) (?:to |right |directly )?(?<side>before|after|above|ahead of|behind|in front of) (?<sibling>.+)`,
    ({ task = '', side = '', sibling = '' }, reader) => {
      const name = nameIn(sibling, reader);
      return move(task, /after|behind/iu.test(side) ? { after: name } : { before: name }, reader);
    },
  ),
  rule(`${moving} (?<task>.+?) (?:to |up to |out to )(?:the )?top level`, ({ task = '' }, reader) =>
    move(task, { parent: 'none' }, reader),
  ),
  rule(
    `${moving} (?<task>.+?) (?:to )?(?:under|below|beneath|underneath)(?: the task)? (?<parent>.+)|make (?<child>.+?) a sub ?task of (?<other>.+)`,
    ({ task, parent, child, other }, reader) =>
      move(task ?? child ?? '', { parent: nameIn(parent ?? other ?? '', reader) }, reader),
  ),
  rule(
    `${taking} ?(?<task>.+?) (?:(?<off>from|out of|off) (?<from>.+?) )?(?:over )?(?:to|into|onto) (?:the |my )?(?<project>.+)`,
    intoProject,
  ),
  rule(`${taking} ?(?<task>.+?) (?:in|on) (?:the |my )?(?<project>.+)`, intoProject),
];

function intoProject(groups: Groups, reader: Reader): Request | null {
  const { task = '', project = '' } = groups;
  const to = placeIn(project, reader);
  const isPlace =
    isProject(project, reader) ||
    /\b(?:project|list|board)$/iu.test(project) ||
    /^(?:move|transfer)/iu.test(reader.text);
  if (to.type !== 'named' || !isPlace) return null;
  return move(`${task}${sourceOf(groups, reader)}`, { to_project: to.name }, reader);
}

/** Where they are now says which ones: all of one project are not all there are. "Sign off budget" is a name, and no place. */
function sourceOf({ task = '', off, from }: Groups, reader: Reader): string {
  if (off === undefined || from === undefined) return '';
  const isFromProject = isProject(from, reader) || /\b(?:project|list|board)$/iu.test(from);
  if (!isFromProject) return /^from$/iu.test(off) ? '' : ` ${off} ${from}`;
  const isMany = /^(?:all|filter)$/u.test(whichIn(task, reader)?.type ?? '');
  return isMany ? ` in ${from}` : '';
}

function move(text: string, to: MoveTarget, reader: Reader): Request {
  const which = whichIn(text, reader);
  return which === null ? unsure(reader) : { type: 'move', which, to };
}
