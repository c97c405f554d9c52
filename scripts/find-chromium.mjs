import { existsSync } from 'node:fs';
import path from 'node:path';

import { PlainError } from './plain-error.mjs';
import { installedTool, run } from './run-tool.mjs';

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Arguments for every test browser, beside Playwright's own: no graphics card, and no name but this machine's
 * can be looked up, so nothing a test does can reach another one.
 */
export const chromiumArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * Finds a Chromium for the end-to-end tests: the one that CHROMIUM_PATH names, else Playwright's own, else one
 * on the PATH.
 *
 * @returns {Promise<string | null>} its path.
 */
export async function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new PlainError(`CHROMIUM_PATH names ${named}, and there is no such file. Correct it or unset it.`);
  }
  const { chromium } = await import('@playwright/test');
  const playwrightsOwn = chromium.executablePath();
  return playwrightsOwn !== '' && existsSync(playwrightsOwn) ? playwrightsOwn : onPath(programNames);
}

/** Finds a Chromium, and installs one when there is none: Playwright's own, else the system's on Debian. */
export async function findOrInstallChromium() {
  const found = (await findChromium()) ?? (await installPlaywrightsOwn()) ?? (await installDebians());
  if (found !== null) return found;
  throw new PlainError(
    'The end-to-end tests need Chromium, and none was found or could be installed. ' +
      'Install Chromium or Google Chrome, or set CHROMIUM_PATH to the program, then try again.',
  );
}

async function installPlaywrightsOwn() {
  console.log('No Chromium found. Installing the one that Playwright uses …');
  await run([...installedTool('@playwright/test'), 'install', 'chromium']);
  return findChromium();
}

async function installDebians() {
  const isRoot = process.getuid?.() === 0;
  const aptGet = onPath(['apt-get']);
  if (!isRoot || aptGet === null) return null;
  console.log('Installing the system’s Chromium (apt-get install chromium) …');
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await run([aptGet, 'update', '-qq'], { environment });
  await run([aptGet, 'install', '-y', '-qq', '--no-install-recommends', 'chromium'], { environment });
  return findChromium();
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)));
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}
