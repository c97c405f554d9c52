import type { CallArguments, Json, RequestResponse, SettledCall } from '@/domain/sessions';

import { handOffTarget, handOffTool, speakerName, specialists, type Speaker } from '../specialists';

/** What people and the model read about a call that ended. */
export interface CallWords {
  readonly summary: string;
  readonly output: string;
}

export function malformedWords(problem: string): CallWords {
  return {
    summary: 'The arguments could not be read',
    output: `Not run: the arguments are not JSON (${problem}). Write them as one JSON object with the arguments by name.`,
  };
}

export function unknownToolWords(tool: string, tools: readonly string[]): CallWords {
  return {
    summary: `There is no tool “${tool}”`,
    output: `Not run: there is no tool “${tool}”. The tools are ${tools.join(', ')}.`,
  };
}

/** Who asked has other tools than this. */
export function notTheirsWords(tool: string, asker: Speaker): CallWords {
  const name = speakerName(asker);
  const target = handOffTarget(tool);
  if (target?.id === asker) {
    return {
      summary: `${name} has the conversation already`,
      output: `Not run: you are ${name}, and the conversation is yours. Go on with it.`,
    };
  }
  const ways = specialists.filter((other) => other.tools.has(tool)).map((other) => handOffTool(other.id));
  return {
    summary: `${name} does not use “${tool}”`,
    output: `Not run: ${name} has no tool “${tool}”.${ways.length === 0 ? '' : ` If it is needed, hand the conversation over with ${ways.join(' or ')}.`}`,
  };
}

/** A response can hand the conversation over only once. */
export function handedOverWords(speaker: Speaker): CallWords {
  const name = speakerName(speaker);
  return {
    summary: `The conversation was handed to ${name} already`,
    output: `Not run: the conversation was handed to ${name} already, who can hand it on.`,
  };
}

export function invalidWords(
  problems: readonly { readonly field: string; readonly message: string }[],
): CallWords {
  const words = problems.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
  return {
    summary: words[0] ?? 'The arguments do not fit',
    output: `Not run: the arguments do not fit. ${words.join(' ')}`,
  };
}

/** What stands around a call in its response. */
export interface BatchWords {
  readonly done: readonly SettledCall[];
  readonly behind: readonly string[];
}

export function refusedWords(reason: string, batch: BatchWords): CallWords {
  const why = reason.trim() === '' ? 'They gave no reason.' : `Their reason: ${reason.trim()}`;
  return {
    summary:
      reason.trim() === '' ? 'You cancelled this action' : `You cancelled this action: ${reason.trim()}`,
    output: `The person refused this; nothing of it happened. ${why}${aroundWords(batch)}`,
  };
}

export function unansweredWords(batch: BatchWords): CallWords {
  return {
    summary: 'No answer in time',
    output: `No answer: the person did not decide in time, so nothing of this happened. They did not refuse it.${aroundWords(batch)}`,
  };
}

export function supersededWords(blocker: SettledCall): CallWords {
  const why = blocker.outcome === 'refused' ? 'was refused' : 'was not answered';
  return {
    summary: `Not done, because “${blocker.title}” ${why}`,
    output: `Not run: “${blocker.title}” before it ${why}.`,
  };
}

function aroundWords({ done, behind }: BatchWords): string {
  const before = done.length === 0 ? '' : ` Done before it: ${done.map((call) => call.title).join('; ')}.`;
  const after = behind.length === 0 ? '' : ` Not run because of it: ${behind.join('; ')}.`;
  return before + after;
}

export function answerWords(response: Extract<RequestResponse, { type: 'answered' }>): CallWords {
  const parts = [...response.choices, response.text.trim()].filter((part) => part !== '');
  return {
    summary: `You answered: ${parts.join(', ')}`,
    output: `The person answered: ${parts.map((part) => JSON.stringify(part)).join(', ')}.`,
  };
}

export const skippedWords: CallWords = {
  summary: 'You skipped the question',
  output:
    'The person skipped the question. Go on with what you know if that is safe; otherwise say what is missing. Do not ask the same again.',
};

/** Tells the model what the person changed before they approved [C5]. */
export function changedWords(before: CallArguments, after: CallArguments): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changes = names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${name} from ${valueWords(before[name])} to ${valueWords(after[name])}`);
  return changes.length === 0 ? '' : `The person changed it before approving: ${changes.join('; ')}. `;
}

const longestValue = 300;

function valueWords(value: Json | undefined): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}
