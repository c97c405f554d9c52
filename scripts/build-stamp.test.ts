import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { hashOfInputs, isBuildFresh } from './build-stamp.mjs';

const files: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html>',
  'package.json': '{}',
  'package-lock.json': '{}',
  'tsconfig.json': '{}',
  'vite.config.ts': 'export default {};',
  'public/favicon.svg': '<svg/>',
  'scripts/closed-page.mjs': 'export const a = 1;',
  'src/main.tsx': 'export const b = 2;',
};

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'momentum-'));
  await Promise.all(Object.entries(files).map(([file, text]) => put(file, text)));
  await put('dist/build-stamp.txt', await hashOfInputs(folder));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('a build', () => {
  it('is fresh while no input has changed', async () => {
    expect(await isBuildFresh(folder)).toBe(true);
  });

  it('is fresh after a test was written or a file touched', async () => {
    await put('src/main.test.tsx', 'export {};');
    await put('src/main.tsx', 'export const b = 2;');

    expect(await isBuildFresh(folder)).toBe(true);
  });

  it.each(Object.keys(files))('is stale after %s changed', async (file) => {
    await put(file, 'changed');

    expect(await isBuildFresh(folder)).toBe(false);
  });

  it('is stale after a source was added, moved or removed', async () => {
    await put('src/added.ts', '');
    expect(await isBuildFresh(folder)).toBe(false);

    await rm(path.join(folder, 'src/added.ts'));
    expect(await isBuildFresh(folder)).toBe(true);

    await cp(path.join(folder, 'src/main.tsx'), path.join(folder, 'src/moved.tsx'));
    await rm(path.join(folder, 'src/main.tsx'));
    expect(await isBuildFresh(folder)).toBe(false);
  });

  it('is stale when there is none', async () => {
    await rm(path.join(folder, 'dist'), { recursive: true });

    expect(await isBuildFresh(folder)).toBe(false);
  });
});

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}
