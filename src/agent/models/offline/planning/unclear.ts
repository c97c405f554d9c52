import { titleIn } from '../reading/reader';
import type { Beyond, Request } from '../reading/request';
import { noDetails } from '../reading/request';
import { datedAnywhere, whenOf } from '../reading/when';
import { asked, offered, shortened, type Offer } from './asking';
import { said, type Outcome, type Planning } from './planning';
import type { Steps } from './steps';

type Of<Type extends Request['type']> = Extract<Request, { readonly type: Type }>;

const nothingDone =
  'I left it as it is; nothing was changed. Say it in other words, for instance “Mark ‘Run tests’ as done”.';

/** For what it is unsure of it asks; it never acts. The buttons are the nearest it can do. */
export function* unclear(request: Of<'unclear'>, planning: Planning): Steps<Outcome> {
  const shown = shortened(request.text, 200);
  const isQuestion =
    /^(?:what|who|when|where|which|how|why|is|are|do|does|did|should|can|could|will|would|if)\b/iu.test(
      request.text,
    );
  const offers = [
    ...(isQuestion ? [] : [asTask(request.text, planning)]),
    ...nearestOf(request.text),
    coming,
    help,
  ];
  return yield* offered(
    {
      question: `I am not sure what to do with “${shown}”. What do you mean?`,
      why: `I did nothing yet: ${request.why}.`,
      offers,
    },
    planning,
    nothingDone,
  );
}

const coming: Offer = {
  label: 'Show what is open',
  request: {
    type: 'question',
    question: { type: 'tasks', filter: { done: false }, where: { type: 'none' }, view: 'open' },
  },
};
const dueToday: Offer = {
  label: 'Show what is overdue',
  request: {
    type: 'question',
    question: { type: 'tasks', filter: { overdue: true }, where: { type: 'none' }, view: 'overdue' },
  },
};
const projects: Offer = {
  label: 'Show the projects',
  request: { type: 'question', question: { type: 'projects' } },
};
const people: Offer = {
  label: 'Show the people',
  request: { type: 'question', question: { type: 'people' } },
};
const mails: Offer = {
  label: 'Show the emails written here',
  request: { type: 'question', question: { type: 'emails' } },
};
const help: Offer = { label: 'Show what you can do', request: { type: 'help' } };

/** The words as the title of a task, with the date they end with. */
function asTask(text: string, { context }: Planning): Offer {
  const { rest, moment } = datedAnywhere(text.replaceAll(/[“”]/gu, ''), context);
  const when = moment === null ? null : whenOf(moment, context.today);
  const deed = (rest === '' ? text : rest).replace(
    /^(?:i|we)(?: am|'m|'ll| will|'d| would| really| also)*(?: (?:want|wanna|need|have|like|love|plan|planning|going|gonna|hope|wish|be|must|should)(?: to)?)+ (?=\S)/iu,
    '',
  );
  const title = titleIn(deed, { quotes: [] }).replaceAll(/\s+/gu, ' ').slice(0, 300);
  const due = when === null ? '' : `, due ${when.date}${when.time === undefined ? '' : ` ${when.time}`}`;
  return {
    label: `Add the task “${shortened(title, 80)}”${due}`,
    request: {
      type: 'add-tasks',
      titles: [title],
      where: { type: 'none' },
      details: { ...noDetails, when },
      occasion: 'task',
    },
  };
}

const nearest: readonly (readonly [words: RegExp, offer: Offer])[] = [
  [/\b(?:overdue|late|deadline|due)\b/iu, dueToday],
  [/\b(?:projects?|lists?)\b/iu, projects],
  [/\b(?:people|contacts?|person|team)\b/iu, people],
  [/\b(?:e-?mails?|mails?|send)\b/iu, mails],
  [/\b(?:undo|back|mistake|wrong)\b/iu, { label: 'Undo the last change', request: { type: 'undo' } }],
];

function nearestOf(text: string): readonly Offer[] {
  return nearest.flatMap(([words, offer]) => (words.test(text) ? [offer] : [])).slice(0, 2);
}

/** What other assistants do: said honestly, with what is nearest to it here. */
export function* beyond({ topic, text }: Of<'beyond'>, planning: Planning): Steps<Outcome> {
  const task = asTask(text, planning);
  const { cannot, offers } = limits[topic];
  const mail = mailInstead(text);
  const near = topic === 'message' && mail !== null ? [mail] : offers;
  return yield* offered(
    {
      question: `${cannot} What shall I do instead?`,
      why: `You said: “${shortened(text, 200)}”.`,
      offers: [...near, ...(asksNothing.has(topic) ? [] : [task]), help],
    },
    planning,
    `${cannot} I did nothing.`,
  );
}

/** For these a task would make no sense. */
const asksNothing: ReadonlySet<Beyond> = new Set(['weather', 'joke', 'knowledge', 'chat', 'inbox', 'news']);

const limits: Readonly<Record<Beyond, { readonly cannot: string; readonly offers: readonly Offer[] }>> = {
  weather: {
    cannot: 'I cannot tell the weather; I manage projects, tasks, people and emails.',
    offers: [coming],
  },
  music: { cannot: 'I cannot play or manage music.', offers: [] },
  alarm: {
    cannot: 'I cannot ring an alarm or a timer; I can keep a task with a due date and time.',
    offers: [],
  },
  joke: {
    cannot: 'I am not made for jokes or stories; I manage projects, tasks, people and emails.',
    offers: [coming],
  },
  inbox: {
    cannot: 'I can write and send emails, but I cannot read, answer or sort those that you received.',
    offers: [mails],
  },
  message: { cannot: 'I cannot send messages or post anywhere; I can send emails.', offers: [] },
  home: { cannot: 'I cannot control devices.', offers: [] },
  shopping: { cannot: 'I cannot order, book or recommend anything.', offers: [] },
  travel: { cannot: 'I cannot plan trips, book tickets or look up routes.', offers: [] },
  news: { cannot: 'I cannot look up news, scores or prices.', offers: [coming] },
  knowledge: {
    cannot: 'I do not answer general questions; I manage projects, tasks, people and emails.',
    offers: [coming],
  },
  chat: {
    cannot: 'I am no good at conversation; I manage projects, tasks, people and emails.',
    offers: [coming],
  },
  file: { cannot: 'I cannot handle files, apps or the web.', offers: [] },
  invitation: {
    cannot: 'I cannot send invitations or know who comes; I can keep a meeting as a task and send emails.',
    offers: [],
  },
  room: {
    cannot: 'I cannot see or book rooms; I can keep the meeting as a task with a day and a time.',
    offers: [coming],
  },
  absence: {
    cannot: 'I cannot request time off; I can keep it as a task with a day, or write an email about it.',
    offers: [],
  },
  phone: { cannot: 'I cannot make calls or keep phone numbers.', offers: [people] },
};

const addressee =
  "(?<who>(?:my )?(?!an?\\b|the\\b|this\\b|that\\b|it\\b|for\\b|me\\b|to\\b)[\\p{L}][\\p{L}'-]*)";
const saying =
  '(?: for me)?(?:,? (?:and )?(?:know|that|saying|say|tell (?:him|her|them)|to tell (?:him|her|them)|letting (?:him|her|them) know|let (?:him|her|them) know)| that|:)*';
const toSomebody: readonly RegExp[] = [
  `(?:send|write|leave|shoot|drop|post)(?: an?| the| this)? (?:text |sms |voice )*(?:message|text|sms|voicemail|dm|whatsapp) to ${addressee}${saying}(?: (?<body>.+))?`,
  `(?:send|write|leave|shoot|drop) ${addressee} an? (?:text |sms |voice )*(?:message|text|sms|voicemail|dm|whatsapp)${saying}(?: (?<body>.+))?`,
  `(?:text|message|ping|dm|whatsapp|sms|tell|let) ${addressee}${saying}(?: (?<body>.+))?`,
].map((pattern) => new RegExp(`^${pattern}$`, 'iu'));

/** "tell Tom that …" can be an email. */
function mailInstead(text: string): Offer | null {
  const heard = toSomebody
    .map((pattern) => pattern.exec(text)?.groups)
    .find((groups) => groups !== undefined);
  if (heard === undefined) return null;
  const { who = '', body } = heard;
  const name = who.replace(/^my /iu, '');
  return {
    label: body === undefined ? `Email ${name}` : `Email ${name}: “${shortened(body, 70)}”`,
    request: {
      type: 'email',
      letter: {
        to: [name],
        cc: [],
        subject: null,
        body: body === undefined ? null : titleIn(body, { quotes: [] }),
        where: { type: 'none' },
        isDraft: false,
      },
    },
  };
}

/** Something shall change, but it was not said what or how. */
export function* unclearChange({ name }: Of<'change-unclear'>, planning: Planning): Steps<Outcome> {
  const what = name ?? (planning.focus.tasks.length === 1 ? 'it' : null);
  if (what === null) {
    const answer = yield* asked(
      'What shall change, and how?',
      'For instance: “Move ‘Run tests’ to Friday” or “Rename ‘Run tests’ to ‘Run all tests’”.',
      [],
    );
    return answer === null ? said(nothingDone) : yield* readAgain(answer, planning);
  }
  const shown = what === 'it' ? 'it' : `“${shortened(what, 60)}”`;
  const how = yield* asked(
    `What shall change about ${shown}?`,
    'A day moves it; you can also write “rename it to …”, “assign it to …”, “make it urgent” or “mark it as done”.',
    [{ label: 'Move it to tomorrow' }, { label: 'Move it to next week' }, { label: 'Mark it as done' }],
  );
  if (how === null) return said(nothingDone);
  const focus =
    name === null ? planning.focus : { ...planning.focus, tasks: [name], listed: [], listing: null };
  return yield* readAgain(how, { ...planning, focus });
}

function* readAgain(text: string, planning: Planning): Steps<Outcome> {
  const [heard, ...others] = planning.hear(text);
  if (heard === undefined || others.length > 0) return said(nothingDone);
  const { request } = heard;
  if (request.type === 'correction' && request.moment !== null && planning.focus.tasks.length > 0) {
    const { date, time } = request.moment;
    const changes = {
      ...(date === null ? {} : { due_date: date }),
      ...(time === null ? {} : { due_time: time }),
    };
    return yield* planning.carryOut({ type: 'change-tasks', which: { type: 'it' }, changes }, planning);
  }
  return request.type === 'unclear' || request.type === 'change-unclear' || request.type === 'beyond'
    ? said(nothingDone)
    : yield* planning.carryOut(request, planning);
}

export const helpText = `I manage your projects, tasks, people and emails. For instance:

- **Tasks**: “Create a task ‘Deploy API’ and add subtasks ‘Update docs’ and ‘Run tests’”, “Add buy milk to Shopping, due Friday, high priority”, “Remind me to call Ann tomorrow at 5pm”
- **Changes**: “Mark everything in Launch as done”, “Move ‘Run tests’ to next Monday”, “Assign ‘Update docs’ to Sara”, “Push everything in Launch by a week”
- **Questions**: “What is overdue?”, “What is due this week?”, “How is Launch going?”, “Who does what?”, “What changed today?”
- **Emails**: “Send a status update to all stakeholders”, “Email Sara about the demo saying ‘See you at ten’”
- **Clearing up**: “Delete the completed tasks”, “Undo”

Whatever deletes or leaves the app waits for your approval.`;
