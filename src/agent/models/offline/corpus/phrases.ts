import type { Request } from '../request';

export interface Understood {
  readonly says: string;
  readonly means: readonly Request[];
}

/** The day and the projects that the phrases are said in. */
export const corpusInstructions =
  'Today is Thursday, 2026-01-15 (time zone Europe/Berlin).\n\nProjects:\n- "Website launch" (p1): active, 1 of 3 tasks done\n- "Partner API" (p2): active, 1 of 3 tasks done\n- "Shopping" (p3): active, 0 of 0 tasks done';

/** Phrases with what they mean. */
export const understoodPhrases: readonly Understood[] = [
  {
    says: 'add buy milk to my shopping list',
    means: [
      {
        type: 'add-tasks',
        titles: ['Buy milk'],
        where: { type: 'named', name: 'shopping' },
        details: { when: null, priority: null, assignee: null, notes: null },
      },
    ],
  },
  {
    says: 'Add milk, eggs and bread to Shopping',
    means: [
      {
        type: 'add-tasks',
        titles: ['Milk', 'Eggs', 'Bread'],
        where: { type: 'named', name: 'Shopping' },
        details: { when: null, priority: null, assignee: null, notes: null },
      },
    ],
  },
  {
    says: 'remind me to call mom tomorrow at 5pm',
    means: [
      {
        type: 'add-tasks',
        titles: ['Call mom'],
        where: { type: 'none' },
        details: { when: { date: '2026-01-16', time: '17:00' }, priority: null, assignee: null, notes: null },
      },
    ],
  },
  {
    says: 'create a task to review the contract by Friday with high priority assigned to Sara in Website launch',
    means: [
      {
        type: 'add-tasks',
        titles: ['Review the contract'],
        where: { type: 'named', name: 'Website launch' },
        details: { when: { date: '2026-01-16' }, priority: 'high', assignee: 'Sara', notes: null },
      },
    ],
  },
  {
    says: 'create project Garden with tasks dig, plant and water',
    means: [
      {
        type: 'create-project',
        name: 'Garden',
        when: null,
        priority: null,
        titles: ['Dig', 'Plant', 'Water'],
      },
    ],
  },
  {
    says: 'Create a new project called "Q3 Plan"',
    means: [{ type: 'create-project', name: 'Q3 Plan', when: null, priority: null, titles: [] }],
  },
  {
    says: 'make a shopping project',
    means: [{ type: 'create-project', name: 'Shopping', when: null, priority: null, titles: [] }],
  },
  {
    says: 'add task Fix login bug to Website launch due next monday',
    means: [
      {
        type: 'add-tasks',
        titles: ['Fix login bug'],
        where: { type: 'named', name: 'Website launch' },
        details: { when: { date: '2026-01-19' }, priority: null, assignee: null, notes: null },
      },
    ],
  },
  {
    says: "add subtasks 'a', 'b' and 'c' to 'Deploy API'",
    means: [
      {
        type: 'add-subtasks',
        titles: ['a', 'b', 'c'],
        parent: 'Deploy API',
        details: { when: null, priority: null, assignee: null, notes: null },
      },
    ],
  },
  {
    says: 'Add these tasks to Website launch:\n- Write copy\n- Take photos\n- Publish',
    means: [
      {
        type: 'add-tasks',
        titles: ['Write copy', 'Take photos', 'Publish'],
        where: { type: 'named', name: 'Website launch' },
        details: { when: null, priority: null, assignee: null, notes: null },
      },
    ],
  },
  {
    says: "mark 'Run tests' as done",
    means: [{ type: 'complete', which: { type: 'named', names: ['Run tests'], project: { type: 'none' } } }],
  },
  {
    says: 'i finished the pricing page',
    means: [
      { type: 'complete', which: { type: 'named', names: ['pricing page'], project: { type: 'none' } } },
    ],
  },
  {
    says: "reopen 'Run tests'",
    means: [{ type: 'reopen', which: { type: 'named', names: ['Run tests'], project: { type: 'none' } } }],
  },
  {
    says: 'delete the task Load-test the checkout',
    means: [
      {
        type: 'delete-tasks',
        which: { type: 'named', names: ['Load-test the checkout'], project: { type: 'none' } },
      },
    ],
  },
  { says: 'delete Website launch', means: [{ type: 'delete-unclear', name: 'Website launch' }] },
  {
    says: 'delete project Shopping',
    means: [{ type: 'delete-project', where: { type: 'named', name: 'Shopping' } }],
  },
  {
    says: 'remove all overdue tasks',
    means: [
      {
        type: 'delete-tasks',
        which: { type: 'filter', filter: { overdue: true }, project: { type: 'none' } },
      },
    ],
  },
  {
    says: 'delete everything',
    means: [{ type: 'delete-tasks', which: { type: 'all', project: { type: 'none' } } }],
  },
  {
    says: 'push everything in Website launch by a week',
    means: [
      {
        type: 'change-tasks',
        which: { type: 'all', project: { type: 'named', name: 'Website launch' } },
        changes: { shift_days: 7 },
      },
    ],
  },
  {
    says: "move 'Run tests' to next Monday",
    means: [
      {
        type: 'change-tasks',
        which: { type: 'named', names: ['Run tests'], project: { type: 'none' } },
        changes: { due_date: '2026-01-19' },
      },
    ],
  },
  {
    says: 'reschedule Add rate limits to January 30',
    means: [
      {
        type: 'change-tasks',
        which: { type: 'named', names: ['Add rate limits'], project: { type: 'none' } },
        changes: { due_date: '2026-01-30' },
      },
    ],
  },
  {
    says: "assign 'Update docs' to Sara",
    means: [
      {
        type: 'change-tasks',
        which: { type: 'named', names: ['Update docs'], project: { type: 'none' } },
        changes: { assignee: 'Sara' },
      },
    ],
  },
  {
    says: 'assign everything in Partner API to Tom',
    means: [
      {
        type: 'change-tasks',
        which: { type: 'all', project: { type: 'named', name: 'Partner API' } },
        changes: { assignee: 'Tom' },
      },
    ],
  },
  {
    says: 'set priority of Add rate limits to urgent',
    means: [
      {
        type: 'change-tasks',
        which: { type: 'named', names: ['Add rate limits'], project: { type: 'none' } },
        changes: { priority: 'urgent' },
      },
    ],
  },
  {
    says: "rename 'Run tests' to 'Run all tests'",
    means: [
      {
        type: 'change-tasks',
        which: { type: 'named', names: ['Run tests'], project: { type: 'none' } },
        changes: { title: 'Run all tests' },
      },
    ],
  },
  {
    says: 'rename project Shopping to Groceries',
    means: [
      { type: 'change-project', where: { type: 'named', name: 'Shopping' }, changes: { name: 'Groceries' } },
    ],
  },
  {
    says: "move 'Run tests' to Partner API",
    means: [{ type: 'move', task: 'Run tests', to: { to_project: 'Partner API' } }],
  },
  {
    says: 'move Run tests under Deploy API',
    means: [{ type: 'move', task: 'Run tests', to: { parent: 'Deploy API' } }],
  },
  {
    says: "comment on 'Add rate limits': waiting for Bob",
    means: [{ type: 'comment', text: 'waiting for Bob', on: 'Add rate limits' }],
  },
  {
    says: 'add a note to Add rate limits saying waiting for Bob',
    means: [{ type: 'comment', text: 'waiting for Bob', on: 'Add rate limits' }],
  },
  {
    says: 'add Sara Smith sara@example.com to contacts',
    means: [{ type: 'add-person', name: 'Sara Smith', email: 'sara@example.com', team: null }],
  },
  {
    says: 'add person Bob with email bob@example.com',
    means: [{ type: 'add-person', name: 'Bob', email: 'bob@example.com', team: null }],
  },
  {
    says: 'add Sara as a stakeholder to Shopping',
    means: [
      { type: 'stakeholders', people: ['Sara'], where: { type: 'named', name: 'Shopping' }, mode: 'add' },
    ],
  },
  {
    says: "email Sara about the demo saying 'See you at ten'",
    means: [
      {
        type: 'email',
        to: ['Sara'],
        subject: 'The demo',
        body: 'See you at ten',
        where: { type: 'none' },
        isDraft: false,
      },
    ],
  },
  {
    says: "send an email to bob@example.com with subject 'Hi' saying 'there'",
    means: [
      {
        type: 'email',
        to: ['bob@example.com'],
        subject: 'Hi',
        body: 'there',
        where: { type: 'none' },
        isDraft: false,
      },
    ],
  },
  {
    says: 'send a status update for Website launch to Sara and Tom',
    means: [
      {
        type: 'status-email',
        to: ['Sara', 'Tom'],
        where: { type: 'named', name: 'Website launch' },
        isDraft: false,
      },
    ],
  },
  {
    says: 'draft a status report for Partner API',
    means: [
      {
        type: 'status-email',
        to: ['stakeholders'],
        where: { type: 'named', name: 'Partner API' },
        isDraft: true,
      },
    ],
  },
  {
    says: 'what is due today',
    means: [
      {
        type: 'question',
        question: {
          type: 'tasks',
          filter: { done: false, due_from: '2026-01-15', due_to: '2026-01-15' },
          where: { type: 'none' },
          byDate: true,
        },
      },
    ],
  },
  {
    says: "what's due this week?",
    means: [
      {
        type: 'question',
        question: {
          type: 'tasks',
          filter: { done: false, due_from: '2026-01-15', due_to: '2026-01-18' },
          where: { type: 'none' },
          byDate: true,
        },
      },
    ],
  },
  {
    says: 'what do I have to do today?',
    means: [
      {
        type: 'question',
        question: {
          type: 'tasks',
          filter: { done: false, due_from: '2026-01-15', due_to: '2026-01-15' },
          where: { type: 'none' },
          byDate: true,
        },
      },
    ],
  },
  {
    says: 'show me overdue tasks',
    means: [
      {
        type: 'question',
        question: { type: 'tasks', filter: { overdue: true }, where: { type: 'none' }, byDate: true },
      },
    ],
  },
  {
    says: 'anything overdue?',
    means: [
      {
        type: 'question',
        question: { type: 'tasks', filter: { overdue: true }, where: { type: 'none' }, byDate: true },
      },
    ],
  },
  {
    says: 'how is Website launch going?',
    means: [
      { type: 'question', question: { type: 'project', where: { type: 'named', name: 'Website launch' } } },
    ],
  },
  {
    says: 'status of Partner API',
    means: [
      { type: 'question', question: { type: 'project', where: { type: 'named', name: 'Partner API' } } },
    ],
  },
  {
    says: "what's on my shopping list?",
    means: [
      {
        type: 'question',
        question: { type: 'tasks', filter: {}, where: { type: 'named', name: 'shopping' }, byDate: false },
      },
    ],
  },
  {
    says: 'show tasks in Partner API',
    means: [
      {
        type: 'question',
        question: { type: 'tasks', filter: {}, where: { type: 'named', name: 'Partner API' }, byDate: false },
      },
    ],
  },
  {
    says: 'who is working on what?',
    means: [
      {
        type: 'question',
        question: { type: 'tasks', filter: { done: false }, where: { type: 'none' }, byDate: false },
      },
    ],
  },
  {
    says: 'what is Sara working on?',
    means: [
      {
        type: 'question',
        question: {
          type: 'tasks',
          filter: { assignee: 'Sara', done: false },
          where: { type: 'none' },
          byDate: false,
        },
      },
    ],
  },
  { says: 'list my projects', means: [{ type: 'question', question: { type: 'projects' } }] },
  {
    says: 'how many tasks are done',
    means: [
      {
        type: 'question',
        question: { type: 'tasks', filter: { done: true }, where: { type: 'none' }, byDate: false },
      },
    ],
  },
  { says: 'undo', means: [{ type: 'undo' }] },
  { says: 'never mind', means: [{ type: 'nothing' }] },
  { says: 'mark it as done', means: [{ type: 'complete', which: { type: 'it' } }] },
  {
    says: "Create a task 'A', then mark it as done and assign it to Tom",
    means: [
      {
        type: 'add-tasks',
        titles: ['A'],
        where: { type: 'none' },
        details: { when: null, priority: null, assignee: null, notes: null },
      },
      { type: 'complete', which: { type: 'it' } },
      { type: 'change-tasks', which: { type: 'it' }, changes: { assignee: 'Tom' } },
    ],
  },
  {
    says: 'block Load-test the checkout',
    means: [
      {
        type: 'change-tasks',
        which: { type: 'named', names: ['Load-test the checkout'], project: { type: 'none' } },
        changes: { status: 'blocked' },
      },
    ],
  },
  {
    says: 'set Add rate limits to in progress',
    means: [
      {
        type: 'change-tasks',
        which: { type: 'named', names: ['Add rate limits'], project: { type: 'none' } },
        changes: { status: 'in_progress' },
      },
    ],
  },
  {
    says: 'pause Website launch',
    means: [
      {
        type: 'change-project',
        where: { type: 'named', name: 'Website launch' },
        changes: { status: 'on_hold' },
      },
    ],
  },
  {
    says: 'update the Partner API project to high priority',
    means: [
      {
        type: 'change-project',
        where: { type: 'named', name: 'Partner API' },
        changes: { priority: 'high' },
      },
    ],
  },
  {
    says: 'Could you please add a task "Ship it" to the launch project for tomorrow?',
    means: [
      {
        type: 'add-tasks',
        titles: ['Ship it'],
        where: { type: 'named', name: 'launch' },
        details: { when: { date: '2026-01-16' }, priority: null, assignee: null, notes: null },
      },
    ],
  },
  {
    says: 'schedule a meeting with Tom on Friday at 3pm',
    means: [
      {
        type: 'add-tasks',
        titles: ['Meeting with Tom'],
        where: { type: 'none' },
        details: { when: { date: '2026-01-16', time: '15:00' }, priority: null, assignee: null, notes: null },
      },
    ],
  },
  {
    says: 'set the due date of Add rate limits to Feb 29 2028',
    means: [
      {
        type: 'change-tasks',
        which: { type: 'named', names: ['Add rate limits'], project: { type: 'none' } },
        changes: { due_date: '2028-02-29' },
      },
    ],
  },
  {
    says: 'remove the due date from Add rate limits',
    means: [
      {
        type: 'change-tasks',
        which: { type: 'named', names: ['Add rate limits'], project: { type: 'none' } },
        changes: { due_date: 'none' },
      },
    ],
  },
  { says: 'find pricing', means: [{ type: 'question', question: { type: 'search', text: 'pricing' } }] },
  { says: 'summarize everything', means: [{ type: 'question', question: { type: 'portfolio' } }] },
  {
    says: "Create a task 'Deploy API' with subtasks 'Update docs' and 'Run tests'",
    means: [
      {
        type: 'add-tasks',
        titles: ['Deploy API'],
        where: { type: 'none' },
        details: { when: null, priority: null, assignee: null, notes: null },
      },
      {
        type: 'add-subtasks',
        titles: ['Update docs', 'Run tests'],
        parent: null,
        details: { when: null, priority: null, assignee: null, notes: null },
      },
    ],
  },
  {
    says: 'mark all tasks as done',
    means: [{ type: 'complete', which: { type: 'all', project: { type: 'none' } } }],
  },
  {
    says: 'mark all urgent tasks as done',
    means: [
      {
        type: 'complete',
        which: { type: 'filter', filter: { priority: ['urgent'], done: false }, project: { type: 'none' } },
      },
    ],
  },
  {
    says: 'Show completed tasks',
    means: [
      {
        type: 'question',
        question: { type: 'tasks', filter: { done: true }, where: { type: 'none' }, byDate: false },
      },
    ],
  },
  {
    says: 'clear the completed tasks in Shopping',
    means: [
      {
        type: 'delete-tasks',
        which: { type: 'filter', filter: { done: true }, project: { type: 'named', name: 'Shopping' } },
      },
    ],
  },
  {
    says: 'the pricing page is done',
    means: [
      { type: 'complete', which: { type: 'named', names: ['pricing page'], project: { type: 'none' } } },
    ],
  },
  {
    says: 'how many tasks are overdue',
    means: [
      {
        type: 'question',
        question: { type: 'tasks', filter: { overdue: true }, where: { type: 'none' }, byDate: true },
      },
    ],
  },
  { says: 'redo', means: [{ type: 'redo' }] },
  { says: 'thanks!', means: [{ type: 'thanks' }] },
  { says: 'hello', means: [{ type: 'greeting' }] },
  { says: 'help', means: [{ type: 'help' }] },
  { says: 'what can you do?', means: [{ type: 'help' }] },
  {
    says: 'reopen all completed tasks in Shopping',
    means: [
      {
        type: 'reopen',
        which: { type: 'filter', filter: { done: true }, project: { type: 'named', name: 'Shopping' } },
      },
    ],
  },
  {
    says: 'unassign Add rate limits',
    means: [
      {
        type: 'change-tasks',
        which: { type: 'named', names: ['Add rate limits'], project: { type: 'none' } },
        changes: { assignee: 'none' },
      },
    ],
  },
  {
    says: 'Delete the completed tasks',
    means: [
      { type: 'delete-tasks', which: { type: 'filter', filter: { done: true }, project: { type: 'none' } } },
    ],
  },
  {
    says: 'Mark everything in Website launch as done',
    means: [{ type: 'complete', which: { type: 'all', project: { type: 'named', name: 'Website launch' } } }],
  },
  {
    says: 'Send a status update email to all stakeholders',
    means: [{ type: 'status-email', to: ['stakeholders'], where: { type: 'none' }, isDraft: false }],
  },
  {
    says: 'Update the API project',
    means: [{ type: 'change-project', where: { type: 'named', name: 'API' }, changes: {} }],
  },
];

/** Phrases that must lead to a question, never to a change. */
export const askedPhrases: readonly string[] = [
  'do not delete anything',
  'if it rains, delete all tasks',
  'Delete half of the tasks',
  'buy milk',
  'I need to buy milk',
  'what did I finish this week',
  "don't send anything",
  'when Tom is done, send a status update to all stakeholders',
  'unless it rains delete everything',
  'maybe delete the completed tasks',
  'should I delete everything?',
  'never delete my tasks',
  'what happens if I delete the project?',
  'delete some tasks',
  'delete 3 tasks',
  'remove every other task',
  'asdf qwer',
  'the weather is nice',
  'tell me a joke',
  'delete most of the tasks',
  "please don't delete the Website launch project",
  'do not mark anything as done',
  'if Sara agrees, send her the report',
  'once the docs are done, delete Shopping',
  'after lunch delete all tasks',
  'suppose I delete everything',
  'pretend you sent an email to Tom',
  'perhaps remove the completed tasks',
  'Sara told me to delete the tasks',
  'I wonder whether to delete Shopping',
  'why did you delete that',
  'who deleted my tasks',
  'did you send the email',
  'was the email sent',
  'can tasks be deleted',
  'is it safe to delete Shopping',
  'deleting is dangerous',
  'sending emails is fun',
  'delete any two tasks',
  'delete both tasks',
  'remove half of everything in Shopping',
  'mark some tasks as done',
  'complete most of the tasks',
  'never send emails to Tom',
  'not now',
  'order a pizza',
  'play some music',
  'turn off the lights',
  'call Tom for me right now',
  'translate this into German',
  'write a poem',
  '1+1',
  '???x',
  'lorem ipsum dolor sit amet',
  'book a flight to Rome',
  'I love you',
  'my tasks are boring',
];
