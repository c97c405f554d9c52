import { expect, test } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { MomentumPage } from './pages/momentum-page';

test.describe.configure({ timeout: 60_000 });

let app: MomentumPage;
let chat: ConversationPage;

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  chat = new ConversationPage(app);
  await app.open();
  await chat.show();
});

async function showSessions(): Promise<void> {
  if (await app.sessions.isHidden()) await app.sessionsButton.click();
  await expect(app.sessions).toBeVisible();
}

async function startAnother(): Promise<void> {
  await showSessions();
  await app.sessions.getByRole('button', { name: 'New session' }).click();
  await expect(chat.composer).toBeVisible();
  await expect(chat.log).toHaveCount(0);
}

function link(title: string) {
  return app.sessions.getByRole('link', { name: title });
}

test('each has a title from its first message and an address of its own', async ({ page }) => {
  await chat.ask('What is overdue?');
  const first = page.url();
  await startAnother();
  await chat.ask('What can you do?');
  expect(page.url()).not.toBe(first);

  await showSessions();
  await link('What is overdue?').click();
  await expect(page).toHaveURL(first);
  await expect(chat.messages).toHaveText(/What is overdue\?/);
  await page.goBack();
  await expect(chat.messages).toHaveText(/What can you do\?/);
});

test('one can be renamed, deleted and brought back', async ({ page }) => {
  await chat.ask('What is overdue?');
  await showSessions();
  const actions = app.sessions.getByRole('button', { name: 'Actions for What is overdue?' });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const field = app.sessions.getByRole('textbox', { name: 'Title of the session' });
  await expect(field).toBeFocused();
  await field.fill('Late things');
  await field.press('Enter');
  await expect(link('Late things')).toBeVisible();

  await app.sessions.getByRole('button', { name: 'Actions for Late things' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(link('Late things')).toHaveCount(0);
  await app.toast('deleted').getByRole('button', { name: 'Undo' }).click();
  await expect(link('Late things')).toBeVisible();
});

test('they are found by words in their titles and texts', async () => {
  await chat.ask('What is overdue?');
  await startAnother();
  await chat.ask('What can you do?');
  await showSessions();
  const search = app.sessions.getByRole('searchbox', { name: 'Search sessions' });
  await search.fill('pricing page');
  await expect(link('What is overdue?')).toBeVisible();
  await expect(link('What can you do?')).toHaveCount(0);
  await search.fill('nobody ever said this');
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
  await startAnother();
  await expect(chat.composer).toHaveValue('');
  await chat.composer.fill('Another thought');
  await app.reload();
  await expect(chat.composer).toHaveValue('Another thought');
  await showSessions();
  await link('What is overdue?').click();
  await expect(chat.composer).toHaveValue('A thought for later');
});
