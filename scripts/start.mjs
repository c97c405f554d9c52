import { refuseOldNode } from './node-version.mjs';
import { runScript } from './plain-error.mjs';

await runScript(async () => {
  refuseOldNode();
  const { serve } = await import('./serve.mjs');
  await serve(process.argv.slice(2));
});
