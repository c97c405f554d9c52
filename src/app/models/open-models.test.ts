import { describe, expect, it } from 'vitest';

import type { ModelRun } from '@/agent';
import { chosenModel, modelWords } from '@/state/models';
import { ModelTrial } from '@/testing/model-trial';

import { openModels, waited } from './open-models';

function memoryPlace(text: string | null = null) {
  const stored = { text };
  return {
    read: () => stored.text,
    write: (next: string) => {
      stored.text = next;
    },
    subscribe: () => () => undefined,
  };
}

function models(settings: object, keys: string | null = null) {
  return openModels({
    settingsPlace: memoryPlace(JSON.stringify(settings)),
    keysPlace: memoryPlace(keys),
    makeRelay: () => {
      throw new Error('Nothing is asked here.');
    },
    isOnline: () => true,
  });
}

const run: ModelRun = {
  briefing: () => ({ instructions: '', tools: new Set() }),
  tools: [],
  maxTurns: 1,
  signal: new AbortController().signal,
  items: () => new ModelTrial().items,
  isUsed: () => false,
  onPiece: () => undefined,
  onAnswer: () => Promise.resolve(),
  execute: () => Promise.resolve(''),
};

describe('the chosen model', () => {
  it('is the built-in one at first', async () => {
    const { modelLoop, modelName } = models({});
    expect((await modelLoop(null)).model).toBe('offline');
    expect(modelName()).toBe('Built-in offline model');
  });

  it('says what is missing instead of failing in the dark', async () => {
    const loop = await models({ choice: 'openai' }).modelLoop(null);
    expect(await loop.runTurns(run)).toMatchObject({
      failure: { code: 'model-not-chosen', message: expect.stringContaining('name of a model') },
    });
  });

  const configured = {
    choice: 'compatible',
    compatible: { baseUrl: 'localhost:1/v1', model: 'm', api: 'responses' },
  };

  it('[X3] says that keys are locked, and asks nobody', async () => {
    const sealed = '{"sealed":{"salt":"AAAA","iv":"AAAA","data":"AAAA","iterations":600000}}';
    const loop = await models(configured, sealed).modelLoop(null);
    expect(await loop.runTurns(run)).toMatchObject({ failure: { code: 'model-key-locked' } });
  });

  it('is made once for one model and key, and anew for another', async () => {
    const { modelLoop, modelName, services } = models(configured);
    expect(modelName()).toBe('m at localhost:1');
    // Making a relay fails here, which the run would tell; what is loaded and kept can still be compared.
    await expect(modelLoop(null)).rejects.toThrow('Nothing is asked here.');
    services.settings.set({ choice: 'offline' });
    expect((await modelLoop(null)).model).toBe('offline');
  });
});

describe('the model of a session', () => {
  const configured = {
    choice: 'compatible',
    compatible: { baseUrl: 'localhost:1/v1', model: 'm', api: 'responses', contextTokens: 9_000 },
  };

  it('goes before the one for all sessions', async () => {
    const { modelLoop, services } = models(configured);
    expect((await modelLoop({ provider: 'offline', model: '' })).model).toBe('offline');
    const settings = services.settings.getState();
    expect(chosenModel(settings, { provider: 'compatible', model: 'other' })).toMatchObject({
      config: { model: 'other', contextTokens: null, endpoint: { host: 'localhost:1' } },
    });
    expect(chosenModel(settings, { provider: 'compatible', model: 'm' })).toMatchObject({
      config: { model: 'm', contextTokens: 9_000 },
    });
    expect(modelWords(settings, { provider: 'compatible', model: 'other' })).toBe('other at localhost:1');
  });

  it('that this device does not know is asked for, and nobody answers in its place', async () => {
    const loop = await models(configured).modelLoop({ provider: 'elsewhere', model: 'x' });
    expect(await loop.runTurns(run)).toMatchObject({
      failure: { code: 'model-not-chosen', message: expect.stringContaining('not known here') },
    });
  });
});

describe('a wait', () => {
  it('ends by itself, and at once when it is ended', async () => {
    await expect(waited(0, new AbortController().signal)).resolves.toBeUndefined();
    await expect(waited(60_000, AbortSignal.abort())).rejects.toThrow(/ended/u);
    const stopper = new AbortController();
    const waiting = waited(60_000, stopper.signal);
    stopper.abort();
    await expect(waiting).rejects.toThrow(/ended/u);
  });
});
