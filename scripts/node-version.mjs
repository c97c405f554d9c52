import { readFileSync } from 'node:fs';

import { PlainError } from './plain-error.mjs';

/**
 * Says in a sentence why this Node.js cannot run the project, or null when it can.
 *
 * @param {string} running - like '20.19.0'.
 * @param {string} required - the range in package.json's `engines`, of the one form '>=major.minor'.
 */
export function nodeVersionProblem(running, required) {
  const needed = required.replace('>=', '').split('.').map(Number);
  const present = running.split('.').map(Number);
  for (const [index, part] of needed.entries()) {
    const own = present[index] || 0;
    if (own > part) return null;
    if (own < part) {
      return `Momentum needs Node.js ${required.replace('>=', '')} or newer, and this is ${running}. Install a newer one from https://nodejs.org and try again.`;
    }
  }
  return null;
}

/** Stops with a sentence when Node.js is too old for what comes next. Uses nothing that an old one lacks. */
export function refuseOldNode() {
  const packageFile = new URL('../package.json', import.meta.url);
  /** @type {{ engines: { node: string } }} */
  const { engines } = JSON.parse(readFileSync(packageFile, 'utf8'));
  const problem = nodeVersionProblem(process.versions.node, engines.node);
  if (problem !== null) throw new PlainError(problem);
}
