import type { BrowserContext, Page } from '@playwright/test';

import { expect, test as base } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { ModelServer, streamChat } from './pages/model-server';
import { ModelsPage } from './pages/models-page';
import { MomentumPage } from './pages/momentum-page';
import { WorkspacePage } from './pages/workspace-page';

// Two windows at a time, and drivers that are missed only after a while.
base.describe.configure({ timeout: 90_000 });

/** A model that says something and then nothing until the test lets it go on. */
class SlowModel {
  readonly server: ModelServer;
  #goOn: (() => void)[] = [];

  constructor(server: ModelServer) {
    this.server = server;
  }

  says(...parts: readonly string[]): void {
    this.server.answerWith((_request, response) =>
      streamChat(
        response,
        parts.flatMap((content, index) => (index === 0 ? [{ content }] : [() => this.#pause(), { content }])),
      ),
    );
  }

  get requestCount(): number {
    return this.server.requests.length;
  }

  goOn(): void {
    for (const go of this.#goOn) go();
    this.#goOn = [];
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#goOn.push(resolve);
    });
  }
}

const test = base.extend<{ readonly model: SlowModel }>({
  model: async ({ browserName: _browserName }, use) => {
    const server = await ModelServer.start();
    const model = new SlowModel(server);
    await use(model);
    model.goOn();
    server.close();
  },
});

const second = { timeout: 1_000 };
/** The first run of a page fetches the agent and its model. */
const patient = { timeout: 15_000 };

async function withModel(page: Page, model: SlowModel): Promise<ConversationPage> {
  const app = new MomentumPage(page);
  await app.open();
  const models = new ModelsPage(app);
  await models.connect({ baseUrl: model.server.baseUrl, model: 'm' });
  await models.close();
  return new ConversationPage(app);
}

/** Another window on the session that one shows. */
async function mirrorOf(one: ConversationPage, context: BrowserContext): Promise<ConversationPage> {
  await expect.poll(() => one.page.url()).toContain('#/s/');
  return shownIn(await context.newPage(), one);
}

/** Presses a button if it is there, at once. */
async function pressed({ approvals }: ConversationPage, name: string): Promise<void> {
  await approvals.getByRole('button', { name, exact: true }).evaluateAll((buttons) => {
    for (const button of buttons) if (button instanceof HTMLElement) button.click();
  });
}

async function shownIn(page: Page, one: ConversationPage): Promise<ConversationPage> {
  await page.goto(one.page.url());
  const app = new MomentumPage(page);
  await app.waitUntilOpen();
  const shown = new ConversationPage(app);
  await expect(shown.messages).not.toHaveCount(0, { timeout: 15_000 });
  return shown;
}

/** One window waits for the person to let a task be deleted, and another one shows it. */
async function waitingWindows(page: Page, context: BrowserContext) {
  const workspace = new WorkspacePage(new MomentumPage(page));
  await workspace.begin([{ name: 'Launch', tasks: ['Old', 'Kept'] }]);
  const one = new ConversationPage(workspace.app);
  await one.say("Delete the task 'Old'");
  await one.approval(/Old/);
  const two = await mirrorOf(one, context);
  await two.approval(/Old/);
  return { one, two, workspace };
}

test('[S1] what streams in one window is seen in the other within a second, and can be cancelled there', async ({
  page,
  context,
  model,
}) => {
  model.says('Once upon', ' a time', ' there was');
  const one = await withModel(page, model);
  await one.say('Tell me a story');
  await expect(one.lastAnswer).toContainText('Once upon', patient);
  const two = await mirrorOf(one, context);
  await expect(two.lastAnswer).toContainText('Once upon', patient);

  model.goOn();
  await expect(one.lastAnswer).toContainText('a time');
  await expect(two.lastAnswer).toContainText('a time', second);

  await two.cancelRun.click();
  await expect(one.status).toHaveText('Cancelled', second);
  await expect(two.status).toHaveText('Cancelled', second);
  await expect(one.lastAnswer).toContainText('Once upon a time');
  await expect(two.lastAnswer).toContainText('Once upon a time');
  expect(model.requestCount).toBe(1);
});

test('[Q3] an approval is answered from the other window, and the one that asked shows it within a second', async ({
  page,
  context,
}) => {
  const { one, two, workspace } = await waitingWindows(page, context);
  await two.decide(await two.approval(/Old/), 'Approve');
  await expect(one.approvals).toHaveCount(0, second);
  await one.expectStatus('Completed');
  await two.expectStatus('Completed');
  await workspace.expectOutline('Launch', ['Kept']);
});

test('[Q2] of two answers at once exactly one wins, and both windows say which', async ({
  page,
  context,
}) => {
  const { one, two, workspace } = await waitingWindows(page, context);
  // A press counts only once the card has been there for a moment, so both press until one of them did.
  await expect(async () => {
    await Promise.all([pressed(one, 'Approve'), pressed(two, 'Cancel action')]);
    await expect(one.approvals).toHaveCount(0, second);
  }).toPass();
  await expect(one.approvals).toHaveCount(0);
  await expect(two.approvals).toHaveCount(0);
  await one.expectStatus('Completed');
  await two.expectStatus('Completed');
  const wasApproved = (await one.settled('Approved').count()) > 0;
  const word = wasApproved ? 'Approved' : 'Cancelled';
  await expect(one.settled(word).first()).toBeVisible();
  await expect(two.settled(word).first()).toBeVisible();
  const [winner, loser] = wasApproved ? [one, two] : [two, one];
  await expect(loser.settled(word).first()).toContainText(
    'Answered in another tab. The first answer counts.',
  );
  await expect(winner.log.getByText('Answered in another tab')).toHaveCount(0);
  await workspace.expectOutline('Launch', wasApproved ? ['Kept'] : ['Old', 'Kept']);
});

test('[S2] when the window that drives is closed, the other goes on within two seconds', async ({
  page,
  context,
  model,
}) => {
  model.says('Once upon', ' a time.');
  const driver = await withModel(await context.newPage(), model);
  await driver.say('Tell me a story');
  await expect(driver.lastAnswer).toContainText('Once upon', patient);
  const heir = await shownIn(page, driver);
  await expect(heir.lastAnswer).toContainText('Once upon', patient);

  await driver.page.close();
  const closedAt = Date.now();
  await expect.poll(() => model.requestCount, { timeout: 2_000, intervals: [20] }).toBe(2);
  expect(Date.now() - closedAt).toBeLessThan(2_000);
  model.goOn();
  await heir.expectStatus('Completed');
  await expect(heir.lastAnswer).toHaveText(/Once upon a time\./);
  await expect(heir.answers).toHaveCount(1);
});

test('[L3] a reload in mid-stream shows what was said once, and goes on', async ({ page, model }) => {
  model.says('Once upon', ' a time.');
  const chat = await withModel(page, model);
  await chat.say('Tell me a story');
  await expect(chat.lastAnswer).toContainText('Once upon', patient);
  await chat.app.reload();
  await expect(chat.lastAnswer).toContainText('Once upon', patient);
  await expect.poll(() => model.requestCount).toBe(2);
  model.goOn();
  await chat.expectStatus('Completed');
  await expect(chat.lastAnswer).toContainText('Once upon a time.');
  const text = await chat.lastAnswer.innerText();
  expect(text.match(/Once upon/g)).toHaveLength(1);
});

test('[Q3] an approval survives that the window which asked is closed, and any other one can answer it', async ({
  page,
  context,
}) => {
  const { one, two } = await waitingWindows(page, context);
  await one.page.close();
  await two.decide(await two.approval(/Old/), 'Approve');
  await two.expectStatus('Completed');
  await new WorkspacePage(two.app).expectOutline('Launch', ['Kept']);
});

test('[S1a] a driver that hangs is robbed after a while, and writes nothing into what the other went on with', async ({
  page,
  context,
  model,
}) => {
  model.says('Once upon', ' a time.');
  const driver = await withModel(await context.newPage(), model);
  await driver.say('Tell me a story');
  await expect(driver.lastAnswer).toContainText('Once upon', patient);
  const heir = await shownIn(page, driver);

  const hanging = driver.page.evaluate(() => {
    const end = performance.now() + 12_000;
    while (performance.now() < end);
  });
  await expect.poll(() => model.requestCount, { timeout: 10_000 }).toBe(2);
  model.goOn();
  await heir.expectStatus('Completed');
  await hanging;

  await driver.expectStatus('Completed');
  for (const window of [driver, heir]) {
    await expect(window.answers).toHaveCount(1);
    await expect(window.lastAnswer).toContainText('Once upon a time.');
  }
  await heir.app.reload();
  await expect(heir.answers).toHaveCount(1);
  await expect(heir.lastAnswer).toContainText('Once upon a time.');
});

test('[S1] two windows drive two sessions at once, on one workspace', async ({ page, context }) => {
  const { one, two, workspace } = await waitingWindows(page, context);
  await two.page.goto('/#/');
  await two.say("Add a task 'Beside' to Launch");
  await two.expectStatus('Completed');
  await workspace.expectOutline('Launch', ['Old', 'Kept', 'Beside']);
  await one.decide(await one.approval(/Old/), 'Approve');
  await one.expectStatus('Completed');
  await workspace.expectOutline('Launch', ['Kept', 'Beside']);
});
