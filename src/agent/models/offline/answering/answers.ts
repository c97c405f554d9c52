import { addDays, type IsoDate } from '@/domain/workspace';

import type { Question, TaskFilter } from '../reading/request';
import { isDone } from './outputs';
import { readable } from './readable';

/** The answer to a question, made of the output alone; null when the output says it best itself. */
export function answerTo(question: Question, output: string, today: IsoDate | null): string | null {
  if (question.type === 'search')
    return output.startsWith('Nothing was found') ? `I found nothing about “${question.text}”.` : null;
  if (question.type === 'project') return projectAnswer(output);
  if (question.type !== 'tasks') return null;
  const list = listIn(output);
  if (list === null) return null;
  const where = list.where === '' ? '' : ` in “${list.where}”`;
  const { filter, view } = question;
  if (list.count === 0) return `${nothingWords(question, today)}${where}.`;
  const lines =
    view === 'people' ? byPerson(list.lines) : list.lines.map((line) => shortLine(line, list.where));
  const head = `**${headWords(list.count, { filter, view }, today)}**${where}:`;
  return [head, '', ...lines, ...(list.note === '' ? [] : ['', list.note])].join('\n');
}

interface List {
  readonly count: number;
  readonly where: string;
  readonly lines: readonly string[];
  readonly note: string;
}

function listIn(output: string): List | null {
  if (!isDone(output) && !output.startsWith('No task')) return null;
  const [head = '', ...rest] = readable(output).split('\n');
  const none = /^No task(?: in “(?<where>[^”]*)”)? matches\.$/u.exec(head)?.groups;
  if (none !== undefined) return { count: 0, where: none['where'] ?? '', lines: [], note: '' };
  const some = /^(?<count>[\d,. ]+) tasks?(?: in “(?<where>[^”]*)”)?:$/u.exec(head)?.groups;
  if (some === undefined) return null;
  const lines = rest.filter((line) => line.startsWith('- '));
  const note = rest
    .filter((line) => !line.startsWith('- '))
    .join(' ')
    .trim();
  return {
    count: Number((some['count'] ?? '').replaceAll(/\D/gu, '')),
    where: some['where'] ?? '',
    lines,
    note,
  };
}

type View = Pick<Extract<Question, { readonly type: 'tasks' }>, 'filter' | 'view'>;

function headWords(count: number, { filter, view }: View, today: IsoDate | null): string {
  const are = count === 1 ? 'task is' : 'tasks are';
  const tasks = count === 1 ? 'task' : 'tasks';
  const whose = filter.assignee === undefined || filter.assignee === 'none' ? '' : ` of ${filter.assignee}`;
  const total = String(count);
  switch (view) {
    case 'overdue':
      return `${total} ${are} overdue`;
    case 'due':
      return `${total} ${are} due ${daysWords(filter, today)}`;
    case 'done':
      return `${total} ${tasks}${whose} done${filter.done_from === undefined ? '' : ` ${doneWords(filter, today)}`}`;
    case 'people':
      return `${total} open ${tasks} by person`;
    case 'open':
      return `${total} open ${kindWords(filter)}${tasks}${whose}`;
    case 'tasks':
      return `${total} ${kindWords(filter)}${tasks}${whose}${filter.text === undefined ? '' : ` with “${filter.text}”`}`;
  }
}

function kindWords({ status, assignee, priority }: TaskFilter): string {
  if (status?.length === 1) return `${(status[0] ?? '').replace('_', ' ')} `;
  if (assignee === 'none') return 'unassigned ';
  if (priority === undefined) return '';
  return `${priority.join(' or ')}-priority `;
}

function nothingWords({ filter, view }: View, today: IsoDate | null): string {
  switch (view) {
    case 'overdue':
      return 'Nothing is overdue';
    case 'due':
      return `Nothing is due ${daysWords(filter, today)}`;
    case 'done':
      return filter.done_from === undefined
        ? 'Nothing is done'
        : `Nothing was done ${doneWords(filter, today)}`;
    case 'people':
    case 'open':
      return filter.assignee === undefined || filter.assignee === 'none'
        ? `There is no open ${kindWords(filter)}task`
        : `There is no open task of ${filter.assignee}`;
    case 'tasks':
      return filter.text === undefined
        ? `There is no ${kindWords(filter)}task`
        : `Nothing with “${filter.text}” is there`;
  }
}

function daysWords({ due_from: from, due_to: to }: TaskFilter, today: IsoDate | null): string {
  if (from !== undefined && from === to) return dayWords(from, today);
  if (from === undefined) return to === undefined ? 'some day' : `by ${to}`;
  return to === undefined ? `from ${from}` : `from ${from} to ${to}`;
}

function doneWords({ done_from: from = '', done_to: to = '' }: TaskFilter, today: IsoDate | null): string {
  return from === to ? dayWords(from, today) : `from ${from} to ${to}`;
}

function dayWords(day: string, today: IsoDate | null): string {
  if (today === null) return `on ${day}`;
  if (day === today) return 'today';
  if (day === addDays(today, 1)) return 'tomorrow';
  return day === addDays(today, -1) ? 'yesterday' : `on ${day}`;
}

/** What goes without saying goes. */
function shortLine(line: string, where: string): string {
  const place = where === '' ? '\u{93}' : `, in “${where}”`;
  return line
    .replace(', medium priority', '')
    .replace(', no due date', '')
    .replace(', unassigned', '')
    .replace(place, '');
}

function byPerson(lines: readonly string[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    const who = /, assigned to (?<who>[^,]+?)(?=, in “|, below “|$)/u.exec(line)?.groups?.['who'] ?? 'Nobody';
    groups.set(who, [...(groups.get(who) ?? []), shortLine(line.replace(`, assigned to ${who}`, ''), '')]);
  }
  return [...groups].flatMap(([who, tasks]) => [`**${who}** (${String(tasks.length)})`, ...tasks]);
}

/** A summary as a list under its name; what is none goes. */
function projectAnswer(output: string): string | null {
  if (!output.startsWith('Project “')) return null;
  const [head = '', ...lines] = readable(output).split('\n');
  const bare = head.replace(/^Project (?<name>“[^”]*”): /u, '**$<name>**: ');
  return [bare, '', ...lines.filter((line) => !line.endsWith(': none.')).map((line) => `- ${line}`)].join(
    '\n',
  );
}
