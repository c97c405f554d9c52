import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { parsedDocument } from '@/testing/documents';

import { readableVersions } from './document-schema';

/** A file of every version, the fingerprint that shows that nobody has edited it, and how many events each of its sessions holds. */
const frozen: readonly {
  readonly version: number;
  readonly sha256: string;
  readonly sessions: Readonly<Record<string, number>>;
}[] = [
  {
    version: 1,
    sha256: '1124ea16351a306ac32ce99020519411e8766f4b85a5b9a66e926520ffff886a',
    sessions: {},
  },
  {
    version: 2,
    sha256: '269b0e2abbc0b82f4e213cc3554b8813bb77dc60259b3056a09f65aa52b1fcba',
    sessions: { ses_deploying: 33, ses_empty: 1 },
  },
];

describe('the versions of documents', () => {
  it('[S4] have a frozen file each', () => {
    expect(frozen.map(({ version }) => version)).toEqual(readableVersions);
  });

  it.each(frozen)('[S4] keep the file of version $version as it was', ({ version, sha256 }) => {
    expect(createHash('sha256').update(fileOf(version)).digest('hex')).toBe(sha256);
  });

  it.each(frozen)('[S4] [S5] open version $version with everything that is in it', (file) => {
    const parsed = parsedDocument(fileOf(file.version));
    if (parsed.type === 'rejected') throw new Error(JSON.stringify(parsed.problems));
    const { snapshot, sessions } = parsed;
    const lists = [snapshot.person, snapshot.project, snapshot.task, snapshot.comment, snapshot.email];
    expect(lists.map((list) => list.length)).toEqual([1, 1, 2, 1, 1]);
    expect(Object.fromEntries(sessions.map(({ id, events }) => [id, events.length]))).toEqual(file.sessions);
  });
});

function fileOf(version: number): Uint8Array {
  return readFileSync(`${import.meta.dirname}/fixtures/version-${String(version)}.json`);
}
