/** How requests to a model are written. */
export type WireApi = 'responses' | 'chat-completions' | 'anthropic-messages';

/** The address below which a provider's API lies. Requests go nowhere else [X3]. */
export interface Endpoint {
  /** Scheme, host and port: "https://api.openai.com". */
  readonly origin: string;
  /** Host and port as people read them; this, and no more of an address, is named in messages. */
  readonly host: string;
  /** Empty or begins with a slash, and never ends with one: "/v1". */
  readonly path: string;
  /** Whether the server is this device. */
  readonly isLoopback: boolean;
}

export type EndpointReading =
  | { readonly type: 'endpoint'; readonly endpoint: Endpoint }
  | { readonly type: 'unusable'; readonly message: string };

/**
 * Reads what a person typed as a base URL. A missing scheme is filled in: http for this device, else https. What belongs to single
 * requests (`/chat/completions`, `/responses`, `/messages`, `/models`) is taken off the end.
 */
export function readEndpoint(text: string): EndpointReading {
  const typed = text.trim();
  if (typed === '')
    return unusable('Enter the base URL of the server, for example http://localhost:11434/v1.');
  const url = parsedUrl(withScheme(typed));
  if (url === null || url.hostname === '') {
    return unusable('This is not a web address. A base URL looks like https://api.example.com/v1.');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return unusable('The base URL must begin with https:// or http://.');
  }
  if (url.username !== '' || url.password !== '') {
    return unusable('Leave the name and password out of the base URL. The key has a field of its own.');
  }
  if (url.search !== '' || url.hash !== '') {
    return unusable('The base URL must end before any ? or #.');
  }
  const path = url.pathname.replace(requestPaths, '').replace(/\/+$/u, '');
  return {
    type: 'endpoint',
    endpoint: { origin: url.origin, host: url.host, path, isLoopback: isLoopback(url.hostname) },
  };
}

/** @param route - begins with a slash: "/models". */
export function endpointUrl({ origin, path }: Endpoint, route: string): string {
  return origin + path + route;
}

/** Whether an address lies below the endpoint. */
export function isWithin({ origin, path }: Endpoint, address: string): boolean {
  const url = parsedUrl(address);
  return url !== null && url.origin === origin && url.pathname.startsWith(`${path}/`);
}

const requestPaths = /\/(?:chat\/completions|completions|responses|messages|models)\/*$/u;

function withScheme(typed: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\//iu.test(typed)) return typed;
  const host = /^(?:\[[^\]]*\]|[^/:?#]*)/u.exec(typed)?.[0] ?? '';
  return `${isLoopback(host) ? 'http' : 'https'}://${typed}`;
}

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/iu.test(hostname);
}

function parsedUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function unusable(message: string): EndpointReading {
  return { type: 'unusable', message };
}
