import { withDaysInWords } from './answering/days';
import { readable } from './answering/readable';
import {
  contextFrom,
  turnsOf,
  type Conversation,
  type Context,
  type Exchange,
  type Turn,
} from './conversation';
import { focusAfter } from './focus';
import { labelMeant } from './planning/asking';
import { stepsFor } from './planning/plan';
import type { Report } from './planning/settling';
import { progressOf, type OfflineCall, type Progress } from './planning/steps';
import { reasoningFor } from './reasoning';
import { routeFor } from './routing';
import { heardIn, type Heard } from './understand';

export interface OfflineResponse {
  /** What was recognised and why, in paragraphs. */
  readonly reasoning: readonly string[];
  readonly calls: readonly OfflineCall[];
  readonly text: string;
}

/** What the built-in model answers. Pure: the same conversation gives the same response. */
export function respond(conversation: Conversation): OfflineResponse {
  const turns = turnsOf(conversation.items);
  const turn = turns.at(-1);
  if (turn === undefined) return { reasoning: [], calls: [], text: 'Tell me what to do.' };
  const context = contextFrom(conversation.instructions);
  const response = responseTo({ turn, past: turns.slice(0, -1), context, tools: conversation.tools });
  return { ...response, text: withDaysInWords(response.text, context.today) };
}

interface Present {
  readonly turn: Turn;
  readonly past: readonly Turn[];
  readonly context: Context;
  readonly tools: Conversation['tools'];
}

function responseTo({ turn, past, context, tools }: Present): OfflineResponse {
  const answered = answeredBefore(turn, past, context);
  const plan = answered ?? planFor(turn, past, context);
  const { progress, heard, notes } = plan;
  const isFirst = turn.exchanges.length === 0 && !turn.isJustHandedOver;
  switch (progress.type) {
    case 'calls': {
      const route = routeFor({ heard, turn, calls: progress.calls, tools });
      if (route !== null) {
        const thoughts = reasoningFor(heard, turn, {
          calls: [route.call],
          notes: [...notes, route.why],
          isFirst,
        });
        return { reasoning: thoughts, calls: [route.call], text: '' };
      }
      const missing = progress.calls.find(({ name }) => !tools.has(name));
      const reasoning = reasoningFor(heard, turn, { calls: progress.calls, notes, isFirst });
      if (missing === undefined) return { reasoning, calls: progress.calls, text: '' };
      return {
        reasoning,
        calls: [],
        text: withDone(turn, `I cannot go on: there is no tool ${missing.name} here.`),
      };
    }
    case 'ended':
      return {
        reasoning: reasoningFor(heard, turn, { calls: [], notes, isFirst }),
        calls: [],
        text: textOf(progress.result),
      };
    case 'astray':
      return {
        reasoning: [],
        calls: [],
        text: withDone(turn, 'I stopped here, because things are not as they were when I began.'),
      };
  }
}

interface Planned {
  readonly heard: readonly Heard[];
  readonly progress: Progress<Report>;
  /** What was matched since the last output. */
  readonly notes: readonly string[];
}

function planFor(turn: Turn, past: readonly Turn[], context: Context): Planned {
  const heard = heardIn(turn.message, context);
  const notes: string[] = [];
  let begin = 0;
  const steps = stepsFor(heard, {
    context,
    focus: focusAfter(past),
    past,
    note: (text) => {
      notes.push(text);
    },
    hear: (text) => heardIn(text, context),
  });
  const progress = progressOf(steps, turn.exchanges, () => {
    begin = notes.length;
  });
  return { heard, progress, notes: notes.slice(begin) };
}

/**
 * A question that was open when the person wrote on is answered by what they wrote, if it means one of its buttons: "the first one".
 * The plan of the message before goes on then.
 */
function answeredBefore(turn: Turn, past: readonly Turn[], context: Context): Planned | null {
  const before = past.at(-1);
  if (before === undefined) return null;
  const open = planFor(before, past.slice(0, -1), context);
  if (open.progress.type !== 'calls') return null;
  const question = open.progress.calls.find(({ name }) => name === 'ask_user');
  if (question === undefined || before.exchanges.length !== open.progress.answered) return null;
  const answer = answerMeant(turn.message, optionsOf(question), context);
  if (answer === null) return null;
  const asked: Exchange = {
    tool: question.name,
    rawArguments: JSON.stringify(question.arguments),
    output: `The person answered: ${JSON.stringify(answer)}.`,
  };
  const plan = planFor(
    { ...before, exchanges: [...before.exchanges, asked, ...turn.exchanges] },
    past.slice(0, -1),
    context,
  );
  return { ...plan, notes: [`“${turn.message}” answers what I asked before: ${answer}.`, ...plan.notes] };
}

function answerMeant(message: string, labels: readonly string[], context: Context): string | null {
  const [heard, ...others] = heardIn(message, context);
  if (heard === undefined || others.length > 0) return null;
  const { request } = heard;
  if (request.type === 'answer') {
    if (request.text === 'yes') return labels[0] ?? null;
    if (request.text === 'no') return labels.includes('Leave it') ? 'Leave it' : null;
    return labelMeant(request.text, labels);
  }
  return request.type === 'unclear' || request.type === 'correction'
    ? labelMeant(message.trim(), labels)
    : null;
}

function optionsOf({ arguments: args }: OfflineCall): readonly string[] {
  const { options } = args;
  if (!Array.isArray(options)) return [];
  return options.flatMap((option: unknown) =>
    typeof option === 'object' && option !== null && 'label' in option && typeof option.label === 'string'
      ? [option.label]
      : [],
  );
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
