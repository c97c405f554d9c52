import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { root } from './run-tool.mjs';

const stampFile = 'build-stamp.txt';

/** Everything that a build reads. */
const inputs = [
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * One hash over all files that a build reads; tests are not among them.
 *
 * @param {string} folder - the repository's root.
 */
export async function hashOfInputs(folder) {
  const hash = createHash('sha256');
  for (const file of await inputFiles(folder)) {
    const content = await readFile(path.join(folder, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Whether `dist` was built from the sources as they are now.
 *
 * @param {string} [folder] - the repository's root.
 */
export async function isBuildFresh(folder = root) {
  try {
    const stamp = await readFile(path.join(folder, 'dist', stampFile), 'utf8');
    return stamp === (await hashOfInputs(folder));
  } catch {
    return false;
  }
}

/**
 * Leaves the hash of the inputs beside the built files. It is taken before the first input is read, so an edit
 * during a build makes that build stale, never wrongly fresh.
 *
 * @returns {import('vite').Plugin}
 */
export function buildStamp() {
  let stamp = '';
  return {
    name: 'momentum:build-stamp',
    apply: 'build',
    async buildStart() {
      stamp = await hashOfInputs(root);
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: stampFile, source: stamp });
    },
  };
}

/** @param {string} folder */
async function inputFiles(folder) {
  const files = [];
  for (const input of inputs) files.push(...(await filesUnder(folder, input)));
  return files.filter((file) => !/\.test\.[a-z]+$/.test(file)).toSorted();
}

/**
 * @param {string} folder
 * @param {string} input - a file or a folder in it.
 * @returns {Promise<string[]>} with forward slashes, so that the hash is the same on every system.
 */
async function filesUnder(folder, input) {
  if (path.extname(input) !== '') return [input];
  const entries = await readdir(path.join(folder, input), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
