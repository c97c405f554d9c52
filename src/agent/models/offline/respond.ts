import { answerIn, contextFrom, turnsOf, type Conversation, type Exchange, type Turn } from './conversation';
import { mentionsIn, readable } from './outputs';
import { stepsFor, type Focus } from './plan';
import type { Request } from './request';
import { progressOf, type OfflineCall } from './steps';
import { understood } from './understand';

export interface OfflineResponse {
  /** What was recognised and why, in paragraphs. */
  readonly reasoning: readonly string[];
  readonly calls: readonly OfflineCall[];
  readonly text: string;
}

/** What the built-in model answers. Pure: the same conversation gives the same response. */
export function respond({ instructions, items, tools }: Conversation): OfflineResponse {
  const turns = turnsOf(items);
  const turn = turns.at(-1);
  if (turn === undefined) return { reasoning: [], calls: [], text: 'Tell me what to do.' };
  const context = contextFrom(instructions);
  const requests = understood(turn.message, context);
  const focus = focusAfter(turns.slice(0, -1));
  const progress = progressOf(stepsFor(requests, { context, focus, tools }), turn.exchanges);
  switch (progress.type) {
    case 'calls': {
      const missing = progress.calls.filter(({ name }) => !tools.has(name));
      if (missing.length === 0)
        return { reasoning: reasoningFor(requests, turn, progress.calls), calls: progress.calls, text: '' };
      return {
        reasoning: [],
        calls: [],
        text: withDone(turn, `I cannot go on: there is no tool ${missing[0]?.name ?? ''} here.`),
      };
    }
    case 'ended':
      return { reasoning: [], calls: [], text: textOf(progress.result) };
    case 'astray':
      return {
        reasoning: [],
        calls: [],
        text: withDone(turn, 'I stopped here, because things are not as they were when I began.'),
      };
  }
}

function textOf(parts: readonly string[]): string {
  const said = parts.filter((part) => part.trim() !== '');
  if (said.length === 0) return 'There is nothing to report.';
  const areShort = said.length > 1 && said.every((part) => !part.includes('\n'));
  return areShort ? said.map((part) => `- ${part}`).join('\n') : said.join('\n\n');
}

/** What the outputs say, then why it ends here. */
function withDone(turn: Turn, why: string): string {
  return textOf([
    ...turn.exchanges.filter(({ tool }) => tool !== 'ask_user').map(({ output }) => readable(output)),
    why,
  ]);
}

function reasoningFor(
  requests: readonly Request[],
  turn: Turn,
  calls: readonly OfflineCall[],
): readonly string[] {
  const next = `Next: ${calls.map(({ name }) => name).join(', ')}.`;
  if (turn.exchanges.length > 0) {
    const last = turn.exchanges.at(-1);
    const answer = last === undefined ? null : answerIn(last.output);
    return [answer === null ? 'I have what I looked up.' : `The answer was “${answer}”.`, next];
  }
  const count = requests.length === 1 ? 'I see one request' : `I see ${String(requests.length)} requests`;
  return [`${count}: ${requests.map(requestWords).join('; ')}.`, next];
}

function requestWords(request: Request): string {
  switch (request.type) {
    case 'create-project':
      return `create the project ${request.name === null ? 'without a name yet' : `“${request.name}”`}`;
    case 'add-tasks':
      return `add ${titleWords(request.titles)} as ${request.titles.length === 1 ? 'a task' : 'tasks'}`;
    case 'add-subtasks':
      return `add ${titleWords(request.titles)} below ${request.parent === null ? 'the task just named' : `“${request.parent}”`}`;
    case 'unclear':
      return `something I am not sure about, because ${request.why}`;
    case 'question':
      return `a question about ${request.question.type}`;
    case 'complete':
    case 'reopen':
    case 'delete-tasks':
    case 'change-tasks':
    case 'change-project':
    case 'delete-project':
    case 'delete-unclear':
    case 'delete-person':
    case 'move':
    case 'comment':
    case 'add-person':
    case 'stakeholders':
    case 'status-email':
    case 'email':
    case 'undo':
    case 'redo':
    case 'help':
    case 'greeting':
    case 'thanks':
    case 'nothing':
      return request.type.replaceAll('-', ' ');
  }
}

function titleWords(titles: readonly string[]): string {
  return titles.length === 0 ? 'something' : titles.map((title) => `“${title}”`).join(', ');
}

/** What was talked about last, as the outputs of the calls name it. */
function focusAfter(turns: readonly Turn[]): Focus {
  let focus: Focus = { project: null, tasks: [] };
  for (const { exchanges } of turns) focus = exchanges.reduce(focusAfterCall, focus);
  return focus;
}

function focusAfterCall(focus: Focus, { tool, output }: Exchange): Focus {
  const names = mentionsIn(output);
  const [first, second] = names;
  if (
    first === undefined ||
    !/^(?:The person changed it before approving: .*?\. )?(?:Added|Created|Changed|Marked|Reopened|Moved|Project|Commented)/su.test(
      output,
    )
  )
    return focus;
  switch (tool) {
    case 'create_project':
    case 'update_project':
    case 'summarize_project':
      return { project: first.id, tasks: [] };
    case 'add_task': {
      const isInProject = /” \([\w-]+\) to project “/u.test(output);
      return { project: isInProject && second !== undefined ? second.id : focus.project, tasks: [first.id] };
    }
    case 'update_task':
    case 'move_task':
      return { ...focus, tasks: [first.id] };
    case 'complete_tasks':
    case 'reopen_tasks':
    case 'update_tasks':
      return { ...focus, tasks: names.map(({ id }) => id) };
  }
  return focus;
}
