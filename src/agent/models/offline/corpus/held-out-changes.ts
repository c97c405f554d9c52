import { phrasesOf, add, asks, call, type Phrase } from './phrases';

/** Written before the grammar. They have been read since and the grammar was mended on them, so they only guard against falling back. */
export const heldOutChanges: readonly Phrase[] = [
  ...phrasesOf('add-task', [
    ['new task: order business cards', add('Order business cards')],
    ['can you add "pay rent" to my todo list please', add('pay rent')],
    ['put bananas on the shopping list', add('Bananas', { project: 'p3' })],
    [
      'i need to add olive oil and pasta to shopping',
      add('Olive oil', { project: 'p3' }),
      add('Pasta', { project: 'p3' }),
    ],
    ['Create task Write release notes in Partner API', add('Write release notes', { project: 'p2' })],
    [
      'add a high priority task to fix the header in website launch',
      add('Fix the header', { project: 'p1', priority: 'high' }),
    ],
    [
      'please add a task called Review budget due 20 January',
      add('Review budget', { due_date: '2026-01-20' }),
    ],
    [
      'Add task "Call the plumber" to Home renovation for tomorrow, assign it to Tom',
      add('Call the plumber', { project: 'p5', due_date: '2026-01-16', assignee: 'Tom' }),
    ],
    ['todo buy stamps', add('Buy stamps')],
    ['could u add toothpaste 2 my shopping list', add('Toothpaste', { project: 'p3' })],
    ['jot down a task to renew my passport', add('Renew my passport')],
    ['add a new item to shopping: dish soap', add('Dish soap', { project: 'p3' })],
    ['ADD A TASK TO CALL THE BANK TOMORROW', add('Call the bank', { due_date: '2026-01-16' })],
    [
      'add these to shopping:\n1. apples\n2. pears\n3. plums',
      add('Apples', { project: 'p3' }),
      add('Pears', { project: 'p3' }),
      add('Plums', { project: 'p3' }),
    ],
    ['add wrapping paper to my christmas list', asks(/christmas/i)],
    ['make a task', asks(/what/i)],
    ['ad a taks to water the plants', add('Water the plants')],
    [
      "i'd like you to create an urgent task for the mobile api: fix login crash",
      add('Fix login crash', { project: 'p4', priority: 'urgent' }),
    ],
  ]),
  ...phrasesOf('subtasks', [
    [
      'Add subtasks "Draft" and "Proofread" to "Write the announcement"',
      call('add_subtasks', { parent: 'Write the announcement', titles: ['Draft', 'Proofread'] }),
    ],
    [
      'under load-test the checkout add a subtask called get test accounts',
      call('add_subtasks', { parent: 'load-test the checkout', titles: ['Get test accounts'] }),
    ],
    [
      'create a task "Plan party" with subtasks "book venue", "order cake" and "send invites"',
      add('Plan party'),
      add('book venue', { parent: 'Plan party' }),
      add('order cake', { parent: 'Plan party' }),
      add('send invites', { parent: 'Plan party' }),
    ],
  ]),
  ...phrasesOf('reminder', [
    [
      'remind me to take my pills at 8pm',
      add('Take my pills', { due_date: '2026-01-15', due_time: '20:00' }),
    ],
    ['set a reminder for friday to submit the report', add('Submit the report', { due_date: '2026-01-16' })],
    [
      "don't let me forget to pick up the kids at 4 pm tomorrow",
      add('Pick up the kids', { due_date: '2026-01-16', due_time: '16:00' }),
    ],
    ['reminder: send invoices on monday', add('Send invoices', { due_date: '2026-01-19' })],
    ['tomorrow remind me to water the garden', add('Water the garden', { due_date: '2026-01-16' })],
    [
      'remind me about the dentist next tuesday at 10',
      add('The dentist', { due_date: '2026-01-20', due_time: '10:00' }),
    ],
    ['please remind me to call grandma', asks(/when/i)],
    ['remind me every day to drink water', asks(/repeat/i)],
    ['remind me in 20 minutes to check the oven', asks(/time|when/i)],
    ['i need a reminder to pay taxes by march 31', add('Pay taxes', { due_date: '2026-03-31' })],
  ]),
  ...phrasesOf('meeting', [
    [
      'schedule a meeting with Priya on monday at 2pm',
      add('Meeting with Priya', { due_date: '2026-01-19', due_time: '14:00' }),
    ],
    [
      'set up a call with tom tomorrow at 9:30',
      add('Call with tom', { due_date: '2026-01-16', due_time: '09:30' }),
    ],
    [
      'put lunch with anna on my calendar for saturday at noon',
      add('Lunch with anna', { due_date: '2026-01-17', due_time: '12:00' }),
    ],
    [
      'add doctors appointment to my calendar on january 22nd',
      add('Doctors appointment', { due_date: '2026-01-22' }),
    ],
    ['book a meeting with the design team', asks(/when/i)],
    [
      "create an event called John's birthday party on 24 january",
      add("John's birthday party", { due_date: '2026-01-24' }),
    ],
    [
      'new meeting with jonas friday 3pm',
      add('Meeting with jonas', { due_date: '2026-01-16', due_time: '15:00' }),
    ],
    [
      'i have a dentist appointment tomorrow at 3',
      add('Dentist appointment', { due_date: '2026-01-16', due_time: '15:00' }),
    ],
  ]),
  ...phrasesOf('create-project', [
    ['create a new list called Books to read', call('create_project', { name: 'Books to read' })],
    ['start a project named Spring campaign', call('create_project', { name: 'Spring campaign' })],
    ['make a packing list', call('create_project', { name: 'Packing' })],
    [
      'Set up a project "Q2 Launch" with tasks "Brief", "Design" and "Build"',
      call('create_project', { name: 'Q2 Launch' }),
      add('Brief', { project: 'Q2 Launch' }),
      add('Design', { project: 'Q2 Launch' }),
      add('Build', { project: 'Q2 Launch' }),
    ],
    ['new project', asks(/called|name/i)],
    ['i want to start a new list', asks(/called|name/i)],
  ]),
  ...phrasesOf('complete', [
    ['check off "Order tiles"', call('complete_tasks', { tasks: ['Order tiles'] })],
    ['mark buy paint as complete', call('complete_tasks', { tasks: ['buy paint'] })],
    ["I've finished the final copy", call('complete_tasks', { tasks: ['final copy'] })],
    ['all tasks in Partner API are done', call('complete_tasks', { project: 'p2' })],
    ['close everything in mobile api', call('complete_tasks', { project: 'p4' })],
    [
      'complete all overdue tasks in website launch',
      call('complete_tasks', { project: 'p1', filter: { overdue: true } }),
    ],
    ['done with the pricing page', call('complete_tasks', { tasks: ['pricing page'] })],
    ['tick milk off my shopping list', call('complete_tasks', { tasks: ['milk'], project: 'p3' })],
    ['i already bought the eggs', asks(/eggs/i)],
  ]),
  ...phrasesOf('reopen-block', [
    ['"Final copy" is not done yet', call('reopen_tasks', { tasks: ['Final copy'] })],
    ['reopen the design task', call('reopen_tasks', { tasks: ['design'] })],
    ['mark Add rate limits as blocked', call('update_task', { task: 'Add rate limits', status: 'blocked' })],
    [
      'i started working on the announcement',
      call('update_task', { task: 'announcement', status: 'in_progress' }),
    ],
    ['set "Order tiles" to in progress', call('update_task', { task: 'Order tiles', status: 'in_progress' })],
  ]),
  ...phrasesOf('rename', [
    ['rename "Final copy" to "Final text"', call('update_task', { task: 'Final copy', title: 'Final text' })],
    [
      'change the name of the shopping list to Groceries',
      call('update_project', { project: 'p3', name: 'Groceries' }),
    ],
    ['Rename project Mobile API to Phone API', call('update_project', { project: 'p4', name: 'Phone API' })],
  ]),
  ...phrasesOf('reschedule', [
    ['move order tiles to next monday', call('update_task', { task: 'order tiles', due_date: '2026-01-19' })],
    [
      'postpone the pricing page by two days',
      call('update_tasks', { tasks: ['pricing page'], shift_days: 2 }),
    ],
    ['delay everything in website launch by a week', call('update_tasks', { project: 'p1', shift_days: 7 })],
    [
      'change the deadline of "Order tiles" to february 3rd',
      call('update_task', { task: 'Order tiles', due_date: '2026-02-03' }),
    ],
    [
      'the announcement is due on friday',
      call('update_task', { task: 'announcement', due_date: '2026-01-16' }),
    ],
    [
      'reschedule all overdue tasks to tomorrow',
      call('update_tasks', { filter: { overdue: true }, due_date: '2026-01-16' }),
    ],
    ['move my meeting with tom to 4pm', call('update_task', { task: 'meeting with tom', due_time: '16:00' })],
    ['remove the due date from order tiles', call('update_task', { task: 'order tiles', due_date: 'none' })],
  ]),
  ...phrasesOf('assign-priority', [
    ['give "Order tiles" to Tom', call('update_task', { task: 'Order tiles', assignee: 'Tom' })],
    [
      'assign all unassigned tasks in mobile api to Jonas',
      call('update_tasks', { project: 'p4', filter: { assignee: 'none', done: false }, assignee: 'Jonas' }),
    ],
    ['make the pricing page urgent', call('update_task', { task: 'pricing page', priority: 'urgent' })],
    ['set priority of "Order tiles" to low', call('update_task', { task: 'Order tiles', priority: 'low' })],
    [
      'let Mina take care of the announcement',
      call('update_task', { task: 'announcement', assignee: 'Mina' }),
    ],
  ]),
];
