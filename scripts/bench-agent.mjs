import { refuseOldNode } from './node-version.mjs';
import { PlainError, runScript } from './plain-error.mjs';

/** Measures the agent's runtime without a screen, and fails when it is slower than it must be. */
const [rounds = '25'] = process.argv.slice(2);

await runScript(async () => {
  refuseOldNode();
  const { installMissingDependencies } = await import('./dependencies.mjs');
  await installMissingDependencies();

  const { createServer } = await import('vite');
  // The app's own way of reading TypeScript and its alias; nothing is served.
  const vite = await createServer({
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false },
  });
  try {
    /** @type {Record<string, typeof import('../src/testing/agent-figures').agentFigures>} */
    const loaded = await vite.ssrLoadModule('/src/testing/agent-figures.ts');
    const { agentFigures } = loaded;
    if (agentFigures === undefined) throw new PlainError('The measures could not be loaded.');
    const figures = await agentFigures(Number(rounds));
    for (const { name, median, limit, unit } of figures) {
      console.log(`${median.toFixed(3).padStart(9)} ${unit.padEnd(2)}  (at most ${limit})  ${name}`);
    }
    const slow = figures.filter(({ median, limit }) => median > limit);
    if (slow.length > 0) throw new PlainError(`Too slow: ${slow.map(({ name }) => name).join('; ')}.`);
  } finally {
    await vite.close();
  }
});
