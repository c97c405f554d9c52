import { expect, test } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { MomentumPage } from './pages/momentum-page';
import { SessionsPage } from './pages/sessions-page';

test.describe.configure({ timeout: 90_000 });

let app: MomentumPage;
let chat: ConversationPage;
let sessions: SessionsPage;

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  chat = new ConversationPage(app);
  sessions = new SessionsPage(chat);
  await app.open();
  await chat.show();
});

test('each has a title from its first message and an address of its own', async ({ page }) => {
  await chat.ask('What is overdue?');
  const first = page.url();
  await sessions.startAnother();
  await chat.ask('What can you do?');
  expect(page.url()).not.toBe(first);

  await sessions.show();
  await sessions.link('What is overdue?').click();
  await expect(page).toHaveURL(first);
  await expect(chat.messages).toHaveText(/What is overdue\?/);
  await page.goBack();
  await expect(chat.messages).toHaveText(/What can you do\?/);
});

test('one can be renamed, deleted and brought back', async () => {
  await chat.ask('What is overdue?');
  await sessions.show();
  await sessions.choose('Rename', 'What is overdue?');
  const field = app.sessions.getByRole('textbox', { name: 'Title of the session' });
  await expect(field).toBeFocused();
  await field.fill('Late things');
  await field.press('Enter');
  await expect(sessions.link('Late things')).toBeVisible();

  await sessions.choose('Delete', 'Late things');
  await expect(sessions.link('Late things')).toHaveCount(0);
  await app.toast('deleted').getByRole('button', { name: 'Undo' }).click();
  await expect(sessions.link('Late things')).toBeVisible();
});

test('they are found by words in their titles and texts', async () => {
  await chat.ask('What is overdue?');
  await sessions.startAnother();
  await chat.ask('What can you do?');
  await sessions.show();
  await sessions.search.fill('pricing page');
  await expect(sessions.link('What is overdue?')).toBeVisible();
  await expect(sessions.link('What can you do?')).toHaveCount(0);
  await sessions.search.fill('nobody ever said this');
  await expect(app.sessions.getByText('Nothing found')).toBeVisible();
});

test('an address that leads nowhere says so and leads on', async ({ page }) => {
  await page.goto('/#/s/ses_doesnotexist00');
  await page.reload();
  await app.waitUntilOpen();
  await chat.app.expectNoSidewaysScroll();
  await expect(page.getByRole('heading', { name: 'This session is not here' })).toBeVisible();
  await app.main.getByRole('button', { name: 'Start a new one' }).click();
  await expect(chat.composer).toBeVisible();
});

test('what is half written is there after a reload, for each session its own', async () => {
  await chat.ask('What is overdue?');
  await chat.composer.fill('A thought for later');
  await sessions.startAnother();
  await expect(chat.composer).toHaveValue('');
  await chat.composer.fill('Another thought');
  await app.reload();
  await expect(chat.composer).toHaveValue('Another thought');
  await sessions.show();
  await sessions.link('What is overdue?').click();
  await expect(chat.composer).toHaveValue('A thought for later');
});

test('[S6] they are listed by what is to be done about them, with how many there are', async () => {
  await chat.ask('What is overdue?');
  await sessions.startAnother();
  await chat.say('Delete the first task of the website project');
  await expect(chat.log.getByRole('dialog').or(chat.question)).toBeVisible({ timeout: 15_000 });
  await sessions.startAnother();
  await chat.ask('What can you do?');
  await sessions.show();
  await expect
    .poll(() => sessions.lines())
    .toEqual([
      '# Needs you 1',
      'Delete the first task of the website project needs you',
      '# Done 2',
      'What can you do?',
      'What is overdue?',
    ]);
  await app.expectNoSidewaysScroll();
  await app.expectAccessible();
});

test('[S6] an archived one is out of the list, found by search, and brought back by Undo, by hand or by a message', async ({
  page,
}) => {
  await chat.ask('What can you do?');
  await sessions.startAnother();
  await chat.ask('What is overdue?');
  const address = page.url();
  await sessions.show();
  await sessions.choose('Archive', 'What is overdue?');
  await expect(sessions.link('What is overdue?')).toHaveCount(0);
  await expect(page).not.toHaveURL(address);
  await app.toast('” archived').getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(address);

  await sessions.show();
  await sessions.choose('Archive', 'What is overdue?');
  await expect(sessions.archivedButton).toHaveText('Archived (1)');
  await sessions.search.fill('pricing page');
  await expect(sessions.link('What is overdue?')).toContainText('archived');
  await sessions.search.fill('');
  await sessions.archivedButton.click();
  await expect.poll(() => sessions.lines()).toEqual(['# Archived', 'What is overdue?']);
  await app.dismissToasts();
  await sessions.link('What is overdue?').click();
  await expect(page.getByText('This session is archived')).toBeVisible();
  await page.getByRole('button', { name: 'Unarchive' }).click();
  await expect(page.getByText('This session is archived')).toBeHidden();

  await sessions.show();
  await sessions.choose('Archive', 'What is overdue?');
  await expect(app.toast('” archived')).toBeVisible();
  await app.reload();
  await page.goto(address);
  await expect(page.getByText('This session is archived')).toBeVisible();
  await chat.ask('What can you do?');
  await expect(page.getByText('This session is archived')).toBeHidden();
  await sessions.show();
  await expect.poll(() => sessions.lines()).toEqual(['# Done 2', 'What is overdue?', 'What can you do?']);
});

test('[S6] one that waits for its person is stopped when it is archived, and says so before', async () => {
  await chat.say('Delete the first task of the website project');
  await expect(chat.log.getByRole('dialog').or(chat.question)).toBeVisible({ timeout: 15_000 });
  await sessions.show();
  await sessions.choose('Stop and archive', 'Delete the first task of the website project');
  await expect(app.toast('” stopped and archived')).toBeVisible();
  await sessions.archivedButton.click();
  await app.dismissToasts();
  await sessions.link('Delete the first task').click();
  await chat.expectStatus('Cancelled');
});
