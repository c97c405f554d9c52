import { callIdOf, rawArguments, textOf, type Json, type ModelItem } from '@/domain/sessions';
import { parseIsoDate, type IsoDate } from '@/domain/workspace';

import { handOffTarget } from '../../specialists';

/** Everything a model is given for one response. */
export interface Conversation {
  readonly instructions: string;
  /** Oldest first. */
  readonly items: readonly ModelItem[];
  /** Names of the tools there are. */
  readonly tools: ReadonlySet<string>;
}

export interface KnownProject {
  readonly id: string;
  readonly name: string;
  /** How it stands, in words. */
  readonly facts: string;
}

/** What the instructions say about the day and the workspace. */
export interface Context {
  readonly today: IsoDate | null;
  /** IANA name. */
  readonly timeZone: string;
  readonly projects: readonly KnownProject[];
  /** Whether there are projects that the index does not name. */
  readonly hasMoreProjects: boolean;
}

/** A call with what came of it. */
export interface Exchange {
  readonly tool: string;
  readonly rawArguments: string;
  readonly output: string;
}

/** What a person wrote, and what was done about it. */
export interface Turn {
  readonly message: string;
  /** It was handed to whoever has it now, and nothing was done about it since. */
  readonly isJustHandedOver: boolean;
  readonly exchanges: readonly Exchange[];
}

/** Reads the day and the index of projects out of the instructions that every model gets. */
export function contextFrom(instructions: string): Context {
  const day = /^Today is [^\n]*?(?<day>\d{4}-\d{2}-\d{2})/mu.exec(instructions)?.groups?.['day'] ?? '';
  const lines = instructions.matchAll(/^- (?<name>"(?:[^"\\]|\\.)*") \((?<id>[^()\s]+)\): (?<facts>.+)$/gmu);
  const projects = [...lines].flatMap(({ groups }) => {
    const name = parsed(groups?.['name'] ?? '');
    const id = groups?.['id'];
    return typeof name === 'string' && id !== undefined ? [{ id, name, facts: groups?.['facts'] ?? '' }] : [];
  });
  return {
    today: parseIsoDate(day),
    timeZone: /^Today is [^\n]*?\(time zone (?<zone>[^)\s]+)\)/mu.exec(instructions)?.groups?.['zone'] ?? '',
    projects,
    hasMoreProjects: /^- and \d+ more; list_projects/mu.test(instructions),
  };
}

/** The turns of a conversation, oldest first. */
export function turnsOf(items: readonly ModelItem[]): readonly Turn[] {
  const outputs = new Map(
    items.flatMap((item) =>
      item.type === 'function_call_result' ? [[callIdOf(item), outputOf(item['output'])] as const] : [],
    ),
  );
  const turns: { message: string; isJustHandedOver: boolean; exchanges: Exchange[] }[] = [];
  for (const item of items) {
    if (item.type === 'message' && item['role'] === 'user') {
      turns.push({ message: contentOf(item['content']), isJustHandedOver: false, exchanges: [] });
    }
    const output = item.type === 'function_call' ? outputs.get(callIdOf(item)) : undefined;
    const turn = turns.at(-1);
    if (output === undefined || turn === undefined) continue;
    const tool = textOf(item['name']);
    turn.isJustHandedOver = handOffTarget(tool) !== null;
    if (turn.isJustHandedOver) continue;
    turn.exchanges.push({ tool, rawArguments: rawArguments(items, callIdOf(item)), output });
  }
  return turns;
}

/** What the person answered to a question; null when they did not. */
export function answerIn(output: string): string | null {
  const list = /^The person answered: (?<list>.*)\.$/su.exec(output)?.groups?.['list'];
  const answers = list === undefined ? null : parsed(`[${list}]`);
  return Array.isArray(answers) ? answers.filter((answer) => typeof answer === 'string').join(', ') : null;
}

function outputOf(output: Json | undefined): string {
  if (typeof output === 'string') return output;
  return contentOf(Array.isArray(output) ? output : [output ?? null]);
}

function contentOf(content: Json | undefined): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  const parts: readonly Json[] = content;
  return parts
    .map((part) => (typeof part === 'object' && part !== null && 'text' in part ? textOf(part['text']) : ''))
    .filter((text) => text !== '')
    .join('\n');
}

/** What JSON says, or null. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
