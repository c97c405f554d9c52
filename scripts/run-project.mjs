import { refuseOldNode } from './node-version.mjs';
import { PlainError, runScript } from './plain-error.mjs';

/**
 * Runs one of the Playwright projects that `npm test` leaves out: `bench` measures, `crash` kills browsers until MOMENTUM_KILLS have
 * died and lets windows come, go and freeze for MOMENTUM_ROUNDS, `firefox` kills a Firefox, and `pictures` draws what the README shows.
 */
const [project = '', ...rest] = process.argv.slice(2);

await runScript(async () => {
  refuseOldNode();
  const { installMissingDependencies } = await import('./dependencies.mjs');
  await installMissingDependencies();

  const { findOrInstallChromium } = await import('./find-chromium.mjs');
  const { installedTool, run } = await import('./run-tool.mjs');
  const chromium = await findOrInstallChromium();
  // The server that Playwright starts builds the app first when it is not fresh.
  const exitCode = await run(
    [...installedTool('@playwright/test'), 'test', `--project=${project}`, ...rest],
    { environment: { CHROMIUM_PATH: chromium, MOMENTUM_PROJECT: project } },
  );
  if (exitCode !== 0) throw new PlainError(`${project} did not run to its end; the output above says why.`);
});
