/** Where a link leads, if it may be followed [X1]. */
export interface LinkAddress {
  /** The whole address, in characters that cannot deceive. */
  readonly href: string;
  /** The machine it leads to, or the address it writes to. */
  readonly place: string;
}

/** Only what the browser itself opens safely: http, https and mailto, and no address relative to this page. */
export function linkAddress(written: string): LinkAddress | null {
  const url = URL.parse(written.trim());
  if (url === null) return null;
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      return { href: url.href, place: url.host };
    case 'mailto:':
      return { href: url.href, place: decodedPath(url.pathname) };
    default:
      return null;
  }
}

/** Whether the words of a link name another place than the one it leads to. */
export function isDeceptive(words: string, address: LinkAddress): boolean {
  const named = /^\s*(?:[a-z][a-z\d+.-]*:\/\/)?(?:[^\s/@]+@)?(?<host>[^\s/:@?#]+\.[^\s/:@?#]{2,})/iu.exec(
    words,
  );
  const host = named?.groups?.['host'];
  if (host === undefined) return false;
  const place = address.place.slice(address.place.lastIndexOf('@') + 1).replace(/:\d+$/, '');
  return bareHost(host) !== bareHost(place);
}

function bareHost(name: string): string {
  return name.toLowerCase().replace(/^www\./, '');
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
