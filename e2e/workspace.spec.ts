import { expect, test } from './fixtures';
import { MomentumPage } from './pages/momentum-page';
import { holdTransaction } from './pages/storage-faults';
import { dayFromToday, WorkspacePage, type ProjectInput } from './pages/workspace-page';

let app: MomentumPage;
let workspace: WorkspacePage;

const launch: ProjectInput = {
  name: 'Launch',
  tasks: [{ title: 'Plan', below: [{ title: 'Budget', below: ['Quotes'] }, 'Team'] }, 'Write', 'Ship'],
};
const launchLines = ['Plan', '- Budget', '-- Quotes', '- Team', 'Write', 'Ship'];
const home: ProjectInput = { name: 'Home', tasks: ['Paint', 'Sweep'] };

test.beforeEach(({ page }) => {
  app = new MomentumPage(page);
  workspace = new WorkspacePage(app);
});

test.describe('what is on the screen', () => {
  test('projects are headings with a progress bar, tasks are checkboxes in lists that nest', async () => {
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

  test('state, due date, priority and assignee are said in words, and counted at a glance', async () => {
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

  test('axe finds nothing in the list and its menu', async ({ page }) => {
    await workspace.begin([launch, home]);
    await app.expectAccessible();
    await workspace.task('Plan').focus();
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await app.expectAccessible();
  });

  test('axe finds nothing in the details', async () => {
    await workspace.begin([launch], ['Ada']);
    await workspace.openTask('Plan');
    await app.expectAccessible();
    await workspace.closeDetails();
    await workspace.openProject('Launch');
    await app.expectAccessible();
  });

  test('axe finds nothing in the dialogs', async ({ page }) => {
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

test.describe('projects', () => {
  test('the empty workspace invites to the first project, and typing goes on with its first task', async ({
    page,
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

  test('a name that cannot be is refused at the field, and stays to be mended', async ({ page }) => {
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

  test('its details save each field by themselves', async ({ page }) => {
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

test.describe('tasks by pointer', () => {
  test('adding, completing and reopening last over a reload', async () => {
    await workspace.begin([launch]);
    await workspace.addTask('Launch', 'Celebrate');
    await expect(workspace.task('Celebrate')).toBeVisible();
    await expect(workspace.addField('Launch')).toBeFocused();
    await expect(workspace.addField('Launch')).toHaveValue('');
    await workspace.addTask('Launch', 'Rest');

    await workspace.task('Celebrate').check();
    await expect(app.toast('“Celebrate” completed')).toBeVisible();
    await app.reload();
    await workspace.expectOutline('Launch', [...launchLines, 'Celebrate', 'Rest']);
    await expect(workspace.task('Celebrate')).toBeChecked();
    await workspace.task('Celebrate').uncheck();
    await expect(app.toast('reopened')).toBeVisible();
    await app.reload();
    await expect(workspace.task('Celebrate')).not.toBeChecked();
  });

  test('tasks written faster than they are stored all arrive, in their order', async ({ page }) => {
    await workspace.begin([launch]);
    await workspace.addField('Launch').click();
    const letGo = await holdTransaction(page);
    for (const title of ['One', 'Two', 'Three']) {
      await page.keyboard.type(title);
      await page.keyboard.press('Enter');
    }
    await letGo();
    await workspace.expectOutline('Launch', [...launchLines, 'One', 'Two', 'Three']);
    await expect(workspace.addField('Launch')).toHaveValue('');
  });

  test('a click beside an empty field for a new task does what it is meant for', async ({ page }) => {
    await workspace.begin([launch]);
    await workspace.chooseForTask('Plan', 'Add task after');
    const field = workspace.region.getByRole('textbox', { name: 'Add a task after Plan' });
    await expect(field).toBeFocused();
    const { x, y } = await workspace.middleOf(workspace.task('Ship'));
    await page.mouse.click(x, y);
    await expect(workspace.task('Ship')).toBeChecked();
    await expect(field).toHaveCount(0);
  });

  test('the menu sets status, priority, due date and assignee', async ({ page }) => {
    await workspace.begin([launch], ['Ada', 'Grace']);

    await workspace.chooseForTask('Write', 'Status', 'In progress');
    await expect(workspace.task('Write')).toHaveAccessibleDescription(/^In progress/);
    await workspace.chooseForTask('Write', 'Priority', 'High');
    await expect(workspace.row('Write')).toContainText('High');
    await workspace.chooseForTask('Write', 'Due', 'Tomorrow');
    await expect(workspace.row('Write')).toContainText('Tomorrow');

    await workspace
      .row('Write')
      .getByRole('button', { name: /^Due Tomorrow/ })
      .click();
    const schedule = app.dialog('When is it due?');
    await schedule.getByLabel('Due date').fill('2031-05-06');
    await schedule.getByLabel('Due time').fill('09:30');
    await schedule.getByRole('button', { name: 'Done' }).click();
    await expect(workspace.row('Write')).toContainText('Tue 6 May 2031 09:30');
    await workspace.chooseForTask('Write', 'Due', 'No date');
    await expect(workspace.row('Write')).not.toContainText('2031');

    await workspace.chooseForTask('Write', 'Assign…');
    const assign = app.dialog('Who does it?');
    await assign.getByRole('combobox', { name: 'Assignee' }).click();
    await page.getByRole('option', { name: 'Grace' }).click();
    await assign.getByRole('button', { name: 'Done' }).click();
    await expect(workspace.task('Write')).toHaveAccessibleDescription(/assigned to Grace/);

    await workspace
      .row('Write')
      .getByRole('button', { name: /^Assigned to Grace/ })
      .click();
    await assign.getByRole('combobox', { name: 'Assignee' }).click();
    await page.getByRole('option', { name: 'Nobody' }).click();
    await assign.getByRole('button', { name: 'Done' }).click();
    await expect(workspace.task('Write')).not.toHaveAccessibleDescription(/assigned/);

    await workspace.chooseForTask('Write', 'Assign…');
    await assign.getByRole('button', { name: 'New person…' }).click();
    await assign.getByRole('textbox', { name: 'Name' }).fill('Katherine');
    await assign.getByRole('button', { name: 'Add person' }).click();
    await expect(assign.getByRole('combobox', { name: 'Assignee' })).toContainText('Katherine');
    await assign.getByRole('button', { name: 'Done' }).click();
    await expect(workspace.task('Write')).toHaveAccessibleDescription(/assigned to Katherine/);
  });

  test('two clicks on a title rename it', async ({ page }) => {
    await workspace.begin([launch]);
    await workspace.row('Write').getByText('Write', { exact: true }).dblclick();
    await workspace.region.getByRole('textbox', { name: 'Title' }).fill('Write it all');
    await page.keyboard.press('Enter');
    await expect(workspace.task('Write it all')).toBeFocused();
  });

  test('a task is dragged among its siblings, below another task, and into another project', async () => {
    await workspace.begin([launch, home]);

    await workspace.row('Ship').dragTo(workspace.row('Write'), { targetPosition: { x: 200, y: 3 } });
    await workspace.expectOutline('Launch', ['Plan', '- Budget', '-- Quotes', '- Team', 'Ship', 'Write']);

    await workspace.row('Write').dragTo(workspace.row('Team'));
    await workspace.expectOutline('Launch', ['Plan', '- Budget', '-- Quotes', '- Team', '-- Write', 'Ship']);

    await workspace.row('Plan').dragTo(workspace.row('Sweep'), { targetPosition: { x: 200, y: 3 } });
    await workspace.expectOutline('Launch', ['Ship']);
    await workspace.expectOutline('Home', [
      'Paint',
      'Plan',
      '- Budget',
      '-- Quotes',
      '- Team',
      '-- Write',
      'Sweep',
    ]);

    await workspace.row('Ship').dragTo(workspace.projectRow('Home'));
    await expect.poll(async () => (await workspace.outline('Home'))[0]).toBe('Ship');
    await workspace.undo.click();
    await workspace.expectOutline('Launch', ['Ship']);
  });

  test('a task is not dropped below itself, and a project is dragged past another', async () => {
    await workspace.begin([launch, home]);
    await workspace.row('Plan').dragTo(workspace.row('Team'));
    await workspace.expectOutline('Launch', launchLines);

    await workspace
      .projectRow('Home')
      .dragTo(workspace.projectRow('Launch'), { targetPosition: { x: 200, y: 3 } });
    await expect.poll(() => workspace.projectNames()).toEqual(['Home', 'Launch']);
  });

  test('the dialog moves a task to another project, below a task, and to the top', async ({ page }) => {
    await workspace.begin([launch, home]);
    await workspace.chooseForTask('Team', 'Move', 'Move to…');
    const move = app.dialog('Move the task');
    await move.getByRole('combobox', { name: 'Project' }).click();
    await page.getByRole('option', { name: 'Home' }).click();
    await move.getByRole('combobox', { name: 'Below' }).click();
    await page.getByRole('option', { name: 'Paint' }).click();
    await move.getByRole('button', { name: 'Move', exact: true }).click();
    await workspace.expectOutline('Home', ['Paint', '- Team', 'Sweep']);
    await expect(workspace.task('Team')).toBeFocused();

    await workspace.chooseForTask('Team', 'Move', 'Move to…');
    await move.getByRole('combobox', { name: 'Below' }).click();
    await page.getByRole('option', { name: 'Top level' }).click();
    await move.getByRole('button', { name: 'Move', exact: true }).click();
    await workspace.expectOutline('Home', ['Paint', 'Sweep', 'Team']);
  });

  test('[W5] deleting a task that others hang on asks first and says how many, and is undone', async () => {
    await workspace.begin([launch]);
    await workspace.chooseForTask('Plan', 'Delete');
    const question = app.question('Delete “Plan”?');
    await expect(question).toContainText('3 subtasks');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await workspace.expectOutline('Launch', launchLines);

    await workspace.chooseForTask('Plan', 'Delete');
    await question.getByRole('button', { name: 'Delete 4 tasks' }).click();
    await workspace.expectOutline('Launch', ['Write', 'Ship']);
    await expect(workspace.task('Write')).toBeFocused();
    await app.toast('deleted').getByRole('button', { name: 'Undo' }).click();
    await workspace.expectOutline('Launch', launchLines);
  });
});

test.describe('tasks by keyboard alone', () => {
  test('the list is one stop of the tab key, and the arrows go through it', async ({ page }) => {
    await workspace.begin([launch, home]);
    await app.tabTo(workspace.search);
    await app.tabTo(workspace.projectButton('Launch'));
    await page.keyboard.press('Tab');
    await expect(workspace.region.locator(':focus')).toHaveCount(0);
    await page.keyboard.press('Shift+Tab');

    await page.keyboard.press('ArrowDown');
    await expect(workspace.task('Plan')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(workspace.task('Budget')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(workspace.task('Quotes')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(workspace.task('Quotes')).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(workspace.task('Quotes')).toBeVisible();
    await page.keyboard.press('End');
    await expect(workspace.addField('Home')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(workspace.task('Sweep')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(workspace.projectButton('Launch')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(workspace.list('Launch')).toHaveCount(0);
    await app.reload();
    await expect(workspace.projectButton('Launch')).toHaveAttribute('aria-expanded', 'false');
  });

  test('everything one does to a task has a key', async ({ page }) => {
    await workspace.begin([launch]);
    await app.tabTo(workspace.projectButton('Launch'));
    await page.keyboard.press('ArrowDown');

    await page.keyboard.press('Space');
    await expect(workspace.task('Plan')).toBeChecked();
    await page.keyboard.press('Space');
    await expect(workspace.task('Plan')).not.toBeChecked();

    await page.keyboard.press('F2');
    await page.keyboard.type('Plan it');
    await page.keyboard.press('Enter');
    await expect(workspace.task('Plan it')).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('Never mind');
    await page.keyboard.press('Escape');
    await expect(workspace.task('Plan it')).toBeFocused();

    await page.keyboard.press('n');
    await page.keyboard.type('Second');
    await page.keyboard.press('Enter');
    await expect(workspace.task('Second')).toBeVisible();
    await page.keyboard.type('Third');
    await page.keyboard.press('Enter');
    await expect(workspace.task('Third')).toBeVisible();
    await page.keyboard.press('Escape');
    await workspace.expectOutline('Launch', [
      'Plan it',
      '- Budget',
      '-- Quotes',
      '- Team',
      'Second',
      'Third',
      'Write',
      'Ship',
    ]);
    await expect(workspace.task('Third')).toBeFocused();

    await page.keyboard.press('Delete');
    await expect(workspace.task('Third')).toHaveCount(0);
    await expect(workspace.task('Write')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    await expect(workspace.task('Write')).toBeFocused();

    await page.keyboard.press('Enter');
    await expect(workspace.taskDetails).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(workspace.task('Write')).toBeFocused();

    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu', { name: 'Actions for Write' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(workspace.task('Write')).toBeFocused();
    await page.keyboard.press('ContextMenu');
    await expect(page.getByRole('menu', { name: 'Actions for Write' })).toBeVisible();
    // By arrows, because a slow machine ends the menu's search by letters between two of them.
    const addSubtask = page.getByRole('menuitem', { name: /^Add (a )?subtask/ });
    await expect(async () => {
      await page.keyboard.press('ArrowDown');
      await expect(addSubtask).toBeFocused({ timeout: 300 });
    }).toPass();
    await page.keyboard.press('Enter');
    await expect(workspace.region.getByRole('textbox', { name: 'Add a subtask to Write' })).toBeFocused();
    await page.keyboard.type('Draft');
    await page.keyboard.press('Enter');
    await expect(workspace.task('Draft')).toBeVisible();
    await page.keyboard.press('Escape');
    await workspace.expectOutline('Launch', [
      'Plan it',
      '- Budget',
      '-- Quotes',
      '- Team',
      'Write',
      '- Draft',
      'Ship',
    ]);
  });

  test('a task is written where the keys put it, at once and one after another', async ({ page }) => {
    await workspace.begin([launch]);
    await app.slowDown(4);
    await workspace.task('Plan').focus();
    await page.keyboard.press('n');
    for (const title of ['Second', 'Third']) {
      await page.keyboard.type(title);
      await page.keyboard.press('Enter');
    }
    await workspace.expectOutline('Launch', [
      ...launchLines.slice(0, 4),
      'Second',
      'Third',
      ...launchLines.slice(4),
    ]);
    await expect(workspace.region.getByRole('textbox', { name: 'Add a task after Plan' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(workspace.task('Third')).toBeFocused();
  });

  test('Alt and the arrows move a task, and say so', async ({ page }) => {
    await workspace.begin([launch]);
    await workspace.task('Ship').focus();

    await page.keyboard.press('Alt+ArrowUp');
    await workspace.expectOutline('Launch', ['Plan', '- Budget', '-- Quotes', '- Team', 'Ship', 'Write']);
    await expect(workspace.news).toHaveText('Moved above “Write”');
    await expect(workspace.task('Ship')).toBeFocused();
    await page.keyboard.press('Alt+ArrowRight');
    await workspace.expectOutline('Launch', ['Plan', '- Budget', '-- Quotes', '- Team', '- Ship', 'Write']);
    await expect(workspace.news).toHaveText('Made a subtask of “Plan”');
    await expect(workspace.task('Ship')).toBeFocused();
    await page.keyboard.press('Alt+ArrowLeft');
    await workspace.expectOutline('Launch', ['Plan', '- Budget', '-- Quotes', '- Team', 'Ship', 'Write']);
    await expect(workspace.task('Ship')).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await workspace.expectOutline('Launch', launchLines);
    await page.keyboard.press('Alt+ArrowDown');
    await expect(workspace.news).toHaveText('This task is the last one here already.');
    await app.reload();
    await workspace.expectOutline('Launch', launchLines);
  });

  test('undo and redo go back and forth through everything, and say what they do', async ({ page }) => {
    await workspace.begin([launch]);
    await workspace.task('Ship').focus();
    await page.keyboard.press('Space');
    await expect(workspace.task('Ship')).toBeChecked();
    await expect(workspace.undo).toHaveAccessibleDescription('Undo: “Ship” completed in Launch');
    await page.keyboard.press('Delete');
    await expect(workspace.task('Ship')).toHaveCount(0);

    await page.keyboard.press('Control+z');
    await expect(workspace.task('Ship')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(workspace.task('Ship')).not.toBeChecked();
    await expect(workspace.redo).toHaveAccessibleDescription('Redo: “Ship” completed in Launch');
    await page.keyboard.press('Control+Shift+z');
    await expect(workspace.task('Ship')).toBeChecked();
    await page.keyboard.press('Control+y');
    await expect(workspace.task('Ship')).toHaveCount(0);
    await workspace.undo.click();
    await expect(workspace.task('Ship')).toBeVisible();
    await expect(workspace.undo).toBeFocused();
  });

  test('what an undo brings back by key has the focus', async ({ page }) => {
    await workspace.begin([launch, home]);
    await workspace.task('Write').focus();
    await page.keyboard.press('Delete');
    await expect(workspace.task('Ship')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(workspace.projectButton('Home')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(workspace.task('Write')).toBeFocused();
  });

  test('the keys of a row work from every control in it', async ({ page }) => {
    await workspace.begin([
      {
        name: 'Launch',
        tasks: [
          { title: 'Plan', below: ['Team'] },
          { title: 'Ship', due: 0 },
        ],
      },
    ]);
    await workspace.row('Plan').getByRole('button', { name: 'Subtasks of Plan' }).click();
    await expect(workspace.task('Team')).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(workspace.task('Team')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(workspace.task('Team')).toBeFocused();

    await workspace.row('Ship').getByRole('button', { name: 'Actions for Ship' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await workspace.expectOutline('Launch', ['Ship', 'Plan', '- Team']);
    const due = workspace.row('Ship').getByRole('button', { name: /^Due/ });
    await due.focus();
    await page.keyboard.press('Enter');
    await expect(app.dialog('When is it due?')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(due).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.press('End');
    await page.keyboard.type(' it now');
    await page.keyboard.press('Enter');
    await expect(workspace.task('Ship it now')).toBeFocused();
  });

  test('in a field, undo belongs to the text', async ({ page }) => {
    await workspace.begin([launch]);
    await workspace.task('Ship').check();
    await workspace.addField('Launch').pressSequentially('half');
    await page.keyboard.press('Control+z');
    await expect(workspace.task('Ship')).toBeChecked();
  });
});

test.describe('details of a task', () => {
  test('each field saves itself, and a reload keeps all', async ({ page }) => {
    await workspace.begin([launch], ['Ada']);
    await workspace.openTask('Write');
    const details = workspace.taskDetails;

    await details.getByRole('textbox', { name: 'Title' }).fill('Write the copy');
    await details.getByRole('textbox', { name: 'Notes' }).fill('Short.\nNo jargon.');
    await details.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Blocked' }).click();
    await details.getByRole('combobox', { name: 'Priority' }).click();
    await page.getByRole('option', { name: 'Low' }).click();
    await details.getByLabel('Due date').fill('2031-05-06');
    await details.getByLabel('Due time').fill('23:59');
    await details.getByLabel('Due time').press('Enter');
    await details.getByRole('combobox', { name: 'Assignee' }).click();
    await page.getByRole('option', { name: 'Ada' }).click();
    await details.getByRole('textbox', { name: /^Add a subtask/ }).fill('Headline');
    await page.keyboard.press('Enter');
    await expect(details.getByRole('checkbox', { name: 'Headline' })).toBeVisible();
    await workspace.closeDetails();
    await app.reload();

    await workspace.expectOutline('Launch', [
      ...launchLines.slice(0, 4),
      'Write the copy',
      '- Headline',
      'Ship',
    ]);
    await expect(workspace.task('Write the copy')).toHaveAccessibleDescription(
      'Blocked, due Tue 6 May 2031 23:59, Low priority, assigned to Ada, 1 subtask',
    );
    await workspace.openTask('Write the copy');
    await expect(details.getByRole('textbox', { name: 'Notes' })).toHaveValue('Short.\nNo jargon.');
  });

  test('what cannot be is refused at the field, and stays there', async ({ page }) => {
    await workspace.begin([launch]);
    await workspace.openTask('Write');
    const title = workspace.taskDetails.getByRole('textbox', { name: 'Title' });
    await title.fill('');
    await title.press('Enter');
    await expect(title).toHaveAccessibleDescription(/at least one visible character/);
    await title.fill('y'.repeat(10_000));
    await title.press('Enter');
    await expect(title).toHaveAccessibleDescription(/at most 300 characters/);
    await expect(title).toHaveValue('y'.repeat(10_000));

    const due = workspace.taskDetails.getByLabel('Due date');
    await due.focus();
    // Month first, as the browser of these tests writes dates.
    await page.keyboard.type('02312031');
    await workspace.taskDetails.getByRole('textbox', { name: 'Notes' }).focus();
    await expect(due).toHaveAccessibleDescription(/no such day/);
    await expect(workspace.taskDetails.getByRole('textbox', { name: 'Notes' })).toBeFocused();
  });

  test('a comment that is half written outlives its details and a reload', async ({ page }) => {
    await workspace.begin([launch, home]);
    const details = workspace.taskDetails;
    const field = details.getByRole('textbox', { name: 'Add a comment' });
    const comments = details.getByRole('list', { name: 'Comments' });
    await workspace.openTask('Write');
    await field.fill('Half a thou');
    await workspace.closeDetails();
    await workspace.openTask('Ship');
    await expect(field).toHaveValue('');
    await workspace.closeDetails();
    await app.reload();

    await workspace.openTask('Write');
    await expect(field).toHaveValue('Half a thou');
    await field.fill('A thought');
    await page.keyboard.press('Control+Enter');
    await expect(comments).toContainText('A thought');
    await expect(field).toHaveValue('');
    await comments.getByRole('button', { name: 'Edit comment' }).click();
    await comments.getByRole('textbox', { name: 'Edit comment' }).fill('A second thou');
    await app.reload();

    await workspace.openTask('Write');
    const edit = comments.getByRole('textbox', { name: 'Edit comment' });
    await expect(edit).toHaveValue('A second thou');
    await expect(edit).not.toBeFocused();
    await expect(field).toHaveValue('');
    await comments.getByRole('button', { name: 'Cancel' }).click();
    await app.reload();
    await workspace.openTask('Write');
    await expect(comments).toContainText('A thought');
    await expect(edit).toHaveCount(0);
  });

  test('a new task that is half written outlives a reload', async () => {
    await workspace.begin([launch]);
    await workspace.addField('Launch').fill('Half a tit');
    await app.reload();
    await expect(workspace.addField('Launch')).toHaveValue('Half a tit');
    await workspace.addField('Launch').press('Enter');
    await workspace.expectOutline('Launch', [...launchLines, 'Half a tit']);
    await app.reload();
    await expect(workspace.addField('Launch')).toHaveValue('');
  });

  test('comments are added, edited and deleted', async ({ page }) => {
    await workspace.begin([launch]);
    await workspace.openTask('Write');
    const details = workspace.taskDetails;
    const comments = details.getByRole('list', { name: 'Comments' });
    const field = details.getByRole('textbox', { name: 'Add a comment' });

    await details.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(field).toHaveAccessibleDescription(/visible character/);
    await field.fill('First <b>thought</b>');
    await page.keyboard.press('Control+Enter');
    await expect(comments).toContainText('First <b>thought</b>');
    await expect(comments).toContainText('You');
    await comments.getByRole('button', { name: 'Edit comment' }).click();
    await comments.getByRole('textbox', { name: 'Edit comment' }).fill('Second thought');
    await comments.getByRole('button', { name: 'Save' }).click();
    await expect(comments).toContainText('Second thought');
    await workspace.closeDetails();
    await expect(workspace.task('Write')).toHaveAccessibleDescription('To do, 1 comment');

    await workspace.openTask('Write');
    await comments.getByRole('button', { name: 'Delete comment' }).click();
    await expect(comments).toHaveCount(0);
    await app.toast('deleted').getByRole('button', { name: 'Undo' }).click();
    await expect(comments).toContainText('Second thought');
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

  test('a search shows what it finds with what is above it, and says how much', async ({ page }) => {
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
    test(`the filter ${kind}: ${choice} leaves what it says`, async ({ page }) => {
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

  test('completed tasks can be hidden, which a reload remembers', async () => {
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

test.describe('texts people really type', () => {
  for (const [kind, title] of [
    ['emoji', '🚀 Launch 👩‍👩‍👧‍👦 day'],
    ['right-to-left text', 'كتابة النص הפעלה'],
    ['zero-width characters', 'Zero​width‍joined'],
    ['markup', '<img src=x onerror=alert(1)><b>bold</b>'],
    ['a long word', 'w'.repeat(300)],
  ] as const) {
    test(`${kind} in a title is shown as it is`, async () => {
      await workspace.begin([launch]);
      await workspace.addTask('Launch', title);
      await workspace.expectOutline('Launch', [...launchLines, title]);
      await expect(workspace.task(title)).toBeVisible();
      await app.expectNoSidewaysScroll();
      await app.reload();
      await workspace.expectOutline('Launch', [...launchLines, title]);
    });
  }

  test('a title that cannot be is refused at the field, and stays to be mended', async ({ page }) => {
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

test.describe('two windows', () => {
  test('what one window changes is marked in the other, for a moment', async ({ context }) => {
    await workspace.begin([launch]);
    const other = new WorkspacePage(new MomentumPage(await context.newPage()));
    await other.app.open();

    await other.task('Ship').check();
    await expect(workspace.task('Ship')).toBeChecked({ timeout: 1_000 });
    await expect(workspace.row('Ship')).toContainText('Updated');
    await expect(workspace.task('Ship')).toHaveAccessibleDescription(/^Just changed, Done/);
    await expect(other.row('Ship')).not.toContainText('Updated');
    await expect(workspace.row('Ship')).not.toContainText('Updated', { timeout: 10_000 });
  });

  test('what is being typed is not lost when another window changes it', async ({ context }) => {
    await workspace.begin([launch]);
    await workspace.openTask('Ship');
    const title = workspace.taskDetails.getByRole('textbox', { name: 'Title' });
    await title.fill('Ship it to ev');

    const other = new WorkspacePage(new MomentumPage(await context.newPage()));
    await other.app.open();
    await other.rename('Ship', 'Ship tonight');
    await expect(workspace.taskDetails.getByText('Changed meanwhile to')).toContainText('Ship tonight');
    await expect(title).toHaveValue('Ship it to ev');
    await workspace.taskDetails.getByRole('button', { name: 'Use the newer text' }).click();
    await expect(title).toHaveValue('Ship tonight');
  });

  test('details of a task that another window deletes say so', async ({ context }) => {
    await workspace.begin([launch]);
    await workspace.openTask('Ship');
    const other = new WorkspacePage(new MomentumPage(await context.newPage()));
    await other.app.open();
    await other.task('Ship').focus();
    await other.page.keyboard.press('Delete');

    await expect(workspace.taskDetails).toContainText('This task is not there any more.');
    await workspace.taskDetails.getByRole('button', { name: 'Close' }).first().click();
    await expect(workspace.taskDetails).toHaveCount(0);
    await expect(workspace.region.locator('[data-row-focus]:focus')).toHaveCount(1);
  });

  for (const [choice, priority] of [
    ['Keep newer values', 'High'],
    ['Put back anyway', 'Medium'],
    ['Cancel', 'High'],
  ] as const) {
    test(`[W3] an undo that meets newer values asks; “${choice}” does what it says`, async ({ context }) => {
      await workspace.begin([launch]);
      const other = new WorkspacePage(new MomentumPage(await context.newPage()));
      await other.app.open();
      await workspace.chooseForTask('Ship', 'Priority', 'Low');
      // A toast that is pointed at stays.
      await app.toast('low priority').hover();
      await expect(other.row('Ship')).toContainText('Low');
      await other.chooseForTask('Ship', 'Priority', 'High');
      await expect(workspace.row('Ship')).toContainText('High');

      // The newest commit is the other window's: the toast of the older one still offers to undo it.
      await app.toast('low priority').getByRole('button', { name: 'Undo' }).click();
      const dialog = app.dialog('Undo meets newer changes');
      await expect(dialog.getByRole('list', { name: 'Newer changes' })).toContainText(
        '“Ship”: priority changed since',
      );
      await dialog.getByRole('button', { name: choice }).click();
      await expect(dialog).toHaveCount(0);
      await workspace.openTask('Ship');
      await expect(workspace.taskDetails.getByRole('combobox', { name: 'Priority' })).toContainText(priority);
    });
  }
});

test.describe('many tasks', () => {
  test('of two thousand only what is seen is in the page, and every one can be reached', async ({ page }) => {
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

test('the day of a date that is due today is today’s', async () => {
  await workspace.begin([{ name: 'Launch', tasks: [{ title: 'Now', due: 0 }] }]);
  await workspace.openTask('Now');
  await expect(workspace.taskDetails.getByLabel('Due date')).toHaveValue(dayFromToday(0));
});
