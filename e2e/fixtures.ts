import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

export { expect };

/** Something that must not happen on any page: it fails the test during which it happened. */
interface PageFault {
  readonly kind: 'console' | 'page-error' | 'policy-violation' | 'foreign-request';
  readonly text: string;
}

interface Fixtures {
  /** `record` is for tests that provoke faults on purpose: they look into `pageFaults` themselves. */
  readonly pageFaultPolicy: 'fail' | 'record';
  /** What went wrong on the pages of this test so far. */
  readonly pageFaults: readonly PageFault[];
}

/**
 * Playwright's `test`, which also fails on a policy violation, a console error or warning, a page error and any
 * request to another machine.
 */
export const test = base.extend<Fixtures>({
  pageFaultPolicy: ['fail', { option: true }],
  pageFaults: [
    async ({ context, pageFaultPolicy }, use) => {
      const faults: PageFault[] = [];
      await watchContext(context, faults);
      await use(faults);
      if (pageFaultPolicy === 'fail') expect(faults, 'nothing goes wrong behind the test’s back').toEqual([]);
    },
    { auto: true },
  ],
});

declare global {
  function momentumReportViolation(text: string): Promise<void>;
}

async function watchContext(context: BrowserContext, faults: PageFault[]): Promise<void> {
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    faults.push({ kind: 'console', text: `${message.type()}: ${message.text()}` });
  });
  context.on('weberror', (webError) => {
    faults.push({ kind: 'page-error', text: webError.error().message });
  });
  context.on('request', (request) => {
    noteForeign(request.url(), faults);
  });
  context.on('page', (page) => {
    watchSockets(page, faults);
  });
  await context.exposeBinding('momentumReportViolation', (_source, text: string) => {
    faults.push({ kind: 'policy-violation', text });
  });
  await context.addInitScript(reportViolations);
}

function watchSockets(page: Page, faults: PageFault[]): void {
  page.on('websocket', (socket) => {
    noteForeign(socket.url(), faults);
  });
}

function noteForeign(address: string, faults: PageFault[]): void {
  const { protocol, hostname } = new URL(address);
  const leavesThePage = ['http:', 'https:', 'ws:', 'wss:'].includes(protocol);
  if (leavesThePage && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    faults.push({ kind: 'foreign-request', text: address });
  }
}

/** Runs in the page. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    void globalThis.momentumReportViolation(`${effectiveDirective} refused ${blockedURI}`);
  });
}
