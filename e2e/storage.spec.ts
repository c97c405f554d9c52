import { randomBytes } from 'node:crypto';

import type { BrowserContext, Page } from '@playwright/test';

import { expect, test } from './fixtures';
import { DocumentsPage, textOf } from './pages/documents-page';
import { MomentumPage } from './pages/momentum-page';
import { PeoplePage } from './pages/people-page';
import {
  cutLog,
  damageRecord,
  deleteDatabase,
  goQuiet,
  holdTransaction,
  openAtVersion,
} from './pages/storage-faults';

// A look with axe takes seconds.
test.describe.configure({ timeout: 90_000 });

let app: MomentumPage;
let people: PeoplePage;

test.beforeEach(({ page }) => {
  app = new MomentumPage(page);
  people = new PeoplePage(app);
});

/** A page of the origin on which no app runs. */
async function quietPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await goQuiet(page);
  return page;
}

test('[S3] when the storage is full nothing is lost, the window says so, and goes on when there is space again', async ({
  context,
  page,
  baseURL,
}) => {
  const session = await context.newCDPSession(page);
  const origin = baseURL ?? '';
  // From the start: browsers remember for a while how much space there is.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  await app.open();
  await people.open();
  await people.add({ name: 'Before' });
  await expect(people.row('Before')).toBeVisible();
  await people.close();

  const documents = new DocumentsPage(app);
  await documents.open();
  await documents.chooseFile('large.json', largeDocument());
  await documents.importButton.click();
  await expect(documents.dialog.getByRole('alert')).toContainText('no space left');
  await expect(documents.changes, 'what was going to happen is still there').toBeVisible();
  await documents.dialog.getByRole('button', { name: 'Cancel' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'There is no space left' });
  await expect(notice).toBeVisible();
  await expect(app.saveStatus).toHaveText('Not saved');
  await app.expectAccessible();

  const download = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Export my data' }).click();
  const exported = (await textOf(await download)).text;
  expect(exported).toContain('"Before"');
  expect(exported).not.toContain('"Large 0"');

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await documents.open();
  await documents.chooseFile('large.json', largeDocument());
  await documents.importButton.click();
  await expect(documents.dialog).toBeHidden();
  await expect(notice).toHaveCount(0);
  await expect(app.saveStatus).toHaveText('Saved on this device');
  await app.reload();
  await people.open();
  await expect(people.row('Before')).toBeVisible();
});

/** A workspace of some four million characters. */
function largeDocument(): string {
  const projects = Array.from({ length: 200 }, (_, index) => ({
    id: `prj_${String(index)}`,
    name: `Large ${String(index)}`,
    status: 'active',
    priority: 'medium',
    description: randomText(20_000),
    startDate: null,
    targetDate: null,
    stakeholderIds: [],
    rank: 100 + index,
    createdAt: 0,
  }));
  return JSON.stringify({
    format: 'momentum.workspace',
    version: 1,
    exportedAt: 0,
    people: [],
    projects,
    tasks: [],
    comments: [],
    emails: [],
  });
}

/** Text that does not compress, so that it takes its length on the disk. */
function randomText(length: number): string {
  return randomBytes(length / 2).toString('hex');
}

test.describe('[S3] another tab is in the way', () => {
  test('a newer version in another tab takes over, and this window says to reload', async ({
    context,
    page,
  }) => {
    await app.open();
    await openAtVersion(await quietPage(context), 99);

    await expect(page.getByRole('heading', { name: 'A newer version is open' })).toBeVisible();
    await app.expectAccessible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export what this window had' }).click();
    expect((await textOf(await download)).text).toContain('Website launch');
  });

  test('a tab that hangs and holds the storage is named, and closing it is enough', async ({
    context,
    page,
  }) => {
    await app.open();
    await people.open();
    await people.add({ name: 'Ada' });
    await expect(people.row('Ada')).toBeVisible();
    await goQuiet(page);
    const hanging = await quietPage(context);
    await holdTransaction(hanging);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Another tab is asleep' })).toBeVisible();
    await app.expectAccessible();

    await hanging.close();
    await app.waitUntilOpen();
    await people.open();
    await expect(people.row('Ada')).toBeVisible();
  });
});

test('[S4] data of a newer version is left alone, and what can be read of it can be exported', async ({
  context,
  page,
}) => {
  await app.open();
  await goQuiet(page);
  await openAtVersion(page, 99);
  await page.goto('/');

  await expect(page.getByRole('heading', { name: 'Your data is from a newer version' })).toBeVisible();
  await app.expectAccessible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export what can be read' }).click();
  expect((await textOf(await download)).text).toContain('Website launch');

  const other = await quietPage(context);
  const version = await other.evaluate(async () => {
    const databases = await indexedDB.databases();
    return databases.find(({ name }) => name === 'momentum')?.version;
  });
  expect(version).toBe(99);
});

test('[S3] a window without storage works, and says that it forgets everything', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('The user denied permission to access the database.', 'SecurityError');
      },
    });
  });
  await app.open();
  const notice = page
    .getByRole('status')
    .filter({ hasText: 'This window forgets everything when it is closed.' });
  await expect(notice).toBeVisible();
  await expect(app.saveStatus).toHaveText('Not kept');
  await app.expectAccessible();

  await people.open();
  await people.add({ name: 'Ada' });
  await expect(people.row('Ada')).toBeVisible();
  await people.close();
  const download = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Export my data' }).click();
  expect((await textOf(await download)).text).toContain('"Ada"');
});

test.describe('[S3] the storage has less than it had', () => {
  test('an emptied storage leads to the recovery page, and a backup brings everything back', async ({
    page,
  }) => {
    await app.open();
    const documents = new DocumentsPage(app);
    await people.open();
    await people.add({ name: 'Ada' });
    await expect(people.row('Ada')).toBeVisible();
    await people.close();
    const backup = await documents.export();

    await goQuiet(page);
    await deleteDatabase(page);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Some of your data is missing' })).toBeVisible();
    await expect(page.getByText('now the storage is empty')).toBeVisible();
    await app.expectAccessible();
    await page.reload();
    await expect(
      page.getByRole('heading', { name: 'Some of your data is missing' }),
      'nothing is decided by a reload',
    ).toBeVisible();

    const file = { name: backup.name, mimeType: 'application/json', buffer: Buffer.from(backup.text) };
    await page.getByLabel('File to import').setInputFiles(file);
    await expect(page.getByText(/will be added/)).toBeVisible();
    await page.getByRole('button', { name: 'Import this backup' }).click();
    await app.waitUntilOpen();
    await people.open();
    await expect(people.row('Ada')).toBeVisible();
    await app.reload();
    await people.open();
    await expect(people.row('Ada')).toBeVisible();
  });

  test('a shorter log leads to the recovery page, and what is left can be used', async ({ page }) => {
    await app.open();
    await people.open();
    for (const name of ['One', 'Two', 'Three']) {
      await people.add({ name });
      await expect(people.row(name)).toBeVisible();
    }
    await goQuiet(page);
    await cutLog(page, 2);
    await page.goto('/');

    await expect(page.getByText('now only 2 are there')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export what is here' }).click();
    expect((await textOf(await download)).text).toContain('"One"');

    await page.getByRole('button', { name: 'Continue with what is here' }).click();
    await app.waitUntilOpen();
    await people.open();
    await expect(people.row('One')).toBeVisible();
    await people.add({ name: 'Four' });
    await expect(people.row('Four')).toBeVisible();
    await app.reload();
    await people.open();
    await expect(people.row('Four')).toBeVisible();
  });

  test('somebody who has lost everything and goes on is not shown the example', async ({ page }) => {
    await app.open();
    await goQuiet(page);
    await deleteDatabase(page);
    await page.goto('/');
    await page.getByRole('button', { name: 'Continue with what is here' }).click();
    await app.waitUntilOpen();
    await expect(app.workspace.getByText('Website launch')).toHaveCount(0);
    await app.reload();
    await expect(app.workspace.getByText('Website launch')).toHaveCount(0);
  });

  test('a database that is removed while the window is open is told at once', async ({ context, page }) => {
    await app.open();
    await deleteDatabase(await quietPage(context));

    await expect(page.getByRole('heading', { name: 'The stored data was removed' })).toBeVisible();
    await app.expectAccessible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export what this window had' }).click();
    expect((await textOf(await download)).text).toContain('Website launch');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('heading', { name: 'Some of your data is missing' })).toBeVisible();
  });
});

test('[S4] damaged records are set aside, told and exported as they are; everything else works', async ({
  page,
}) => {
  await app.open();
  await goQuiet(page);
  await damageRecord(page, { table: 'person', text: 'Tom Okafor', fields: { name: 7 } });
  await app.open();

  const notice = page.getByRole('status').filter({ hasText: '1 saved record cannot be read.' });
  await expect(notice).toBeVisible();
  await app.expectAccessible();
  await notice.getByRole('button', { name: 'Show details' }).click();
  const details = app.dialog('What cannot be read');
  await expect(details.getByRole('listitem')).toContainText('name');
  await app.expectAccessible();
  const download = page.waitForEvent('download');
  await details.getByRole('button', { name: 'Export the raw records' }).click();
  const { text } = await textOf(await download);
  expect(text).toContain('tom.okafor@example.com');
  await page.keyboard.press('Escape');

  await people.open();
  await expect(people.row('Sara Lindqvist')).toBeVisible();
  await expect(people.row('tom.okafor@example.com')).toHaveCount(0);
  await people.add({ name: 'Ada' });
  await expect(people.row('Ada')).toBeVisible();
});
