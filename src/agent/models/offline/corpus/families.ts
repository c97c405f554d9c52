import { add, asks, call, list, phrasesOf, refuses, says, type Phrase } from './phrases';

const next = list({ done: false, due_from: '2026-01-15' }, { order: 'due_date' });
const today = says(/^Today is Thursday, 15 January 2026/);
const quiet = says(/not doing anything/);
const bringBack = asks(/how much shall i bring back/iu);

/** Families of phrases of which one was found to be understood wrongly. */
export const familyPhrases: readonly Phrase[] = [
  ...phrasesOf('meeting', [
    ['meet with joe tomorrow at three', add('Meet with joe', { due_date: '2026-01-16', due_time: '15:00' })],
    [
      'catch up with sara on monday at half past nine',
      add('Catch up with sara', { due_date: '2026-01-19', due_time: '09:30' }),
    ],
    ['visit the bank on friday', add('Visit the bank', { due_date: '2026-01-16' })],
    ['call bob friday at ten', add('Call bob', { due_date: '2026-01-16', due_time: '10:00' })],
    [
      'a meeting with george for 4',
      add('Meeting with george', { due_date: '2026-01-15', due_time: '16:00' }),
    ],
    [
      'set up a call with ann for three tomorrow',
      add('Call with ann', { due_date: '2026-01-16', due_time: '15:00' }),
    ],
    ['dinner for 4 tomorrow', add('Dinner for 4', { due_date: '2026-01-16' })],
    ['meet the deadline', refuses],
    ['call the plumber', refuses],
  ]),
  ...phrasesOf('small-talk', [
    ['stop doing that', quiet],
    ['quit asking me that', quiet],
    ["don't do that again", quiet],
    ['knock it off', quiet],
    ['date today', today],
    ['today date', today],
    ['what date today', today],
    ['the current date', today],
    ["tomorrow's date", says(/Friday, 16 January 2026/)],
    ['date of next monday', says(/Monday, 19 January 2026/)],
    ['time now', says(/cannot tell the time/)],
  ]),
  ...phrasesOf('questions', [
    ['list all the lists', call('list_projects')],
    ['list out all my projects', call('list_projects')],
  ]),
  ...phrasesOf('next-task', [
    ['delete my next activity', next],
    ['delete my next task', next],
    ['remove the next one', next],
    ['cancel my next thing to do', next],
    ['complete my next task', next],
    ['mark the next item as done', next],
    [
      'delete the next task in website launch',
      list({ done: false, due_from: '2026-01-15' }, { project: 'p1', order: 'due_date' }),
    ],
    ['assign my next task to sara', next],
    ['postpone the upcoming task by a week', next],
  ]),
  ...phrasesOf('undo', [
    ['redo the last 2', call('redo_last_change')],
    ['redo twice', call('redo_last_change')],
    ['redo both', call('redo_last_change')],
    ['redo the last two changes', call('redo_last_change')],
    ['undo the last 2', call('undo_last_change')],
    ['undo both', call('undo_last_change')],
    ['redo everything', bringBack],
    ['redo all the changes', bringBack],
  ]),
  ...phrasesOf('several', [
    [
      'assign the outline to tom and the design to priya',
      call('update_task', { task: 'outline', assignee: 'tom' }),
      call('update_task', { task: 'design', assignee: 'priya' }),
    ],
    [
      'make audit the emails urgent and assign it to priya',
      call('update_task', { task: 'audit the emails', priority: 'urgent' }),
      call('update_task', { task: 'audit the emails', assignee: 'priya' }),
    ],
    [
      'mark draft as done and assign it to priya',
      call('complete_tasks', { tasks: ['draft'] }),
      call('update_task', { task: 'draft', assignee: 'priya' }),
    ],
    [
      'lower the priority of comparison table, assign it to mina and move it to next thursday',
      call('update_task', { task: 'comparison table', priority: 'low' }),
      call('update_task', { task: 'comparison table', assignee: 'mina' }),
      call('update_task', { task: 'comparison table', due_date: '2026-01-22' }),
    ],
  ]),
  ...phrasesOf('manager', [
    [
      'move all open tasks from mobile api to partner api',
      list({ done: false }, { project: 'p4', limit: 50 }),
    ],
    ['move everything from shopping into home renovation', list({}, { project: 'p3', limit: 50 })],
    [
      'add "Prepare board deck" to website launch, due next wednesday, high prio, for sara',
      add('Prepare board deck', {
        project: 'p1',
        due_date: '2026-01-21',
        priority: 'high',
        assignee: 'sara',
      }),
    ],
    ['split add rate limits into two tasks', asks(/what is the subtask called/iu)],
    ['put partner api on hold until march', call('update_project', { project: 'p2', status: 'on_hold' })],
    ['give them back to jonas', asks(/which task do you mean/iu)],
    ['reassign all of that to sara', asks(/which task do you mean/iu)],
    ['change the due date to monday', asks(/which task do you mean/iu)],
    [
      'ad tsk review the contract by fri, high priorty',
      add('Review the contract', { due_date: '2026-01-16', priority: 'high' }),
    ],
    ['add task file the return due end of february', add('File the return', { due_date: '2026-02-28' })],
    ["close out everything that's done in partner api", refuses],
    ['mark the first two as done', asks(/in which project/iu)],
    ['delete the last two', asks(/in which project/iu)],
    ['delete all tasks', asks(/everything in which project/iu)],
    ['which tasks have no owner', list({ assignee: 'none', done: false })],
    ['how far along are we overall', call('summarize_portfolio')],
    [
      'whats due this week and whos doing it',
      list({ done: false, due_from: '2026-01-15', due_to: '2026-01-18' }, { order: 'due_date' }),
    ],
    ['what is mina working on this week', list({ assignee: 'mina', done: false })],
  ]),
];
