import * as fc from 'fast-check';

import {
  emptyWorkspace,
  parseIsoDate,
  parseTimeOfDay,
  type IsoDate,
  type TimeOfDay,
  type Workspace,
} from '@/domain/workspace';

import { played, storyFrom, type CommandType, type Roll } from './story';

/** Texts that break programs: nothing, invisible, right to left, half an emoji, markup, far too long. */
export const nastyTexts: readonly string[] = [
  '',
  '   ',
  '\u200B\u200D\uFEFF',
  '\u202Egnp.exe',
  'שלום עולם',
  'مرحبا',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '\uD83D',
  'a\uDC00b',
  '\u0000\u0007 bell',
  'two\r\nlines\u2028three',
  '<img src=x onerror=alert(1)>',
  '“Quoted” "title"',
  'e\u0301',
  '__proto__',
  'constructor',
  'top-level',
  'x'.repeat(10_000),
  '\u00DF'.repeat(121),
];

const fineNames = ['Launch', 'Website launch', 'Mobile API', 'Partner API', 'Copy', 'Café', 'Ada', 'Grace'];

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
  { weight: 5, arbitrary: fc.constantFrom(...fineNames) },
  { weight: 1, arbitrary: fc.constantFrom(...nastyTexts) },
);

/** Any day of the years 1 to 9999. */
export const anyDate: fc.Arbitrary<IsoDate> = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) =>
    parseIsoDate([String(year).padStart(4, '0'), padded(month), padded(day)].join('-')),
  )
  .filter((date) => date !== null);

const aDate = dayOfFebruary(1, 20);
/** Now and then not later at all. */
const aDayLater = dayOfFebruary(17, 28);

function dayOfFebruary(first: number, last: number): fc.Arbitrary<IsoDate> {
  return fc
    .integer({ min: first, max: last })
    .map((day) => parseIsoDate(`2026-02-${padded(day)}`))
    .filter((date) => date !== null);
}

const aTime: fc.Arbitrary<TimeOfDay> = fc
  .integer({ min: 0, max: 23 })
  .map((hour) => parseTimeOfDay(`${padded(hour)}:30`))
  .filter((time) => time !== null);

/** A roll of one of these commands. */
function rollOf(commands: readonly [CommandType, ...CommandType[]]): fc.Arbitrary<Roll> {
  const pick = fc.nat({ max: 999 });
  return fc.record({
    command: fc.constantFrom(...commands),
    picks: fc.tuple(pick, pick, pick),
    name: anyText,
    text: anyText,
    date: fc.option(aDate),
    otherDate: fc.option(aDayLater),
    time: fc.option(aTime, { freq: 1 }),
    choice: fc.constantFrom('ask', 'keep-newer', 'overwrite'),
    given: fc.nat({ max: 255 }),
  });
}

/** What fills a workspace, with more tasks than anything else. */
const making = [
  'create-project',
  'create-task',
  'create-task',
  'create-task',
  'create-person',
  'add-comment',
  'write-email',
] as const;

const changing = [
  'update-project',
  'move-project',
  'update-tasks',
  'update-tasks',
  'move-task',
  'move-task',
  'update-person',
  'edit-comment',
] as const;

const deleting = [
  'delete-projects',
  'delete-tasks',
  'delete-tasks',
  'delete-people',
  'delete-comment',
] as const;

export const anyRoll: fc.Arbitrary<Roll> = fc.oneof(
  { weight: 4, arbitrary: rollOf(making) },
  { weight: 5, arbitrary: rollOf(changing) },
  { weight: 2, arbitrary: rollOf(['undo']) },
  { weight: 1, arbitrary: rollOf(deleting) },
  { weight: 1, arbitrary: rollOf(['restore', 'import', 'example', 'remove-created']) },
);

/** Any commands, one after the other; mostly on the example, where they find more to do. */
export const anyRolls: fc.Arbitrary<readonly Roll[]> = fc
  .tuple(
    fc.option(rollOf(['example']), { freq: 4 }),
    fc.array(anyRoll, { minLength: 1, maxLength: 25, size: 'max' }),
  )
  .map(([example, rolls]) => (example === null ? rolls : [example, ...rolls]));

/** Edits by hand: no undo, import and the like. */
export const anyEdits: fc.Arbitrary<readonly Roll[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: rollOf(making) },
    { weight: 2, arbitrary: rollOf(changing) },
    { weight: 1, arbitrary: rollOf(deleting) },
  ),
  { minLength: 1, maxLength: 10, size: 'max' },
);

/** A sound workspace with some of everything. */
export const anyWorkspace: fc.Arbitrary<Workspace> = fc
  .tuple(
    rollOf(['example']),
    fc.array(rollOf([...making, 'move-task', 'update-tasks']), { maxLength: 20, size: 'max' }),
  )
  .map(([example, rolls]) => played([example, ...rolls], storyFrom(emptyWorkspace(), 'start-')).workspace);

function padded(value: number): string {
  return String(value).padStart(2, '0');
}
