import { expect, test } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { MailService } from './pages/mail-service';
import { MomentumPage } from './pages/momentum-page';
import { RequestsPage } from './pages/requests-page';
import { SettingsPage } from './pages/settings-page';
import { WorkspacePage, type ProjectInput } from './pages/workspace-page';

// Several runs, and looks with axe, take seconds each.
test.describe.configure({ timeout: 90_000 });

let app: MomentumPage;
let chat: ConversationPage;
let requests: RequestsPage;
let settings: SettingsPage;
let workspace: WorkspacePage;

const launch: ProjectInput = {
  name: 'Launch',
  tasks: [{ title: 'Write the news', due: 3 }, 'Print flyers', 'Book the room', 'Order cake'],
};

test.beforeEach(({ page }) => {
  app = new MomentumPage(page);
  chat = new ConversationPage(app);
  requests = new RequestsPage(chat);
  settings = new SettingsPage(app);
  workspace = new WorkspacePage(app);
});

test.describe('an email', () => {
  const message = 'Send a status update email to all stakeholders';

  test('[C4] [C5] leaves exactly as it was shown and changed, once, with its keys', async () => {
    const service = await MailService.start();
    try {
      await app.open();
      await settings.open();
      await settings.useEndpoint({ endpoint: service.endpoint, from: 'me@example.com', key: 're_key' });
      await settings.close();
      await chat.say('Send an email to Tom Okafor saying the server is back up');
      const approval = await chat.approval(/^Approval needed.*Send/);
      await requests.modify(approval);
      await requests.field(approval, 'Subject').fill('Lunch tomorrow');
      await expect(approval).toContainText('Was: ');
      await expect(chat.changesIn(approval).first()).toContainText('Lunch tomorrow');

      await requests.approveChanges(approval);

      await chat.expectStatus('Completed');
      await expect(chat.settled('Approved with changes').first()).toBeVisible();
      expect(service.received).toHaveLength(1);
      expect(service.received[0]?.body).toMatchObject({
        from: 'me@example.com',
        to: ['tom.okafor@example.com'],
        cc: [],
        subject: 'Lunch tomorrow',
      });
      expect(service.received[0]?.headers).toMatchObject({ authorization: 'Bearer re_key' });
      expect(service.received[0]?.headers['idempotency-key']).toMatch(/^ses_\w+:\w+:.+/);
      await settings.openOutbox();
      await expect(settings.emails).toHaveCount(1);
      await expect(settings.emails.first()).toContainText('Left the app');
      await expect(settings.emails.first()).toContainText('Lunch tomorrow');
    } finally {
      service.close();
    }
  });

  test('Modify brings its first field into view, and the title stays there while the rest is read', async () => {
    await app.open();
    await chat.say('Send a status update on Website launch to all stakeholders');
    const approval = await chat.approval(/^Approval needed/);
    const title = approval.getByRole('heading');
    await expect(title).toBeInViewport({ ratio: 1 });
    await expect(approval.getByRole('button', { name: 'Cancel action' })).toBeInViewport();

    await requests.modify(approval);

    await expect(requests.field(approval, 'To')).toBeFocused();
    await expect(requests.field(approval, 'To')).toBeInViewport({ ratio: 1 });
    await requests.field(approval, 'Subject').fill('Where the launch stands');
    await expect(approval).toContainText('Was: ');
    await expect(requests.field(approval, 'Subject')).toBeInViewport();
    await expect(title).toBeInViewport({ ratio: 1 });
  });

  test('Cancel action sends nothing, and the answer says so', async () => {
    await app.open();
    await chat.say(message);
    await answerIfAsked();
    const approval = await chat.approval(/Send/);
    await expect(approval).toContainText('Opens in your mail program');
    await chat.decide(approval, 'Cancel action');
    await chat.expectStatus('Completed');
    await settings.openOutbox();
    await expect(settings.emails.filter({ hasText: 'Left the app' })).toHaveCount(0);
  });
});

test.describe('arguments that are changed', () => {
  test.beforeEach(async () => {
    await workspace.begin([launch]);
    await settings.ask('Ask for every change');
    await chat.say("Make 'Print flyers' due tomorrow");
  });

  test('[C5] a day that does not exist blocks with an error at its field', async ({ page }) => {
    const approval = await chat.approval(/./);
    await requests.modify(approval);
    const due = requests.field(approval, 'Due date');
    await due.focus();
    await page.keyboard.press('Backspace');
    await due.blur();
    await expect(due).toHaveAccessibleDescription(/must be a day that exists/);
    await expect(approval.getByRole('button', { name: 'Approve changes' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );

    await due.fill('2031-04-30');
    await requests.approveChanges(approval);
    await chat.expectStatus('Completed');
    await expect(workspace.row('Print flyers')).toContainText('2031');
  });

  test('[Q3] what was edited and not decided is there after a reload, and can be discarded', async () => {
    const approval = await chat.approval(/./);
    await requests.modify(approval);
    await requests.field(approval, 'Due date').fill('2031-04-30');
    await expect(approval.getByRole('button', { name: 'Approve changes' })).toBeVisible();

    await app.reload();

    await expect(requests.field(approval, 'Due date')).toHaveValue('2031-04-30');
    await approval.getByRole('button', { name: 'Discard changes' }).click();
    await expect(approval).toBeFocused();
    await expect(approval.getByRole('button', { name: 'Approve', exact: true })).toBeVisible();
  });
});

test('a tool that may run unasked does so in this session, until that is taken back', async () => {
  await workspace.begin([launch]);
  await chat.say('Mark everything in Launch as done');
  const first = await chat.approval('4 tasks');
  await first.getByRole('checkbox', { name: /^Don’t ask again in this session/ }).check();
  await chat.decide(first, 'Approve');
  await chat.expectStatus('Completed');
  await workspace.undo.click();
  await expect(workspace.task('Order cake')).not.toBeChecked();

  await chat.ask('Mark everything in Launch as done');
  await expect(workspace.task('Order cake')).toBeChecked();
  await expect(chat.approvals).toHaveCount(0);
  await workspace.undo.click();

  await settings.open();
  await settings.granted.getByRole('button', { name: /^Ask again before/ }).click();
  await expect(settings.granted).toBeHidden();
  await settings.close();
  await chat.say('Mark everything in Launch as done');
  await chat.approval('4 tasks');
});

test('[Q4] what nobody answered in time expires by itself, and one click asks again', async ({ page }) => {
  await page.clock.install();
  await workspace.begin([launch]);
  await settings.open();
  await settings.patience('5 minutes');
  await settings.close();
  await chat.say('Mark everything in Launch as done');
  const approval = await chat.approval('4 tasks');
  await expect(approval).toContainText('About 5 minutes left to answer');

  await page.clock.fastForward('05:01');

  const expired = chat.settled('Expired').first();
  await expect(expired).toContainText('Nobody answered in time, so nothing was done.');
  await expect(chat.approvals).toHaveCount(0);
  await expect(workspace.task('Order cake')).not.toBeChecked();
  await expired.getByRole('button', { name: 'Ask again' }).click();
  const again = await chat.approval('4 tasks');
  await chat.decide(again, 'Approve');
  await expect(workspace.task('Order cake')).toBeChecked();
});

test('[Q4] more time can be taken, which a reload keeps, and only the clock on the wall counts', async ({
  page,
}) => {
  await page.clock.install();
  await workspace.begin([launch]);
  await settings.open();
  await settings.patience('5 minutes');
  await settings.close();
  await chat.say('Mark everything in Launch as done');
  const approval = await chat.approval('4 tasks');
  await expect(approval).toContainText('About 5 minutes left to answer');

  await page.clock.fastForward('04:30');
  await expect(approval).toContainText('Less than a minute left to answer');
  await approval.getByRole('button', { name: 'More time' }).click();
  await expect(approval).toContainText('About 5 minutes left to answer');
  await page.clock.fastForward('02:00');
  await expect(approval).toContainText('About 3 minutes left to answer');
  await app.reload();
  await expect(await chat.approval('4 tasks')).toContainText('About 3 minutes left to answer');

  // The device sleeps: the time goes on, and no timer comes due.
  await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + 10 * 60_000);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(chat.settled('Expired').first()).toBeVisible({ timeout: 15_000 });
  await expect(workspace.task('Order cake')).not.toBeChecked();
});

test('axe finds nothing in cards that are open, being changed, or settled', async () => {
  await workspace.begin([launch]);
  await chat.say('Mark everything in Launch as done');
  const approval = await chat.approval('4 tasks');
  await app.expectAccessible();
  await requests.modify(approval);
  await app.expectAccessible();
  await chat.decide(approval, 'Approve');
  await chat.settled('Approved').first().getByText('What was shown').click();
  await app.expectAccessible();
});

test('[Q5] whoever decides by keyboard goes on from the card', async ({ page }) => {
  await workspace.begin([launch]);
  await chat.say('Mark everything in Launch as done');
  const approval = await chat.approval('4 tasks');
  await page.keyboard.press('Alt+a');
  await expect(approval).toBeFocused();
  await app.tabTo(approval.getByRole('button', { name: 'Approve', exact: true }));
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(approval).toBeHidden({ timeout: 700 });
  }).toPass();
  const focused = page.locator(':focus');
  await expect(focused).toContainText('Approved');
});

/** The example has several projects; any will do. */
async function answerIfAsked(): Promise<void> {
  await expect(chat.question.or(chat.approvals).first()).toBeVisible({ timeout: 15_000 });
  if (await chat.question.isHidden()) return;
  const option = chat.question.getByRole('button').first();
  await chat.decide(chat.question, (await option.getAttribute('aria-label')) ?? '');
}
