import type { Json } from '@/domain/sessions';
import { resolveName } from '@/domain/workspace';

import { answerIn, type Context } from './conversation';
import { candidatesIn, readable, unresolvedIn, type Candidate } from './outputs';
import type { ProjectChanges, Request, TaskDetails, Where, Which } from './request';
import type { OfflineCall, Steps } from './steps';
import { projectChangesIn } from './understand';

/** What was talked about last: ids or, within one message, names of what is to be made. */
export interface Focus {
  readonly project: string | null;
  readonly tasks: readonly string[];
}

export interface Planning {
  readonly context: Context;
  readonly focus: Focus;
  readonly tools: ReadonlySet<string>;
}

/** What can be said at the end: one part for each thing that happened or did not. */
export type Report = readonly string[];

/** Plans everything a message asks for. Questions come first, then the calls, in one response and in the order of the message. */
export function* stepsFor(requests: readonly Request[], planning: Planning): Steps<Report> {
  const report: string[] = [];
  let waiting: OfflineCall[] = [];
  let focus = planning.focus;
  for (const request of requests) {
    const reads = request.type === 'status-email' || request.type === 'question';
    if (reads && waiting.length > 0) {
      report.push(...(yield* carriedOut(waiting)));
      waiting = [];
    }
    const outcome = yield* callsFor(request, { ...planning, focus });
    if (outcome.type === 'said') {
      report.push(outcome.text);
      if (outcome.stops === true) break;
      continue;
    }
    waiting.push(...outcome.calls);
    focus = outcome.focus ?? focus;
  }
  if (waiting.length > 0) report.push(...(yield* carriedOut(waiting)));
  return report;
}

type Outcome =
  | { readonly type: 'calls'; readonly calls: readonly OfflineCall[]; readonly focus?: Focus }
  | { readonly type: 'said'; readonly text: string; readonly stops?: true };

function* carriedOut(calls: readonly OfflineCall[]): Steps<Report> {
  const outputs = yield calls;
  const report: string[] = [];
  let wasRepaired = false;
  for (const [index, call] of calls.entries()) {
    let output = outputs[index] ?? '';
    if (wasRepaired && unresolvedIn(output) !== null) output = (yield [call])[0] ?? '';
    const settled = yield* settledOutput(call, output);
    wasRepaired ||= settled.isRepaired;
    report.push(settled.text);
  }
  return report;
}

interface Settled {
  readonly text: string;
  readonly isRepaired: boolean;
}

/** Asks which one is meant where a name fits several things or none, and goes on with what was chosen. */
function* settledOutput(call: OfflineCall, first: string): Steps<Settled> {
  let current = call;
  let output = first;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const unresolved = unresolvedIn(output);
    if (unresolved === null) return { text: readable(output), isRepaired: attempt > 0 };
    const candidates = candidatesIn(output);
    if (candidates.length === 0)
      return {
        text: readable(output.split('. ')[0] ?? output) + '. Nothing was changed.',
        isRepaired: attempt > 0,
      };
    const { name, kind, fitsSeveral } = unresolved;
    const id = yield* chosen(
      candidates,
      fitsSeveral
        ? `Which ${kind} do you mean by “${name}”?`
        : `There is no ${kind} called “${name}”. Which one do you mean?`,
      fitsSeveral ? `“${name}” fits ${String(candidates.length)} of them.` : 'These are the nearest I found.',
    );
    if (id === null)
      return {
        text: `You did not choose which ${kind} “${name}” is, so nothing was changed there.`,
        isRepaired: attempt > 0,
      };
    current = { ...current, arguments: replaced(current.arguments, name, id) };
    output = (yield [current])[0] ?? '';
  }
  return { text: readable(output), isRepaired: true };
}

function replaced(args: OfflineCall['arguments'], name: string, id: string): OfflineCall['arguments'] {
  const isName = (value: Json): boolean =>
    typeof value === 'string' && value.trim().replaceAll(/\s+/gu, ' ') === name;
  return Object.fromEntries(
    Object.entries(args).map(([field, value]) => {
      if (named.has(field) && isName(value)) return [field, id];
      if (named.has(field) && Array.isArray(value))
        return [field, value.map((one: Json) => (isName(one) ? id : one))];
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

/** Arguments that name something. */
const named: ReadonlySet<string> = new Set([
  'task',
  'tasks',
  'project',
  'to_project',
  'parent',
  'person',
  'people',
  'assignee',
  'stakeholders',
  'to',
  'cc',
]);

/** The id of the candidate that a person chooses; null when they choose none. */
function* chosen(candidates: readonly Candidate[], question: string, why: string): Steps<string | null> {
  const options = labelled(candidates.slice(0, 12));
  const answer = yield* asked(
    question,
    why,
    options.map(({ label, detail }) => ({ label, ...(detail === '' ? {} : { detail }) })),
  );
  if (answer === null) return null;
  const byLabel = options.find(({ label }) => label === answer);
  if (byLabel !== undefined) return byLabel.id;
  const resolution = resolveName(answer, candidates);
  return resolution.type === 'found' ? resolution.id : null;
}

/** Labels are different and at most as long as a button can show. */
function labelled(candidates: readonly Candidate[]): readonly (Candidate & { readonly label: string })[] {
  const taken = new Set<string>();
  return candidates.map((candidate) => {
    const detail = candidate.detail.slice(0, 200);
    const name = candidate.name.slice(0, 90).trim() || candidate.id;
    let label = name;
    for (let number = 2; taken.has(label); number += 1) label = `${name} (${String(number)})`;
    taken.add(label);
    return { ...candidate, detail, label };
  });
}

interface Option {
  readonly label: string;
  readonly detail?: string;
}

function* asked(question: string, why: string, options: readonly Option[]): Steps<string | null> {
  const [output = ''] = yield [
    {
      name: 'ask_user',
      arguments: {
        question: question.slice(0, 480),
        ...(why === '' ? {} : { why }),
        ...(options.length === 0 ? {} : { options: options.map((option) => ({ ...option })) }),
        answer_with: options.length === 0 ? 'text' : 'one-or-text',
      },
    },
  ];
  return answerIn(output);
}

type Place = { readonly type: 'project'; readonly id: string | null } | { readonly type: 'unchosen' };

/** The project a request means: by name, the one talked about, or null when none is said. Asks when a name fits several. */
function* placed(where: Where, { context, focus }: Planning): Steps<Place> {
  if (where.type === 'none') return { type: 'project', id: null };
  if (where.type === 'it') return { type: 'project', id: focus.project };
  if (where.name === focus.project) return { type: 'project', id: where.name };
  const resolution = resolveName(where.name, context.projects);
  if (resolution.type === 'found' && !context.hasMoreProjects) return { type: 'project', id: resolution.id };
  if (resolution.type !== 'ambiguous') return { type: 'project', id: where.name };
  const fitting = resolution.candidates.flatMap(({ id }) =>
    context.projects.filter((project) => project.id === id),
  );
  const id = yield* chosen(
    fitting.map((project) => ({ ...project, detail: project.facts })),
    'Which project do you mean?',
    `“${where.name}” fits ${String(fitting.length)} projects.`,
  );
  return id === null ? { type: 'unchosen' } : { type: 'project', id };
}

/** The project a request needs: asks for one when none is said and there is no telling. */
function* projectNeeded(where: Where, planning: Planning, question: string): Steps<Place> {
  const place = yield* placed(where, planning);
  if (place.type === 'unchosen' || place.id !== null) return place;
  const { context, focus } = planning;
  if (focus.project !== null) return { type: 'project', id: focus.project };
  const [only, ...others] = context.projects;
  if (only === undefined) return place;
  if (others.length === 0) return { type: 'project', id: only.id };
  const id = yield* chosen(
    context.projects.map((project) => ({ ...project, detail: project.facts })),
    question,
    'There are several projects and you did not name one.',
  );
  return id === null ? { type: 'unchosen' } : { type: 'project', id };
}

const unchosen: Outcome = { type: 'said', text: 'You did not choose a project, so nothing was changed.' };

function toolCall(name: string, args: { readonly [field: string]: Json | undefined }): OfflineCall {
  const given = Object.entries(args).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value] as const],
  );
  return { name, arguments: Object.fromEntries(given) };
}

function detailArguments({ when, priority, assignee, notes }: TaskDetails): {
  readonly [field: string]: Json | undefined;
} {
  return {
    due_date: when?.date,
    due_time: when?.time,
    priority: priority ?? undefined,
    assignee: assignee ?? undefined,
    notes: notes ?? undefined,
  };
}

function* callsFor(request: Request, planning: Planning): Steps<Outcome> {
  switch (request.type) {
    case 'create-project':
      return yield* projectCreation(request, planning);
    case 'add-tasks':
      return yield* taskAddition(request, planning);
    case 'add-subtasks':
      return yield* subtaskAddition(request, planning);
    case 'complete':
      return yield* selectionCalls('complete_tasks', request.which, { planning, more: {} });
    case 'reopen':
      return yield* selectionCalls('reopen_tasks', request.which, { planning, more: {} });
    case 'delete-tasks':
      return yield* selectionCalls('delete_tasks', request.which, { planning, more: {} });
    case 'change-tasks':
      return yield* taskChange(request, planning);
    case 'change-project':
      return yield* projectChange(request, planning);
    case 'delete-project': {
      const place = yield* projectNeeded(request.where, planning, 'Which project shall I delete?');
      if (place.type === 'unchosen') return unchosen;
      return place.id === null
        ? said('There is no project to delete.')
        : { type: 'calls', calls: [toolCall('delete_project', { project: place.id })] };
    }
    case 'delete-unclear':
      return yield* unclearDeletion(request.name, planning);
    case 'delete-person':
      return { type: 'calls', calls: [toolCall('delete_person', { person: request.name })] };
    case 'move':
      return yield* move(request, planning);
    case 'comment':
      return comment(request, planning);
    case 'add-person':
      return request.name === ''
        ? said('Tell me the name of the person to add.')
        : {
            type: 'calls',
            calls: [
              toolCall('add_person', {
                name: request.name,
                email: request.email ?? undefined,
                team: request.team ?? undefined,
              }),
            ],
          };
    case 'stakeholders': {
      const place = yield* projectNeeded(
        request.where,
        planning,
        'Which project’s stakeholders do you mean?',
      );
      if (place.type === 'unchosen') return unchosen;
      if (place.id === null) return said('There is no project yet that could have stakeholders.');
      return {
        type: 'calls',
        calls: [
          toolCall('set_stakeholders', {
            project: place.id,
            people: [...request.people],
            mode: request.mode,
          }),
        ],
      };
    }
    case 'status-email':
      return yield* statusEmail(request, planning);
    case 'email':
      return yield* email(request, planning);
    case 'question':
      return yield* lookedUp(request, planning);
    case 'undo':
      return { type: 'calls', calls: [toolCall('undo_last_change', {})] };
    case 'redo':
      return { type: 'calls', calls: [toolCall('redo_last_change', {})] };
    case 'help':
      return said(helpText);
    case 'greeting':
      return said(
        'Hello! Tell me what to do, for instance: “Create a task ‘Deploy API’ and add subtasks ‘Update docs’ and ‘Run tests’.”',
      );
    case 'thanks':
      return said('You are welcome.');
    case 'nothing':
      return said('All right, I am not doing anything.');
    case 'unclear':
      return yield* unclear(request);
  }
}

function said(text: string): Outcome {
  return { type: 'said', text };
}

function* projectCreation(
  request: Extract<Request, { type: 'create-project' }>,
  { focus }: Planning,
): Steps<Outcome> {
  const name = request.name ?? (yield* asked('What shall the project be called?', '', []));
  if (name === null || name.trim() === '') return said('Without a name I did not create a project.');
  return {
    type: 'calls',
    calls: [
      toolCall('create_project', {
        name,
        priority: request.priority ?? undefined,
        target_date: request.when?.date,
      }),
      ...request.titles.map((title) => toolCall('add_task', { title, project: name })),
    ],
    focus: { ...focus, project: name, tasks: request.titles },
  };
}

function* taskAddition(request: Extract<Request, { type: 'add-tasks' }>, planning: Planning): Steps<Outcome> {
  const place = yield* placed(request.where, planning);
  if (place.type === 'unchosen') return unchosen;
  const { focus, context } = planning;
  const project = place.id ?? (context.projects.length === 1 ? null : focus.project);
  const titles = yield* titlesOf(request.titles, 'What is the task called?');
  if (titles.length === 0) return said('Without a title I did not add a task.');
  return {
    type: 'calls',
    calls: titles.map((title) =>
      toolCall('add_task', { title, project: project ?? undefined, ...detailArguments(request.details) }),
    ),
    focus: { project, tasks: titles },
  };
}

function* titlesOf(titles: readonly string[], question: string): Steps<readonly string[]> {
  if (titles.length > 0) return titles;
  const answer = yield* asked(question, '', []);
  return answer === null || answer.trim() === '' ? [] : [answer.trim()];
}

function* subtaskAddition(
  request: Extract<Request, { type: 'add-subtasks' }>,
  { focus }: Planning,
): Steps<Outcome> {
  const parent =
    request.parent ?? focus.tasks.at(-1) ?? (yield* asked('Below which task shall the subtasks go?', '', []));
  if (parent === null) return said('Without a task to put them below I did not add subtasks.');
  const titles = yield* titlesOf(request.titles, 'What is the subtask called?');
  if (titles.length === 0) return said('Without a title I did not add a subtask.');
  return {
    type: 'calls',
    calls: titles.map((title) =>
      toolCall('add_task', { title, parent, ...detailArguments(request.details) }),
    ),
    focus: { ...focus, tasks: [parent] },
  };
}

interface Selecting {
  readonly planning: Planning;
  readonly more: { readonly [field: string]: Json | undefined };
}

function* selectionCalls(tool: string, which: Which, { planning, more }: Selecting): Steps<Outcome> {
  const { focus } = planning;
  if (which.type === 'it') {
    return focus.tasks.length === 0
      ? said('I do not know which task you mean. Name it, and I will do it.')
      : { type: 'calls', calls: [toolCall(tool, { tasks: [...focus.tasks], ...more })] };
  }
  const place =
    which.type === 'all'
      ? yield* everythingIn(which.project, planning)
      : yield* placed(which.project, planning);
  if (place.type === 'unchosen') return unchosen;
  const project = place.id ?? undefined;
  switch (which.type) {
    case 'all':
      return project === undefined
        ? said('There is no project yet.')
        : { type: 'calls', calls: [toolCall(tool, { project, ...more })] };
    case 'filter':
      return {
        type: 'calls',
        calls: [toolCall(tool, { project, filter: { ...which.filter }, ...more })],
      };
    case 'named':
      return {
        type: 'calls',
        calls: [toolCall(tool, { tasks: [...which.names], project, ...more })],
        focus: { ...focus, tasks: which.names },
      };
  }
}

/** Everything is too much to guess about: unless a project is said or just talked about, the person chooses. */
function* everythingIn(where: Where, planning: Planning): Steps<Place> {
  return yield* projectNeeded(where, planning, 'Everything in which project?');
}

function* taskChange(
  request: Extract<Request, { type: 'change-tasks' }>,
  planning: Planning,
): Steps<Outcome> {
  const { which, changes } = request;
  const single =
    which.type === 'named' && which.names.length === 1
      ? which.names[0]
      : which.type === 'it' && planning.focus.tasks.length === 1
        ? planning.focus.tasks[0]
        : undefined;
  const { shift_days: days, ...fields } = changes;
  if (single !== undefined && days === undefined) {
    const place =
      which.type === 'named'
        ? yield* placed(which.project, planning)
        : { type: 'project' as const, id: null };
    if (place.type === 'unchosen') return unchosen;
    const isProject =
      which.type === 'named' &&
      resolveName(single, planning.context.projects).type === 'found' &&
      fields.due_date !== undefined;
    if (isProject) return yield* dueOfProject(single, request, planning);
    return {
      type: 'calls',
      calls: [toolCall('update_task', { task: single, project: place.id ?? undefined, ...fields })],
      focus: { ...planning.focus, tasks: [single] },
    };
  }
  if (changes.title !== undefined) return said('Only one task at a time can be renamed. Tell me which one.');
  return yield* selectionCalls('update_tasks', which, { planning, more: { ...fields, shift_days: days } });
}

/** A name that a project has may be a task's too. */
function* dueOfProject(
  name: string,
  request: Extract<Request, { type: 'change-tasks' }>,
  planning: Planning,
): Steps<Outcome> {
  const project = `The target date of the project “${name}”`;
  const answer = yield* asked('What shall be moved?', `There is a project called “${name}”.`, [
    { label: project.slice(0, 118) },
    { label: 'A task with this name' },
  ]);
  if (answer === null) return unchosen;
  const place = yield* placed({ type: 'named', name }, planning);
  return answer === project && place.type === 'project'
    ? {
        type: 'calls',
        calls: [
          toolCall('update_project', { project: place.id ?? name, target_date: request.changes.due_date }),
        ],
      }
    : {
        type: 'calls',
        calls: [
          toolCall('update_task', {
            task: name,
            due_date: request.changes.due_date,
            due_time: request.changes.due_time,
          }),
        ],
      };
}

function* projectChange(
  request: Extract<Request, { type: 'change-project' }>,
  planning: Planning,
): Steps<Outcome> {
  const place = yield* projectNeeded(request.where, planning, 'Which project shall change?');
  if (place.type === 'unchosen') return unchosen;
  if (place.id === null) return said('There is no project yet that could be changed.');
  const id = place.id;
  const name = planning.context.projects.find((project) => project.id === id)?.name ?? id;
  const changes =
    Object.keys(request.changes).length > 0
      ? request.changes
      : yield* changesAskedFor(name, planning.context);
  if (changes === null) return said(`I did not change “${name}”: it was not said how.`);
  return {
    type: 'calls',
    calls: [toolCall('update_project', { project: id, ...changes })],
    focus: { project: id, tasks: [] },
  };
}

const changeable = {
  Rename: ['What shall it be called?', (answer: string): ProjectChanges | null => ({ name: answer })],
  'Change the status': ['Which status shall it have: planning, active, on hold or completed?', null],
  'Change the priority': ['Which priority shall it have: low, medium, high or urgent?', null],
  'Move the target date': ['Which day shall be the target date?', null],
} as const satisfies Record<string, readonly [string, ((answer: string) => ProjectChanges | null) | null]>;

function* changesAskedFor(name: string, context: Context): Steps<ProjectChanges | null> {
  const answer = yield* asked(
    `What shall change about “${name}”?`,
    'You can also write it, like “make it high priority”.',
    Object.keys(changeable).map((label) => ({ label })),
  );
  if (answer === null) return null;
  const entry = Object.entries(changeable).find(([label]) => label === answer)?.[1];
  if (entry === undefined) return projectChangesIn(answer, context);
  const [question, read] = entry;
  const value = yield* asked(question, '', []);
  if (value === null || value.trim() === '') return null;
  return read === null ? projectChangesIn(value, context) : read(value.trim());
}

function* unclearDeletion(name: string, planning: Planning): Steps<Outcome> {
  const project = `The project “${name}” with all its tasks`;
  const tasks = `All tasks in “${name}”, but not the project`;
  const task = `A task called “${name}”`;
  const labels = [project, tasks, task].map((label) => label.slice(0, 118));
  const answer = yield* asked(
    `What shall I delete?`,
    `“${name}” fits a project.`,
    labels.map((label) => ({ label })),
  );
  const index = answer === null ? -1 : labels.indexOf(answer);
  if (index === -1) return said('You did not choose, so nothing was deleted.');
  if (index === 2) return { type: 'calls', calls: [toolCall('delete_tasks', { tasks: [name] })] };
  const place = yield* placed({ type: 'named', name }, planning);
  if (place.type === 'unchosen') return unchosen;
  return {
    type: 'calls',
    calls: [toolCall(index === 0 ? 'delete_project' : 'delete_tasks', { project: place.id ?? name })],
  };
}

function* move(request: Extract<Request, { type: 'move' }>, planning: Planning): Steps<Outcome> {
  const task = request.task ?? planning.focus.tasks.at(-1);
  if (task === undefined) return said('I do not know which task you mean. Name it, and I will move it.');
  const { to_project: name, ...to } = request.to;
  const place = name === undefined ? null : yield* placed({ type: 'named', name }, planning);
  if (place?.type === 'unchosen') return unchosen;
  return {
    type: 'calls',
    calls: [toolCall('move_task', { task, ...to, to_project: place?.id ?? undefined })],
    focus: { ...planning.focus, tasks: [task] },
  };
}

function comment(request: Extract<Request, { type: 'comment' }>, { focus, context }: Planning): Outcome {
  if (request.on === null) {
    const task = focus.tasks.at(-1);
    if (task !== undefined)
      return { type: 'calls', calls: [toolCall('add_comment', { text: request.text, task })] };
    return focus.project === null
      ? said('I do not know what to comment on. Name the task or project.')
      : { type: 'calls', calls: [toolCall('add_comment', { text: request.text, project: focus.project })] };
  }
  const name = request.on.replace(/^(?:the )?project | project$/giu, '');
  const project = resolveName(name, context.projects);
  const target = project.type === 'found' ? { project: project.id } : { task: request.on };
  return { type: 'calls', calls: [toolCall('add_comment', { text: request.text, ...target })] };
}

function* statusEmail(
  request: Extract<Request, { type: 'status-email' }>,
  planning: Planning,
): Steps<Outcome> {
  const place = yield* projectNeeded(request.where, planning, 'Which project is the status update about?');
  if (place.type === 'unchosen') return said('You did not choose a project, so no email was sent.');
  if (place.id === null) return said('There is no project yet to write about, so no email was sent.');
  const project = place.id;
  const summary = toolCall('summarize_project', { project });
  let [output = ''] = yield [summary];
  let id = project;
  const unresolved = unresolvedIn(output);
  if (unresolved !== null) {
    const candidates = candidatesIn(output);
    const choice =
      candidates.length === 0
        ? null
        : yield* chosen(candidates, `Which project do you mean by “${project}”?`, '');
    if (choice === null) return said('I do not know which project is meant, so no email was sent.');
    id = choice;
    [output = ''] = yield [toolCall('summarize_project', { project: id })];
  }
  const head = /^Project “(?<name>[^”]*)” \([\w-]+\): (?<facts>.*)$/mu.exec(output)?.groups;
  if (head === undefined) return said(readable(output));
  const name = head['name'] ?? '';
  const isToStakeholders = request.to.includes('stakeholders');
  if (isToStakeholders && /^Stakeholders: none\.$/mu.test(output)) {
    return said(
      `“${name}” has no stakeholders, so there is nobody to send it to. Add some first, for instance: “Add Sara as stakeholder to ${name}”.`,
    );
  }
  return {
    type: 'calls',
    calls: [
      toolCall(request.isDraft ? 'draft_email' : 'send_email', {
        to: [...request.to],
        project: id,
        subject: `Status update: ${name}`.slice(0, 150),
        body: statusBody(name, output, planning.context.today ?? ''),
      }),
    ],
    focus: { project: id, tasks: [] },
  };
}

/** The figures are those of the summary, line by line. */
function statusBody(name: string, summary: string, today: string): string {
  const lines = readable(summary)
    .split('\n')
    .slice(1)
    .filter((line) => !line.startsWith('Stakeholders') && !line.endsWith(': none.'))
    .map((line) => `- ${line}`);
  return [
    `Hello,`,
    '',
    `this is where “${name}” stands${today === '' ? '' : ` on ${today}`}:`,
    '',
    ...lines,
    '',
    'Best regards',
  ].join('\n');
}

function* email(request: Extract<Request, { type: 'email' }>, planning: Planning): Steps<Outcome> {
  const place = yield* placed(request.where, planning);
  if (place.type === 'unchosen') return said('You did not choose a project, so no email was sent.');
  const to = request.to.length > 0 ? request.to : yield* recipientsAskedFor();
  if (to.length === 0) return said('Without a recipient no email was sent.');
  let project = place.id;
  if (to.includes('stakeholders') && project === null) {
    const needed = yield* projectNeeded({ type: 'none' }, planning, 'The stakeholders of which project?');
    if (needed.type === 'unchosen') return said('You did not choose a project, so no email was sent.');
    project = needed.id;
  }
  const body = request.body ?? (yield* asked(`What shall the email to ${to.join(', ')} say?`, '', []));
  if (body === null || body.trim() === '') return said('Without a text no email was sent.');
  const subject = request.subject ?? (body.split('\n')[0] ?? '').slice(0, 80);
  return {
    type: 'calls',
    calls: [
      toolCall(request.isDraft ? 'draft_email' : 'send_email', {
        to: [...to],
        project: project ?? undefined,
        subject,
        body,
      }),
    ],
  };
}

function* recipientsAskedFor(): Steps<readonly string[]> {
  const answer = yield* asked('Who shall get the email?', 'A name from your people, or an address.', []);
  return (answer ?? '').split(/\s*[,;]\s*|\s+and\s+/u).filter((one) => one.trim() !== '');
}

function* lookedUp({ question }: Extract<Request, { type: 'question' }>, planning: Planning): Steps<Outcome> {
  const lookUp = yield* lookUpFor(question, planning);
  if (lookUp === null) return unchosen;
  const [output = ''] = yield [lookUp];
  const settled = yield* settledOutput(lookUp, output);
  return said(settled.text);
}

function* lookUpFor(
  question: Extract<Request, { type: 'question' }>['question'],
  planning: Planning,
): Steps<OfflineCall | null> {
  switch (question.type) {
    case 'tasks': {
      const place = yield* placed(question.where, planning);
      if (place.type === 'unchosen') return null;
      const hasFilter = Object.keys(question.filter).length > 0;
      return toolCall('list_tasks', {
        project: place.id ?? undefined,
        filter: hasFilter ? { ...question.filter } : undefined,
        order: question.byDate ? 'due_date' : undefined,
      });
    }
    case 'projects':
      return toolCall('list_projects', {});
    case 'people':
      return toolCall('find', { kind: 'person' });
    case 'project': {
      const place = yield* projectNeeded(question.where, planning, 'Which project do you mean?');
      if (place.type === 'unchosen') return null;
      return place.id === null
        ? toolCall('summarize_portfolio', {})
        : toolCall('summarize_project', { project: place.id });
    }
    case 'portfolio':
      return toolCall('summarize_portfolio', {});
    case 'search':
      return toolCall('find', { text: question.text });
  }
}

/** For what it is unsure of it asks; it never acts. The buttons are the nearest it can do. */
function* unclear(request: Extract<Request, { type: 'unclear' }>): Steps<Outcome> {
  const shown = request.text.length > 200 ? `${request.text.slice(0, 199)}…` : request.text;
  const addition = 'Add it as a task';
  const options = [addition, 'Show what is due this week', 'Show what you can do', 'Leave it'].map(
    (label) => ({ label }),
  );
  const answer = yield* asked(
    `I am not sure what to do with “${shown}”. What do you mean?`,
    `I did nothing yet: ${request.why}.`,
    options,
  );
  if (answer === addition)
    return {
      type: 'calls',
      calls: [toolCall('add_task', { title: request.text.replaceAll(/\s+/gu, ' ').slice(0, 300) })],
    };
  if (answer === 'Show what is due this week') {
    const [output = ''] = yield [toolCall('list_tasks', { filter: { done: false }, order: 'due_date' })];
    return said(readable(output));
  }
  if (answer === 'Show what you can do') return said(helpText);
  return said(
    'I left it as it is; nothing was changed. Say it in other words, for instance “Mark ‘Run tests’ as done”.',
  );
}

const helpText = `I manage your projects, tasks, people and emails. For instance:

- **Tasks**: “Create a task ‘Deploy API’ and add subtasks ‘Update docs’ and ‘Run tests’”, “Add buy milk to Shopping, due Friday, high priority”
- **Changes**: “Mark everything in Launch as done”, “Move ‘Run tests’ to next Monday”, “Assign ‘Update docs’ to Sara”, “Push everything in Launch by a week”
- **Questions**: “What is overdue?”, “What is due this week?”, “How is Launch going?”
- **Emails**: “Send a status update to all stakeholders”, “Email Sara about the demo saying ‘See you at ten’”
- **Clearing up**: “Delete the completed tasks”, “Undo”

Whatever deletes or leaves the app waits for your approval.`;
