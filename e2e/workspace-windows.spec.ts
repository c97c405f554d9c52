import { MomentumPage } from './pages/momentum-page';
import { WorkspacePage } from './pages/workspace-page';
import { expect, launch, test } from './workspace-test';

test.describe('two windows', () => {
  test('what one window changes is marked in the other, for a moment', async ({ context, workspace }) => {
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

  test('what is being typed is not lost when another window changes it', async ({ context, workspace }) => {
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

  test('details of a task that another window deletes say so', async ({ context, workspace }) => {
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
    test(`[W3] an undo that meets newer values asks; “${choice}” does what it says`, async ({
      context,
      app,
      workspace,
    }) => {
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
