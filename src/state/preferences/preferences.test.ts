import { describe, expect, it } from 'vitest';

import {
  createPreferences,
  defaultPreferences,
  parsePreferences,
  type PreferencesPlace,
} from './preferences';

describe('preferences', () => {
  it('are remembered', () => {
    const { place } = sharedPlace();
    createPreferences(place).set({ theme: 'dark', paneShares: { main: 30, workspace: 70 } });

    expect(createPreferences(place).getState()).toEqual({
      ...defaultPreferences,
      theme: 'dark',
      paneShares: { main: 30, workspace: 70 },
    });
  });

  it.each([
    null,
    '',
    'not JSON',
    '[]',
    '7',
    '"dark"',
    '{"theme":"pink","paneShares":{"main":"wide"},"showsSessions":1,"showsWorkspace":7}',
    '{"paneShares":{"main":-1}}',
    '{"paneShares":[]}',
  ])('start afresh from %o', (text) => {
    expect(parsePreferences(text)).toEqual(defaultPreferences);
  });

  it('follow a theme that was chosen in another window, and keep what is their own', () => {
    const { place, tellOthers } = sharedPlace();
    const here = createPreferences(place);
    const there = createPreferences(place);

    there.set({ theme: 'dark', showsWorkspace: false });
    tellOthers();

    expect(here.getState()).toMatchObject({ theme: 'dark', showsWorkspace: null });
  });

  it('do not overwrite what another window has remembered meanwhile', () => {
    const { place } = sharedPlace();
    const here = createPreferences(place);
    createPreferences(place).set({ showsSessions: false });

    here.set({ theme: 'light' });

    expect(parsePreferences(place.read())).toMatchObject({ theme: 'light', showsSessions: false });
  });

  it('stop listening when they are closed', () => {
    const { place, tellOthers } = sharedPlace();
    const here = createPreferences(place);
    here.close();
    createPreferences(place).set({ theme: 'dark' });
    tellOthers();

    expect(here.getState().theme).toBe('system');
  });
});

function sharedPlace(): { readonly place: PreferencesPlace; readonly tellOthers: () => void } {
  let stored: string | null = null;
  const listeners = new Set<() => void>();
  return {
    place: {
      read: () => stored,
      write: (text) => {
        stored = text;
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    tellOthers: () => {
      for (const listener of listeners) listener();
    },
  };
}
