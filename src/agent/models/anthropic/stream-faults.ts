import { streamFailure, UnusableResponseError } from '../failures';
import { ProviderError, providerErrorIn } from '../provider/provider-error';
import type { ProviderAccess } from '../provider/provider-ports';
import { readRefusal } from '../provider/read-refusal';
import { cleanWords } from '../provider/words';

/**
 * What an error means that came in a stream which had begun with "200 OK": one that the server told of, or text that is no event of
 * the API.
 */
export function streamFault(error: unknown, access: ProviderAccess): Error {
  const { type, message } = toldIn(error);
  const status = statuses.get(type);
  if (status === undefined) return new UnusableResponseError('answer-garbled', { cause: error });
  const { fault, said, retry } = readRefusal({
    status,
    headers: new Headers(),
    body: JSON.stringify({ error: { type, message } }),
    hasKey: access.apiKey !== null,
    now: 0,
  });
  const words = cleanWords(said, access.apiKey);
  return new ProviderError({ fault, status, host: access.endpoint.host, words, retry });
}

/** The client reads ahead to the first event, and wraps the error that this may be. What no answer came to at all stays what it is. */
export function firstFault(error: unknown, access: ProviderAccess): unknown {
  if (providerErrorIn(error) !== null) return error;
  return isWrapped(error) ? streamFault(parsed(error.responseBody), access) : streamFailure(error);
}

/** What the Messages API would have answered with, had it known before it began: https://platform.claude.com/docs/en/api/errors */
const statuses: ReadonlyMap<string, number> = new Map([
  ['invalid_request_error', 400],
  ['authentication_error', 401],
  ['billing_error', 402],
  ['permission_error', 403],
  ['not_found_error', 404],
  ['request_too_large', 413],
  ['rate_limit_error', 429],
  ['api_error', 500],
  ['timeout_error', 504],
  ['overloaded_error', 529],
]);

function toldIn(error: unknown): { readonly type: string; readonly message: string } {
  const fields = new Map<string, unknown>(
    typeof error === 'object' && error !== null ? Object.entries(error) : [],
  );
  return { type: textOf(fields.get('type')), message: textOf(fields.get('message')) };
}

function isWrapped(error: unknown): error is Error & { readonly responseBody: string } {
  return error instanceof Error && 'responseBody' in error && typeof error.responseBody === 'string';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
