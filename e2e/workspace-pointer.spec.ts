import { holdTransaction } from './pages/storage-faults';
import { expect, home, launch, launchLines, test } from './workspace-test';

test.describe('tasks by pointer', () => {
  test('adding, completing and reopening last over a reload', async ({ app, workspace }) => {
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

  test('tasks written faster than they are stored all arrive, in their order', async ({
    page,
    workspace,
  }) => {
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

  test('a click beside an empty field for a new task does what it is meant for', async ({
    page,
    workspace,
  }) => {
    await workspace.begin([launch]);
    await workspace.chooseForTask('Plan', 'Add task after');
    const field = workspace.region.getByRole('textbox', { name: 'Add a task after Plan' });
    await expect(field).toBeFocused();
    const { x, y } = await workspace.middleOf(workspace.task('Ship'));
    await page.mouse.click(x, y);
    await expect(workspace.task('Ship')).toBeChecked();
    await expect(field).toHaveCount(0);
  });

  test('the menu sets status, priority, due date and assignee', async ({ page, app, workspace }) => {
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

  test('two clicks on a title rename it', async ({ page, workspace }) => {
    await workspace.begin([launch]);
    await workspace.row('Write').getByText('Write', { exact: true }).dblclick();
    await workspace.region.getByRole('textbox', { name: 'Title' }).fill('Write it all');
    await page.keyboard.press('Enter');
    await expect(workspace.task('Write it all')).toBeFocused();
  });

  test('a task is dragged among its siblings, below another task, and into another project', async ({
    workspace,
  }) => {
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

  test('a task is not dropped below itself, and a project is dragged past another', async ({ workspace }) => {
    await workspace.begin([launch, home]);
    await workspace.row('Plan').dragTo(workspace.row('Team'));
    await workspace.expectOutline('Launch', launchLines);

    await workspace
      .projectRow('Home')
      .dragTo(workspace.projectRow('Launch'), { targetPosition: { x: 200, y: 3 } });
    await expect.poll(() => workspace.projectNames()).toEqual(['Home', 'Launch']);
  });

  test('the dialog moves a task to another project, below a task, and to the top', async ({
    page,
    app,
    workspace,
  }) => {
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

  test('[W5] deleting a task that others hang on asks first and says how many, and is undone', async ({
    app,
    workspace,
  }) => {
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
