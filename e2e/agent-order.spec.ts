import { expect, test } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { MomentumPage } from './pages/momentum-page';
import { WorkspacePage, type ProjectInput } from './pages/workspace-page';

test.describe.configure({ timeout: 90_000 });

let app: MomentumPage;
let workspace: WorkspacePage;
let chat: ConversationPage;

const launch: ProjectInput = { name: 'Launch', tasks: ['Plan', 'Ship', 'Write'] };
/** A creation, a deletion that asks, and another creation, in one message. */
const threeRequests =
  "Add a task 'Draft' to Launch, then delete the task 'Ship', then add a task 'Celebrate' to Launch";

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  workspace = new WorkspacePage(app);
  chat = new ConversationPage(app);
  await workspace.begin([launch]);
});

test('[C1] [C5] nothing overtakes a call that waits, and a refusal supersedes what is behind it', async () => {
  await chat.say(threeRequests);
  const approval = await chat.approval(/Delete/);
  await expect(workspace.task('Celebrate')).toHaveCount(0);

  await approval.getByRole('textbox', { name: 'Reason (optional)' }).fill('We still need it');
  await chat.decide(approval, 'Cancel action');

  await chat.expectStatus('Completed');
  await workspace.expectOutline('Launch', ['Plan', 'Ship', 'Write', 'Draft']);
  await expect(chat.settled('We still need it').first()).toBeVisible();
});

test('[C1] approved, the calls go on in the order of the message', async () => {
  await chat.say(threeRequests);
  await chat.decide(await chat.approval(/Delete/), 'Approve');

  await chat.expectStatus('Completed');
  await workspace.expectOutline('Launch', ['Plan', 'Write', 'Draft', 'Celebrate']);
});

test('[C8] cancelled while a call waits, those behind it never start, and their steps say so', async () => {
  await chat.say(threeRequests);
  await chat.approval(/Delete/);
  await chat.cancelRun.click();

  await chat.expectStatus('Cancelled');
  await workspace.expectOutline('Launch', ['Plan', 'Ship', 'Write', 'Draft']);
  expect(await chat.stepsOf(chat.lastAnswer)).toContain('tool_call cancelled');
});

test('an approval that is open stays open when trust is switched on, and deleting asks afterwards too', async () => {
  await chat.say("Delete the task 'Ship'");
  const open = await chat.approval(/Delete/);
  await app.choose('Settings');
  const settings = app.dialog('Settings');
  await settings.getByRole('radio', { name: 'Trust' }).click();
  await settings.getByRole('button', { name: 'Close' }).click();
  await expect(settings).toBeHidden();

  await expect(workspace.task('Ship')).toBeVisible();
  await chat.decide(open, 'Approve');
  await chat.expectStatus('Completed');
  await chat.say("Delete the task 'Write'");
  await chat.approval(/Write/);
  await expect(workspace.task('Write')).toBeVisible();
});

test('a message that is sent while an approval waits takes its place at once', async () => {
  await chat.say("Delete the task 'Ship'");
  await chat.approval(/Delete/);
  await chat.say('What is overdue?');

  await expect(chat.settled('Superseded').first()).toBeVisible({ timeout: 15_000 });
  await expect(chat.approvals).toHaveCount(0);
  await chat.expectStatus('Completed');
  await expect(workspace.task('Ship')).toBeVisible();
});

test('the answer is told once, as a whole, and the thinking folds to how long it took', async ({ page }) => {
  const answer = await chat.ask("Add a task 'Celebrate' to Launch");

  await expect(
    page.getByRole('region', { name: 'Chat' }).locator('[aria-live="polite"].sr-only'),
  ).toContainText('Celebrate');
  await expect(chat.log).toHaveAttribute('aria-live', 'off');
  const thinking = answer.getByRole('button', { name: 'Thinking process' });
  await expect(thinking).toHaveAttribute('aria-expanded', 'false');
  await expect(answer.getByText(/Thought for .* · 1 action/)).toBeVisible();
});
