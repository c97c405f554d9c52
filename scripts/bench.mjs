import { refuseOldNode } from './node-version.mjs';
import { PlainError, runScript } from './plain-error.mjs';

await runScript(async () => {
  refuseOldNode();
  const { installMissingDependencies } = await import('./dependencies.mjs');
  await installMissingDependencies();

  const { findOrInstallChromium } = await import('./find-chromium.mjs');
  const { installedTool, run } = await import('./run-tool.mjs');
  const chromium = await findOrInstallChromium();
  // The server that Playwright starts builds the app first when it is not fresh.
  const exitCode = await run(
    [...installedTool('@playwright/test'), 'test', '--project=bench', ...process.argv.slice(2)],
    { environment: { CHROMIUM_PATH: chromium, MOMENTUM_BENCH: '1' } },
  );
  if (exitCode !== 0)
    throw new PlainError('The benchmarks did not run to their end; the output above says why.');
});
