import {
  addDays,
  type PersonId,
  type Priority,
  type ProjectId,
  type TaskId,
  type TaskStatus,
  type Workspace,
} from '../workspace';
import { Draft } from './draft';
import { planned, type PlanContext, type PlanResult } from './plan';

/** Plans the example a newcomer finds: three projects, two of which share a word, people with addresses, tasks with dates and subtasks. */
export function planExample(workspace: Workspace, context: PlanContext): PlanResult {
  const draft = new Draft(workspace);
  const people = new Map(examplePeople.map((person) => [person.name, addPerson(draft, person, context)]));
  exampleProjects.forEach((project, index) =>
    addProject(draft, { ...project, rank: index + 1 }, { context, people }),
  );
  return planned(workspace, draft, 'Example projects added');
}

interface ExamplePerson {
  readonly name: string;
  readonly email: string;
  readonly team: string;
}

interface ExampleTask {
  readonly title: string;
  readonly status?: TaskStatus;
  readonly priority?: Priority;
  /** Days from today. */
  readonly due?: number;
  readonly assignee?: string;
  readonly notes?: string;
  readonly subtasks?: readonly ExampleTask[];
}

interface ExampleProject {
  readonly name: string;
  readonly description: string;
  readonly priority: Priority;
  /** Days from today. */
  readonly start: number;
  readonly target: number;
  readonly stakeholders: readonly string[];
  readonly tasks: readonly ExampleTask[];
}

/** Addresses end in example.com, which is reserved (RFC 2606): nothing sent to them can reach anybody. */
const examplePeople: readonly ExamplePerson[] = [
  { name: 'Sara Lindqvist', email: 'sara.lindqvist@example.com', team: 'Product' },
  { name: 'Tom Okafor', email: 'tom.okafor@example.com', team: 'Engineering' },
  { name: 'Mina Castellanos', email: 'mina.castellanos@example.com', team: 'Design' },
  { name: 'Jonas Weber', email: 'jonas.weber@example.com', team: 'Engineering' },
  { name: 'Priya Raman', email: 'priya.raman@example.com', team: 'Marketing' },
];

const exampleProjects: readonly ExampleProject[] = [
  {
    name: 'Website launch',
    description: 'The new site goes live with pricing, a blog and a faster checkout.',
    priority: 'high',
    start: -21,
    target: 12,
    stakeholders: ['Sara Lindqvist', 'Tom Okafor', 'Mina Castellanos', 'Jonas Weber', 'Priya Raman'],
    tasks: [
      { title: 'Agree on the launch date', status: 'done', due: -14, assignee: 'Sara Lindqvist' },
      {
        title: 'Finish the pricing page',
        status: 'in_progress',
        priority: 'high',
        due: -1,
        assignee: 'Mina Castellanos',
        subtasks: [
          { title: 'Final copy', status: 'done', assignee: 'Priya Raman' },
          { title: 'Comparison table', status: 'in_progress', due: 1, assignee: 'Mina Castellanos' },
          { title: 'Check it on small phones', due: 2, assignee: 'Jonas Weber' },
        ],
      },
      {
        title: 'Load-test the checkout',
        priority: 'urgent',
        status: 'blocked',
        due: 3,
        assignee: 'Tom Okafor',
        notes: 'Waiting for the test accounts of the payment provider.',
      },
      { title: 'Write the announcement', due: 6, assignee: 'Priya Raman' },
      {
        title: 'Prepare a way back, should the launch fail',
        priority: 'high',
        due: 9,
        assignee: 'Jonas Weber',
      },
    ],
  },
  {
    name: 'Partner API',
    description: 'Partners read orders and stock through a documented, rate-limited interface.',
    priority: 'medium',
    start: -40,
    target: 30,
    stakeholders: ['Sara Lindqvist', 'Tom Okafor'],
    tasks: [
      { title: 'Design the order endpoints', status: 'done', due: -18, assignee: 'Tom Okafor' },
      {
        title: 'Add rate limits',
        priority: 'high',
        status: 'in_progress',
        due: 4,
        assignee: 'Jonas Weber',
        subtasks: [
          { title: 'Choose the limits with two partners', status: 'done' },
          { title: 'Tell callers when to try again', due: 4 },
        ],
      },
      { title: 'Write the getting-started guide', due: 15, assignee: 'Priya Raman' },
    ],
  },
  {
    name: 'Mobile API',
    description: 'One small, quick interface for both phone apps.',
    priority: 'low',
    start: 3,
    target: 75,
    stakeholders: ['Mina Castellanos', 'Jonas Weber'],
    tasks: [
      { title: 'List what the apps really call', due: 8, assignee: 'Jonas Weber' },
      { title: 'Measure cold starts on slow networks', priority: 'low' },
    ],
  },
];

interface ExampleContext {
  readonly context: PlanContext;
  readonly people: ReadonlyMap<string, PersonId>;
}

function addPerson(draft: Draft, person: ExamplePerson, context: PlanContext): PersonId {
  const id = context.mint('person');
  draft.create('person', { id, ...person });
  return id;
}

function addProject(
  draft: Draft,
  project: ExampleProject & { rank: number },
  { context, people }: ExampleContext,
): void {
  const id = context.mint('project');
  draft.create('project', {
    id,
    name: project.name,
    status: project.start > 0 ? 'planning' : 'active',
    priority: project.priority,
    description: project.description,
    startDate: addDays(context.today, project.start),
    targetDate: addDays(context.today, project.target),
    stakeholderIds: project.stakeholders.flatMap((name) => people.get(name) ?? []),
    rank: project.rank,
    createdAt: context.now,
  });
  addTasks(draft, { tasks: project.tasks, projectId: id, parentId: null }, { context, people });
}

interface TaskList {
  readonly tasks: readonly ExampleTask[];
  readonly projectId: ProjectId;
  readonly parentId: TaskId | null;
}

function addTasks(draft: Draft, list: TaskList, { context, people }: ExampleContext): void {
  list.tasks.forEach((task, index) => {
    const id = context.mint('task');
    const status = task.status ?? 'todo';
    draft.create('task', {
      id,
      projectId: list.projectId,
      parentId: list.parentId,
      title: task.title,
      status,
      priority: task.priority ?? 'medium',
      dueDate: task.due === undefined ? null : addDays(context.today, task.due),
      dueTime: null,
      assigneeId: people.get(task.assignee ?? '') ?? null,
      notes: task.notes ?? '',
      rank: index + 1,
      createdAt: context.now,
      completedAt: status === 'done' ? context.now : null,
    });
    addTasks(
      draft,
      { tasks: task.subtasks ?? [], projectId: list.projectId, parentId: id },
      { context, people },
    );
  });
}
