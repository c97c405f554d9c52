import { assistantMessage, ScriptedModel } from '@openai/agents/testing';
import { expect, it } from 'vitest';

import { ModelTrial } from '@/testing/model-trial';

import { loadedModel } from './loaded-model';

it('[L6] says that its code could not be fetched, fetches it again for the next request, and then never more', async () => {
  const script = new ScriptedModel([[assistantMessage('Hello.')], [assistantMessage('Hello again.')]]);
  let attempts = 0;
  const model = loadedModel(() => {
    attempts += 1;
    return attempts === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(script);
  });
  const provider = {
    host: 'api.example.com',
    redact: (text: string) => text,
    retries: { now: () => 0, wait: () => Promise.resolve(), random: () => 0 },
  };
  const choice = { name: 'late', model, provider };
  expect(await new ModelTrial().run(choice)).toMatchObject({
    type: 'failed',
    failure: { code: 'model-not-loaded', canRetry: true },
  });
  expect(await new ModelTrial().run(choice)).toEqual({ type: 'completed' });
  expect(await new ModelTrial().run(choice)).toEqual({ type: 'completed' });
  expect(attempts).toBe(2);
});
