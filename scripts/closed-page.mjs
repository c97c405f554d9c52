import react from '@vitejs/plugin-react';

import { headersFor, metaContentSecurityPolicy } from './security-headers.mjs';

const charsetTag = '<meta charset="utf-8" />';
const inlinePreamble = `<script type="module">${react.preambleCode.replace('__BASE__', '/')}</script>`;
const externalPreamble = '<script type="module" src="/@id/@vitejs/plugin-react/preamble"></script>';
const sharedWorkerTest = 'typeof SharedWorker === "undefined"';

/**
 * Closes the page [X4]: the same Content-Security-Policy and Trusted Types in the development server, the
 * preview server and the built file, so that a violation is seen on the day it is written.
 *
 * @returns {import('vite').Plugin}
 */
export function closedPage() {
  /** @type {'serve' | 'build'} */
  let command = 'build';
  return {
    name: 'momentum:closed-page',
    configResolved(config) {
      command = config.command;
    },
    configureServer(server) {
      server.middlewares.use(sendSecurityHeaders);
    },
    configurePreviewServer(server) {
      server.middlewares.use(sendSecurityHeaders);
    },
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const withPolicy = replaceOnce(html, charsetTag, `${charsetTag}\n    ${policyTag()}`);
        return command === 'build' ? withPolicy : replaceOnce(withPolicy, inlinePreamble, externalPreamble);
      },
    },
    transform: {
      filter: { id: /\/vite\/dist\/client\/client\.mjs$/ },
      handler(code) {
        // Vite waits for a restarted server in a worker made from a blob, which the policy refuses. Without
        // SharedWorker it waits in the page instead.
        return { code: replaceOnce(code, sharedWorkerTest, 'true'), map: null };
      },
    },
  };
}

function policyTag() {
  return `<meta http-equiv="Content-Security-Policy" content="${metaContentSecurityPolicy}" />`;
}

/** @type {import('vite').Connect.NextHandleFunction} */
function sendSecurityHeaders(request, response, next) {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
  next();
}

/**
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
function replaceOnce(text, from, to) {
  if (!text.includes(from)) {
    throw new Error(
      `The page cannot be closed: ${JSON.stringify(from.slice(0, 60))} is no longer in the text to change. ` +
        'A newer Vite or React plugin writes it differently; adapt scripts/closed-page.mjs.',
    );
  }
  return text.replace(from, () => to);
}
