import { ModelRefusalError } from '@openai/agents';
import { APIConnectionTimeoutError } from 'openai';

import { MomentumError } from '@/domain';
import type { RunFailure } from '@/domain/sessions';

import { ProviderError, providerErrorIn } from './provider/provider-error';
import { cleanWords } from './provider/words';

/** A response that is not what a model may answer with. Nothing of it was acted on. */
export class UnusableResponseError extends MomentumError {
  readonly code: UnusableCode;

  constructor(code: UnusableCode, options?: ErrorOptions) {
    super(unusableMessages[code](''), options);
    this.name = 'UnusableResponseError';
    this.code = code;
  }
}

export type UnusableCode =
  | 'answer-empty'
  | 'answer-cut'
  | 'answer-too-long'
  | 'answer-too-many-calls'
  | 'answer-garbled';

/** More calls than that in one answer are a mistake or meant to harm: nobody could look through them, nor wait for their end. */
export const mostCalls = 500;

/** @param of - whose model it was: " of api.example.com", or nothing. */
const unusableMessages = {
  'answer-empty': (of) =>
    `The model${of} answered with nothing. Try again, or choose another model in the settings.`,
  'answer-cut': (of) =>
    `The connection to the model${of} broke off in the middle of its answer. Nothing of the part that arrived was carried out. Try again.`,
  'answer-too-long': (of) =>
    `The model${of} reached its limit of length in the middle of its answer. Nothing of it was carried out. Continue, or ask for less at once.`,
  'answer-too-many-calls': (of) =>
    `The model${of} asked for more than 500 actions in one answer. Nothing of it was carried out. Ask for less at once, or choose another model.`,
  'answer-garbled': (of) =>
    `What the model${of} sent is not in the form that its API promises. Nothing of it was carried out. Try again, or choose the other API in the settings.`,
} as const satisfies Record<UnusableCode, (of: string) => string>;

/** What is known of a failure besides its error. */
interface Circumstances {
  /** What the provider itself wrote about it, where it did. */
  readonly said: string;
  /** Null for a model that is part of this app. */
  readonly provider: { readonly host: string; readonly redact: (text: string) => string } | null;
}

/** Says what went wrong with a model and what the person can do [L6]. Messages hold no key [X3]. */
export function failureOf(error: unknown, { said, provider }: Circumstances): RunFailure {
  const known = timeoutIn(error, provider) ?? providerErrorIn(error) ?? ownErrorIn(brokenIn(error, provider));
  const of = provider === null ? '' : ` of ${provider.host}`;
  if (known instanceof UnusableResponseError) return retryable(known.code, unusableMessages[known.code](of));
  if (known !== null) return retryable(known.code, known.message);
  const shown = (words: string): string => cleanWords(provider?.redact(words) ?? words, null);
  if (error instanceof ModelRefusalError) {
    return retryable(
      'model-refused',
      withWords(
        `The model${of} declined to answer this. Ask in another way, or choose another model.`,
        shown(error.refusal),
      ),
    );
  }
  return retryable(
    'model-failed',
    withWords(
      `The model${of} broke off with an error. What was done is kept; try again.`,
      shown(said === '' ? messageOf(error) : said),
    ),
  );
}

function timeoutIn(error: unknown, provider: Circumstances['provider']): ProviderError | null {
  if (provider === null || !(error instanceof APIConnectionTimeoutError)) return null;
  return new ProviderError({
    fault: 'model-timeout',
    status: null,
    host: provider.host,
    words: '',
    retry: { type: 'soon' },
  });
}

/** What answered at all and then failed was a stream, even if nothing of it was seen: browsers drop what has not been read yet. */
function brokenIn(error: unknown, provider: Circumstances['provider']): unknown {
  return provider === null ? error : streamFailure(error);
}

function ownErrorIn(error: unknown): MomentumError | null {
  return error instanceof MomentumError ? error : null;
}

function retryable(code: string, message: string): RunFailure {
  return { code, message, canRetry: true, canContinue: true };
}

function withWords(message: string, words: string): string {
  return words === '' ? message : `${message} It says: “${words}”`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

/**
 * The error of a stream that had begun: a connection that broke, or text that is no event of the API, whatever browsers and clients
 * call it. An error that the provider sent, or that has our own words already, stays what it is.
 */
export function streamFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof MomentumError) return error;
  if (providerErrorIn(error) !== null) return error;
  if (isIn(error, SyntaxError)) return new UnusableResponseError('answer-garbled', { cause: error });
  if (isIn(error, TypeError) || brokenWords.test(error.message)) {
    return new UnusableResponseError('answer-cut', { cause: error });
  }
  return error;
}

/** Whether an error is of a kind, or was wrapped around one that is. */
function isIn(error: unknown, kind: ErrorConstructor): boolean {
  return error instanceof kind || (error instanceof Error && isIn(error.cause, kind));
}

const brokenWords =
  /connection error|failed to fetch|network ?error|terminated|load failed|premature|did not produce a final response/iu;
