import { answerIn, type Turn } from './conversation';
import type { OfflineCall } from './planning/steps';
import type { Request, TaskFilter } from './reading/request';
import type { Heard } from './understand';

/** What was recognised, what was matched and why, and what comes next: one paragraph each. */
export function reasoningFor(
  heard: readonly Heard[],
  turn: Turn,
  {
    calls,
    notes,
    isFirst,
  }: { readonly calls: readonly OfflineCall[]; readonly notes: readonly string[]; readonly isFirst: boolean },
): readonly string[] {
  const next = calls.length === 0 ? [] : [`Next: ${calls.map(callWords).join(', ')}.`];
  const matched = notes.length === 0 ? [] : [notes.join(' ')];
  if (!isFirst) {
    const last = turn.exchanges.at(-1);
    const answer = last?.tool === 'ask_user' ? answerIn(last.output) : null;
    return [answer === null ? goingOnWords(turn) : `The answer was “${answer}”.`, ...matched, ...next];
  }
  const count = heard.length === 1 ? 'I see one request:' : `I see ${String(heard.length)} requests:`;
  const shown = heard.slice(0, 12).map((one) => `- ${wordsFor(one)}`);
  const hidden = heard.length - shown.length;
  return [
    [count, ...shown, ...(hidden > 0 ? [`- and ${String(hidden)} more`] : [])].join('\n'),
    ...matched,
    ...next,
  ];
}

/** A person reads this, who has heard of no tool. */
function callWords({ name }: OfflineCall): string {
  return name === 'ask_user' ? 'ask you' : name.replaceAll('_', ' ');
}

function goingOnWords({ isJustHandedOver }: Turn): string {
  return isJustHandedOver
    ? 'The message was handed over, and I go on with it.'
    : 'I have the outputs of the calls.';
}

function wordsFor({ said, request }: Heard): string {
  const quote = said.length > 160 ? `${said.slice(0, 159)}…` : said;
  return quote === '' ? meaningOf(request) : `“${quote}” → ${meaningOf(request)}`;
}

function titleWords(titles: readonly string[]): string {
  if (titles.length === 0) return 'something without a title yet';
  const shown = titles
    .slice(0, 5)
    .map((title) => `“${title}”`)
    .join(', ');
  return titles.length > 5 ? `${shown} and ${String(titles.length - 5)} more` : shown;
}

/** "overdue, high", "done": each criterion in a word or two. */
function filterWords({ done, overdue, ...rest }: TaskFilter): string {
  const states = [
    ...(done === undefined ? [] : [done ? 'done' : 'not done']),
    ...(overdue === true ? ['overdue'] : []),
  ];
  const others = Object.entries(rest).map(
    ([name, value]) =>
      `${name.replaceAll('_', ' ')} ${Array.isArray(value) ? value.join(' or ') : String(value)}`,
  );
  return [...states, ...others].join(', ');
}

function whichWords(
  request: Extract<
    Request,
    { readonly type: 'complete' | 'reopen' | 'delete-tasks' | 'change-tasks' | 'move' }
  >,
): string {
  const { which } = request;
  switch (which.type) {
    case 'named':
      return titleWords(which.names);
    case 'filter':
      return `the tasks that are ${filterWords(which.filter)}`;
    case 'all':
      return which.project.type === 'named'
        ? `everything in “${which.project.name}”`
        : 'everything in a project';
    case 'position':
      return `the tasks at place ${which.positions.join(', ')}`;
    case 'next':
      return 'the task that is due next';
    case 'it':
      return 'what was just talked about';
  }
}

function meaningOf(request: Request): string {
  switch (request.type) {
    case 'create-project':
      return `create a project${request.name === null ? '' : ` “${request.name}”`}`;
    case 'add-tasks':
      return `add ${titleWords(request.titles)} as ${request.titles.length === 1 ? 'a task' : 'tasks'}${request.where.type === 'named' ? ` in “${request.where.name}”` : ''}`;
    case 'add-missing':
      return `add “${request.title}” unless it is there`;
    case 'add-subtasks':
      return `add ${titleWords(request.titles)} below ${request.parent === null ? 'the task just named' : `“${request.parent}”`}`;
    case 'bare-list':
      return `${String(request.titles.length)} lines that might be tasks`;
    case 'complete':
      return `mark ${whichWords(request)} as done`;
    case 'reopen':
      return `open ${whichWords(request)} again`;
    case 'delete-tasks':
      return `delete ${whichWords(request)}`;
    case 'change-tasks':
      return `change ${whichWords(request)}: ${Object.entries(request.changes)
        .map(([field, value]) => `${field.replace('_', ' ')} ${String(value)}`)
        .join(', ')}`;
    case 'move':
      return `move ${whichWords(request)}`;
    case 'repeating':
      return 'a task that comes again, which there is not';
    case 'unknown-hour':
      return 'a time counted from an hour that I do not know';
    case 'unclear':
      return `I am not sure: ${request.why}`;
    case 'beyond':
      return `something about ${request.topic}, which I cannot do`;
    case 'question':
      return `a question about ${request.question.type}`;
    case 'correction':
      return 'a correction of what was just done';
    case 'answer':
      return 'an answer';
    case 'email':
      return `an email to ${request.letter.to.length === 0 ? 'somebody' : request.letter.to.join(', ')}`;
    case 'status-email':
      return 'an email with the figures of a project';
    case 'change-unclear':
    case 'change-project':
    case 'delete-project':
    case 'delete-unclear':
    case 'delete-days':
    case 'delete-lists':
    case 'delete-person-or-task':
    case 'delete-unnamed':
    case 'delete-person':
    case 'comment':
    case 'add-person':
    case 'update-person':
    case 'stakeholders':
    case 'send-draft':
    case 'other-one':
    case 'undo':
    case 'undo-several':
    case 'redo-several':
    case 'redo':
    case 'help':
    case 'greeting':
    case 'thanks':
    case 'nothing':
      return request.type.replaceAll('-', ' ');
  }
}
