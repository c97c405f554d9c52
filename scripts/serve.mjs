import { parseArgs } from 'node:util';

import { isBuildFresh } from './build-stamp.mjs';
import { installMissingDependencies } from './dependencies.mjs';
import { PlainError } from './plain-error.mjs';
import { root } from './run-tool.mjs';

const usage = `Usage: npm start -- [options]
  --port N    serve on exactly this port (else 4173, or the next free one)
  --host      serve other machines on the network too (else only this one)
  --no-open   do not open a browser`;

const preferredPort = 4173;

/**
 * @typedef {{
 *   readonly port: number | null,
 *   readonly isOpenToNetwork: boolean,
 *   readonly opensBrowser: boolean,
 * }} ServeOptions
 */

/**
 * Installs and builds what is missing, then serves the built app until it is stopped.
 *
 * @param {readonly string[]} commandLine
 */
export async function serve(commandLine) {
  const options = serveOptions(commandLine);
  await installMissingDependencies();
  await buildWhenStale();
  const server = await listen(options);

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      void server.close().finally(() => process.exit(0));
    });
  }
  const addresses = [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])];
  console.log(`\nMomentum is running at ${addresses.join(' and ')}\nCtrl+C stops it.`);
  if (options.isOpenToNetwork) {
    console.log(
      'Other machines see it without encryption; browsers keep some features for https and this machine.',
    );
  }
}

/**
 * @param {readonly string[]} commandLine
 * @returns {ServeOptions}
 */
export function serveOptions(commandLine) {
  const values = parsedOptions(commandLine);
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 1 && port <= 65_535)) {
    throw new PlainError(
      `--port wants a number from 1 to 65535, and got "${values.port ?? ''}".\n\n${usage}`,
    );
  }
  return {
    port,
    isOpenToNetwork: values.host ?? false,
    opensBrowser: !(values['no-open'] ?? false) && canOpenBrowser(),
  };
}

/** @param {readonly string[]} commandLine */
function parsedOptions(commandLine) {
  try {
    return parseArgs({
      args: [...commandLine],
      options: { port: { type: 'string' }, host: { type: 'boolean' }, 'no-open': { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, {
      cause: error,
    });
  }
}

function canOpenBrowser() {
  const { env, platform } = process;
  const hasDisplay = platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  return hasDisplay && (env['CI'] ?? '') === '';
}

async function buildWhenStale() {
  if (await isBuildFresh()) return;
  console.log('Building …');
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
}

/** @param {ServeOptions} options */
async function listen({ port, isOpenToNetwork, opensBrowser }) {
  const { preview } = await import('vite');
  try {
    return await preview({
      root,
      preview: {
        host: isOpenToNetwork ? '0.0.0.0' : '127.0.0.1',
        port: port ?? preferredPort,
        strictPort: port !== null,
        open: opensBrowser,
      },
    });
  } catch (error) {
    if (port === null || !(error instanceof Error) || !error.message.includes('already in use')) throw error;
    throw new PlainError(
      `Port ${port} is in use by another program. Stop that program, name another port, ` +
        'or leave --port out and a free one is found.',
      { cause: error },
    );
  }
}
