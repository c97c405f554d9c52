import { phrasesOf, add, asks, call, type Phrase } from './phrases';

export const otherAdditionPhrases: readonly Phrase[] = [
  ...phrasesOf('meeting', [
    [
      'schedule a meeting with Sara tomorrow at 3pm',
      add('Meeting with Sara', { due_date: '2026-01-16', due_time: '15:00' }),
    ],
    [
      'set up a meeting with the design team on monday at 10am',
      add('Meeting with the design team', { due_date: '2026-01-19', due_time: '10:00' }),
    ],
    ['book a call with Jonas for friday', add('Call with Jonas', { due_date: '2026-01-16' })],
    [
      'add lunch with Mina to my calendar tomorrow at noon',
      add('Lunch with Mina', { due_date: '2026-01-16', due_time: '12:00' }),
    ],
    [
      'put dentist appointment on my calendar for monday at 9',
      add('Dentist appointment', { due_date: '2026-01-19', due_time: '09:00' }),
    ],
    [
      'add an event to my calendar called Team dinner on friday at 7pm',
      add('Team dinner', { due_date: '2026-01-16', due_time: '19:00' }),
    ],
    ['create a calendar event for the launch on february 2', add('Launch', { due_date: '2026-02-02' })],
    [
      'new event: board meeting on the 20th at 2pm',
      add('Board meeting', { due_date: '2026-01-20', due_time: '14:00' }),
    ],
    [
      'schedule a dentist appointment for next tuesday at 10 am',
      add('Dentist appointment', { due_date: '2026-01-20', due_time: '10:00' }),
    ],
    ['plan a review on thursday', add('Review', { due_date: '2026-01-22' })],
    ['meeting with tom tomorrow 2pm', add('Meeting with tom', { due_date: '2026-01-16', due_time: '14:00' })],
    [
      'i have a meeting with bob at 5 pm today',
      add('Meeting with bob', { due_date: '2026-01-15', due_time: '17:00' }),
    ],
    [
      'add meeting with john on wednesday to my schedule',
      add('Meeting with john', { due_date: '2026-01-21' }),
    ],
    ['schedule a meeting', asks(/called|when/i)],
    ['set up a meeting with sara', asks(/when/i)],
    ['add an event', asks(/called/i)],
    [
      'add to my calendar: yoga on saturday at 10',
      add('Yoga', { due_date: '2026-01-17', due_time: '10:00' }),
    ],
    ['schedule a weekly meeting with Tom on mondays', asks(/repeat/i)],
    ['schedule lunch with anna for next friday', add('Lunch with anna', { due_date: '2026-01-23' })],
    ['mark my calendar for the conference on march 3rd', add('Conference', { due_date: '2026-03-03' })],
    ['add birthday party to calendar on 20th january', add('Birthday party', { due_date: '2026-01-20' })],
    [
      'set a meeting with james for tomorrow 8am',
      add('Meeting with james', { due_date: '2026-01-16', due_time: '08:00' }),
    ],
  ]),
  ...phrasesOf('create-project', [
    [
      'create project Garden with tasks dig, plant and water',
      call('create_project', { name: 'Garden' }),
      add('Dig', { project: 'Garden' }),
      add('Plant', { project: 'Garden' }),
      add('Water', { project: 'Garden' }),
    ],
    ['Create a new project called "Q3 Plan"', call('create_project', { name: 'Q3 Plan' })],
    ['make a wedding project', call('create_project', { name: 'Wedding' })],
    ['start a new project Garden', call('create_project', { name: 'Garden' })],
    ['create a project for the office move', call('create_project', { name: 'The office move' })],
    [
      'create a high priority project called Migration',
      call('create_project', { name: 'Migration', priority: 'high' }),
    ],
    [
      'create project Launch 2 due march 1',
      call('create_project', { name: 'Launch 2', target_date: '2026-03-01' }),
    ],
    ['i want to create a project', asks(/called/i)],
    ['create a project', asks(/called/i)],
    ['create a list', asks(/called/i)],
    ['make a grocery list', call('create_project', { name: 'Grocery' })],
    ['create a new list called Movies', call('create_project', { name: 'Movies' })],
    ['start a new list for christmas gifts', call('create_project', { name: 'Christmas gifts' })],
    ['make me a list of things to pack', call('create_project', { name: 'Things to pack' })],
    ['create a to do list', asks(/called/i)],
    ['new list groceries', call('create_project', { name: 'Groceries' })],
    [
      'create a list called Camping with tent, stove and lamp',
      call('create_project', { name: 'Camping' }),
      add('Tent', { project: 'Camping' }),
      add('Stove', { project: 'Camping' }),
      add('Lamp', { project: 'Camping' }),
    ],
    [
      'Create a project "Trip" with these tasks:\n- Book flight\n- Book hotel',
      call('create_project', { name: 'Trip' }),
      add('Book flight', { project: 'Trip' }),
      add('Book hotel', { project: 'Trip' }),
    ],
    ['could you open a new project named Alpha please', call('create_project', { name: 'Alpha' })],
    ['new project: Beta', call('create_project', { name: 'Beta' })],
  ]),
  ...phrasesOf('notes', [
    [
      'add a comment to "Run tests": still flaky',
      call('add_comment', { text: 'still flaky', task: 'Run tests' }),
    ],
    ['comment on Run tests: still flaky', call('add_comment', { text: 'still flaky', task: 'Run tests' })],
    [
      'leave a comment on "Run tests" saying "needs more work"',
      call('add_comment', { text: 'needs more work', task: 'Run tests' }),
    ],
    [
      'add note "ask legal" to the pricing page',
      call('add_comment', { text: 'ask legal', task: 'pricing page' }),
    ],
    [
      'add a comment on Partner API project: waiting for partners',
      call('add_comment', { text: 'waiting for partners', project: 'p2' }),
    ],
    [
      'note on "Order tiles": call the shop',
      call('add_comment', { text: 'call the shop', task: 'Order tiles' }),
    ],
    ['add a note', asks(/comment/i)],
    ['take a note: the wifi password is 1234', asks(/wifi/i)],
    ['write a comment that we are late', asks(/we are late/i)],
  ]),
  ...phrasesOf('people', [
    ['add contact John Smith', call('add_person', { name: 'John Smith' })],
    ['add Eva to my contacts', call('add_person', { name: 'Eva' })],
    [
      'add John Smith john@example.com to contacts',
      call('add_person', { name: 'John Smith', email: 'john@example.com' }),
    ],
    [
      'create a new contact for Ann Lee with the email ann@example.com',
      call('add_person', { name: 'Ann Lee', email: 'ann@example.com' }),
    ],
    [
      'add a new person Mark Jones, mark@example.com, team Sales',
      call('add_person', { name: 'Mark Jones', email: 'mark@example.com', team: 'Sales' }),
    ],
    ['save bob@example.com as a contact', asks(/name/i)],
    ['add a contact', asks(/name/i)],
    ['new contact', asks(/name/i)],
    ['add james with number 555 123 4567 to my contacts', asks(/phone/i)],
    [
      'change the email of Tom to tom@example.org',
      call('update_person', { person: 'Tom', email: 'tom@example.org' }),
    ],
    [
      "Sara's new email is sara@example.org",
      call('update_person', { person: 'Sara', email: 'sara@example.org' }),
    ],
    [
      'add the email mina@example.org to Mina',
      call('update_person', { person: 'Mina', email: 'mina@example.org' }),
    ],
    ['delete contact Tom', call('delete_person', { person: 'Tom' })],
    ['remove Priya from my contacts', call('delete_person', { person: 'Priya' })],
    ['delete the person Jonas Weber', call('delete_person', { person: 'Jonas Weber' })],
    [
      'Add Sara as stakeholder to Website launch',
      call('set_stakeholders', { project: 'p1', people: ['Sara'], mode: 'add' }),
    ],
    [
      'add Sara and Tom as stakeholders of Partner API',
      call('set_stakeholders', { project: 'p2', people: ['Sara', 'Tom'], mode: 'add' }),
    ],
    [
      'remove Tom from the stakeholders of Partner API',
      call('set_stakeholders', { project: 'p2', people: ['Tom'], mode: 'remove' }),
    ],
    ["what's Sara's email", call('find', { text: 'Sara', kind: 'person' })],
    ['what is the email address of tom', call('find', { text: 'tom', kind: 'person' })],
    ['show me mina in my contacts', call('find', { text: 'mina', kind: 'person' })],
    ['who is priya', call('find', { text: 'priya', kind: 'person' })],
    ['show my contacts', call('find', { kind: 'person' })],
    ['who is on the team', call('find', { kind: 'person' })],
    ['list all people', call('find', { kind: 'person' })],
    ["what's tom's number", asks(/phone/i)],
    ["give me anna's phone number", asks(/phone/i)],
    ["show me john's contact info", call('find', { text: 'john', kind: 'person' })],
    ['do i have an email for jonas', call('find', { text: 'jonas', kind: 'person' })],
  ]),
];
