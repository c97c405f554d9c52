import { quoted } from './phrase';

/** What is often mistyped, and what is meant. */
const slips: Readonly<Record<string, string>> = {
  addd: 'add',
  creat: 'create',
  ceate: 'create',
  crete: 'create',
  craete: 'create',
  delet: 'delete',
  delte: 'delete',
  dleete: 'delete',
  remvoe: 'remove',
  reomve: 'remove',
  remmeber: 'remember',
  rember: 'remember',
  remeber: 'remember',
  shedule: 'schedule',
  schedual: 'schedule',
  schedul: 'schedule',
  reminde: 'remind',
  remmind: 'remind',
  emial: 'email',
  emal: 'email',
  eamil: 'email',
  'e-mail': 'email',
  'e-mails': 'emails',
  mial: 'mail',
  taks: 'task',
  tsk: 'task',
  tsks: 'tasks',
  prio: 'priority',
  chnage: 'change',
  chagne: 'change',
  munday: 'monday',
  tsak: 'task',
  tasl: 'task',
  taskk: 'task',
  takss: 'tasks',
  tassks: 'tasks',
  tsaks: 'tasks',
  subtaks: 'subtasks',
  'sub-task': 'subtask',
  'sub-tasks': 'subtasks',
  proejct: 'project',
  porject: 'project',
  projet: 'project',
  projcet: 'project',
  prject: 'project',
  lsit: 'list',
  lits: 'list',
  liist: 'list',
  calender: 'calendar',
  calandar: 'calendar',
  appointmnet: 'appointment',
  appoinment: 'appointment',
  apointment: 'appointment',
  meeitng: 'meeting',
  metting: 'meeting',
  mettings: 'meetings',
  remider: 'reminder',
  stakholders: 'stakeholders',
  stakeholers: 'stakeholders',
  "stakeholder's": 'stakeholders',
  contat: 'contact',
  contcat: 'contact',
  contats: 'contacts',
  tommorow: 'tomorrow',
  tomorow: 'tomorrow',
  tommorrow: 'tomorrow',
  tomorrrow: 'tomorrow',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  tmw: 'tomorrow',
  '2moro': 'tomorrow',
  '2morrow': 'tomorrow',
  tonite: 'tonight',
  todya: 'today',
  teh: 'the',
  thsi: 'this',
  adn: 'and',
  nad: 'and',
  evrything: 'everything',
  everthing: 'everything',
  priorty: 'priority',
  prioirty: 'priority',
  overdeu: 'overdue',
  ovedue: 'overdue',
  monady: 'monday',
  tuseday: 'tuesday',
  teusday: 'tuesday',
  wendsday: 'wednesday',
  wensday: 'wednesday',
  wednsday: 'wednesday',
  thrusday: 'thursday',
  thurday: 'thursday',
  firday: 'friday',
  fryday: 'friday',
  satuday: 'saturday',
  satruday: 'saturday',
  sundya: 'sunday',
  feburary: 'february',
  febuary: 'february',
};

/** Words that open a request and may be mistyped by one letter. */
const openers = [
  'create',
  'delete',
  'remove',
  'remind',
  'schedule',
  'complete',
  'rename',
  'reschedule',
  'postpone',
  'assign',
  'finish',
];

const contractions: readonly (readonly [short: RegExp, long: string])[] = [
  [/^(what|who|how|where|when|that|there)(?:'s|s)(?= )/iu, '$1 is'],
  [/^(what|who|how|where|when)'?re(?= (?:we|the|my|our|you|they))/iu, '$1 are'],
  [/^(?:wat|wht|wut)(?= (?:is|are|do|did|can))/iu, 'what'],
  [/^(?:wats|wots)(?= )/iu, 'what is'],
  [/^(?:dont|don't|do n't)(?= )/iu, 'do not'],
  [/^(?:didnt|didn't)(?= )/iu, 'did not'],
  [/^i've(?= )|^ive(?= )/iu, 'i have'],
  [/^i'd(?= )/iu, 'i would'],
  [/^i'm(?= )|^im(?= )/iu, 'i am'],
  [/^gimme(?= )/iu, 'give me'],
  [/^lemme(?= )/iu, 'let me'],
  [/(?<=^(?:[\p{L}']+ ){1,4})(?:w\/o)(?= )/iu, 'without'],
];

const words = new RegExp(`${quoted}|[\\p{L}\\p{N}][\\p{L}\\p{N}'-]*`, 'gu');

/** Sets right what is often mistyped, and writes out short forms at the start. What is quoted stays as it is. */
export function withoutSlips(text: string): string {
  const full = contractions.reduce((fixed, [short, long]) => fixed.replace(short, long), text);
  let isFirst = true;
  return full.replaceAll(words, (word) => {
    const lower = word.toLowerCase();
    const right = Object.hasOwn(slips, lower) ? slips[lower] : isFirst ? openerFor(lower) : undefined;
    isFirst = false;
    return right ?? word;
  });
}

function openerFor(word: string): string | undefined {
  if (word === 'ad') return 'add';
  if (word.length < 5) return undefined;
  const near = openers.filter((opener) => !word.startsWith(opener) && isOneSlipAway(word, opener));
  return near.length === 1 ? near[0] : undefined;
}

/**
 * Whether two words differ by a letter too many, one too few, or two neighbours that changed places. One letter in the place of
 * another is no such slip: "remote" is not "remove".
 */
function isOneSlipAway(word: string, wanted: string): boolean {
  const [short, long] = word.length < wanted.length ? [word, wanted] : [wanted, word];
  if (word === wanted || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (long.length > short.length) return short.slice(start) === long.slice(start + 1);
  return (
    word[start] === wanted[start + 1] &&
    word[start + 1] === wanted[start] &&
    word.slice(start + 2) === wanted.slice(start + 2)
  );
}
