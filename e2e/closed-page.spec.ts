import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Page } from '@playwright/test';

import { metaContentSecurityPolicy, securityHeaders } from '../scripts/security-headers.mjs';
import { expect, test as base } from './fixtures';

interface Sink {
  /** The address of another server than the page's own. */
  readonly address: string;
  /** What has arrived there. */
  readonly requests: readonly string[];
}

const test = base.extend<{ sink: Sink }>({
  sink: async ({ browserName: _browserName }, use) => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.end();
    });
    const port = await listeningPort(server);
    await use({ address: `http://127.0.0.1:${port}`, requests });
    server.closeAllConnections();
    server.close();
  },
});

/** Ways for a script on the page to reach another server, run in the page. */
const channels: Readonly<Record<string, (sink: string) => unknown>> = {
  fetch: (sink) => fetch(sink).catch(() => null),
  XMLHttpRequest: (sink) => {
    const request = new XMLHttpRequest();
    request.open('GET', sink);
    request.send();
  },
  sendBeacon: (sink) => navigator.sendBeacon(sink, 'secret'),
  WebSocket: (sink) => new WebSocket(sink.replace('http', 'ws')),
  EventSource: (sink) => new EventSource(sink),
  image: (sink) => {
    new Image().src = `${sink}/image.png`;
  },
  'style with an image': (sink) => {
    document.body.style.backgroundImage = `url(${sink}/background.png)`;
  },
  'style sheet': (sink) => {
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { rel: 'stylesheet', href: `${sink}/sheet.css` }));
  },
  font: (sink) => {
    const face = new FontFace('stolen', `url(${sink}/font.woff2)`);
    face.load().catch(() => null);
  },
  video: (sink) => {
    document.body.append(Object.assign(document.createElement('video'), { src: `${sink}/video.mp4` }));
  },
  frame: (sink) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: sink }));
  },
  object: (sink) => {
    document.body.append(Object.assign(document.createElement('object'), { data: sink }));
  },
  form: (sink) => {
    const form = Object.assign(document.createElement('form'), { action: sink, method: 'post' });
    document.body.append(form);
    form.submit();
  },
  'base address': (sink) => {
    document.head.append(Object.assign(document.createElement('base'), { href: sink }));
  },
  'script of another server': (sink) => import(`${sink}/module.js`).catch(() => null),
};

/** Ways to make code from text, run in the page. */
const codeFromText: Readonly<Record<string, () => unknown>> = {
  eval: () => {
    const { eval: evaluate } = globalThis;
    evaluate('1 + 1');
  },
  'new Function': () => Reflect.construct(Function, ['return 1']),
  'a worker made from text': () =>
    new Worker(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }))),
  innerHTML: () => {
    document.body.innerHTML = '<b>text</b>';
  },
  'a frame with its own text': () => {
    document.createElement('iframe').srcdoc = '<script>1</script>';
  },
};

test('[X4] every security header is sent, and the page itself carries the policy', async ({ page }) => {
  const response = await page.goto('/');
  const headers = (await response?.allHeaders()) ?? {};

  for (const [name, value] of Object.entries(securityHeaders)) {
    expect(headers[name.toLowerCase()], name).toBe(value);
  }
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
    'content',
    metaContentSecurityPolicy,
  );
});

test('[X4] the policy names no other machine and no way round it', () => {
  const policy = securityHeaders['Content-Security-Policy'];

  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|wss?:|\*/);
  expect(policy.match(/script-src [^;]*/)?.[0]).toBe("script-src 'self'");
});

test('[X4] the other server of these tests can be reached from a page without a policy', async ({
  page,
  sink,
}) => {
  await page.evaluate((address) => fetch(address, { mode: 'no-cors' }).then(() => null), sink.address);

  expect(sink.requests).toEqual(['/']);
});

test.describe('what a script on the page may try', () => {
  test.use({ pageFaultPolicy: 'record' });

  for (const [name, attempt] of Object.entries(channels)) {
    test(`[X4] it cannot reach another server by ${name}`, async ({ page, sink, pageFaults }) => {
      await page.goto('/');
      await runInPage(page, attempt, sink.address);

      await expect.poll(() => pageFaults.map(({ kind }) => kind)).toContain('policy-violation');
      expect(sink.requests).toEqual([]);
    });
  }

  for (const [name, attempt] of Object.entries(codeFromText)) {
    test(`[X4] it cannot make code from text by ${name}`, async ({ page, pageFaults }) => {
      await page.goto('/');

      expect(await runInPage(page, attempt, '')).toMatch(/^(EvalError|TypeError|SecurityError)$/);
      await expect.poll(() => pageFaults.map(({ kind }) => kind)).toContain('policy-violation');
    });
  }

  test('[X4] it cannot add an inline script', async ({ page, pageFaults }) => {
    await page.goto('/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('globalThis.hasRunInline = true');
      document.head.append(script);
    });

    await expect.poll(() => pageFaults.map(({ kind }) => kind)).toContain('policy-violation');
    expect(await page.evaluate(() => 'hasRunInline' in globalThis)).toBe(false);
  });
});

/**
 * Runs a function in a task of the page's own: what a debugger evaluates directly may do what a page may not.
 *
 * @returns the name of the error it threw, else 'nothing thrown'.
 */
function runInPage(page: Page, attempt: (argument: string) => unknown, argument: string): Promise<string> {
  return page.evaluate<string>(`new Promise((resolve) => {
    setTimeout(() => {
      try {
        (${attempt.toString()})(${JSON.stringify(argument)});
        resolve('nothing thrown');
      } catch (error) {
        resolve(error.name);
      }
    });
  })`);
}

async function listeningPort(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The other server has no port.');
  return address.port;
}
