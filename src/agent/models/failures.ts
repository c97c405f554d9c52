import { ModelRefusalError } from '@openai/agents';

import { MomentumError } from '@/domain';
import type { RunFailure } from '@/domain/sessions';

/** A response that is not what a model may answer with. Nothing of it was acted on. */
export class UnusableResponseError extends MomentumError {
  readonly code: UnusableCode;

  constructor(code: UnusableCode, options?: ErrorOptions) {
    super(unusableMessages[code], options);
    this.name = 'UnusableResponseError';
    this.code = code;
  }
}

export type UnusableCode = 'answer-empty' | 'answer-cut' | 'answer-too-long';

const unusableMessages = {
  'answer-empty': 'The model answered with nothing. Try again, or choose another model in the settings.',
  'answer-cut':
    'The connection to the model broke off in the middle of its answer. Nothing of the part that arrived was carried out. Try again.',
  'answer-too-long':
    'The model reached its limit of length in the middle of its answer. Continue, or ask for less at once.',
} as const satisfies Record<UnusableCode, string>;

/**
 * Says what went wrong with a model and what the person can do [L6].
 *
 * @param said - what the provider itself wrote about it, where it did.
 */
export function failureOf(error: unknown, said: string): RunFailure {
  if (error instanceof MomentumError) return retryable(error.code, error.message);
  if (error instanceof ModelRefusalError) {
    return retryable(
      'model-refused',
      withWords('The model declined to answer this.', said || messageOf(error)),
    );
  }
  const status = statusOf(error);
  const words = said === '' ? messageOf(error) : said;
  if (status !== null) return retryable(...statusFailure(status, words));
  if (isNetworkFault(error)) {
    return retryable(
      'model-unreachable',
      'The model could not be reached: the network is down, the address is wrong, or the server does not allow this page (CORS). Check the settings and try again.',
    );
  }
  return retryable('model-failed', withWords('The model failed.', words));
}

function retryable(code: string, message: string): RunFailure {
  return { code, message, canRetry: true, canContinue: true };
}

function statusFailure(status: number, words: string): readonly [code: string, message: string] {
  if (status === 401 || status === 403) {
    return [
      'model-key-refused',
      withWords('The model provider refused the key. Check it in the settings.', words),
    ];
  }
  if (status === 404) {
    return [
      'model-not-found',
      withWords('The provider does not know this model or address. Check the settings.', words),
    ];
  }
  if (status === 429) {
    return ['model-rate-limited', withWords('The provider asks for a pause. Try again in a moment.', words)];
  }
  if (status >= 500) {
    return [
      'model-provider-down',
      withWords('The provider has trouble of its own. Try again in a moment.', words),
    ];
  }
  return ['model-request-refused', withWords('The provider did not accept the request.', words)];
}

function withWords(message: string, words: string): string {
  return words === '' ? message : `${message} It says: ${words}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

/** The HTTP status of an error of the provider's client; its class names do not survive a build. */
function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null;
}

const networkWords = /connection error|failed to fetch|network ?error|terminated|load failed/iu;

function isNetworkFault(error: unknown): boolean {
  return error instanceof Error && networkWords.test(error.message);
}
