import { phrasesOf, asks, call, list, type Phrase } from './phrases';

function letter(to: readonly string[], subject: string, body: string): ReturnType<typeof call> {
  return call('send_email', { to: [...to], subject, body });
}

const whom = asks(/who shall get the email/iu);
const whatToSay = asks(/what shall the email to sara say/iu);
const howFar = asks(/how far shall i go back/iu);

/** What must not be taken for less, more or something else than was said. */
function copied(
  to: readonly string[],
  cc: readonly string[],
  text: readonly [subject: string, body: string],
) {
  const [subject, body] = text;
  return call('send_email', { to: [...to], cc: [...cc], subject, body });
}

export const exactPhrases: readonly Phrase[] = [
  ...phrasesOf('dictated', [
    [
      'email sara saying please call me back please',
      letter(['sara'], 'Please call me back please', 'please call me back please'),
    ],
    ['email sara saying thank you for me', letter(['sara'], 'Thank you for me', 'thank you for me')],
    ['email sara saying yes, thanks.', letter(['sara'], 'Yes, thanks', 'yes, thanks.')],
    ['email sara: adn then teh end, ok?', letter(['sara'], 'Adn then teh end, ok?', 'adn then teh end, ok?')],
    ['please emial sara saying are you in?', letter(['sara'], 'Are you in?', 'are you in?')],
    ['email sara saying yes. call me', letter(['sara'], 'Yes. call me', 'yes. call me')],
    [
      'email sara saying hi. add milk to shopping',
      letter(['sara'], 'Hi', 'hi.'),
      call('add_task', { title: 'Milk', project: 'p3' }),
    ],
    ['email sara saying hello\nsee you soon', letter(['sara'], 'Hello', 'hello\nsee you soon')],
    [
      'comment on run tests: please check teh docs, thanks',
      call('add_comment', { text: 'please check teh docs, thanks', task: 'run tests' }),
    ],
    ['email sara that milk is not done', letter(['sara'], 'Milk is not done', 'milk is not done')],
    ['email sara "hi there"', letter(['sara'], 'Hi there', 'hi there')],
    ['email sara with subject Launch and body We are live', letter(['sara'], 'Launch', 'We are live')],
    ['email sara about the bug that we found', asks(/the bug that we found/iu)],
  ]),
  ...phrasesOf('recipients', [
    ['email sara cc tom saying hi', copied(['sara'], ['tom'], ['Hi', 'hi'])],
    ['email sara bcc tom saying hi', asks(/none that the others do not see/iu)],
    ['email sara about the demo cc tom', asks(/email to sara about “the demo” say/iu)],
    ['send an email to ann and cc tom saying hello', copied(['ann'], ['tom'], ['Hello', 'hello'])],
    [
      'email sara saying "hi there" cc tom and priya',
      copied(['sara'], ['tom', 'priya'], ['Hi there', 'hi there']),
    ],
    [
      'email sara saying see you at ten, cc tom',
      copied(['sara'], ['tom'], ['See you at ten', 'see you at ten']),
    ],
    ['email sara and copy tom: all is well', copied(['sara'], ['tom'], ['All is well', 'all is well'])],
    [
      'email sara with tom in cc: the demo is on friday',
      copied(['sara'], ['tom'], ['The demo is on friday', 'the demo is on friday']),
    ],
    ['email sara saying i will cc tom', letter(['sara'], 'I will cc tom', 'i will cc tom')],
    [
      'email sara saying please cc tom on that',
      letter(['sara'], 'Please cc tom on that', 'please cc tom on that'),
    ],
    ['email sara about copying the files', asks(/email to sara about “copying the files” say/iu)],
    [
      'email sara about the sheet, copy the numbers',
      asks(/email to sara about “the sheet, copy the numbers” say/iu),
    ],
    [
      'email sara regarding cc rules: they changed',
      call('send_email', { to: ['sara'], subject: 'Cc rules', body: 'they changed' }),
    ],
    [
      'email sara about the demo, copying tom: it starts at ten',
      copied(['sara'], ['tom'], ['The demo', 'it starts at ten']),
    ],
    [
      "email sara, cc'ing tom and ann: it starts at ten",
      copied(['sara'], ['tom', 'ann'], ['It starts at ten', 'it starts at ten']),
    ],
    ['email sara with a cc to tom: it starts', copied(['sara'], ['tom'], ['It starts', 'it starts'])],
    ['email sara cc everyone saying hi', asks(/who shall get a copy/iu)],
    ['send sara an email, copy tom', asks(/what shall the email to sara say/iu)],
    ['send a status update on website launch to sara, cc tom', call('summarize_project', { project: 'p1' })],
    ['email tom or sara saying hi', whom],
    ['email tom not sara saying hi', whom],
    ['email everyone except tom saying hi', whom],
    ['email everyone in the company saying hi', whom],
    ['email sara and send it: hi', whom],
    ['email sara and add milk to shopping saying hi', whom],
    ['email my friend "Tom"', asks(/say/iu)],
    ['send an email to sara and add milk to shopping', whatToSay],
    ['email sara, then mark run tests as done', whatToSay],
    ['email sara about milk and add eggs', asks(/milk and add eggs/iu)],
  ]),
  ...phrasesOf('person-or-task', [
    ['remove Sara from Website launch', call('find', { text: 'Sara', kind: 'person' })],
    ['remove sara', call('find', { text: 'sara', kind: 'person' })],
    ['remove Sara and Tom from Website launch', call('find', { text: 'Sara', kind: 'person' })],
    ['remove the task Sara', call('delete_tasks', { tasks: ['Sara'] })],
    ['delete "Sara"', call('delete_tasks', { tasks: ['Sara'] })],
  ]),
  ...phrasesOf('delete', [
    ['delete the tasks assigned to sara in march', asks(/delete all open tasks due .*, assigned to sara/iu)],
    ['delete everything due tomorrow in shopping', asks(/delete all open tasks due .*, in “shopping”/iu)],
    [
      'delete the high priority tasks due this week',
      asks(/delete all open tasks due .*, with priority high/iu),
    ],
    [
      'delete the tasks assigned to sara due this week in website launch',
      asks(/, assigned to sara, in “website launch”/iu),
    ],
  ]),
  ...phrasesOf('move', [
    [
      'move sign off budget to Website launch',
      call('move_task', { task: 'sign off budget', to_project: 'p1' }),
    ],
    [
      'move check out of the hotel to Shopping',
      call('move_task', { task: 'check out of the hotel', to_project: 'p3' }),
    ],
    ['move eggs off Shopping to Home renovation', call('move_task', { task: 'eggs', to_project: 'p5' })],
  ]),
  ...phrasesOf('questions', [
    ["show Allison's tasks", list({ assignee: 'Allison', done: false })],
    ["show Allan's open tasks", list({ assignee: 'Allan', done: false })],
    ["show Theresa's overdue tasks", list({ assignee: 'Theresa', overdue: true }, { order: 'due_date' })],
  ]),
  ...phrasesOf('add-task', [
    [
      'add task file the return by the end of March 2027',
      call('add_task', { title: 'File the return', due_date: '2027-03-31' }),
    ],
  ]),
  ...phrasesOf('undo', [
    ['undo everything', howFar],
    ['undo all changes', howFar],
    ['undo the last 20 changes', howFar],
    ['undo the last 3 changes', call('undo_last_change')],
    ['undo twice', call('undo_last_change')],
  ]),
  ...phrasesOf('ask-due', [
    [
      'what is due last week',
      list({ done: false, due_from: '2026-01-05', due_to: '2026-01-11' }, { order: 'due_date' }),
    ],
    [
      'what was due last month',
      list({ done: false, due_from: '2025-12-01', due_to: '2025-12-31' }, { order: 'due_date' }),
    ],
    [
      'tasks due in the last 3 days',
      list({ done: false, due_from: '2026-01-13', due_to: '2026-01-15' }, { order: 'due_date' }),
    ],
  ]),
];
