import { describe, expect, it } from 'vitest';

import { modelIn, usageWords } from './usage-words';

const tokens = { input: 12_000, cachedInput: 2_000, output: 480, reasoning: 80 };
const big = { model: 'responses api.openai.com/v1 big', tokens, context: 9_000 };
const unknown = { model: 'chat-completions localhost:1/v1 home', tokens, context: 500 };
const prices = [{ model: 'big', input: 2, cachedInput: 0.5, output: 8 }];

describe('what a session has used', () => {
  it('says nothing where nobody has counted', () => {
    expect(usageWords({ usage: [], prices, contextTokens: 1_000 })).toBeNull();
  });

  it('says tokens, cost and how full the context is', () => {
    expect(usageWords({ usage: [big], prices, contextTokens: 100_000 })).toEqual({
      line: '12,480 tokens · $0.02 · 9% of the context',
      details: [
        'big: 12,000 in (2,000 cached), 480 out (80 for reasoning)',
        'The conversation is 9,000 of 100,000 tokens long.',
      ],
    });
  });

  it('claims no cost it does not know', () => {
    expect(usageWords({ usage: [unknown], prices, contextTokens: null })).toMatchObject({
      line: '12,480 tokens',
      details: [expect.any(String), 'The conversation is 500 tokens long.'],
    });
    expect(usageWords({ usage: [unknown, big], prices, contextTokens: null })?.line).toBe(
      '24,960 tokens · at least $0.02',
    );
  });

  it.each([
    [0.000_1, 'less than $0.01'],
    [0, '$0.00'],
  ])('rounds small sums honestly', (price, words) => {
    const cheap = [{ model: 'big', input: price, cachedInput: price, output: price }];
    expect(usageWords({ usage: [big], prices: cheap, contextTokens: null })?.line).toBe(
      `12,480 tokens · ${words}`,
    );
  });

  it('never shows a context as more than full', () => {
    expect(usageWords({ usage: [big], prices: [], contextTokens: 100 })?.line).toContain('100% of');
  });

  it('knows a model by its own name', () => {
    expect(modelIn('chat-completions localhost:1/v1 my model')).toBe('my model');
  });
});
