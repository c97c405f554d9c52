import { describe, expect, it } from 'vitest';

import { createModelSettings } from '@/state/models';

import { sessionModelOptions } from './session-models';

const settings = createModelSettings({
  read: () =>
    JSON.stringify({
      choice: 'compatible',
      compatible: { baseUrl: 'localhost:1/v1', model: 'm', api: 'responses' },
    }),
  write: () => undefined,
  subscribe: () => () => undefined,
}).getState();

describe('the models that a session can have', () => {
  it('are whoever is set for all sessions and those that are ready', () => {
    expect(sessionModelOptions(settings, null).map(({ label }) => label)).toEqual([
      'As set for all: m at localhost:1',
      'Built-in offline model',
      'm at localhost:1',
    ]);
  });

  it('hold the one that was chosen, once', () => {
    const other = { provider: 'compatible', model: 'other' };
    expect(sessionModelOptions(settings, other).at(-1)).toMatchObject({
      label: 'other at localhost:1',
      choice: other,
    });
    expect(sessionModelOptions(settings, { provider: 'compatible', model: 'm' })).toHaveLength(3);
  });

  it('say that nobody answers where this device does not know the one that was chosen', () => {
    expect(sessionModelOptions(settings, { provider: 'elsewhere', model: 'x' }).at(-1)?.label).toBe(
      'No model yet',
    );
  });
});
