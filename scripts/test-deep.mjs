import { refuseOldNode } from './node-version.mjs';
import { PlainError, runScript } from './plain-error.mjs';

/** Tries the properties of the agent's runtime with twenty times as many cases as `npm test` does. It takes some minutes. */
const [cases = '20000', ...rest] = process.argv.slice(2);

await runScript(async () => {
  refuseOldNode();
  const { installMissingDependencies } = await import('./dependencies.mjs');
  await installMissingDependencies();

  const { installedTool, run } = await import('./run-tool.mjs');
  const exitCode = await run([...installedTool('vitest'), 'run', '.property.test.ts', ...rest], {
    environment: { MOMENTUM_CASES: cases },
  });
  if (exitCode !== 0) throw new PlainError('A property does not hold; the output above names the case.');
});
