import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { ToolBench } from '@/testing/tool-bench';

describe('ask_user', () => {
  it('[Q1] asks with buttons', () => {
    const { plan, title } = new ToolBench().call('ask_user', {
      question: 'Which project?',
      why: 'Two projects fit “API”.',
      options: [{ label: 'Web API', detail: '2 tasks' }, { label: 'Phone API' }],
      answer_with: 'one',
    });
    expect(title).toBe('Ask: Which project?');
    expect(plan).toEqual({
      type: 'question',
      question: {
        type: 'question',
        question: 'Which project?',
        why: 'Two projects fit “API”.',
        answerWith: 'one',
        options: [
          { label: 'Web API', detail: '2 tasks' },
          { label: 'Phone API', detail: '' },
        ],
      },
    });
  });

  it.each<readonly [Json, string]>([
    [{ question: 'Why?' }, 'text'],
    [{ question: 'Why?', answer_with: 'Text' }, 'text'],
    [{ question: 'Which?', options: ['A', 'B'] }, 'one-or-text'],
    [{ question: 'Which?', options: ['A', 'B'], answer_with: 'one or text' }, 'one-or-text'],
    [{ question: 'Which?', options: ['A'], answer_with: 'several' }, 'several'],
  ])('[Q1] lets %j be answered with %s', (args, answerWith) => {
    expect(new ToolBench().plan('ask_user', args)).toMatchObject({ question: { answerWith } });
  });

  it.each<readonly [Json, string, string]>([
    [{}, 'question', 'This is missing. This must be a text in quotes.'],
    [
      { question: 'Which?', answer_with: 'one' },
      'options',
      'Without options only text can be answered. Give options, or leave answer_with out.',
    ],
    [
      { question: 'Which?', options: ['A'], answer_with: 'text' },
      'answer_with',
      'With options the answer is one, several or one-or-text. Leave options out to ask for text.',
    ],
    [
      { question: 'Which?', options: ['A', ' A '] },
      'options',
      'Two options have the same label. Make the labels different.',
    ],
    [
      { question: 'Which?', options: [] },
      'options',
      'This list is empty. Name at least one, or leave the argument out.',
    ],
    [
      { question: 'Which?', options: ['A', 7] },
      'options',
      'Item 2: An option is an object with a label. It was 7.',
    ],
    [
      { question: 'Which?', options: [{ detail: 'd' }] },
      'options',
      'Item 1: This is missing. This must be a text in quotes.',
    ],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('ask_user', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });
});
