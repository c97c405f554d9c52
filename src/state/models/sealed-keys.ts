/** Keys under the base URL of the endpoint they were entered for: they are sent to no other [X3]. */
export type KeyRing = Readonly<Record<string, string>>;

/** Keys that only a passphrase opens: AES-GCM under a key that PBKDF2 made of it. All fields but `iterations` are base64. */
export interface SealedKeys {
  readonly salt: string;
  readonly iterations: number;
  readonly iv: string;
  readonly data: string;
}

/** A passphrase as the key it makes. It cannot be read out again, and lives in memory only. */
export interface Seal {
  readonly key: CryptoKey;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

/** OWASP's minimum for PBKDF2 with SHA-256; about a third of a second. */
const sealIterations = 600_000;

/** More than this is nothing this app has written. */
const mostIterations = 10_000_000;

const boundTo = new TextEncoder().encode('momentum.model-keys.v1');

export async function newSeal(passphrase: string): Promise<Seal> {
  return sealFrom(passphrase, crypto.getRandomValues(new Uint8Array(16)), sealIterations);
}

export async function sealed(ring: KeyRing, { key, salt, iterations }: Seal): Promise<SealedKeys> {
  // Never the same twice under one key: that would break AES-GCM.
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(ring));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundTo }, key, text);
  return { salt: base64(salt), iterations, iv: base64(iv), data: base64(new Uint8Array(data)) };
}

/** @returns null when the passphrase does not open it, or when somebody has changed it. */
export async function unsealed(
  keys: SealedKeys,
  passphrase: string,
): Promise<{ readonly ring: KeyRing; readonly seal: Seal } | null> {
  const salt = bytesOf(keys.salt);
  if (salt === null || keys.iterations > mostIterations) return null;
  const seal = await sealFrom(passphrase, salt, keys.iterations);
  const ring = await openedWith(keys, seal);
  return ring === null ? null : { ring, seal };
}

/** Opens with the key of an earlier opening. */
export async function openedWith(keys: SealedKeys, { key }: Seal): Promise<KeyRing | null> {
  const iv = bytesOf(keys.iv);
  const data = bytesOf(keys.data);
  if (iv === null || data === null) return null;
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: boundTo }, key, data);
    return ringIn(JSON.parse(new TextDecoder().decode(text)));
  } catch {
    return null;
  }
}

/** A key ring among what is stored; whatever is no text is left out. */
export function ringIn(value: unknown): KeyRing {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}

export function sealedIn(value: unknown): SealedKeys | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const [salt, iv, data] = ['salt', 'iv', 'data'].map((name) => fields.get(name));
  const iterations = fields.get('iterations');
  if (typeof salt !== 'string' || typeof iv !== 'string' || typeof data !== 'string') return null;
  return typeof iterations === 'number' && iterations > 0 ? { salt, iv, data, iterations } : null;
}

async function sealFrom(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Seal> {
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(passphrase.normalize('NFC')),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return { key, salt, iterations };
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);
  } catch {
    return null;
  }
}
