import { dayFromToday } from './pages/workspace-page';
import { expect, home, launch, launchLines, test } from './workspace-test';

test.describe('what is on the screen', () => {
  test('projects are headings with a progress bar, tasks are checkboxes in lists that nest', async ({
    workspace,
  }) => {
    await workspace.begin([launch, home]);

    await expect(workspace.project('Launch')).toBeVisible();
    await expect(workspace.region.getByRole('progressbar', { name: 'Launch', exact: true })).toHaveAttribute(
      'aria-valuetext',
      '0 of 6 tasks done',
    );
    await workspace.expectOutline('Launch', launchLines);
    await expect(workspace.list('Launch').getByRole('checkbox')).toHaveCount(6);
    await expect(workspace.list('Home').getByRole('checkbox')).toHaveCount(2);
    await expect(workspace.row('Quotes').locator('xpath=ancestor::ul')).toHaveCount(3);
  });

  test('state, due date, priority and assignee are said in words, and counted at a glance', async ({
    workspace,
  }) => {
    await workspace.begin(
      [
        {
          name: 'Launch',
          tasks: [
            { title: 'Late', due: -2, priority: 'urgent', assignee: 'Ada', status: 'in_progress' },
            { title: 'Now', due: 0, status: 'blocked' },
            { title: 'Then', due: 1 },
            { title: 'Over', status: 'done', due: -5 },
          ],
        },
      ],
      ['Ada'],
    );

    await expect(workspace.task('Late')).toHaveAccessibleDescription(
      /^In progress, overdue, due .*, Urgent priority, assigned to Ada$/,
    );
    await expect(workspace.task('Now')).toHaveAccessibleDescription('Blocked, due Today');
    await expect(workspace.row('Then')).toContainText('Tomorrow');
    await expect(workspace.task('Over')).toBeChecked();
    await expect(workspace.task('Over')).toHaveAccessibleDescription(/^Done, due/);
    await expect(workspace.projectRow('Launch')).toContainText('1 overdue');
    await expect(workspace.region.getByText('3 open')).toBeVisible();
    await expect(workspace.region.getByText('1 due today')).toBeVisible();
  });

  test('axe finds nothing in the list and its menu', async ({ page, app, workspace }) => {
    await workspace.begin([launch, home]);
    await app.expectAccessible();
    await workspace.task('Plan').focus();
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await app.expectAccessible();
  });

  test('axe finds nothing in the details', async ({ app, workspace }) => {
    await workspace.begin([launch], ['Ada']);
    await workspace.openTask('Plan');
    await app.expectAccessible();
    await workspace.closeDetails();
    await workspace.openProject('Launch');
    await app.expectAccessible();
  });

  test('axe finds nothing in the dialogs', async ({ page, app, workspace }) => {
    await workspace.begin([launch]);
    await workspace.region.getByRole('button', { name: 'New project' }).click();
    await page.keyboard.press('Enter');
    await app.expectAccessible();
    await page.keyboard.press('Escape');
    await workspace.chooseForTask('Ship', 'Move', 'Move to…');
    await app.expectAccessible();
    await page.keyboard.press('Escape');
    await workspace.search.fill('nothing like it');
    await expect(workspace.region.getByText('No task matches')).toBeVisible();
    await app.expectAccessible();
  });
});

test.describe('texts people really type', () => {
  for (const [kind, title] of [
    ['emoji', '🚀 Launch 👩‍👩‍👧‍👦 day'],
    ['right-to-left text', 'كتابة النص הפעלה'],
    ['zero-width characters', 'Zero​width‍joined'],
    ['markup', '<img src=x onerror=alert(1)><b>bold</b>'],
    ['a long word', 'w'.repeat(300)],
  ] as const) {
    test(`${kind} in a title is shown as it is`, async ({ app, workspace }) => {
      await workspace.begin([launch]);
      await workspace.addTask('Launch', title);
      await workspace.expectOutline('Launch', [...launchLines, title]);
      await expect(workspace.task(title)).toBeVisible();
      await app.expectNoSidewaysScroll();
      await app.reload();
      await workspace.expectOutline('Launch', [...launchLines, title]);
    });
  }

  test('a title that cannot be is refused at the field, and stays to be mended', async ({
    page,
    workspace,
  }) => {
    await workspace.begin([launch]);
    const field = workspace.addField('Launch');
    for (const title of ['', '   ', '​‍']) {
      await workspace.addTask('Launch', title);
      await expect(field).toHaveAccessibleDescription(/at least one visible character/);
    }
    await workspace.addTask('Launch', 'z'.repeat(10_000));
    await expect(field).toHaveAccessibleDescription(/at most 300 characters; this one has 10000/);
    await expect(field).toHaveValue('z'.repeat(10_000));
    await expect(field).toBeFocused();

    await workspace.task('Ship').focus();
    await page.keyboard.press('F2');
    const rename = workspace.region.getByRole('textbox', { name: 'Title' });
    await rename.fill('');
    await page.keyboard.press('Enter');
    await expect(rename).toHaveAccessibleDescription(/at least one visible character/);
    await page.keyboard.press('Escape');
    await workspace.expectOutline('Launch', launchLines);
  });
});

test.describe('many tasks', () => {
  test('of two thousand only what is seen is in the page, and every one can be reached', async ({
    page,
    workspace,
  }) => {
    const tasks = Array.from({ length: 2_000 }, (_, index) => `Task ${String(index + 1)}`);
    await workspace.begin([{ name: 'Big', tasks }, home]);
    expect(await workspace.region.getByRole('checkbox').count()).toBeLessThan(80);
    await expect(workspace.row('Task 1').locator('xpath=ancestor::li')).toHaveAttribute(
      'aria-setsize',
      '2000',
    );

    await workspace.projectButton('Big').focus();
    await page.keyboard.press('End');
    await expect(workspace.addField('Home')).toBeFocused();
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowUp');
    await expect(workspace.task('Task 2000')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(workspace.task('Task 2000')).toBeChecked();
    await page.keyboard.press('Home');
    await expect(workspace.projectButton('Big')).toBeFocused();
    await workspace.search.fill('Task 1234');
    await workspace.expectOutline('Big', ['Task 1234']);
  });

  test('a row with the focus or with something typed is still there after scrolling far away', async ({
    page,
    workspace,
  }) => {
    const tasks = Array.from({ length: 2_000 }, (_, index) => `Task ${String(index + 1)}`);
    await workspace.begin([home, { name: 'Big', tasks }]);
    await workspace.addField('Home').pressSequentially('Half a tit');
    await workspace.row('Task 3').hover();
    await page.mouse.wheel(0, 20_000);
    await expect(workspace.task('Task 3')).toHaveCount(0);
    await expect(workspace.addField('Home')).toBeFocused();
    await workspace.list('Big').getByRole('checkbox').nth(20).check();
    await page.mouse.wheel(0, -30_000);
    await expect(workspace.addField('Home')).toHaveValue('Half a tit');
  });
});

test('the day of a date that is due today is today’s', async ({ workspace }) => {
  await workspace.begin([{ name: 'Launch', tasks: [{ title: 'Now', due: 0 }] }]);
  await workspace.openTask('Now');
  await expect(workspace.taskDetails.getByLabel('Due date')).toHaveValue(dayFromToday(0));
});
