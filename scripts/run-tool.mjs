import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * How to start an installed package's program without a shell, on every system.
 *
 * @param {string} packageName
 * @returns {readonly [string, ...string[]]} the command and its first arguments.
 */
export function installedTool(packageName) {
  const folder = path.join(root, 'node_modules', packageName);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const program = typeof bin === 'string' ? bin : Object.values(bin)[0];
  if (program === undefined) throw new Error(`The package ${packageName} has no program to run.`);
  return [process.execPath, path.join(folder, program)];
}

/**
 * How to start npm: through the copy that runs us when there is one, else by name.
 *
 * @returns {readonly [string, ...string[]]}
 */
export function npmCommand() {
  const running = process.env['npm_execpath'];
  if (running !== undefined && running.endsWith('.js')) return [process.execPath, running];
  return process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm'];
}

/**
 * Runs a program in the repository's root with our own input and output, and waits for its end. When we are
 * asked to stop, it is asked too.
 *
 * @param {readonly [string, ...string[]]} command
 * @param {{ readonly environment?: Record<string, string> }} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it or it could not be started.
 */
export function run([program, ...programArguments], { environment = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    function stop() {
      child.kill('SIGTERM');
    }
    process.once('SIGTERM', stop);
    /** @param {number} exitCode */
    function settle(exitCode) {
      process.off('SIGTERM', stop);
      resolve(exitCode);
    }
    child.once('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      settle(1);
    });
    child.once('exit', (exitCode) => {
      settle(exitCode ?? 1);
    });
  });
}
