import type { Json } from '@/domain/sessions';
import { resolveName } from '@/domain/workspace';

import { candidatesIn, isDone, mentionsIn } from '../answering/outputs';
import { answerIn, type Exchange, type Turn } from '../conversation';
import type { Request } from '../reading/request';
import { priorityIn, priorityWords } from '../reading/vocabulary';
import type { Moment } from '../reading/when';
import { asked, chosen } from './asking';
import { calls, said, toolCall, type Outcome, type Planning } from './planning';
import { replaced } from './settling';
import type { OfflineCall, Steps } from './steps';

type Of<Type extends Request['type']> = Extract<Request, { readonly type: Type }>;

const looking = /^(?:list_|find$|summarize_|ask_user$)/u;

/** A call that was made for the last message and meant to change something. */
interface Made {
  readonly call: OfflineCall;
  readonly exchange: Exchange;
  readonly didHappen: boolean;
}

function lastMade(past: readonly Turn[]): Made | null {
  const exchange = past.at(-1)?.exchanges.findLast(({ tool }) => !looking.test(tool));
  if (exchange === undefined) return null;
  const args: unknown = JSON.parse(exchange.rawArguments);
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return null;
  const fields = Object.entries(args).flatMap(([field, value]) =>
    isJson(value) ? [[field, value] as const] : [],
  );
  return {
    call: { name: exchange.tool, arguments: Object.fromEntries(fields) },
    exchange,
    didHappen: isDone(exchange.output),
  };
}

function isJson(value: unknown): value is Json {
  return value !== undefined && typeof value !== 'function';
}

const nothingToMend =
  'I do not know what that corrects, so nothing was changed. Say it in full, for instance “Move ‘Run tests’ to Friday”.';

/** "No, I meant Friday": what was just done is changed, or taken back and done to what was meant. */
export function* correction({ text, moment }: Of<'correction'>, planning: Planning): Steps<Outcome> {
  if (moment !== null) return anotherTime(moment, planning);
  const bare = text
    .replaceAll(/[“”]/gu, '')
    .replace(/^(?:the|to|for|in|with) /iu, '')
    .trim();
  const pressing = anotherPriority(bare, planning);
  if (pressing !== null) return pressing;
  const [heard, ...others] = planning.hear(text);
  if (heard !== undefined && others.length === 0 && !saysLittle.test(heard.request.type))
    return yield* planning.carryOut(heard.request, planning);
  const made = lastMade(planning.past);
  if (made === null) return yield* unclearCorrection(text, planning);
  return (
    anotherProject(bare, made, planning) ??
    anotherAssignee(bare, made, planning) ??
    (yield* meantInstead(bare, made, planning))
  );
}

/** What is no request of its own, so that it may be a name. */
const saysLittle =
  /^(?:unclear|beyond|correction|answer|question|change-unclear|thanks|greeting|bare-list)$/u;

function anotherTime({ date, time }: Moment, { focus, note }: Planning): Outcome {
  const when = { due_date: date ?? undefined, due_time: time ?? undefined };
  const [task, ...others] = focus.tasks;
  if (task !== undefined) {
    note('A day or time corrects when it is due.');
    return others.length === 0
      ? calls(toolCall('update_task', { task, ...when }))
      : calls(toolCall('update_tasks', { tasks: [...focus.tasks], ...when }));
  }
  return focus.project !== null && date !== null
    ? calls(toolCall('update_project', { project: focus.project, target_date: date }))
    : said(nothingToMend);
}

const priorityAlone = new RegExp(`^(?<word>${priorityWords})(?:[- ]priority)?$`, 'iu');

function anotherPriority(bare: string, { focus }: Planning): Outcome | null {
  const word = priorityAlone.exec(bare)?.groups?.['word'];
  return word === undefined || focus.tasks.length === 0
    ? null
    : calls(toolCall('update_tasks', { tasks: [...focus.tasks], priority: priorityIn(word) }));
}

function anotherProject(bare: string, { call }: Made, { focus, context, note }: Planning): Outcome | null {
  const project = resolveName(bare.replace(/ (?:project|list)$/iu, ''), context.projects);
  if (project.type !== 'found' || focus.tasks.length === 0 || !/^(?:add_task|move_task)$/u.test(call.name))
    return null;
  note('The name of a project corrects where it is.');
  return calls(...focus.tasks.map((task) => toolCall('move_task', { task, to_project: project.id })));
}

function anotherAssignee(bare: string, { call, didHappen }: Made, { focus }: Planning): Outcome | null {
  if (typeof call.arguments['assignee'] !== 'string' || call.name === 'delete_tasks') return null;
  return didHappen && focus.tasks.length > 0
    ? calls(toolCall('update_tasks', { tasks: [...focus.tasks], assignee: bare }))
    : calls({ ...call, arguments: { ...call.arguments, assignee: bare } });
}

/** What a call was done to, by the argument that names it. */
const targets = ['tasks', 'task', 'parent', 'to', 'person', 'people', 'project'] as const;

function* meantInstead(
  name: string,
  { call, didHappen, exchange }: Made,
  planning: Planning,
): Steps<Outcome> {
  const field = targets.find((target) => call.arguments[target] !== undefined);
  if (call.name === 'add_task' && didHappen && planning.focus.tasks.length === 1)
    return calls(toolCall('update_task', { task: planning.focus.tasks[0], title: name }));
  if (call.name === 'create_project' && didHappen)
    return calls(toolCall('update_project', { project: mentionsIn(exchange.output)[0]?.id, name }));
  if (field === undefined) return yield* unclearCorrection(name, planning);
  if (call.name === 'send_email' && didHappen)
    return said(
      'That email has been sent already and cannot be taken back. Tell me what to write to whom, and I send another one.',
    );
  const value: Json = Array.isArray(call.arguments[field]) ? [name] : name;
  planning.note(
    didHappen
      ? `I take back what was done and do it to “${name}”.`
      : `Nothing was done before, so I do it to “${name}”.`,
  );
  const again = { ...call, arguments: { ...call.arguments, [field]: value } };
  return didHappen ? calls(toolCall('undo_last_change', { what: 'step' }), again) : calls(again);
}

function* unclearCorrection(text: string, planning: Planning): Steps<Outcome> {
  return yield* planning.carryOut({ type: 'unclear', text, why: 'I do not know what it corrects' }, planning);
}

/** "Not that one, the other": what was done is taken back and done to the one that was not chosen. */
export function* otherOne(planning: Planning): Steps<Outcome> {
  const made = lastMade(planning.past);
  if (made === null)
    return said('There is nothing that I could do to another one. Say what you mean by its name.');
  const { call, exchange, didHappen } = made;
  const turn = planning.past.at(-1);
  const used = new Set([...mentionsIn(exchange.output).map(({ id }) => id), ...idsIn(call.arguments)]);
  const rivals = (turn === undefined ? [] : rivalsIn(turn, planning)).filter(({ id }) => !used.has(id));
  const [only, ...others] = rivals;
  const other =
    only === undefined
      ? null
      : others.length === 0
        ? only.id
        : yield* chosen(rivals, 'Which one do you mean?', 'There were several.');
  if (other === null) {
    const answer = yield* asked('Which one do you mean?', 'Write its name.', []);
    return answer === null || answer.trim() === ''
      ? said('Nothing was changed.')
      : yield* meantInstead(answer.trim(), made, planning);
  }
  const wrong = [...idsIn(call.arguments)].find(
    (id) => turn !== undefined && rivalsIn(turn, planning).some((rival) => rival.id === id),
  );
  if (wrong === undefined) return yield* meantInstead(other, made, planning);
  const again = { ...call, arguments: replaced(call.arguments, wrong, [other]) };
  planning.note('I take back what was done and do it to the other one.');
  return didHappen ? calls(toolCall('undo_last_change', { what: 'step' }), again) : calls(again);
}

function idsIn(args: OfflineCall['arguments']): ReadonlySet<string> {
  return new Set(
    Object.values(args).flatMap((value) =>
      typeof value === 'string'
        ? [value]
        : Array.isArray(value)
          ? value.filter((one): one is string => typeof one === 'string')
          : [],
    ),
  );
}

/** What there was to choose from in a turn: what outputs listed, and projects that a question named. */
function rivalsIn(
  turn: Turn,
  { context }: Planning,
): readonly { readonly id: string; readonly name: string; readonly detail: string }[] {
  const listed = turn.exchanges
    .filter(({ output }) => !isDone(output))
    .flatMap(({ output }) => candidatesIn(output));
  const questions = turn.exchanges.filter(
    ({ tool, output }) => tool === 'ask_user' && answerIn(output) !== null,
  );
  const named = context.projects.filter(({ name }) =>
    questions.some(({ rawArguments }) => rawArguments.includes(JSON.stringify(name))),
  );
  return [...listed, ...named.map(({ id, name, facts }) => ({ id, name, detail: facts }))];
}
