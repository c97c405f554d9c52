import { describe, expect, it } from 'vitest';

import {
  chosenModel,
  createModelSettings,
  defaultModelSettings,
  modelWords,
  parseModelSettings,
  type ModelSettings,
  type SettingsPlace,
} from './model-settings';

function memoryPlace() {
  const stored: { text: string | null } = { text: null };
  const listeners = new Set<() => void>();
  const place: SettingsPlace = {
    read: () => stored.text,
    write: (text) => {
      stored.text = text;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    place,
    stored,
    tellOthers: () => {
      for (const listener of listeners) listener();
    },
  };
}

const ollama: Partial<ModelSettings> = {
  choice: 'compatible',
  compatible: {
    baseUrl: 'localhost:11434/v1',
    model: ' qwen3:8b ',
    api: 'chat-completions',
    contextTokens: 32_768,
  },
};

describe('the settings of models', () => {
  it('begin with the built-in model', () => {
    expect(chosenModel(parseModelSettings(null))).toEqual({ type: 'offline' });
  });

  it('are remembered, and the same in every window', () => {
    const { place, tellOthers } = memoryPlace();
    const there = createModelSettings(place);
    createModelSettings(place).set(ollama);
    expect(createModelSettings(place).getState()).toEqual({ ...defaultModelSettings, ...ollama });
    expect(there.getState().choice).toBe('offline');
    tellOthers();
    expect(there.getState()).toMatchObject(ollama);
    there.close();
    createModelSettings(place).set({ choice: 'openai' });
    tellOthers();
    expect(there.getState().choice).toBe('compatible');
  });

  it.each([
    '',
    'nonsense',
    '[]',
    '7',
    '{"choice":"telepathy","openai":{"model":7,"api":"fax","contextTokens":-1},"compatible":3,"prices":"cheap"}',
    '{"prices":[{"model":"x"}]}',
    '{"prices":[{"model":"x","input":-1,"cachedInput":0,"output":0}]}',
  ])('start afresh from %o', (text) => {
    expect(parseModelSettings(text)).toEqual(defaultModelSettings);
  });

  it("never take another address for OpenAI's, whatever is stored", () => {
    const stored = parseModelSettings(
      '{"choice":"openai","openai":{"baseUrl":"https://evil.example","model":"gpt-5"}}',
    );
    expect(chosenModel(stored)).toMatchObject({ config: { endpoint: { host: 'api.openai.com' } } });
  });

  it('keep prices that were edited', () => {
    const prices = [{ model: 'mine', input: 1, cachedInput: 0, output: 2 }];
    expect(parseModelSettings(JSON.stringify({ prices })).prices).toEqual(prices);
  });
});

describe('the chosen model', () => {
  it('is a provider that can be asked', () => {
    const settings = { ...defaultModelSettings, ...ollama };
    expect(chosenModel(settings)).toEqual({
      type: 'provider',
      config: {
        endpoint: {
          origin: 'http://localhost:11434',
          host: 'localhost:11434',
          path: '/v1',
          isLoopback: true,
        },
        api: 'chat-completions',
        model: 'qwen3:8b',
        contextTokens: 32_768,
      },
    });
    expect(modelWords(settings)).toBe('qwen3:8b at localhost:11434');
  });

  it.each([
    [{ choice: 'openai' }, /name of a model/u],
    [{ choice: 'compatible' }, /base URL/u],
  ] as const)('says what is missing: %j', (changes, words) => {
    const settings = { ...defaultModelSettings, ...changes };
    expect(chosenModel(settings)).toEqual({ type: 'incomplete', message: expect.stringMatching(words) });
    expect(modelWords(settings)).toBe('No model yet');
  });
});
