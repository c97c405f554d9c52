import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { createServer } from 'vite';

import { freePort } from '../scripts/free-port.mjs';
import { contentSecurityPolicy } from '../scripts/security-headers.mjs';
import { expect, test as base } from './fixtures';

interface DevelopmentServer {
  readonly address: string;
  /** Changes the text that a small component, added to a copy of the sources, shows. */
  readonly showText: (text: string) => Promise<void>;
}

const repository = fileURLToPath(new URL('..', import.meta.url));

/** A development server on a copy of the sources, so that a test may edit them. */
const test = base.extend<{ developmentServer: DevelopmentServer }>({
  developmentServer: async ({ page }, use, testInfo) => {
    const folder = path.join(repository, '.momentum', `dev-server-${testInfo.testId}`);
    await rm(folder, { recursive: true, force: true });
    await copySources(folder);
    const component = path.join(folder, 'src', 'Probe.tsx');
    await writeFile(component, componentThatShows('first'));
    await writeFile(path.join(folder, 'src', 'probe-mount.tsx'), probeMount);

    const port = await freePort();
    const server = await createServer({
      root: folder,
      configFile: path.join(folder, 'vite.config.ts'),
      cacheDir: path.join(folder, '.vite'),
      logLevel: 'error',
      server: { port, strictPort: true, fs: { allow: [repository] } },
    });
    await server.listen();
    await use({
      address: `http://127.0.0.1:${port}/`,
      showText: (text) => writeFile(component, componentThatShows(text)),
    });
    // Before the server, or the page would report the lost connection.
    await page.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  },
});

test('[X4] the development server sends the same policy, and hot updates work under it', async ({
  page,
  developmentServer,
}) => {
  const response = await page.goto(developmentServer.address);
  expect(response?.headers()['content-security-policy']).toBe(contentSecurityPolicy);
  await expect(page.locator('#root')).not.toBeEmpty();

  await page.evaluate(() => import(`${location.origin}/src/probe-mount.tsx`).then(() => null));
  const probe = page.getByTestId('probe');
  await expect(probe).toHaveText('first 0');
  await probe.click();
  await expect(probe).toHaveText('first 1');

  await developmentServer.showText('second');
  await expect(probe, 'the new text, with the state kept').toHaveText('second 1');
});

function componentThatShows(text: string): string {
  return `import { useState } from 'react';
export function Probe() {
  const [count, setCount] = useState(0);
  return <button data-testid="probe" onClick={() => setCount(count + 1)}>${text} {count}</button>;
}
`;
}

const probeMount = `import { createRoot } from 'react-dom/client';
import { Probe } from './Probe';
const host = document.createElement('div');
document.body.replaceChildren(host);
createRoot(host).render(<Probe />);
`;

async function copySources(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const parts = ['index.html', 'package.json', 'public', 'scripts', 'src', 'tsconfig.json', 'vite.config.ts'];
  await Promise.all(
    parts.map((part) => cp(path.join(repository, part), path.join(folder, part), { recursive: true })),
  );
}
