import { type ProjectInput } from './pages/workspace-page';
import { expect, home, launch, test } from './workspace-test';

test.describe('projects', () => {
  test('the empty workspace invites to the first project, and typing goes on with its first task', async ({
    page,
    app,
    workspace,
  }) => {
    await workspace.begin([]);
    await app.expectAccessible();
    await workspace.region
      .getByRole('main')
      .or(workspace.region)
      .getByRole('button', { name: 'New project' })
      .last()
      .click();
    await page.getByRole('textbox', { name: 'Project name' }).fill('Garden');
    await page.keyboard.press('Enter');

    await expect(workspace.project('Garden')).toBeVisible();
    await expect(workspace.addField('Garden')).toBeFocused();
    await page.keyboard.type('Dig');
    await page.keyboard.press('Enter');
    await workspace.expectOutline('Garden', ['Dig']);
    await app.reload();
    await workspace.expectOutline('Garden', ['Dig']);
  });

  test('a name that cannot be is refused at the field, and stays to be mended', async ({
    page,
    app,
    workspace,
  }) => {
    await workspace.begin([launch]);
    await workspace.region.getByRole('button', { name: 'New project' }).click();
    const dialog = app.dialog('New project');
    const name = dialog.getByRole('textbox', { name: 'Project name' });

    await dialog.getByRole('button', { name: 'Create project' }).click();
    await expect(name).toHaveAccessibleDescription(/at least one visible character/);
    await name.fill('lAUNCH');
    await page.keyboard.press('Enter');
    await expect(name).toHaveAccessibleDescription(/already/);
    const long = 'x'.repeat(10_000);
    await name.fill(long);
    await page.keyboard.press('Enter');
    await expect(name).toHaveAccessibleDescription(/at most 120 characters; this one has 10000/);
    await expect(name).toHaveValue(long);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(await workspace.projectNames()).toEqual(['Launch']);
  });

  test('they are renamed, ordered and deleted from the menu and by keys, and all of it is undone', async ({
    page,
    app,
    workspace,
  }) => {
    await workspace.begin([launch, home]);

    await workspace.projectButton('Home').focus();
    await page.keyboard.press('F2');
    await workspace.region.getByRole('textbox', { name: 'Project name' }).fill('House');
    await page.keyboard.press('Enter');
    await expect(workspace.projectButton('House')).toBeFocused();

    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => workspace.projectNames()).toEqual(['House', 'Launch']);
    await expect(workspace.projectButton('House')).toBeFocused();
    await expect(workspace.news).toHaveText('Moved above “Launch”');
    await workspace.chooseForProject('House', 'Move down');
    await expect.poll(() => workspace.projectNames()).toEqual(['Launch', 'House']);

    await workspace.chooseForProject('House', 'Status', 'On hold');
    await expect(workspace.projectRow('House')).toContainText('On hold');
    await workspace.chooseForProject('House', 'Priority', 'Urgent');
    await expect(workspace.projectRow('House')).toContainText('Urgent');

    await workspace.projectButton('House').focus();
    await page.keyboard.press('Delete');
    const question = app.question('Delete “House”?');
    await expect(question).toContainText('2 tasks');
    await question.getByRole('button', { name: 'Delete project and 2 tasks' }).click();
    await expect(workspace.project('House')).toHaveCount(0);
    await app.toast('deleted').getByRole('button', { name: 'Undo' }).click();
    await workspace.expectOutline('House', ['Paint', 'Sweep']);
    await app.reload();
    await workspace.expectOutline('House', ['Paint', 'Sweep']);
  });

  test('its details save each field by themselves', async ({ page, app, workspace }) => {
    await workspace.begin([launch], ['Ada', 'Grace']);
    await workspace.openProject('Launch');
    const details = workspace.projectDetails;

    await details.getByRole('textbox', { name: 'Description' }).fill('Go to market');
    await details.getByLabel('Start date').fill('2026-03-01');
    await expect(app.toast('rescheduled')).toBeVisible();
    await details.getByLabel('Target date').fill('2026-02-01');
    await expect(details.getByLabel('Target date')).toHaveAccessibleDescription(/before the start date/);
    await details.getByLabel('Target date').fill('2026-04-01');
    await expect(details.getByLabel('Target date')).toHaveAccessibleDescription('');
    await details.getByRole('combobox', { name: 'Stakeholders' }).click();
    await page.getByRole('option', { name: 'Grace' }).click();
    await expect(details.getByRole('list', { name: 'Stakeholders' })).toContainText('Grace');
    await details.getByRole('textbox', { name: 'Add a comment' }).fill('Looks good');
    await details.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(details.getByRole('list', { name: 'Comments' })).toContainText('Looks good');
    await workspace.closeDetails();

    await app.reload();
    await expect(workspace.projectRow('Launch')).toContainText('Wed 1 Apr');
    await workspace.openProject('Launch');
    await expect(details.getByRole('textbox', { name: 'Description' })).toHaveValue('Go to market');
    await expect(details.getByRole('list', { name: 'Stakeholders' })).toContainText('Grace');
    await expect(details.getByRole('list', { name: 'Comments' })).toContainText('Looks good');
  });
});

test.describe('search and filters', () => {
  const mixed: ProjectInput = {
    name: 'Launch',
    tasks: [
      { title: 'Plan', below: [{ title: 'Book the café', due: -1, assignee: 'Ada', priority: 'high' }] },
      { title: 'Ship', status: 'done', due: 0 },
      { title: 'Write', status: 'blocked', due: 3 },
    ],
  };

  test('a search shows what it finds with what is above it, and says how much', async ({
    page,
    workspace,
  }) => {
    await workspace.begin([mixed, home], ['Ada']);
    await workspace.search.fill('CAFE');
    await workspace.expectOutline('Launch', ['Plan', '- Book the café']);
    await expect(workspace.project('Home')).toHaveCount(0);
    await expect(workspace.region.getByRole('status', { name: 'Search result' })).toHaveText('1 task found');

    await workspace.search.fill('zebra');
    await expect(workspace.region.getByText('No task matches')).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await workspace.expectOutline('Home', ['Paint', 'Sweep']);
  });

  for (const [kind, choice, found] of [
    ['Status', 'Blocked', ['Write']],
    ['Priority', 'High', ['Plan', '- Book the café']],
    ['Assignee', 'Ada', ['Plan', '- Book the café']],
    ['Assignee', 'Nobody', ['Plan', 'Ship', 'Write']],
    ['Due', 'Overdue', ['Plan', '- Book the café']],
    ['Due', 'Due today', ['Ship']],
    ['Due', 'Due in the next 7 days', ['Ship', 'Write']],
    ['Due', 'No due date', ['Plan']],
  ] as const) {
    test(`the filter ${kind}: ${choice} leaves what it says`, async ({ page, workspace }) => {
      await workspace.begin([mixed], ['Ada']);
      await workspace.region.getByRole('button', { name: 'Filter', exact: true }).click();
      await workspace.chooseAlong([kind, choice]);
      await workspace.expectOutline('Launch', found);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await workspace.region.getByRole('button', { name: 'Clear filters' }).click();
      await workspace.expectOutline('Launch', ['Plan', '- Book the café', 'Ship', 'Write']);
    });
  }

  test('completed tasks can be hidden, which a reload remembers', async ({ app, workspace }) => {
    await workspace.begin([mixed], ['Ada']);
    await workspace.region.getByRole('button', { name: 'Hide completed' }).click();
    await workspace.expectOutline('Launch', ['Plan', '- Book the café', 'Write']);
    await workspace.task('Write').focus();
    await workspace.page.keyboard.press('Space');
    await workspace.expectOutline('Launch', ['Plan', '- Book the café']);
    await expect(workspace.task('Book the café')).toBeFocused();
    await app.reload();
    await workspace.expectOutline('Launch', ['Plan', '- Book the café']);
  });
});
