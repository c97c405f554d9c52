import type { Json } from '@/domain/sessions';
import { resolveName } from '@/domain/workspace';

import { candidatesIn, isDone, unresolvedIn, type Candidate, type Unresolved } from '../answering/outputs';
import { readable } from '../answering/readable';
import { asked, labelled, labelMeant } from './asking';
import { toolCall, type Planning } from './planning';
import type { OfflineCall, Steps } from './steps';

/** What can be said at the end: one part for each thing that happened or did not. */
export type Report = readonly string[];

/** Makes the calls of one response; names that could not be resolved are asked about afterwards. */
export function* carriedOut(calls: readonly OfflineCall[], planning: Planning): Steps<Report> {
  const outputs = yield calls;
  const report: string[] = [];
  let wasRepaired = false;
  for (const [index, call] of calls.entries()) {
    let output = outputs[index] ?? '';
    if (wasRepaired && unresolvedIn(output) !== null) output = (yield [call])[0] ?? '';
    const settled = yield* settledOutput(call, output, planning);
    wasRepaired ||= settled.isRepaired;
    report.push(settled.text);
  }
  return report;
}

interface Settled {
  readonly text: string;
  readonly output: string;
  readonly isRepaired: boolean;
}

const attempts = 4;

/** Asks which one is meant where a name fits several things or none, and goes on with what was chosen. */
export function* settledOutput(call: OfflineCall, first: string, planning: Planning): Steps<Settled> {
  let current = call;
  let output = first;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const unresolved = unresolvedIn(output);
    if (unresolved === null) return { text: readable(output), output, isRepaired: attempt > 0 };
    const repaired = yield* repair(current, output, { unresolved, planning });
    if (typeof repaired === 'string') return { text: repaired, output, isRepaired: attempt > 0 };
    current = repaired;
    output = (yield [current])[0] ?? '';
  }
  return { text: readable(output), output, isRepaired: true };
}

interface Repair {
  readonly unresolved: Unresolved;
  readonly planning: Planning;
}

/** The call as it was meant, or what to say instead. */
function* repair(
  call: OfflineCall,
  output: string,
  { unresolved, planning }: Repair,
): Steps<OfflineCall | string> {
  const { name, kind, fitsSeveral } = unresolved;
  const several = fitsSeveral ? null : inParts(call, name);
  if (several !== null) {
    planning.note(`Nothing is called “${name}”, so I take it for several names.`);
    return several;
  }
  const candidates = labelled(candidatesIn(output).slice(0, 10));
  const isLetter = call.name === 'send_email' || call.name === 'draft_email';
  const addition = kind === 'person' && !isLetter && !fitsSeveral ? `Add “${name}” to the people` : null;
  if (candidates.length === 0 && !isLetter && addition === null)
    return `${readable(output.split('. ')[0] ?? output).replace(/\.$/u, '')}, so nothing was changed.`;
  const { note, question, why } = wordsFor(unresolved, candidates.length, isLetter);
  planning.note(note);
  const answer = yield* asked(question, why, [
    ...candidates.map(({ label, detail }) => ({ label, ...(detail === '' ? {} : { detail }) })),
    ...(addition === null ? [] : [{ label: addition }]),
  ]);
  if (answer === null) return notChosen(kind, name);
  if (answer === addition) {
    const [added = ''] = yield [toolCall('add_person', { name })];
    return isDone(added) ? call : readable(added);
  }
  const id = candidateMeant(answer, candidates) ?? (isLetter && answer.includes('@') ? answer.trim() : null);
  return id === null ? notChosen(kind, name) : { ...call, arguments: replaced(call.arguments, name, [id]) };
}

interface Words {
  readonly note: string;
  readonly question: string;
  readonly why: string;
}

/** How it is asked which one is meant, where a name fits several or none. */
function wordsFor({ name, kind, fitsSeveral }: Unresolved, count: number, isLetter: boolean): Words {
  if (fitsSeveral) {
    return {
      note: `“${name}” fits ${String(count)} of them, so I ask.`,
      question: `Which ${kind} do you mean by “${name}”?`,
      why: `“${name}” fits ${String(count)} of them.`,
    };
  }
  const which = isLetter ? 'Who is it, or what is the address?' : 'Which one do you mean?';
  return {
    note: `No ${kind} is called “${name}”, so I ask.`,
    question: `There is no ${kind} called “${name}”. ${which}`,
    why: count === 0 ? '' : 'These are the nearest I found.',
  };
}

function notChosen(kind: string, name: string): string {
  return `You did not choose which ${kind} “${name}” is, so nothing was changed there.`;
}

function candidateMeant(
  answer: string,
  candidates: readonly (Candidate & { readonly label: string })[],
): string | null {
  const label = labelMeant(
    answer,
    candidates.map((candidate) => candidate.label),
  );
  const byLabel = candidates.find((candidate) => candidate.label === label);
  if (byLabel !== undefined) return byLabel.id;
  const resolution = resolveName(answer, candidates);
  return resolution.type === 'found' ? resolution.id : null;
}

/** "docs and tests" may be one name or two; when it is not one, it is two. */
function inParts(call: OfflineCall, name: string): OfflineCall | null {
  const parts = name.split(/\s+(?:and|&)\s+/iu).map((part) => part.replace(/^(?:the|my) /iu, '').trim());
  const { tasks } = call.arguments;
  const isNamed = Array.isArray(tasks) && tasks.some((one: Json) => one === name);
  return parts.length < 2 || !isNamed || parts.includes('')
    ? null
    : { ...call, arguments: replaced(call.arguments, name, parts) };
}

/** Arguments that name something. */
const named: ReadonlySet<string> = new Set([
  'task',
  'tasks',
  'project',
  'to_project',
  'parent',
  'before',
  'after',
  'person',
  'people',
  'assignee',
  'stakeholders',
  'to',
  'cc',
  'draft',
]);

export function replaced(
  args: OfflineCall['arguments'],
  name: string,
  ids: readonly string[],
): OfflineCall['arguments'] {
  const isName = (value: Json): boolean =>
    typeof value === 'string' && value.trim().replaceAll(/\s+/gu, ' ') === name;
  const [id = name] = ids;
  return Object.fromEntries(
    Object.entries(args).map(([field, value]): [string, Json] => {
      if (named.has(field) && isName(value)) return [field, id];
      if (named.has(field) && Array.isArray(value)) {
        const list: readonly Json[] = value;
        return [field, list.flatMap((one): readonly Json[] => (isName(one) ? ids : [one]))];
      }
      if (field === 'filter' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
        return [
          field,
          Object.fromEntries(
            Object.entries(value).map(([key, one]) => [key, key === 'assignee' && isName(one) ? id : one]),
          ),
        ];
      }
      return [field, value];
    }),
  );
}
