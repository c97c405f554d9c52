import { expect, home, launch, launchLines, test } from './workspace-test';

test.describe('tasks by keyboard alone', () => {
  test('the list is one stop of the tab key, and the arrows go through it', async ({
    page,
    app,
    workspace,
  }) => {
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

  test('everything one does to a task has a key', async ({ page, app, workspace }) => {
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

  test('a task is written where the keys put it, at once and one after another', async ({
    page,
    app,
    workspace,
  }) => {
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

  test('Alt and the arrows move a task, and say so', async ({ page, app, workspace }) => {
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

  test('undo and redo go back and forth through everything, and say what they do', async ({
    page,
    workspace,
  }) => {
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

  test('what an undo brings back by key has the focus', async ({ page, workspace }) => {
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

  test('the keys of a row work from every control in it', async ({ page, app, workspace }) => {
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

  test('in a field, undo belongs to the text', async ({ page, workspace }) => {
    await workspace.begin([launch]);
    await workspace.task('Ship').check();
    await workspace.addField('Launch').pressSequentially('half');
    await page.keyboard.press('Control+z');
    await expect(workspace.task('Ship')).toBeChecked();
  });
});
