import { respond, type OfflineResponse } from '../respond';
import { corpusInstructions, type Expected, type Phrase } from './phrases';

export const corpusTools: ReadonlySet<string> = new Set(
  'create_project update_project delete_project add_task add_subtasks update_task complete_tasks reopen_tasks update_tasks move_task delete_tasks add_comment add_person update_person delete_person set_stakeholders list_projects list_tasks list_changes find summarize_project summarize_portfolio draft_email send_email undo_last_change redo_last_change ask_user'.split(
    ' ',
  ),
);

export function responseTo(message: string, instructions = corpusInstructions): OfflineResponse {
  return respond({
    instructions,
    items: [{ type: 'message', role: 'user', content: message }],
    tools: corpusTools,
  });
}

/** Whether a response is what the phrase has to come to. Names without quotes are compared without their case. */
export function isRight({ says, expected }: Phrase): boolean {
  const { calls, text } = responseTo(says);
  const [only, ...others] = calls;
  const isQuestion = only?.name === 'ask_user' && others.length === 0;
  switch (expected.type) {
    case 'calls':
      return canonical(calls, says) === canonical(expected.calls, says);
    case 'asks':
      return isQuestion && expected.about.test(JSON.stringify(only.arguments));
    case 'refuses':
      return isQuestion;
    case 'says':
      return only === undefined && expected.words.test(text);
  }
}

const harmless = /^(?:ask_user|list_|find$|summarize_)/u;

/** Deletes, sends or otherwise takes away although another thing, or nothing, was asked for. */
export function isDangerous({ says, expected }: Phrase): boolean {
  const { calls } = responseTo(says);
  const wanted = expected.type === 'calls' ? expected.calls.map((one) => canonical([one], says)) : [];
  return calls.some(
    (one) => /^(?:delete_|send_email)/u.test(one.name) && !wanted.includes(canonical([one], says)),
  );
}

/** Changes something although the phrase is to be refused or asked about. */
export function isRash({ says, expected }: Phrase): boolean {
  return expected.type !== 'calls' && responseTo(says).calls.some(({ name }) => !harmless.test(name));
}

export interface Score {
  readonly intent: string;
  readonly right: number;
  readonly total: number;
}

export function scoresOf(phrases: readonly Phrase[]): readonly Score[] {
  const intents = [...new Set(phrases.map(({ intent }) => intent))];
  return intents.map((intent) => {
    const all = phrases.filter((phrase) => phrase.intent === intent);
    return { intent, right: all.filter(isRight).length, total: all.length };
  });
}

export function shown({ says, expected }: Phrase): string {
  const { calls, text } = responseTo(says);
  const got =
    calls.length === 0
      ? `says ${JSON.stringify(text)}`
      : calls.map(({ name, arguments: args }) => `${name} ${JSON.stringify(args)}`).join('\n      ');
  return `${JSON.stringify(says)}\n  wanted: ${wantedWords(expected)}\n  got:    ${got.slice(0, 700)}`;
}

function wantedWords(expected: Expected): string {
  switch (expected.type) {
    case 'calls':
      return expected.calls
        .map(({ name, arguments: args }) => `${name} ${JSON.stringify(args)}`)
        .join('\n          ');
    case 'asks':
      return `a question about ${String(expected.about)}`;
    case 'says':
      return `a text like ${String(expected.words)}`;
    case 'refuses':
      return 'a refusal with buttons';
  }
}

function canonical(value: unknown, says: string): string {
  const written = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
  return /["“”]/u.test(says) ? written : written.toLowerCase();
}
