import { endpointUrl, type ApiServer } from '@/domain/models';

import type { FetchPort } from '../provider/provider-ports';
import { modelsIn, nextPageIn } from './models-in';

/** No list of models is longer; a server that always names another page is not asked for ever. */
const mostPages = 20;

/** The models that a server offers, by name, sorted: all pages of them, where the list has pages. Rejects with a ProviderError. */
export async function allModels(
  { endpoint, api }: ApiServer,
  request: FetchPort,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const names = new Set<string>();
  const size = api === 'anthropic-messages' ? '?limit=1000' : '';
  let route = `/models${size}`;
  for (let page = 1; page <= mostPages; page += 1) {
    const response = await request(endpointUrl(endpoint, route), { signal });
    const body = await response.text();
    for (const name of modelsIn(body)) names.add(name);
    const last = api === 'anthropic-messages' ? nextPageIn(body) : null;
    if (last === null) break;
    route = `/models${size}&after_id=${encodeURIComponent(last)}`;
  }
  return [...names].toSorted((left, right) => (left < right ? -1 : 1));
}
