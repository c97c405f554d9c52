import {
  endpointProblem,
  keyProblem,
  originOf,
  senderProblem,
  type HttpMailDraft,
  type HttpMailSettings,
} from '@/state/settings';

export type HttpMailProblems = Readonly<Record<'endpoint' | 'from' | 'key', string | null>>;

export const noProblems: HttpMailProblems = { endpoint: null, from: null, key: null };

/** The settings as they would be kept. */
export function settingsFrom(draft: HttpMailDraft, kept: HttpMailSettings): HttpMailSettings {
  return {
    endpoint: (draft.endpoint ?? kept.endpoint).trim(),
    from: (draft.from ?? kept.from).trim(),
    isIdempotent: draft.isIdempotent ?? kept.isIdempotent,
  };
}

/** What stands in the way of keeping them. No key is fine: none is sent then. */
export function problemsOf(settings: HttpMailSettings, key: string | null): HttpMailProblems {
  return {
    endpoint: endpointProblem(settings.endpoint),
    from: senderProblem(settings.from),
    key: key === null || key.trim() === '' ? null : keyProblem(key.trim()),
  };
}

/**
 * What is done with the key when the settings are kept. A key is good for the origin it was entered for: with another address it is
 * forgotten, unless it was entered anew [X3].
 */
export type KeyStep =
  | { readonly type: 'keep'; readonly key: string }
  | { readonly type: 'forget' }
  | { readonly type: 'leave' };

export function keyStep(typed: string | null, endpoint: string, keyOrigin: string | null): KeyStep {
  if (typed !== null) return typed.trim() === '' ? { type: 'forget' } : { type: 'keep', key: typed.trim() };
  return keyOrigin === null || keyOrigin === originOf(endpoint) ? { type: 'leave' } : { type: 'forget' };
}

/** Whether anything was typed that is not kept yet. */
export function isTouched(draft: HttpMailDraft): boolean {
  return Object.values(draft).some((value) => value !== null);
}

/** What leaves, letter by letter, for those who want to know. Never holds the key. */
export function exampleRequest({ endpoint, from, isIdempotent }: HttpMailSettings, hasKey: boolean): string {
  const address = endpointProblem(endpoint) === null ? endpoint : 'https://api.example.com/emails';
  const body = {
    from: from === '' ? 'you@example.com' : from,
    to: ['ana@example.com'],
    cc: [],
    subject: 'Status of Launch',
    text: 'Hello Ana, …',
  };
  return [
    `POST ${address}`,
    'Content-Type: application/json',
    ...(hasKey ? ['Authorization: Bearer (your key)'] : []),
    `Idempotency-Key: (one for each email${isIdempotent ? ', the same when repeated' : ''})`,
    '',
    JSON.stringify(body, null, 2),
  ].join('\n');
}
