import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contextFrom } from './conversation';
import { askedPhrases, corpusInstructions, understoodPhrases } from './corpus/phrases';
import { respond } from './respond';
import { understood } from './understand';

const context = contextFrom(corpusInstructions);
const tools = new Set(
  'create_project update_project delete_project add_task add_subtasks update_task complete_tasks reopen_tasks update_tasks move_task delete_tasks add_comment add_person update_person delete_person set_stakeholders list_projects list_tasks find summarize_project summarize_portfolio draft_email send_email undo_last_change redo_last_change ask_user'.split(
    ' ',
  ),
);

function responseTo(message: string) {
  return respond({
    instructions: corpusInstructions,
    items: [{ type: 'message', role: 'user', content: message }],
    tools,
  });
}

/** Names without quotes are written as they were said, so only their letters can be compared. */
function caseless(value: unknown): string {
  return JSON.stringify(value).toLowerCase();
}

describe('the corpus of phrases', () => {
  it('understands every phrase as it is meant', () => {
    const missed = understoodPhrases.filter(
      ({ says, means }) => JSON.stringify(understood(says, context)) !== JSON.stringify(means),
    );
    expect(missed.map(({ says }) => says)).toEqual([]);
  });

  it('neither deletes, changes nor sends for what it does not understand or what was not asked for', () => {
    const looksOnly = /^(?:ask_user|list_|find|summarize_)/u;
    const wrong = askedPhrases.filter((says) =>
      responseTo(says).calls.some(({ name }) => !looksOnly.test(name)),
    );
    expect(wrong).toEqual([]);
  });

  it('understands the same in upper case, with spaces around and politely wrapped', () => {
    const wrappings: readonly ((says: string) => string)[] = [
      (says) => says.toUpperCase(),
      (says) => `  ${says}  `,
      (says) => `Hi! Could you please ${says}`,
    ];
    const missed = understoodPhrases.flatMap(({ says, means }) =>
      wrappings
        .filter((_wrap, index) => index < 2 || !['greeting', 'thanks'].includes(means[0]?.type ?? ''))
        .map((wrap) => wrap(says))
        .filter((wrapped) => caseless(understood(wrapped, context)) !== caseless(means)),
    );
    expect(missed).toEqual([]);
  });
});

describe('any message at all', () => {
  it('gets a well-formed response', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (message) => {
        const { calls, text } = responseTo(message);
        expect(calls.length > 0 || text.trim() !== '').toBe(true);
        expect(calls.every(({ name }) => tools.has(name))).toBe(true);
      }),
    );
  });

  it('keeps what is quoted to the letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} ,.;:&?!-]{0,40}[\p{L}\p{N}]$/u), (title) => {
        expect(responseTo(`add a task "${title}"`).calls).toEqual([
          { name: 'add_task', arguments: { title } },
        ]);
      }),
    );
  });

  it('answers a paste of 10,000 characters in time', () => {
    const paste = 'the tasks of all projects are overdue and delete '.repeat(205);
    const start = performance.now();
    responseTo(paste);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('dates', () => {
  it.each([
    ['2026-01-31', 'tomorrow', '2026-02-01'],
    ['2028-02-28', 'tomorrow', '2028-02-29'],
    ['2026-03-28', 'tomorrow', '2026-03-29'],
    ['2026-10-24', 'tomorrow', '2026-10-25'],
    ['2026-12-31', 'tomorrow', '2027-01-01'],
    ['2026-01-15', 'in two weeks', '2026-01-29'],
  ])('on %s, %s is %s', (today, words, date) => {
    const [request] = understood(`add task "X" due ${words}`, {
      ...contextFrom(`Today is Someday, ${today} (time zone UTC).`),
    });
    expect(request).toMatchObject({ type: 'add-tasks', details: { when: { date } } });
  });
});
