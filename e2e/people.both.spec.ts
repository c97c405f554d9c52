import { expect, test } from './fixtures';
import { MomentumPage } from './pages/momentum-page';
import { PeoplePage } from './pages/people-page';

// A look with axe takes seconds.
test.describe.configure({ timeout: 90_000 });

let app: MomentumPage;
let people: PeoplePage;

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  people = new PeoplePage(app);
  await app.open();
});

test('people are added, edited and deleted, and a reload keeps all of it', async () => {
  await people.open();
  await people.add({ name: 'Ada Lovelace', email: 'ada@example.com', team: 'Engines' });
  await expect(people.row('Ada Lovelace')).toContainText('ada@example.com');
  await expect(people.row('Ada Lovelace')).toContainText('Engines');

  await people.edit('Ada Lovelace', { name: 'Ada King', team: '' });
  await expect(people.row('Ada King')).not.toContainText('Engines');
  await people.remove('Tom Okafor');
  await expect(people.row('Tom Okafor')).toHaveCount(0);

  await app.reload();
  await people.open();
  await expect(people.row('Ada King')).toContainText('ada@example.com');
  await expect(people.row('Tom Okafor')).toHaveCount(0);
});

test('[W5] a deletion says beforehand what loses the person, and can be undone', async () => {
  await people.open();
  await people.dialog.getByRole('button', { name: 'Delete Tom Okafor' }).click();
  const question = app.question('Delete Tom Okafor?');
  await expect(question).toContainText(
    '2 tasks will have no assignee and 2 projects will lose a stakeholder.',
  );
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Delete person' }).click();
  await expect(people.row('Tom Okafor')).toHaveCount(0);

  await app.toast('Tom Okafor').getByRole('button', { name: 'Undo' }).click();
  await expect(people.row('Tom Okafor')).toBeVisible();
});

test('what is wrong is said at the field, which gets the focus, and nothing is lost', async () => {
  await people.open();
  await people.add({ name: ' ', email: 'nowhere' });
  const form = people.dialog.getByRole('form', { name: 'New person' });
  const name = form.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/name/i);
  await expect(form.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(/address/i);
  await expect(form.getByRole('textbox', { name: 'Email' })).toHaveValue('nowhere');

  await people.fill(form, { name: 'Ada', email: 'SARA.lindqvist@example.com' });
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(/Sara Lindqvist/);

  await people.fill(form, { email: 'ada@example.com' });
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(people.row('ada@example.com')).toBeVisible();
});

test('[X1] markup, emoji, invisible and right-to-left characters are shown as text', async () => {
  await people.open();
  for (const name of ['<img src=x onerror=alert(1)>', '👩‍🚀 Åsa', 'מרים', 'a\u200Bb']) {
    await people.add({ name });
    await expect(people.row(name)).toBeVisible();
  }
  await expect(people.dialog.locator('img')).toHaveCount(0);
});

test('[X1] too long a name is refused with a number, and the longest one fits the window', async () => {
  await people.open();
  await people.add({ name: 'n'.repeat(10_000) });
  const form = people.dialog.getByRole('form', { name: 'New person' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(/120/);

  await people.fill(form, { name: 'n'.repeat(120) });
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(people.row('nnn')).toBeVisible();
  await app.expectNoSidewaysScroll();
});

test('all of it works by keyboard alone', async ({ page }) => {
  await app.chooseByKeyboard('People');
  await app.tabTo(people.dialog.getByRole('button', { name: 'Add person' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ada Lovelace');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada@example.com');
  await page.keyboard.press('Enter');
  await expect(people.row('Ada Lovelace')).toBeVisible();
  await expect(people.dialog.getByRole('button', { name: 'Add person' })).toBeFocused();

  await app.tabTo(people.dialog.getByRole('button', { name: 'Edit Ada Lovelace' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' King');
  await page.keyboard.press('Enter');
  await expect(people.row('Ada Lovelace King')).toBeVisible();
  await expect(people.dialog.getByRole('button', { name: 'Edit Ada Lovelace King' })).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(people.dialog, 'Escape shuts the form, not the dialog').toBeVisible();
  await expect(people.dialog.getByRole('form')).toHaveCount(0);

  await app.tabTo(people.dialog.getByRole('button', { name: 'Delete Ada Lovelace King' }));
  await page.keyboard.press('Enter');
  await app.tabTo(page.getByRole('button', { name: 'Delete person' }));
  await page.keyboard.press('Enter');
  await expect(people.row('Ada Lovelace King')).toHaveCount(0);
});

test('nobody left is said calmly, and axe finds nothing wrong on the way', async () => {
  await app.choose('Remove example');
  await expect(app.toast('deleted')).toBeVisible();
  await people.open();
  await expect(people.dialog.getByRole('heading', { name: 'Nobody yet' })).toBeVisible();
  await app.expectAccessible();

  await people.add({ name: '' });
  await expect(people.dialog.getByRole('textbox', { name: 'Name' })).toHaveAttribute('aria-invalid', 'true');
  await app.expectAccessible();

  await people.fill(people.dialog.getByRole('form'), {
    name: 'Ada',
    email: 'ada@example.com',
    team: 'Engines',
  });
  await people.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await people.dialog.getByRole('button', { name: 'Delete Ada' }).click();
  await expect(app.question('Delete Ada?')).toBeVisible();
  await app.expectAccessible();
});

test('a long list can be searched', async () => {
  await people.open();
  for (const name of ['Ada', 'Grace', 'Åsa']) await people.add({ name });
  await people.dialog.getByRole('searchbox', { name: 'Search people' }).fill('asa');
  await expect(people.list.getByRole('listitem')).toHaveText([/Åsa/]);
  await people.dialog.getByRole('searchbox', { name: 'Search people' }).fill('engineering');
  await expect(people.list.getByRole('listitem')).toHaveText([/Jonas Weber/, /Tom Okafor/]);
  await people.dialog.getByRole('searchbox', { name: 'Search people' }).fill('nobody at all');
  await expect(people.dialog.getByText('Nobody matches “nobody at all”.')).toBeVisible();
});
