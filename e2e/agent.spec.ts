import { expect, test } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { MomentumPage } from './pages/momentum-page';
import { WorkspacePage, type ProjectInput } from './pages/workspace-page';

test.describe.configure({ timeout: 90_000 });

let app: MomentumPage;
let workspace: WorkspacePage;
let chat: ConversationPage;

const twelve: ProjectInput = {
  name: 'Launch',
  tasks: Array.from({ length: 12 }, (_, index) => `Step ${String(index + 1)}`),
};

test.beforeEach(({ page }) => {
  app = new MomentumPage(page);
  workspace = new WorkspacePage(app);
  chat = new ConversationPage(app);
});

test.describe('one message, several calls', () => {
  const request = "Create a task 'Deploy API' and add subtasks 'Update docs' and 'Run tests'";
  const outline = ['Deploy API', '- Update docs', '- Run tests'];

  test('[C1] a task and its subtasks are made in order, undone together and brought back', async () => {
    await workspace.begin([{ name: 'Platform', tasks: [] }]);
    const answer = await chat.ask(request);

    await workspace.expectOutline('Platform', outline);
    const steps = await chat.stepsOf(answer);
    expect(steps[0]).toBe('reasoning completed');
    expect(steps.filter((step) => step.startsWith('tool_call'))).toEqual(
      Array.from({ length: 3 }, () => 'tool_call completed'),
    );
    await expect(answer).toContainText('created 3');

    await answer.getByRole('button', { name: 'Undo changes' }).click();
    await workspace.expectOutline('Platform', []);
    await answer.getByRole('button', { name: 'Redo changes' }).click();
    await workspace.expectOutline('Platform', outline);
  });

  test('[S5] after a reload the conversation, its undo and its address are as they were', async ({
    page,
  }) => {
    await workspace.begin([{ name: 'Platform', tasks: [] }]);
    await chat.ask(request);
    const address = page.url();
    expect(address).toMatch(/#\/s\/ses_[0-9a-z]+$/);

    await app.reload();

    expect(page.url()).toBe(address);
    await expect(chat.messages).toHaveCount(1);
    await expect(chat.lastAnswer).toContainText('created 3');
    await chat.lastAnswer.getByRole('button', { name: 'Undo changes' }).click();
    await workspace.expectOutline('Platform', []);
  });

  test('one step can be taken back without the others', async () => {
    await workspace.begin([{ name: 'Platform', tasks: [] }]);
    const answer = await chat.ask(request);
    const steps = await chat.openThinking(answer);

    const undo = steps.getByRole('button', { name: /^Undo this step/ });
    // The conversation may still move under the pointer while it follows what has opened.
    await expect(async () => {
      if ((await undo.count()) === 3) await undo.last().click();
      await expect(undo).toHaveCount(2, { timeout: 1_000 });
    }).toPass();

    await workspace.expectOutline('Platform', ['Deploy API', '- Update docs']);
  });
});

test.describe('questions', () => {
  test('a name that fits two projects is asked about, and the choice goes on with what was meant', async () => {
    await workspace.begin([
      { name: 'Billing API', tasks: ['Old'] },
      { name: 'Search API', tasks: [] },
    ]);
    await chat.say('Set the priority of the API project to urgent');
    await expect(chat.question).toBeVisible({ timeout: 15_000 });
    await chat.expectStatus('Momentum is waiting for your response…');
    await expect(chat.question.getByRole('button', { name: 'Billing API' })).toBeVisible();

    await chat.decide(chat.question, 'Search API');

    await chat.expectStatus('Completed');
    await expect(chat.lastAnswer).toContainText('Answered: Search API');
    await expect(workspace.projectRow('Search API')).toContainText('Urgent');
    await expect(workspace.projectRow('Billing API')).not.toContainText('Urgent');
  });

  test('[Q3] an open question and a half-typed answer are there after a reload, and can be answered', async () => {
    await workspace.begin([
      { name: 'Billing API', tasks: [] },
      { name: 'Search API', tasks: [] },
    ]);
    await chat.say('Set the priority of the API project to urgent');
    await expect(chat.question).toBeVisible({ timeout: 15_000 });
    await chat.question.getByRole('textbox', { name: 'Your answer' }).fill('The sea');

    await app.reload();

    await expect(chat.question.getByRole('textbox', { name: 'Your answer' })).toHaveValue('The sea');
    await chat.decide(chat.question, 'Search API');
    await expect(workspace.projectRow('Search API')).toContainText('Urgent');
  });

  test('a question can be skipped, and nothing is changed', async () => {
    await workspace.begin([
      { name: 'Billing API', tasks: [] },
      { name: 'Search API', tasks: [] },
    ]);
    await chat.say('Set the priority of the API project to urgent');
    await expect(chat.question).toBeVisible({ timeout: 15_000 });
    await chat.decide(chat.question, 'Skip');
    await chat.expectStatus('Completed');
    await expect(chat.lastAnswer).toContainText('Skipped');
    await expect(workspace.region.getByText('Urgent')).toHaveCount(0);
  });
});

test.describe('approvals', () => {
  test('[C3] a bulk change names each of the twelve, is one commit and one undo', async () => {
    await workspace.begin([twelve]);
    await chat.say('Mark everything in Launch as done');
    const approval = await chat.approval('12 tasks');
    await expect(chat.changesIn(approval)).toHaveCount(12);
    await expect(chat.changesIn(approval).first()).toContainText('Done');
    await expect(workspace.task('Step 1')).not.toBeChecked();

    await chat.decide(approval, 'Approve');

    await chat.expectStatus('Completed');
    for (const title of ['Step 1', 'Step 12']) await expect(workspace.task(title)).toBeChecked();
    await expect(chat.settled('Approved').first()).toBeVisible();
    await workspace.undo.click();
    await expect(workspace.task('Step 1')).not.toBeChecked();
    await expect(workspace.task('Step 12')).not.toBeChecked();
  });

  test('[C3] deleting asks even in Trust', async () => {
    await workspace.begin([
      {
        name: 'Launch',
        tasks: [{ title: 'Old', status: 'done' }, { title: 'Older', status: 'done' }, 'New'],
      },
    ]);
    await app.choose('Settings');
    await app.dialog('Settings').getByRole('radio', { name: 'Trust' }).click();
    await app.dialog('Settings').getByRole('button', { name: 'Close' }).click();

    await chat.say('Delete the completed tasks');
    const approval = await chat.approval(/Delete/);
    await expect(chat.changesIn(approval)).toHaveCount(2);
    await expect(workspace.task('Old')).toBeVisible();
    await chat.decide(approval, 'Approve');

    await expect(workspace.task('Old')).toHaveCount(0);
    await expect(workspace.task('New')).toBeVisible();
  });

  test('[C5] cancelling with a reason changes nothing and says so', async () => {
    await workspace.begin([twelve]);
    await chat.say('Mark everything in Launch as done');
    const approval = await chat.approval('12 tasks');
    await approval.getByRole('textbox', { name: 'Reason (optional)' }).fill('Not before Monday');
    await chat.decide(approval, 'Cancel action');

    await chat.expectStatus('Completed');
    await expect(workspace.task('Step 1')).not.toBeChecked();
    await expect(chat.settled('Not before Monday').first()).toBeVisible();
    await expect(chat.lastAnswer.getByRole('button', { name: 'Undo changes' })).toHaveCount(0);
  });

  test('[C4] a plan that changed while its approval was open is shown again, never committed unseen', async () => {
    await workspace.begin([twelve]);
    await chat.say('Mark everything in Launch as done');
    const first = await chat.approval('12 tasks');
    await workspace.task('Step 3').click();
    await expect(workspace.task('Step 3')).toBeChecked();

    await chat.decide(first, 'Approve');

    const second = await chat.approval('11 tasks');
    await expect(chat.settled('Superseded').first()).toBeVisible();
    await expect(workspace.task('Step 1')).not.toBeChecked();
    await chat.decide(second, 'Approve');
    await expect(workspace.task('Step 1')).toBeChecked();
  });

  test('[Q5] an approval takes neither the focus nor a key from the person who types', async ({ page }) => {
    await workspace.begin([twelve]);
    await chat.composer.fill('Mark everything in Launch as done');
    await chat.composer.press('Enter');
    await page.keyboard.type('yn 1');
    const approval = await chat.approval('12 tasks');
    await expect(chat.composer).toBeFocused();
    await page.keyboard.type('yes n 1');
    await expect(chat.composer).toBeFocused();
    await expect(chat.composer).toHaveValue('yn 1yes n 1');
    await expect(approval.getByRole('button', { name: 'Approve' })).toBeVisible();

    await page.keyboard.press('Alt+a');
    await expect(approval).toBeFocused();
    for (const key of ['y', 'n', '1', 'Space', 'Escape']) await page.keyboard.press(key);
    await expect(approval.getByRole('button', { name: 'Approve' })).toBeVisible();
    await expect(workspace.task('Step 1')).not.toBeChecked();
  });

  test('[Q2] two clicks decide once', async () => {
    await workspace.begin([twelve]);
    await chat.say('Mark everything in Launch as done');
    const approval = await chat.approval('12 tasks');
    await approval.getByRole('button', { name: 'Approve' }).dblclick();
    await chat.decide(approval, 'Approve');
    await chat.expectStatus('Completed');
    await expect(workspace.task('Step 1')).toBeChecked();
    await workspace.undo.click();
    await expect(workspace.task('Step 1')).not.toBeChecked();
    await expect(workspace.undo).toBeEnabled();
  });

  test('[Q3] a decided approval shows its decision and no buttons after a reload; an open one can be decided', async () => {
    await workspace.begin([twelve]);
    await chat.say('Mark everything in Launch as done');
    await chat.approval('12 tasks');
    await app.reload();
    const reopened = await chat.approval('12 tasks');
    await chat.decide(reopened, 'Approve');
    await expect(workspace.task('Step 12')).toBeChecked();

    await app.reload();
    await expect(chat.settled('Approved').first()).toBeVisible();
    await expect(chat.approvals).toHaveCount(0);
    await expect(chat.log.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  });
});

test.describe('cancelling', () => {
  test('[C8] a run that waits for its person stops at once and leaves nothing behind', async () => {
    await workspace.begin([twelve]);
    await chat.say('Mark everything in Launch as done');
    await chat.approval('12 tasks');
    await chat.cancelRun.click();

    await chat.expectStatus('Cancelled');
    await expect(chat.cancelRun).toHaveCount(0);
    await expect(chat.approvals).toHaveCount(0);
    await expect(chat.settled('Cancelled').first()).toBeVisible();
    await expect(workspace.task('Step 1')).not.toBeChecked();

    const next = await chat.ask('Show the tasks in Launch');
    await expect(next).toContainText('Step 1');
  });

  test('Escape stops the run and decides nothing', async ({ page }) => {
    await workspace.begin([twelve]);
    await chat.say('Mark everything in Launch as done');
    await chat.approval('12 tasks');
    await chat.composer.focus();
    await page.keyboard.press('Escape');
    await chat.expectStatus('Cancelled');
    await expect(workspace.task('Step 1')).not.toBeChecked();
  });
});
