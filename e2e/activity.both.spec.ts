import { expect, test } from './fixtures';
import { ActivityPage } from './pages/activity-page';
import { MomentumPage } from './pages/momentum-page';
import { PeoplePage } from './pages/people-page';

// Stories of many changes.
test.describe.configure({ timeout: 90_000 });

let app: MomentumPage;
let activity: ActivityPage;
let people: PeoplePage;

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  activity = new ActivityPage(app);
  people = new PeoplePage(app);
  await app.open();
});

test('every change is listed with who, when and exactly what', async () => {
  await people.open();
  await people.edit('Tom Okafor', { name: 'Tom Adeyemi', team: 'Platform' });
  await expect(people.row('Tom Adeyemi')).toBeVisible();
  await people.close();

  await activity.open();
  await expect(activity.dialog.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(activity.entries).toHaveText([/Tom.*changed.*You/s, /Example projects added.*Momentum/s]);

  const entry = await activity.expandNth(0);
  const fields = entry.getByRole('list', { name: 'What changed' });
  await expect(fields.getByRole('term')).toHaveText(['Name', 'Team']);
  await expect(fields.getByRole('deletion')).toHaveText(['Tom Okafor', 'Engineering']);
  await expect(fields.getByRole('insertion')).toHaveText(['Tom Adeyemi', 'Platform']);

  const example = await activity.expand('Example projects added');
  await expect(example.getByText('Tom Okafor')).toBeVisible();
  await expect(example.getByText('Tom Adeyemi')).toHaveCount(0);
});

test('[W2] any entry is undone where it stands, and redone', async () => {
  await people.open();
  await people.add({ name: 'First' });
  await people.add({ name: 'Second' });
  await expect(people.row('Second')).toBeVisible();
  await people.close();

  await activity.open();
  const entry = await activity.expand('“First” added');
  await entry.getByRole('button', { name: 'Undo this' }).click();
  await expect(activity.entry('Undone: “First” added')).toBeVisible();

  const undo = await activity.expand('Undone: “First” added');
  await undo.getByRole('button', { name: 'Redo this' }).click();
  await expect(activity.entry('Redone: “First” added')).toBeVisible();
  await activity.close();
  await people.open();
  await expect(people.row('First')).toBeVisible();
  await expect(people.row('Second')).toBeVisible();
});

test('[W3] an undo that meets newer changes asks, and does as it is told', async () => {
  await people.open();
  await people.edit('Tom Okafor', { name: 'Tom the First', team: 'One' });
  await expect(people.row('Tom the First')).toBeVisible();
  await people.edit('Tom the First', { name: 'Tom the Second' });
  await expect(people.row('Tom the Second')).toBeVisible();
  await people.close();

  await activity.open();
  const entry = await activity.expandNth(1);
  const conflict = app.dialog('Undo meets newer changes');

  await entry.getByRole('button', { name: 'Undo this' }).click();
  await expect(conflict.getByRole('list', { name: 'Newer changes' })).toContainText('Tom the Second');
  await conflict.getByRole('button', { name: 'Cancel' }).click();
  await expect(activity.entries).toHaveCount(3);

  await entry.getByRole('button', { name: 'Undo this' }).click();
  await conflict.getByRole('button', { name: 'Keep newer values' }).click();
  await expect(activity.entries).toHaveCount(4);
  await activity.close();
  await people.open();
  await expect(people.row('Tom the Second')).toContainText('Engineering');
  await people.close();

  await activity.open();
  await activity.expandNth(2);
  await entry.getByRole('button', { name: 'Undo this' }).click();
  await conflict.getByRole('button', { name: 'Put back anyway' }).click();
  await expect(activity.entries).toHaveCount(5);
  await activity.close();
  await people.open();
  await expect(people.row('Tom Okafor')).toBeVisible();
});

test('a restore says how much it takes back, does it, and is undone like everything else', async () => {
  await people.open();
  for (const name of ['First', 'Second', 'Third']) await people.add({ name });
  await expect(people.row('Third')).toBeVisible();
  await people.close();

  await activity.open();
  const goal = await activity.expand('“First” added');
  await goal.getByRole('button', { name: 'Restore to here' }).click();
  const question = app.question('Restore to here?');
  await expect(question).toContainText('This takes back all 2 changes made since.');
  await question.getByRole('button', { name: 'Restore' }).click();
  await expect(activity.dialog.getByText('Restored')).toBeVisible();
  await expect(
    activity.entries.first().filter({ hasNotText: 'Restored' }),
    'the newest entry is the restore',
  ).toHaveCount(0);
  await activity.close();
  await people.open();
  await expect(people.row('First')).toBeVisible();
  await expect(people.row('Second')).toHaveCount(0);
  await people.close();

  await activity.open();
  await activity.entries.first().click();
  await activity.dialog.getByRole('button', { name: 'Undo this' }).click();
  await expect(activity.dialog.getByText('Undo', { exact: true })).toBeVisible();
  await activity.close();
  await app.reload();
  await people.open();
  await expect(people.row('Third')).toBeVisible();
});

test('the newest entry offers no way back to itself', async () => {
  await activity.open();
  const entry = await activity.expand('Example projects added');
  await expect(entry.getByRole('button', { name: 'Undo this' })).toBeVisible();
  await expect(entry.getByRole('button', { name: 'Restore to here' })).toHaveCount(0);
});

test('a long history is read page by page, and what happens meanwhile appears above it', async ({
  context,
}) => {
  test.setTimeout(90_000);
  await people.open();
  await people.add({ name: 'Zoe 0' });
  // More edits than one page of the history holds.
  for (let edit = 1; edit <= 52; edit += 1) {
    await people.edit(`Zoe ${String(edit - 1)}`, { name: `Zoe ${String(edit)}` });
    await expect(people.row(`Zoe ${String(edit)}`)).toBeVisible();
  }
  await people.close();

  await activity.open();
  await expect(activity.entries).toHaveCount(50);
  await activity.dialog.getByRole('button', { name: 'Show older' }).click();
  await expect(activity.entries).toHaveCount(54);
  await expect(activity.dialog.getByRole('button', { name: 'Show older' })).toHaveCount(0);

  const oldest = await activity.expand('Example projects added');
  await expect(oldest.getByText('Sara Lindqvist')).toBeVisible();

  const other = new MomentumPage(await context.newPage());
  const otherPeople = new PeoplePage(other);
  await other.open();
  await otherPeople.open();
  await otherPeople.add({ name: 'From the other window' });
  await expect(activity.entries.first()).toContainText('“From the other window” added');
  await expect(activity.entries, 'the pages that were read stay').toHaveCount(55);
});

test('all of it works by keyboard alone', async ({ page }) => {
  await app.chooseByKeyboard('People');
  await app.tabTo(people.dialog.getByRole('button', { name: 'Add person' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(people.row('Ada')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(people.dialog).toBeHidden();

  await app.chooseByKeyboard('Activity');
  await app.tabTo(activity.entries.filter({ hasText: 'Example projects added' }));
  await page.keyboard.press('Enter');
  await app.tabTo(activity.dialog.getByRole('button', { name: 'Restore to here' }));
  await page.keyboard.press('Enter');
  await app.tabTo(page.getByRole('button', { name: 'Restore', exact: true }));
  await page.keyboard.press('Enter');
  await expect(activity.entries).toHaveCount(3);
  await app.tabTo(activity.entries.first());
  await page.keyboard.press('Enter');
  await app.tabTo(activity.dialog.getByRole('button', { name: 'Undo this' }).first());
  await page.keyboard.press('Enter');
  await expect(activity.entries).toHaveCount(4);
});

test('axe finds nothing wrong with the list, what changed, and the questions', async ({ page }) => {
  await people.open();
  await people.edit('Tom Okafor', { name: 'Tom the First' });
  await expect(people.row('Tom the First')).toBeVisible();
  await people.edit('Tom the First', { name: 'Tom the Second' });
  await expect(people.row('Tom the Second')).toBeVisible();
  await people.close();

  await activity.open();
  const entry = await activity.expandNth(1);
  await expect(entry.getByRole('deletion')).toHaveText('Tom Okafor');
  await app.expectAccessible();

  await entry.getByRole('button', { name: 'Restore to here' }).click();
  await expect(app.question('Restore to here?')).toBeVisible();
  await app.expectAccessible();
  await page.keyboard.press('Escape');

  await entry.getByRole('button', { name: 'Undo this' }).click();
  await expect(app.dialog('Undo meets newer changes')).toBeVisible();
  await app.expectAccessible();
});
