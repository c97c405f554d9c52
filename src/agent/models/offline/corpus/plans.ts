import { add, asks, call, list, phrasesOf, refuses, says, type Phrase } from './phrases';

const soon = list({ done: false, due_from: '2026-01-15', due_to: '2026-01-21' }, { order: 'due_date' });

/** Plans said in passing, days counted from other days, and what people hope that an assistant does. */
export const planPhrases: readonly Phrase[] = [
  ...phrasesOf('reminder', [
    [
      'remind me three days before the graduation on march 10',
      add('Graduation in three days', { due_date: '2026-03-07' }),
    ],
    ['alert me 1 week ahead of the audit on february 20', add('Audit in 1 week', { due_date: '2026-02-13' })],
    ['remind me two weeks before our anniversary', asks(/When shall “Anniversary in two weeks” be due/)],
    ['remind me of the recital a day in advance', asks(/When shall “Recital in a day” be due/)],
    ['remind me half an hour before the rehearsal', asks(/cannot count/)],
    ['remind me an hour before the interview', asks(/cannot count “an hour before”.+“Interview”/)],
    ['remind me to renew the domain next month', add('Renew the domain', { due_date: '2026-02-01' })],
    [
      'remind me on the 9th of next month to back up the photos',
      add('Back up the photos', { due_date: '2026-02-09' }),
    ],
    [
      'set a reminder that i have to water the ferns on sunday',
      add('Water the ferns', { due_date: '2026-01-18' }),
    ],
    [
      'remind me tomorrow at 4pm that there is a parents evening',
      add('Parents evening', { due_date: '2026-01-16', due_time: '16:00' }),
    ],
  ]),
  ...phrasesOf('reminder', [
    ['remind me to feed the neighbour’s cat every saturday at 9am', asks(/cannot repeat.+2026-01-17 09:00/)],
    ['set a reminder to alert me one hour before the webinar', asks(/cannot count.+“Webinar”/)],
    ['remind me the day before the inspection', asks(/When shall “Inspection in a day” be due/)],
    ['remind me a week before the picnic to order cups', asks(/When shall “Order cups” be due/)],
    ['send an alert before the deadline', asks(/be due/)],
  ]),
  ...phrasesOf('email', [
    ['i want to write an email to nora can you help me', asks(/What shall the email to nora say/)],
    ['send dad an email now', asks(/What shall the email to dad say/)],
  ]),
  ...phrasesOf('meeting', [
    ['i want to meet with omar on monday', add('Meet with omar', { due_date: '2026-01-19' })],
    [
      "we'd like to visit grandma on sunday at 3pm",
      add('Visit grandma', { due_date: '2026-01-18', due_time: '15:00' }),
    ],
    [
      'pencil in a call with the bank for tomorrow at 10am',
      add('Call with the bank', { due_date: '2026-01-16', due_time: '10:00' }),
    ],
    ["i'll be seeing my physio every tuesday at 5pm", asks(/cannot repeat/)],
    ['put something on my calendar for wednesday', asks(/What is it called/)],
  ]),
  ...phrasesOf('reschedule', [
    ['move the kickoff to next month', call('update_task', { task: 'kickoff', due_date: '2026-02-01' })],
  ]),
  ...phrasesOf('questions', [
    ['please read my meeting schedule to me', soon],
    ['tell me about my upcoming appointments', soon],
    ['remind me of the tasks on my to do list', list({ done: false })],
    ['which things have i still to do on my to do list', list({ done: false })],
    ['do i already have a task on my to do list to call the landlord', list({ text: 'call the landlord' })],
    ['is there a contact called ines in my contacts', call('find', { text: 'ines', kind: 'person' })],
    [
      'could you give me the details of the upcoming fair on february 3rd',
      list({ done: false, due_from: '2026-02-03', due_to: '2026-02-03' }, { order: 'due_date' }),
    ],
  ]),
  ...phrasesOf('questions', [
    [
      "what time is tomorrow's meeting",
      list({ done: false, due_from: '2026-01-16', due_to: '2026-01-16' }, { order: 'due_date' }),
    ],
    ['list the things i meant to remember', list({ done: false })],
    ['will mopping be on my to do list tomorrow', list({ text: 'mopping' })],
    ['what does my shopping list comprise', list({ done: false }, { project: 'p3' })],
  ]),
  ...phrasesOf('small-talk', [
    ["never mind, don't add it", says(/not doing anything/)],
    ['undo the last command', call('undo_last_change')],
    ['stop and go back', call('undo_last_change')],
    ['ai, stop your current task', says(/not doing anything/)],
    ['do not do that', says(/not doing anything/)],
  ]),
  ...phrasesOf('out-of-scope', [
    ["save leo's mobile number", asks(/cannot make calls or keep phone numbers/)],
    ["add maya's number to my contacts", asks(/phone number|cannot make calls/)],
    ['give rosa a call', asks(/cannot make calls/)],
    ['put in a pto request for the 3rd and 4th of march', asks(/cannot request time off/)],
    ['how do i apply for annual leave', asks(/cannot request time off/)],
    ['compose a new text message', asks(/cannot send messages/)],
    ['please archive all my old messages', asks(/cannot read, answer or sort/)],
    ['get me out of bed in an hour', asks(/cannot ring an alarm/)],
    ['put on some miles davis', asks(/cannot play/)],
    ['tell me an odd fact about octopuses', asks(/general questions/)],
    ['can a parrot learn to whistle', asks(/general questions/)],
    ['deepest lake on earth', refuses],
    ['i went to the museum today', asks(/no good at conversation/)],
    ['it was a long day', asks(/no good at conversation/)],
  ]),
];
