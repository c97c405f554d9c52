import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { developedPhrases, heldOutPhrases } from '../corpus/all';
import { taskRules } from '../rules/additions';
import { changeRules } from '../rules/changes';
import { commentRules } from '../rules/comments';
import { deletionRules } from '../rules/deletions';
import { emailRules } from '../rules/emails';
import { lastResorts } from '../rules/last-resorts';
import { meetingRules } from '../rules/meetings';
import { moveRules } from '../rules/moves';
import { outOfScopeRules } from '../rules/out-of-scope';
import { peopleRules } from '../rules/people';
import { projectRules } from '../rules/projects';
import { questionRules } from '../rules/questions';
import { reminderRules } from '../rules/reminders';
import { smallTalkRules } from '../rules/small-talk';
import { statusRules } from '../rules/statuses';
import { subtaskRules } from '../rules/subtasks';
import { beginningsOf, mayBegin } from './beginnings';
import { patternOf } from './pattern';
import { items } from './rephrasings/items';
import { lists } from './rephrasings/lists';
import { addresses, contacts, howTo, order } from './rephrasings/others';
import { questions } from './rephrasings/questions';
import { wishes } from './rephrasings/wishes';

const patterns = [
  smallTalkRules,
  outOfScopeRules,
  subtaskRules,
  reminderRules,
  emailRules,
  peopleRules,
  commentRules,
  questionRules,
  projectRules,
  meetingRules,
  statusRules,
  changeRules,
  moveRules,
  deletionRules,
  taskRules,
  lastResorts,
  addresses,
  wishes,
  lists,
  questions,
  howTo,
  contacts,
  items,
  order,
].flatMap((rows) => rows.map(({ pattern }) => pattern));

const messages = [...developedPhrases, ...heldOutPhrases].map(({ says }) => says);

describe('a pattern that is made when it is needed', () => {
  it('fits every message of the corpus that it fits by itself', () => {
    const missed = patterns.flatMap(({ source, flags }) => {
      const pattern = new RegExp(source, flags.replace('g', ''));
      const beginnings = beginningsOf(source);
      return messages
        .filter((text) => !mayBegin(text, beginnings) && pattern.test(text))
        .map((text) => [source, text]);
    });
    expect(patterns.length).toBeGreaterThan(300);
    expect(missed).toEqual([]);
  });

  it('is left alone for most messages', () => {
    const tried = patterns.filter(({ source }) => mayBegin('mark it as done', beginningsOf(source)));
    expect(tried.length).toBeLessThan(patterns.length / 3);
  });

  it('knows how whatever it fits can begin', () => {
    const piece = fc.constantFrom(
      'a',
      'b ',
      'the ',
      '(?:a|the )',
      '(?:b|)',
      '[ab]',
      '.',
      '\\b',
      '\\s',
      '\\.',
      '\\d',
      'x?',
      '(?:the )?',
      '(?:a|b)*',
      '(?:b )+',
      '(?=a)',
      '(?<!b)',
      'a{0,2}',
      'b{2,}',
      '.*?',
      '(?<n>a)',
      '\\p{L}',
      's',
      'k',
      '$',
    );
    const source = fc
      .array(fc.array(piece, { maxLength: 5 }), { minLength: 1, maxLength: 3 })
      .map((parts) => `^(?:${parts.map((part) => part.join('')).join('|')})`)
      .filter((made) => made.split('(?<n>').length < 3);
    const text = fc.array(fc.constantFrom('a', 'b', 'the', ' ', '.', 'x', '1', 'S', 'ſ', '\u{212A}', 'é'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(source, text, (made, letters) => {
        const said = letters.join('');
        expect(mayBegin(said, beginningsOf(made)) || !new RegExp(made, 'isu').test(said)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('finds and replaces like the expression that it stands for', () => {
    const every = patternOf('\\b(?:milk|bread)\\b', 'giu');
    expect([...every.allIn('Milk and bread')].map(([found]) => found)).toEqual(['Milk', 'bread']);
    expect(every.replacedIn('milk and BREAD', 'tea')).toBe('tea and tea');
    const whole = patternOf('^(?:buy) (?<what>.+)$', 'iu', /milk/u);
    expect(whole.exec('Buy milk')?.groups?.['what']).toBe('milk');
    expect(whole.exec('Sell milk')).toBeNull();
    expect(whole.exec('Buy bread')).toBeNull();
    expect(whole.replacedIn('buy bread', 'add $<what>')).toBe('buy bread');
    expect([...patternOf('^a', 'gu').allIn('b')]).toEqual([]);
  });
});
