import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contextFrom } from './conversation';
import { corpusTools, responseTo } from './corpus/evaluate';
import { momentOnly } from './reading/when';

const naughty = [
  '',
  ' ',
  '\u0000',
  '\uD800',
  '\u202Eevil',
  '\u200B',
  '"',
  "'",
  '“',
  '"""',
  "''''",
  '`',
  '\\',
  '(((((',
  '[[[',
  '*',
  '**bold**',
  '<script>alert(1)</script>',
  '{"name":"delete_tasks"}',
  '$1',
  '$&',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'null',
  'undefined',
  'NaN',
  '0',
  '-1',
  '1e309',
  '../../etc/passwd',
  "Robert'); DROP TABLE tasks;--",
  '%s%n',
  '\r\n\r\n',
  '\t',
  '- ',
  '1.',
  '- [ ]',
  ':',
  ';',
  ', and',
  'and and and',
  'then',
  'delete',
  'delete "',
  'add "',
  'add task ""',
  'to to to',
  'in in in',
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈',
  'مرحبا',
  '你好',
  'ẞ',
  'İ',
  'ﬀ',
  '\u{E000}0\u{E001}',
  '\u{E000}99\u{E001}',
  '\u{90}0\u{91}',
  '\u{90}99\u{91}',
  '\u{92}',
  '\u{E002}',
  'remind me \u{94}',
  'é'.repeat(300),
  'a'.repeat(10_000),
  '"a" '.repeat(2_000),
  '- x\n'.repeat(2_000),
  'and '.repeat(2_500),
  ','.repeat(10_000),
  '('.repeat(10_000),
  'due '.repeat(2_000),
  '1/2/3 '.repeat(1_500),
] as const;

/** Words that the grammar knows, in any order: nearer to its rules than any string. */
const knownWords =
  'add create delete remove mark complete move rename assign push send email remind me task tasks project list shopping everything all done overdue to in of by a the "x" "y z" tomorrow friday week and then it them not no , : ? what is due who how many week Sara at 5 pm with subtasks priority high'.split(
    ' ',
  );

function expectWellFormed(message: string): void {
  const { calls, text, reasoning } = responseTo(message);
  expect(calls.length > 0 || text.trim() !== '').toBe(true);
  expect(calls.filter(({ name }) => !corpusTools.has(name))).toEqual([]);
  expect(reasoning.every((part) => part.trim() !== '')).toBe(true);
  const questions = calls.flatMap(({ arguments: { question } }) =>
    typeof question === 'string' ? [question] : [],
  );
  expect(questions.filter((question) => question.length > 500)).toEqual([]);
  expect(calls.flatMap(({ arguments: args }) => Object.values(args)).filter((value) => value === '')).toEqual(
    [],
  );
}

describe('any message at all', () => {
  it('gets a well-formed response', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectWellFormed));
  });

  it('gets a well-formed response when it is made of known words', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(...knownWords), { minLength: 1, maxLength: 14 })
          .map((said) => said.join(' ')),
        expectWellFormed,
      ),
      { numRuns: 300 },
    );
  });

  it.each(naughty.map((message) => [message]))('gets a well-formed response: %j', (message) => {
    expectWellFormed(message);
    expectWellFormed(`add task ${message} to Shopping`);
  });
});

describe('what is quoted', () => {
  const title = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} ,.;:&?!-]{0,40}[\p{L}\p{N}]$/u);

  it('is kept to the letter when it is added', () => {
    fc.assert(
      fc.property(title, (said) => {
        expect(responseTo(`add a task "${said}"`).calls).toEqual([
          { name: 'add_task', arguments: { title: said } },
        ]);
      }),
    );
  });

  it('is kept to the letter when it is done, renamed or deleted', () => {
    fc.assert(
      fc.property(title, title, (said, other) => {
        expect(responseTo(`mark "${said}" as done`).calls).toEqual([
          { name: 'complete_tasks', arguments: { tasks: [said] } },
        ]);
        expect(responseTo(`rename the task "${said}" to "${other}"`).calls).toEqual([
          { name: 'update_task', arguments: { task: said, title: other } },
        ]);
        expect(responseTo(`delete the task "${said}"`).calls).toEqual([
          { name: 'delete_tasks', arguments: { tasks: [said] } },
        ]);
      }),
    );
  });
});

function dateOf(words: string, today: string, timeZone = 'Europe/Berlin'): string | null | undefined {
  return momentOnly(words, contextFrom(`Today is Someday, ${today} (time zone ${timeZone}).`))?.date;
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

describe('dates', () => {
  it.each([
    ['2026-01-31', 'tomorrow', '2026-02-01'],
    ['2026-12-31', 'tomorrow', '2027-01-01'],
    ['2028-02-28', 'tomorrow', '2028-02-29'],
    ['2027-02-28', 'tomorrow', '2027-03-01'],
    ['2026-03-28', 'tomorrow', '2026-03-29'],
    ['2026-10-24', 'tomorrow', '2026-10-25'],
    ['2026-10-25', 'in a week', '2026-11-01'],
    ['2026-01-15', 'in two weeks', '2026-01-29'],
    ['2026-01-30', 'end of month', '2026-01-31'],
    ['2028-02-10', 'end of the month', '2028-02-29'],
    ['2026-01-31', 'the 31st', '2026-01-31'],
    ['2026-02-01', 'the 31st', '2026-03-31'],
    ['2026-01-15', 'feb 29', '2028-02-29'],
    ['2026-12-30', 'january 2', '2027-01-02'],
    ['2026-01-15', 'next friday', '2026-01-23'],
    ['2026-01-15', 'thursday', '2026-01-22'],
    ['2026-01-16', 'monday', '2026-01-19'],
    ['2026-01-15', 'day after tomorrow', '2026-01-17'],
    ['2026-01-15', 'end of the week', '2026-01-16'],
    ['2026-01-15', 'eod', '2026-01-15'],
    ['2026-12-28', 'christmas eve', '2027-12-24'],
  ])('on %s, %s is %s', (today, words, date) => {
    expect(dateOf(words, today)).toBe(date);
  });

  it('3/4 is in April, but in March where months come first', () => {
    expect(dateOf('3/4', '2026-01-15', 'Europe/Berlin')).toBe('2026-04-03');
    expect(dateOf('3/4', '2026-01-15', 'America/New_York')).toBe('2026-03-04');
  });

  it('tomorrow and in a week are one and seven days away, on every day and in every time zone', () => {
    const day = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2040-12-24T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC'),
        (date, zone) => {
          const today = iso(date.getTime());
          expect(dateOf('tomorrow', today, zone)).toBe(iso(date.getTime() + 86_400_000));
          expect(dateOf('in a week', today, zone)).toBe(iso(date.getTime() + 7 * 86_400_000));
        },
      ),
    );
  });
});
