import { add, asks, call, list, phrasesOf, refuses, says, type Phrase } from './phrases';

const shopping = { project: 'p3' };
const onList = (text: string) => call('list_tasks', { project: 'p3', filter: { text } });
const lookedFor = (text: string) => call('list_tasks', { project: 'p3', filter: { text, done: false } });
const dueFrom = (due_from: string, due_to: string) =>
  list({ done: false, due_from, due_to }, { order: 'due_date' });
const openTasks = list({ done: false });
const openItems = list({ done: false }, shopping);

/** Said as people say things to assistants they have used before: in passing, in questions about questions, and half about others. */
export const everydayPhrases: readonly Phrase[] = [
  ...phrasesOf('questions', [
    ['could you check whether butter is on my shopping list', onList('butter')],
    ['i was wondering what my shopping list looks like', openItems],
    ['walk me through the items on my shopping list', openItems],
    ['read the things on my shopping list back to me', openItems],
    ['my shopping list contains what again', openItems],
    ['did i remember to put coffee on the shopping list', onList('coffee')],
    ['does my shopping list have rice on it', onList('rice')],
    ['i need to know if honey is on my shopping list', onList('honey')],
    ['what is on my list of things to do', openTasks],
    ['is ironing on my to do list', list({ text: 'ironing' })],
    ['show me my current to do list', openTasks],
    ['what did i want to remember', openTasks],
    ['tell me what i was trying to remember yesterday', openTasks],
    ['what reminders do i have set', openTasks],
    ['am i busy this afternoon', dueFrom('2026-01-15', '2026-01-15')],
    ['am i free on the second of february', dueFrom('2026-02-02', '2026-02-02')],
    [
      'do i have any meetings with sam today between three and four',
      list({ text: 'sam', done: false, due_from: '2026-01-15', due_to: '2026-01-15' }, { order: 'due_date' }),
    ],
    ['what do i have going on for the rest of the week', dueFrom('2026-01-15', '2026-01-18')],
    ['what does my day look like tomorrow', dueFrom('2026-01-16', '2026-01-16')],
    ['is there anything planned for next weekend', dueFrom('2026-01-24', '2026-01-25')],
    ['do i have an appointment in march', dueFrom('2026-03-01', '2026-03-31')],
    ['when is my next appointment', list({ done: false, due_from: '2026-01-15' }, { order: 'due_date' })],
    ['give me a rundown of my schedules for today', dueFrom('2026-01-15', '2026-01-15')],
    ['what day of the week is the first of may', says(/Friday, 1 May 2026/)],
  ]),
  ...phrasesOf('add-task', [
    ['we are out of flour so can you put it on my shopping list', add('Flour', shopping)],
    ["i'm running low on tea, please add that to the shopping list", add('Tea', shopping)],
    ['onions need to go on my shopping list', add('Onions', shopping)],
    ['the shopping list should also have two lemons', add('Two lemons', shopping)],
    ['please make sure pepper is on my shopping list', add('Pepper', shopping)],
    ['on my shopping list, put basil', add('Basil', shopping)],
    ['add napkins to my shopping list if they are not already on it', lookedFor('Napkins')],
    ['is there jam on my shopping list? if not please add it', lookedFor('Jam')],
    [
      'take bread off my shopping list and add rolls',
      call('delete_tasks', { tasks: ['bread'], ...shopping }),
      add('Rolls', shopping),
    ],
    ['add ironing to my list of things to do', add('Ironing')],
  ]),
  ...phrasesOf('reminder', [
    [
      'i want to be reminded to renew my passport on friday',
      add('Renew my passport', { due_date: '2026-01-16' }),
    ],
    ['i need to take out the bins tonight, remind me', add('Take out the bins', { due_date: '2026-01-15' })],
    [
      'set a notification for tomorrow that the plumber comes at nine am',
      add('The plumber comes', { due_date: '2026-01-16', due_time: '09:00' }),
    ],
    ['remind me on march seven to file my taxes', add('File my taxes', { due_date: '2026-03-07' })],
    [
      'remind me at five thirty pm to feed the cat',
      add('Feed the cat', { due_date: '2026-01-15', due_time: '17:30' }),
    ],
    [
      'i need a reminder to lock the shed at ten tonight',
      add('Lock the shed', { due_date: '2026-01-15', due_time: '22:00' }),
    ],
    ['i would like a reminder', asks(/remind/i)],
  ]),
  ...phrasesOf('meeting', [
    [
      'put down dinner with paula on my calendar for the third of march',
      add('Dinner with paula', { due_date: '2026-03-03' }),
    ],
    [
      'in the calendar put that we have brunch with nina on february first',
      add('Brunch with nina', { due_date: '2026-02-01' }),
    ],
    ['i have a haircut on the twentieth', add('Haircut', { due_date: '2026-01-20' })],
    ['schedule a call with ben for friday the 13th', add('Call with ben', { due_date: '2026-02-13' })],
    [
      'for tuesday, add a fitting at the tailor to my calendar',
      add('Fitting at the tailor', { due_date: '2026-01-20' }),
    ],
  ]),
  ...phrasesOf('delete', [
    [
      "i don't need yoghurt anymore; take it off my shopping list",
      call('delete_tasks', { tasks: ['yoghurt'], ...shopping }),
    ],
    ['clear my to do list', asks(/Which tasks/)],
    ['wipe my to do list', asks(/Which tasks/)],
    ['make my shopping list blank', asks(/clear in “Shopping”/)],
    ['wipe everything off my calendar', asks(/Which ones/)],
    ['cancel my next appointment', asks(/Which ones/)],
    [
      'delete the meeting with carla on tuesday',
      call('delete_tasks', {
        filter: { done: false, text: 'meeting with carla', due_from: '2026-01-20', due_to: '2026-01-20' },
      }),
    ],
    ['remove the party tomorrow from my calendar', asks(/2026-01-16|party/)],
    ['remove an item from my list', asks(/Which task/)],
    ['keep february 4th free', asks(/february 4th/)],
  ]),
  ...phrasesOf('reschedule', [
    [
      'cancel my lunch with tom on friday and reschedule it for monday',
      call('update_task', { task: 'lunch with tom', due_date: '2026-01-19' }),
    ],
  ]),
  ...phrasesOf('email', [
    ['send an email to my manager', asks(/say/)],
    [
      'send an email to jonas i will be late for dinner',
      call('send_email', {
        to: ['jonas'],
        subject: 'I will be late for dinner',
        body: 'I will be late for dinner',
      }),
    ],
    [
      'send see you soon to kim@example dot com',
      call('send_email', { to: ['kim@example.com'], subject: 'See you soon', body: 'See you soon' }),
    ],
    ['email sara to bring the printed slides', asks(/sara about “Bring the printed slides”/)],
  ]),
  ...phrasesOf('help', [
    ['how do i schedule a meeting', says(/manage your projects/)],
    ['what kinds of things can i ask you', says(/manage your projects/)],
  ]),
  ...phrasesOf('small-talk', [
    ['stop what you are doing', says(/not doing anything/)],
    ['please cancel the current process', says(/not doing anything/)],
  ]),
  ...phrasesOf('out-of-scope', [
    ['book a meeting room for monday morning', refuses],
    ['are there any rooms available between 2 and 4', refuses],
    ['who will be at the meeting on friday', refuses],
    ["reply to anna's last email", refuses],
    ['did anything new come into my mailbox', refuses],
    ['forward the invoice to the accountant', refuses],
    ["what's tom's mobile number", refuses],
    ['call the dentist', refuses],
    ['text my sister that i am on my way', refuses],
    ['send luke a text', refuses],
    ['how tall is the eiffel tower', refuses],
    ['which country has the most lakes', refuses],
    ['will i need an umbrella on sunday', refuses],
    ['let me hear some jazz', refuses],
    ['what films are showing nearby', refuses],
    ['dim the bedroom lights', refuses],
    ['what is going on in the world', refuses],
  ]),
];
