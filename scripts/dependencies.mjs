import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { PlainError } from './plain-error.mjs';
import { npmCommand, root, run } from './run-tool.mjs';

/**
 * @typedef {{ readonly version?: string, readonly optional?: boolean }} LockedPackage
 * @typedef {{ readonly packages: Readonly<Record<string, LockedPackage>> }} Lockfile
 */

/**
 * The packages of a lockfile that are not installed in the version it names. Optional ones may be absent:
 * they are for other systems.
 *
 * @param {Lockfile} wanted - package-lock.json.
 * @param {Lockfile} installed - what npm wrote into node_modules after its last complete install.
 * @returns {string[]} their folders.
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted.packages)
    .filter(([folder]) => folder !== '')
    .filter(([folder, { version, optional }]) => {
      const present = installed.packages[folder];
      return present === undefined ? optional !== true : present.version !== version;
    })
    .map(([folder]) => folder);
}

/** Installs the dependencies when node_modules is missing or is not what package-lock.json names. */
export async function installMissingDependencies() {
  const wanted = await readLockfile(path.join(root, 'package-lock.json'));
  const installed = await readLockfile(path.join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null)
    throw new PlainError('package-lock.json is missing or damaged. Restore it and try again.');
  if (installed !== null && missingPackages(wanted, installed).length === 0) return;

  console.log('Installing the dependencies (npm ci) …');
  const exitCode = await run([...npmCommand(), 'ci', '--include=dev', '--no-audit', '--no-fund']);
  if (exitCode !== 0) {
    throw new PlainError(
      'The dependencies could not be installed: npm ci failed, and its output above says why. ' +
        'Check the network and the npm registry, then try again.',
    );
  }
}

/**
 * @param {string} file
 * @returns {Promise<Lockfile | null>} null when there is none that can be read.
 */
async function readLockfile(file) {
  try {
    /** @type {Lockfile} */
    const lockfile = JSON.parse(await readFile(file, 'utf8'));
    return typeof lockfile.packages === 'object' ? lockfile : null;
  } catch {
    return null;
  }
}
