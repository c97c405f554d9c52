import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { freePort } from '../scripts/free-port.mjs';
import { expect, test } from './fixtures';

const repository = fileURLToPath(new URL('..', import.meta.url));

interface StartedProgram {
  readonly output: () => string;
  readonly stop: (signal: NodeJS.Signals) => void;
  readonly exitCode: Promise<number | null>;
}

test('npm start serves the built app, says where, and ends cleanly on Ctrl+C', async ({ request }) => {
  const port = await freePort();
  const program = start('--no-open', '--port', String(port));
  await expect.poll(program.output).toContain(`Momentum is running at http://127.0.0.1:${port}/`);

  const response = await request.get(`http://127.0.0.1:${port}/`);
  expect(await response.text()).toContain('<title>Momentum</title>');

  program.stop('SIGINT');
  expect(await program.exitCode).toBe(0);
});

test('npm start says what to do when the port that was asked for is busy', async () => {
  const busy = await listeningServer();
  const program = start('--no-open', '--port', String(busy.port));

  expect(await program.exitCode).toBe(1);
  expect(program.output()).toContain(
    `Port ${busy.port} is in use by another program. Stop that program, name another port, or leave --port out`,
  );
  busy.close();
});

test('npm start refuses an option that it does not know', async () => {
  const program = start('--prot', '80');

  expect(await program.exitCode).toBe(1);
  expect(program.output()).toMatch(/--prot[^]*Usage: npm start/);
});

function start(...options: readonly string[]): StartedProgram {
  const child = spawn(process.execPath, [path.join('scripts', 'start.mjs'), ...options], { cwd: repository });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  return {
    output: () => chunks.join(''),
    stop: (signal) => {
      child.kill(signal);
    },
    exitCode: new Promise((resolve) => {
      child.once('close', resolve);
    }),
  };
}

async function listeningServer(): Promise<{ readonly port: number; readonly close: () => void }> {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port, close: () => void server.close() };
}
