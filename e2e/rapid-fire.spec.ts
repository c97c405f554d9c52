import { expect, test } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { MomentumPage } from './pages/momentum-page';
import { WorkspacePage } from './pages/workspace-page';

test.describe.configure({ timeout: 120_000 });
// Messages that are out of view are not in the page.
test.use({ viewport: { width: 1280, height: 2_400 } });

const requests = [
  "Add a task 'Celebrate' to Launch",
  "Mark 'Plan' as done",
  "Rename the task 'Ship' to 'Ship it'",
  "Set the priority of 'Write' to urgent",
  "Add a task 'Rest' to Launch",
] as const;

/*
 * Typed without a pause: nothing here waits for anything to be sent, so the five come within two seconds wherever the browser takes keys
 * that fast. Whatever was done by then is done, and nothing else is.
 */
test('[I1] [I2] five different requests in a row all stay, each comes to one end, and the last one is done', async ({
  page,
}) => {
  const app = new MomentumPage(page);
  const workspace = new WorkspacePage(app);
  const chat = new ConversationPage(app);
  await workspace.begin([{ name: 'Launch', tasks: ['Plan', 'Ship', 'Write'] }]);
  await chat.ask('What is overdue?');

  await chat.composer.focus();
  for (const text of requests) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }

  await expect(chat.messages).toHaveCount(1 + requests.length);
  await expect(chat.answers).toHaveCount(1 + requests.length);
  await chat.expectStatus('Completed');
  await expect(chat.composer).toHaveValue('');
  await expect(chat.cancelRun).toHaveCount(0);
  for (const [place, text] of requests.entries()) {
    await expect(chat.messages.nth(1 + place)).toContainText(text);
  }

  const done = await endsOf(chat);
  expect(done.at(-1), 'the last request').toBe(true);
  await expectDone(workspace, done);
  await app.reload();
  await expect(chat.answers).toHaveCount(1 + requests.length);
  expect(await endsOf(chat)).toEqual(done);
  await expectDone(workspace, done);
  await expect(await chat.ask('Show the tasks in Launch')).toContainText('Rest');
});

/** Of each request, whether it was done: its receipt says so. One that was not was interrupted, and says that. */
async function endsOf(chat: ConversationPage): Promise<readonly boolean[]> {
  const ends: boolean[] = [];
  for (const place of requests.keys()) {
    const answer = chat.answers.nth(1 + place);
    await expect(answer.getByRole('button', { name: 'Thinking process' })).toBeVisible();
    const words = await answer.innerText();
    const isDone = /(?:created|changed) 1/u.test(words);
    if (!isDone) expect(words).toContain('Interrupted: another message took its place.');
    ends.push(isDone);
  }
  return ends;
}

/** The workspace is as the receipts say. */
async function expectDone(workspace: WorkspacePage, done: readonly boolean[]): Promise<void> {
  const [celebrate, plan, ship, write, rest] = done;
  await workspace.expectOutline('Launch', [
    'Plan',
    ship === true ? 'Ship it' : 'Ship',
    'Write',
    ...(celebrate === true ? ['Celebrate'] : []),
    ...(rest === true ? ['Rest'] : []),
  ]);
  await expect(workspace.task('Plan')).toBeChecked({ checked: plan === true });
  // The row says it once more to who cannot see it.
  const words = workspace.row('Write').getByText('Urgent');
  await expect(words.first()).toBeVisible({ visible: write === true });
}
