import { refuseOldNode } from './node-version.mjs';
import { runScript } from './plain-error.mjs';

await runScript(async () => {
  refuseOldNode();
  const { runTests } = await import('./run-tests.mjs');
  await runTests(process.argv.slice(2));
});
