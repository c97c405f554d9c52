import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PreferencesPlace } from '../preferences';
import {
  askModes,
  createDeviceSettings,
  defaultSettings,
  mailWays,
  parseSettings,
  patienceRange,
  sendModes,
  turnRange,
  type DeviceSettings,
} from './device-settings';

const complete = {
  endpoint: 'https://api.example.com/emails',
  from: 'Ana <ana@example.com>',
  isIdempotent: true,
};

describe('settings of this device', () => {
  it('are remembered', () => {
    const { place } = sharedPlace();
    createDeviceSettings(place).set({ askMode: 'trust', maxTurns: 40, patienceMinutes: 15 });

    expect(createDeviceSettings(place).getState()).toEqual({
      ...defaultSettings,
      askMode: 'trust',
      maxTurns: 40,
      patienceMinutes: 15,
    });
  });

  it('follow a change that was made in another window', () => {
    const { place, tellOthers } = sharedPlace();
    const here = createDeviceSettings(place);
    createDeviceSettings(place).set({ askMode: 'every-change' });
    tellOthers();

    expect(here.getState().askMode).toBe('every-change');
  });

  it('tell nobody of a change that changed nothing', () => {
    const { place, tellOthers } = sharedPlace();
    const here = createDeviceSettings(place);
    const before = here.getState();
    tellOthers();

    expect(here.getState()).toBe(before);
  });

  it('stop listening when they are closed', () => {
    const { place, tellOthers } = sharedPlace();
    const here = createDeviceSettings(place);
    here.close();
    createDeviceSettings(place).set({ askMode: 'trust' });
    tellOthers();

    expect(here.getState().askMode).toBe('when-it-matters');
  });

  it.each([
    null,
    '',
    'not JSON',
    '[]',
    '7',
    'null',
    '{"askMode":"never","maxTurns":0,"patienceMinutes":-5,"mailWay":"pigeon","httpMail":7}',
    '{"maxTurns":101,"patienceMinutes":1.5}',
    '{"maxTurns":"40"}',
  ])('start afresh from %o', (text) => {
    expect(parseSettings(text)).toEqual(defaultSettings);
  });

  it('keep what can be read beside what cannot', () => {
    expect(parseSettings('{"askMode":"every-change","maxTurns":1e9}')).toEqual({
      ...defaultSettings,
      askMode: 'every-change',
    });
  });

  it('do not send by HTTP to an endpoint that cannot be used, whoever wrote it', () => {
    const written = { mailWay: 'http', httpMail: { ...complete, endpoint: 'http://evil.example/' } };

    expect(parseSettings(JSON.stringify(written))).toMatchObject({
      mailWay: 'mail-program',
      httpMail: { endpoint: '', from: complete.from },
    });
  });

  it('keep a service that is not in use, so that nothing has to be typed twice', () => {
    const written = { mailWay: 'mail-program', httpMail: complete };

    expect(parseSettings(JSON.stringify(written)).httpMail).toEqual(complete);
  });

  it('[X3] keep no key that somebody put among them', () => {
    const written = { httpMail: { ...complete, key: 'sk-secret' }, key: 'sk-secret' };

    expect(JSON.stringify(parseSettings(JSON.stringify(written)))).not.toContain('sk-secret');
  });

  it('are read again as they were written, whatever they are', () => {
    fc.assert(
      fc.property(anySettings(), (settings) => {
        expect(parseSettings(JSON.stringify(settings))).toEqual(settings);
      }),
    );
  });

  it('never throw on what they read, and are always usable', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), damaged()), (text) => {
        const settings = parseSettings(text);

        expect(askModes).toContain(settings.askMode);
        expect(settings.maxTurns).toBeGreaterThanOrEqual(turnRange.least);
        expect(settings.maxTurns).toBeLessThanOrEqual(turnRange.most);
        expect(parseSettings(JSON.stringify(settings))).toEqual(settings);
      }),
    );
  });
});

function anySettings(): fc.Arbitrary<DeviceSettings> {
  return fc
    .record({
      askMode: fc.constantFrom(...askModes),
      whileRunning: fc.constantFrom(...sendModes),
      maxTurns: fc.integer({ min: turnRange.least, max: turnRange.most }),
      wantsNotifications: fc.boolean(),
      patienceMinutes: fc.option(fc.integer({ min: patienceRange.least, max: patienceRange.most })),
      mailWay: fc.constantFrom(...mailWays),
      httpMail: fc.constantFrom(complete, { ...complete, isIdempotent: false }, defaultSettings.httpMail),
    })
    .map((settings) =>
      settings.httpMail.endpoint === '' ? { ...settings, mailWay: 'mail-program' } : settings,
    );
}

/** Settings with any value anywhere. */
function damaged(): fc.Arbitrary<string> {
  return fc
    .record({
      askMode: fc.jsonValue(),
      whileRunning: fc.jsonValue(),
      maxTurns: fc.jsonValue(),
      patienceMinutes: fc.jsonValue(),
      mailWay: fc.jsonValue(),
      httpMail: fc.oneof(
        fc.jsonValue(),
        fc.record({ endpoint: fc.jsonValue(), from: fc.jsonValue(), isIdempotent: fc.jsonValue() }),
      ),
    })
    .map((settings) => JSON.stringify(settings));
}

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
