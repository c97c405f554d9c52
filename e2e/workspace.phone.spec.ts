import { expect, test } from './fixtures';
import { MomentumPage } from './pages/momentum-page';
import { WorkspacePage, type ProjectInput } from './pages/workspace-page';

let app: MomentumPage;
let workspace: WorkspacePage;

const launch: ProjectInput = {
  name: 'Launch',
  tasks: [
    { title: 'Plan', due: -3, priority: 'urgent', assignee: 'Ada', below: ['Budget', 'Team'] },
    { title: 'Write', status: 'blocked', due: 0 },
    'Ship',
  ],
};
const lines = ['Plan', '- Budget', '- Team', 'Write', 'Ship'];

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  workspace = new WorkspacePage(app);
  await workspace.begin([launch, { name: 'Home', tasks: ['Paint'] }], ['Ada']);
});

test('tasks are added, completed, renamed and deleted by touch', async ({ page }) => {
  await workspace.addField('Launch').tap();
  await page.keyboard.type('Celebrate');
  await page.keyboard.press('Enter');
  await workspace.expectOutline('Launch', [...lines, 'Celebrate']);

  await workspace.task('Celebrate').tap();
  await expect(workspace.task('Celebrate')).toBeChecked();
  await workspace.tapForTask('Celebrate', 'Rename');
  await workspace.region.getByRole('textbox', { name: 'Title' }).fill('Celebrate it');
  await page.keyboard.press('Enter');
  await expect(workspace.task('Celebrate it')).toBeVisible();

  await workspace.tapForTask('Celebrate it', 'Delete');
  await workspace.expectOutline('Launch', lines);
  await app.toast('deleted').getByRole('button', { name: 'Undo' }).tap();
  await workspace.expectOutline('Launch', [...lines, 'Celebrate it']);
  await app.reload();
  await workspace.expectOutline('Launch', [...lines, 'Celebrate it']);
});

test('a tap works while the list has only just stopped to scroll', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 450 });
  for (const title of ['Budget', 'Write']) {
    await workspace.scrollToTop(title);
    const { x, y } = await workspace.middleOf(workspace.task(title));
    await page.touchscreen.tap(x, y);
    await expect(workspace.task(title)).toBeChecked();
  }
});

test('a tap beside an empty field for a new task does what it is meant for', async ({ page }) => {
  await workspace.tapForTask('Plan', 'Add task after');
  const field = workspace.region.getByRole('textbox', { name: 'Add a task after Plan' });
  await expect(field).toBeFocused();
  const { x, y } = await workspace.middleOf(workspace.task('Ship'));
  await page.touchscreen.tap(x, y);
  await expect(workspace.task('Ship')).toBeChecked();
  await expect(field).toHaveCount(0);
});

test('tasks are moved, nested and sent elsewhere from the menu', async ({ page }) => {
  await workspace.tapForTask('Ship', 'Move', 'Move up');
  await workspace.expectOutline('Launch', ['Plan', '- Budget', '- Team', 'Ship', 'Write']);
  await workspace.tapForTask('Ship', 'Move', 'Make a subtask');
  await workspace.expectOutline('Launch', ['Plan', '- Budget', '- Team', '- Ship', 'Write']);
  await workspace.tapForTask('Ship', 'Move', 'Move to…');
  const move = app.dialog('Move the task');
  await move.getByRole('combobox', { name: 'Project' }).tap();
  await page.getByRole('option', { name: 'Home' }).tap();
  await move.getByRole('button', { name: 'Move', exact: true }).tap();
  await workspace.expectOutline('Home', ['Paint', 'Ship']);
});

test('a tap on a title opens its details, which cover the screen and save each field', async ({ page }) => {
  await workspace.row('Ship').getByRole('button', { name: 'Ship', exact: true }).tap();
  const details = workspace.taskDetails;
  await expect(details).toBeVisible();
  expect(await page.evaluate(() => document.activeElement instanceof HTMLInputElement)).toBe(false);
  await app.expectAccessible();

  await details.getByRole('combobox', { name: 'Priority' }).tap();
  await page.getByRole('option', { name: 'High' }).tap();
  await details
    .getByRole('textbox', { name: 'Due date' })
    .or(details.getByLabel('Due date'))
    .first()
    .fill('2031-05-06');
  await details.getByRole('textbox', { name: 'Notes' }).fill('Soon');
  await workspace.closeDetails();
  await app.reload();
  await expect(workspace.row('Ship')).toContainText('Tue 6 May 2031');
  await expect(workspace.row('Ship')).toContainText('High');
});

test('search and filters work by touch', async () => {
  await workspace.search.fill('bud');
  await workspace.expectOutline('Launch', ['Plan', '- Budget']);
  await workspace.region.getByRole('button', { name: 'Clear filters' }).tap();
  await workspace.region.getByRole('button', { name: 'Filter', exact: true }).tap();
  await workspace.menuItem('Status').tap();
  await workspace.menuItem('Blocked').tap();
  await workspace.expectOutline('Launch', ['Write']);
});

test('everything a finger presses is at least 44 pixels high, and axe finds nothing', async () => {
  const small = await workspace.region.evaluate((region) =>
    [...region.querySelectorAll('button, input')]
      .filter((element) => element.checkVisibility() && element.closest('[data-task-id]') === null)
      .filter(
        (element) => element.getBoundingClientRect().height < 44 && !element.classList.contains('sr-only'),
      )
      .map((element) => element.getAttribute('aria-label') ?? element.textContent),
  );
  expect(small).toEqual([]);
  await app.expectAccessible();
});

for (const width of [390, 320]) {
  test(`at ${String(width)} pixels a finger finds 44 by 44 pixels of each control in a row`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    const plan = workspace.row('Plan');
    const controls = [
      workspace.task('Plan'),
      ...[/^Subtasks of/, /^Due/, /^Assigned to/, /^Actions for/].map((name) =>
        plan.getByRole('button', { name }),
      ),
      workspace.row('Team').getByText('Team', { exact: true }),
    ];
    for (const control of controls) {
      const { width: wide, height: high } = await workspace.pressedArea(control);
      expect
        .soft(Math.min(wide, high), `${String(control)}: ${String(wide)} by ${String(high)}`)
        .toBeGreaterThanOrEqual(44);
    }
  });
}

test('what is said in passing leaves the way out of the details free', async ({ page }) => {
  await workspace.tapForTask('Write', 'Open details');
  const details = workspace.taskDetails;
  await details.getByRole('combobox', { name: 'Priority' }).tap();
  await page.getByRole('option', { name: 'High' }).tap();
  const toast = app.toast('high priority');
  await expect(toast).toBeInViewport({ ratio: 1 });
  await expect(toast.locator('bdi')).toHaveText('Write');
  await details.getByRole('button', { name: 'Close' }).tap({ timeout: 2_000 });
  await expect(details).toHaveCount(0);
  await expect(toast).toBeVisible();
});

for (const width of [390, 360, 320]) {
  test(`at ${String(width)} pixels nothing sticks out, however long the texts`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await workspace.addTask('Launch', 'w'.repeat(300));
    await workspace.addTask(
      'Home',
      'A title that goes on and on, and has to be wrapped over several lines on a phone',
    );
    await expect(workspace.task('w'.repeat(300))).toBeVisible();
    await app.expectNoSidewaysScroll();
    const overflow = await workspace.region.evaluate((region) =>
      [...region.querySelectorAll('[data-row-key]')]
        .filter((row) => row.scrollWidth > row.clientWidth + 1)
        .map((row) => row.textContent),
    );
    expect(overflow).toEqual([]);
    await workspace.tapForTask('Plan', 'Open details');
    await expect(workspace.taskDetails).toBeVisible();
    await app.expectNoSidewaysScroll();
  });
}
