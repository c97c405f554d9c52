import { expect, test } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { MomentumPage } from './pages/momentum-page';
import { SessionsPage } from './pages/sessions-page';

/* What is pressed often goes away with what it did. Whoever works by keyboard goes on from there, not from the top of the page. */

let app: MomentumPage;
let chat: ConversationPage;
let sessions: SessionsPage;

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  chat = new ConversationPage(app);
  sessions = new SessionsPage(chat);
  await app.open();
});

test('an example that is sent leads to where one writes', async ({ page }) => {
  await page.getByRole('button', { name: 'What is overdue?' }).press('Enter');
  await expect(chat.messages).toHaveCount(1);
  await expect(chat.composer).toBeFocused();
  await chat.expectStatus('Completed');
});

test('a message that is edited and sent again leads to where one writes', async ({ page }) => {
  await chat.ask('What is overdue?');
  await chat.messages.first().getByRole('button', { name: 'Edit' }).press('Enter');
  const field = page.getByRole('textbox', { name: 'Edit message' });
  await field.fill('What is due this week?');
  await field.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(chat.composer).toBeFocused();
  await chat.expectStatus('Completed');
});

test('a new session is for writing, however it was asked for', async ({ page }) => {
  const button = app.sessions.getByRole('button', { name: 'New session' });
  await button.press('Enter');
  await expect(chat.composer).toBeFocused();

  await chat.ask('What is overdue?');
  await button.press('Enter');
  await expect(chat.messages).toHaveCount(0);
  await expect(chat.composer).toBeFocused();

  await sessions.link('What is overdue?').press('Enter');
  await expect(chat.messages).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await expect(chat.messages).toHaveCount(0);
  await expect(chat.composer).toBeFocused();

  await app.workspace.getByRole('searchbox', { name: 'Search tasks' }).focus();
  await page.keyboard.press('ControlOrMeta+K');
  const palette = app.dialog('Search and commands');
  await palette.getByRole('combobox').fill('New session');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(chat.composer).toBeFocused();
});

test('a queued message whose editing ends, and a queue that is resumed, keep it near', async ({ page }) => {
  await chat.say('Mark everything in Website launch as done');
  await chat.approval('Mark 6 tasks');
  await chat.queue('What is overdue?');

  const edit = chat.queued.getByRole('button', { name: 'Edit' });
  await edit.press('Enter');
  const field = page.getByRole('textbox', { name: 'Edit queued message' });
  await field.press('Escape');
  await expect(edit).toBeFocused();
  await edit.press('Enter');
  await field.fill('What is due this week?');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(chat.queued).toHaveText(['What is due this week?']);
  await expect(edit).toBeFocused();

  await chat.cancelRun.press('Enter');
  await chat.expectStatus('Cancelled');
  await page.getByRole('button', { name: 'Resume' }).press('Enter');
  await expect(chat.queued).toHaveCount(0);
  await expect(chat.composer).toBeFocused();
  await chat.expectStatus('Completed');
});

test('in the list of sessions it stays in its row, or goes to the next', async ({ page }) => {
  for (const message of ['What is overdue?', 'What can you do?', 'Who does what?']) {
    await app.sessions.getByRole('button', { name: 'New session' }).click();
    await chat.ask(message);
  }
  const field = app.sessions.getByRole('textbox', { name: 'Title of the session' });

  await chooseByKey('Rename', 'What can you do?');
  await expect(field).toBeFocused();
  await field.press('Escape');
  await expect(sessions.link('What can you do?')).toBeFocused();
  await chooseByKey('Rename', 'What can you do?');
  await expect(field).toBeFocused();
  await field.fill('Help');
  await field.press('Enter');
  await expect(sessions.link('Help')).toBeFocused();

  await chooseByKey('Archive', 'Help');
  await expect(sessions.link('Help')).toHaveCount(0);
  await expect(sessions.link('What is overdue?')).toBeFocused();
  await chooseByKey('Delete', 'What is overdue?');
  await expect(sessions.link('What is overdue?')).toHaveCount(0);
  await expect(sessions.link('Who does what?')).toBeFocused();

  async function chooseByKey(action: string, title: string): Promise<void> {
    await app.sessions.getByRole('button', { name: `Actions for ${title}` }).press('Enter');
    await page.getByRole('menuitem', { name: action, exact: true }).press('Enter');
  }
});

test('the example that is removed leaves it where the example was', async ({ page }) => {
  await app.main.getByRole('button', { name: 'Remove example' }).press('Enter');
  await expect(app.main.getByRole('button', { name: 'Remove example' })).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'What is overdue?' })).toBeFocused();
});
