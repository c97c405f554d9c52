import { createStore, type StoreApi } from 'zustand/vanilla';

import type { AskMode, SendMode } from '@/agent';

import type { PreferencesPlace } from '../preferences';
import { endpointProblem, senderProblem } from './mail-rules';

/** In the order in which they ask less. */
export const askModes = ['every-change', 'when-it-matters', 'trust'] as const satisfies readonly AskMode[];

export const sendModes = ['interrupt', 'queue'] as const satisfies readonly SendMode[];

export const mailWays = ['mail-program', 'http'] as const;
/** By which way emails leave the app. */
export type MailWay = (typeof mailWays)[number];

/** An HTTP service that takes emails as JSON. Its key is kept elsewhere (`MailKeyStore`) [X3]. */
export interface HttpMailSettings {
  /** Empty until the person has entered one; after that it has passed `endpointProblem`. */
  readonly endpoint: string;
  /** Empty until the person has entered one; after that it has passed `senderProblem`. */
  readonly from: string;
  /** Whether the service promises to send only once for one `Idempotency-Key`. */
  readonly isIdempotent: boolean;
}

/** How the agent works on this device. None of it is in the log, and all of it can be lost without harm. */
export interface DeviceSettings {
  readonly askMode: AskMode;
  /** What a message sent while a run is active does to it, unless its sender says otherwise. */
  readonly whileRunning: SendMode;
  /** Most model responses of one run. */
  readonly maxTurns: number;
  /** How long a question or approval stays open, in minutes; null for as long as it takes. */
  readonly patienceMinutes: number | null;
  /** A session that needs its person tells them also when no window is in view, as far as the browser lets it. */
  readonly wantsNotifications: boolean;
  /** `http` only together with an `httpMail` that is complete. */
  readonly mailWay: MailWay;
  /** Stays while emails take another way, so that nothing has to be typed twice. */
  readonly httpMail: HttpMailSettings;
}

export const turnRange = { least: 1, most: 100 } as const;
/** A week at most: what nobody has decided by then is asked again. */
export const patienceRange = { least: 1, most: 7 * 24 * 60 } as const;

export const defaultSettings: DeviceSettings = {
  askMode: 'when-it-matters',
  whileRunning: 'interrupt',
  maxTurns: 25,
  patienceMinutes: null,
  wantsNotifications: false,
  mailWay: 'mail-program',
  httpMail: { endpoint: '', from: '', isIdempotent: false },
};

export interface DeviceSettingsStore extends Pick<
  StoreApi<DeviceSettings>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  set(changes: Partial<DeviceSettings>): void;
  close(): void;
}

/**
 * Settings that are remembered and that follow a change in another window: an approval asked for in one window must be asked for in all.
 *
 * @param place - one of its own; nothing else is kept there.
 */
export function createDeviceSettings(place: PreferencesPlace): DeviceSettingsStore {
  const store = createStore<DeviceSettings>(() => parseSettings(place.read()));
  const close = place.subscribe(() => {
    const next = parseSettings(place.read());
    if (JSON.stringify(next) !== JSON.stringify(store.getState())) store.setState(next);
  });
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    set(changes) {
      store.setState(changes);
      place.write(JSON.stringify(store.getState()));
    },
    close,
  };
}

/** Reads what may have been written by anybody: whatever is not understood is as it was at first, which asks more, never less. */
export function parseSettings(text: string | null): DeviceSettings {
  const stored = fieldsOf(parsed(text));
  const httpMail = httpMailIn(stored.get('httpMail'));
  const mailWay = mailWays.find((way) => way === stored.get('mailWay')) ?? defaultSettings.mailWay;
  return {
    askMode: askModes.find((mode) => mode === stored.get('askMode')) ?? defaultSettings.askMode,
    whileRunning:
      sendModes.find((mode) => mode === stored.get('whileRunning')) ?? defaultSettings.whileRunning,
    maxTurns: wholeIn(stored.get('maxTurns'), turnRange) ?? defaultSettings.maxTurns,
    patienceMinutes: wholeIn(stored.get('patienceMinutes'), patienceRange) ?? defaultSettings.patienceMinutes,
    wantsNotifications: stored.get('wantsNotifications') === true,
    mailWay: httpMail.endpoint === '' || httpMail.from === '' ? 'mail-program' : mailWay,
    httpMail,
  };
}

function httpMailIn(value: unknown): HttpMailSettings {
  const stored = fieldsOf(value);
  const endpoint = stored.get('endpoint');
  const from = stored.get('from');
  return {
    endpoint: typeof endpoint === 'string' && endpointProblem(endpoint) === null ? endpoint : '',
    from: typeof from === 'string' && senderProblem(from) === null ? from : '',
    isIdempotent: stored.get('isIdempotent') === true,
  };
}

function wholeIn(value: unknown, range: { readonly least: number; readonly most: number }): number | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return null;
  return value >= range.least && value <= range.most ? value : null;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
