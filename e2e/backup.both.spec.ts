import { expect, test } from './fixtures';
import {
  answerFolderDialog,
  BackupPage,
  filesInFolder,
  fillStorage,
  forgetPermission,
} from './pages/backup-page';
import { textOf } from './pages/documents-page';
import { MomentumPage } from './pages/momentum-page';
import { PeoplePage } from './pages/people-page';

// A look with axe takes seconds.
test.describe.configure({ timeout: 90_000 });

let app: MomentumPage;
let backup: BackupPage;
let people: PeoplePage;

test.beforeEach(({ page }) => {
  app = new MomentumPage(page);
  backup = new BackupPage(app);
  people = new PeoplePage(app);
});

test('[S5] copies go into the folder that was chosen, and go on after a reload', async ({ page }) => {
  await answerFolderDialog(page);
  await app.open();
  await backup.open();
  await expect(backup.dialog.getByText('There is no copy yet.')).toBeVisible();
  await app.expectAccessible();
  await backup.dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(backup.dialog.getByText('“Backups”')).toBeVisible();
  await expect(backup.dialog.getByText('It holds everything.')).toBeVisible();
  const [first, ...others] = await filesInFolder(page);
  expect(others).toEqual([]);
  expect(first?.name).toMatch(/^momentum-backup-[a-z0-9]{4}-\d{4}-\d\d-\d\d-\d{6}\.json$/);
  expect(first?.text).toContain('"Website launch"');
  await app.expectAccessible();
  await app.expectNoSidewaysScroll();

  await app.reload();
  await backup.open();
  await backup.dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect.poll(async () => (await filesInFolder(page)).length).toBe(2);
  await backup.dialog.getByRole('button', { name: 'Stop backing up' }).click();
  await expect(backup.dialog.getByRole('button', { name: 'Choose a folder…' })).toBeVisible();
});

test('[S5] after a restart one click lets the copies go on', async ({ page }) => {
  await answerFolderDialog(page);
  await app.open();
  await backup.open();
  await backup.dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(backup.dialog.getByText('It holds everything.')).toBeVisible();
  await backup.dialog.getByRole('button', { name: 'Close' }).click();
  await people.open();
  await people.add({ name: 'Added later' });
  await expect(people.row('Added later')).toBeVisible();

  await forgetPermission(page);
  await app.reload();
  const notice = page.getByRole('status').filter({ hasText: 'Backups wait for your permission' });
  await expect(notice).toBeVisible();
  await app.expectAccessible();
  await notice.getByRole('button', { name: 'Allow' }).click();
  await expect(notice).toHaveCount(0);
  await expect
    .poll(async () => (await filesInFolder(page)).filter(({ text }) => text.includes('Added later')).length)
    .toBe(1);
});

test('[S5] a copy is written when the page is hidden with something new', async ({ page }) => {
  await answerFolderDialog(page);
  await app.open();
  await backup.open();
  await backup.dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(backup.dialog.getByText('It holds everything.')).toBeVisible();
  await backup.dialog.getByRole('button', { name: 'Close' }).click();
  await people.open();
  await people.add({ name: 'Added later' });
  await expect(people.row('Added later')).toBeVisible();

  await page.evaluate(() => {
    const aMinuteLater = Date.now() + 61_000;
    Date.now = () => aMinuteLater;
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(async () => (await filesInFolder(page)).at(-1)?.text).toContain('Added later');
});

test('[S5] where pages cannot write into folders, the dialog says so and offers the export', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showDirectoryPicker');
  });
  await app.open();
  await backup.open();
  await expect(backup.dialog.getByText('This browser does not let pages write into a folder')).toBeVisible();
  await app.expectAccessible();
  const download = page.waitForEvent('download');
  await backup.dialog.getByRole('button', { name: 'Export everything' }).click();
  expect((await textOf(await download)).text).toContain('"version": 2');
  await expect(backup.dialog.getByText('It holds everything.')).toBeVisible();
});

test('[S5] the reminder comes after many changes, and "Not now" is remembered', async ({ page }) => {
  await page.addInitScript(() => {
    const long = { at: 1_600_000_000_000, head: 0, talkedAt: 0 };
    if (localStorage.getItem('momentum.backup') === null) {
      localStorage.setItem(
        'momentum.backup',
        JSON.stringify({ tag: 'test', keep: 10, saved: null, counted: long }),
      );
    }
  });
  await app.open();
  const notice = page.getByRole('status').filter({ hasText: 'There is no copy of your work yet' });
  await expect(notice).toBeVisible();
  await app.expectAccessible();
  await app.expectNoSidewaysScroll();
  await notice.getByRole('button', { name: 'Not now' }).click();
  await expect(notice).toHaveCount(0);
  await app.reload();
  await expect(app.menuButton).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('[S3] erasing takes a typed word, tells other tabs, leaves nothing, and ends on the first page', async ({
  context,
  page,
}) => {
  await answerFolderDialog(page);
  await app.open();
  await backup.open();
  await backup.dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(backup.dialog.getByText('It holds everything.')).toBeVisible();
  await backup.dialog.getByRole('button', { name: 'Close' }).click();
  await people.open();
  await people.add({ name: 'To be forgotten' });
  await expect(people.row('To be forgotten')).toBeVisible();
  await people.close();
  const other = new MomentumPage(await context.newPage());
  await other.open();

  await page.bringToFront();
  await backup.openErasing();
  const erase = backup.eraseDialog.getByRole('button', { name: 'Erase everything' });
  await expect(erase).toBeDisabled();
  await app.expectAccessible();
  const download = page.waitForEvent('download');
  await backup.eraseDialog.getByRole('button', { name: 'Export everything first' }).click();
  expect((await textOf(await download)).text).toContain('To be forgotten');
  await backup.eraseDialog.getByRole('textbox').fill('Erase');
  await erase.click();

  await expect(other.page.getByRole('heading', { name: 'The stored data was removed' })).toBeVisible();
  await other.page.close();
  await expect(backup.eraseDialog).toHaveCount(0);
  await app.waitUntilOpen();
  await app.showWorkspace();
  await expect(app.workspace.getByText('Website launch').first()).toBeVisible();
  await people.open();
  await expect(people.row('To be forgotten')).toHaveCount(0);
  expect(await filesInFolder(page), 'copies in the folder stay').toHaveLength(1);
  await people.close();
  await backup.open();
  await expect(backup.dialog.getByRole('button', { name: 'Choose a folder…' })).toBeVisible();
});

test.describe('on a disk that is completely full', () => {
  test.beforeEach(async ({ context, page, baseURL }) => {
    const session = await context.newCDPSession(page);
    // From the start: browsers remember for a while how much space there is.
    await session.send('Storage.overrideQuotaForOrigin', { origin: baseURL ?? '', quotaSize: 6_000_000 });
    await app.open();
    await fillStorage(page);
    await app.choose('Remove example');
  });

  test('[S3] even deleting is refused, and freeing what is not needed lets everything go on', async ({
    page,
  }) => {
    const notice = page.getByRole('alert').filter({ hasText: 'There is no space left' });
    await notice.getByRole('button', { name: 'Free space' }).click();
    await backup.storage.getByRole('button', { name: 'Look what can go' }).click();
    await expect(backup.storage.getByText(/^1 deleted session: about \d\.\d MB\.$/)).toBeVisible();
    await app.expectAccessible();
    await backup.storage.getByRole('button', { name: 'Free this space…' }).click();
    await app.question('Free this space?').getByRole('button', { name: 'Free space' }).click();
    await expect(backup.storage.getByText(/^Freed: 1 deleted session/)).toBeVisible();

    await backup.storage.getByRole('button', { name: 'Close' }).click();
    await app.choose('Remove example');
    await expect(app.workspace.getByText('Website launch')).toHaveCount(0);
    await expect(notice).toHaveCount(0);
    await expect(app.saveStatus).toHaveText('Saved on this device');
  });

  test('[S3] everything can be erased', async ({ page }) => {
    await expect(page.getByRole('alert').filter({ hasText: 'There is no space left' })).toBeVisible();
    await backup.openErasing();
    await backup.eraseDialog.getByRole('textbox').fill('erase');
    await page.keyboard.press('Enter');
    await expect(backup.eraseDialog).toHaveCount(0);
    await app.waitUntilOpen();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(app.saveStatus).toHaveText('Saved on this device');
  });
});
