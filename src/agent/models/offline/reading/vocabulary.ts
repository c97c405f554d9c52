import type { Priority, ProjectStatus, TaskStatus } from '@/domain/workspace';

/** Words in many forms, as alternatives for patterns. */
export const verbs = {
  add: '(?:add|create|make|new|put|set up|setup|start|log|jot down|jot|write down|note down|insert|open|track|build|generate|include|enter|append|save|register|throw|stick|place|note|do|need|want|would like|have)',
  finish:
    '(?:complete|finish|close(?: out)?|check off|tick off|tick|check|resolve|cross off|cross out|strike off|strike out|wrap up)',
  reopen: '(?:reopen|re-open|uncheck|untick|unmark|restore|uncomplete|un-complete|reactivate)',
  remove:
    '(?:delete|remove|erase|clear out|clean up|clear|get rid of|trash|drop|purge|wipe|bin|throw away|throw out|scrap|discard|cancel|take off|take out|eliminate|kill)',
  show: '(?:show|list|display|give|tell|see|view|get|read(?: out)?|check|pull up|bring up|open|look at|let me see|go over|run through|review)(?: (?:me|us))?(?: (?:about|again))?',
} as const;

export const article =
  '(?:(?:a|an|the|my|our|another|one|some|this|new|following|these|two|three|four|more|few|\\d{1,2}|brand new|extra|additional|quick|couple of|also)\\s+)*';
export const doneWords = '(?:done|completed?|finished|closed|checked off|checked|resolved|ticked off)';
export const priorityWords = '(?:urgent|critical|highest|top|high|medium|normal|low|lowest)';
export const taskNouns = "(?:tasks?|to-?dos?|to ?do'?s?|items?|things? to do|action items?)";
export const eventNouns =
  "(?:meetings?|appointments?|events?|calls?|reviews?|demos?|workshops?|lunch(?:es)?|dinners?|breakfasts?|brunch|coffee|sessions?|interviews?|stand-?ups?|conferences?|webinars?|part(?:y|ies)|sync|retro(?:spective)?|kick-?off|1:1|one on one|one-on-one|get-?together|doctor'?s? appointment|dentist appointment|haircut|check-?up|date)";

/** Words that stand for what was just talked about. */
export const it =
  /^(?:it|its|their|that|this|them|those|these|they|that one|this one|those ones|the (?:last|latest|previous|new|same) (?:one|task|item)|the (?:one|task|item) (?:i|you) just (?:added|created|made)|(?:that|this|the|these|those) (?:tasks?|items?|to-?dos?|reminders?|meetings?)|(?:that|this|these|those) (?:events?|appointments?|entry|entries|calls?)|both|both of them|all of them|all of these|all of those|all of (?:that|this|it)|all (?:that|this)|them all|all those|all these|these all|those all|the ones you (?:showed|listed)|the same)$/iu;

export function priorityIn(word: string): Priority {
  const bare = word.toLowerCase().replace(/[- ]priority$/u, '');
  if (/^(?:urgent|critical|highest|top|asap)$/u.test(bare)) return 'urgent';
  if (bare === 'high' || bare === 'important') return 'high';
  return bare.startsWith('lo') ? 'low' : 'medium';
}

export function taskStatusIn(word: string): TaskStatus {
  const bare = word.toLowerCase();
  if (/block|stuck|on hold|wait/u.test(bare)) return 'blocked';
  return /progress|started|underway|working/u.test(bare) ? 'in_progress' : 'todo';
}

export function projectStatusIn(word: string): ProjectStatus {
  const bare = word.toLowerCase();
  if (/pause|hold/u.test(bare)) return 'on_hold';
  if (bare.startsWith('plan')) return 'planning';
  return /complete|done|finish|close/u.test(bare) ? 'completed' : 'active';
}

const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  another: 1,
  one: 1,
  two: 2,
  'a couple of': 2,
  'a couple': 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
export const countWords = `(?:${Object.keys(counts)
  .toSorted((one, other) => other.length - one.length)
  .join('|')}|\\d{1,3})`;

export function countIn(word: string): number {
  const lower = word.toLowerCase();
  return Object.hasOwn(counts, lower) ? (counts[lower] ?? Number.NaN) : Number(lower);
}

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  sixth: 6,
  '6th': 6,
  seventh: 7,
  '7th': 7,
  eighth: 8,
  '8th': 8,
  ninth: 9,
  '9th': 9,
  tenth: 10,
  '10th': 10,
  last: -1,
};
export const ordinalWords = `(?:${Object.keys(ordinals).join('|')})`;

export function ordinalIn(word: string): number {
  return ordinals[word.toLowerCase()] ?? Number(word);
}
