import { describe, expect, it } from 'vitest';

import type { PreferencesPlace } from '../preferences';
import { createMailKey } from './mail-key';

const endpoint = 'https://api.example.com/emails';

describe('the key of the mail service', () => {
  it('is remembered', () => {
    const { place } = sharedPlace();
    createMailKey(place).keep(endpoint, 're_secret');

    expect(createMailKey(place).keyFor(endpoint)).toBe('re_secret');
  });

  it('[X3] is given for the origin it was entered for and for no other', () => {
    const key = createMailKey(sharedPlace().place);
    key.keep(endpoint, 're_secret');

    expect([
      key.keyFor('https://api.example.com/other'),
      key.keyFor('https://evil.example/emails'),
      key.keyFor('http://api.example.com/emails'),
      key.keyFor('https://api.example.com:8443/emails'),
      key.keyFor('nonsense'),
    ]).toEqual(['re_secret', null, null, null, null]);
  });

  it('[X3] is no part of the state that screens and logs see', () => {
    const key = createMailKey(sharedPlace().place);
    key.keep(endpoint, 're_secret');

    expect(key.getState()).toEqual({ keyOrigin: 'https://api.example.com' });
  });

  it('can be forgotten, here and where it is kept', () => {
    const { place } = sharedPlace();
    const key = createMailKey(place);
    key.keep(endpoint, 're_secret');
    key.forget();

    expect([key.keyFor(endpoint), key.getState(), place.read()]).toEqual([null, { keyOrigin: null }, '']);
  });

  it('is forgotten in other windows too', () => {
    const { place, tellOthers } = sharedPlace();
    createMailKey(place).keep(endpoint, 're_secret');
    const there = createMailKey(place);
    createMailKey(place).forget();
    tellOthers();

    expect(there.keyFor(endpoint)).toBeNull();
  });

  it('is not replaced by one that could not be sent', () => {
    const key = createMailKey(sharedPlace().place);
    key.keep(endpoint, 're_secret');
    key.keep(endpoint, 'two words');
    key.keep('nonsense', 're_other');

    expect(key.keyFor(endpoint)).toBe('re_secret');
  });

  it.each([
    '',
    'not JSON',
    '[]',
    '{"key":"a"}',
    '{"origin":"https://a.example/path","key":"a"}',
    '{"origin":1,"key":2}',
  ])('is none when %o is kept', (text) => {
    expect(createMailKey(sharedPlace(text).place).getState()).toEqual({ keyOrigin: null });
  });

  it('stops listening when it is closed', () => {
    const { place, tellOthers } = sharedPlace();
    const key = createMailKey(place);
    key.close();
    createMailKey(place).keep(endpoint, 're_secret');
    tellOthers();

    expect(key.keyFor(endpoint)).toBeNull();
  });
});

function sharedPlace(text: string | null = null): {
  readonly place: PreferencesPlace;
  readonly tellOthers: () => void;
} {
  let stored = text;
  const listeners = new Set<() => void>();
  return {
    place: {
      read: () => stored,
      write: (next) => {
        stored = next;
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
