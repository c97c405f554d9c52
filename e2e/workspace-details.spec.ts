import { expect, home, launch, launchLines, test } from './workspace-test';

test.describe('details of a task', () => {
  test('each field saves itself, and a reload keeps all', async ({ page, app, workspace }) => {
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

  test('what cannot be is refused at the field, and stays there', async ({ page, workspace }) => {
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

  test('a comment that is half written outlives its details and a reload', async ({
    page,
    app,
    workspace,
  }) => {
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

  test('a new task that is half written outlives a reload', async ({ app, workspace }) => {
    await workspace.begin([launch]);
    await workspace.addField('Launch').fill('Half a tit');
    await app.reload();
    await expect(workspace.addField('Launch')).toHaveValue('Half a tit');
    await workspace.addField('Launch').press('Enter');
    await workspace.expectOutline('Launch', [...launchLines, 'Half a tit']);
    await app.reload();
    await expect(workspace.addField('Launch')).toHaveValue('');
  });

  test('comments are added, edited and deleted', async ({ page, app, workspace }) => {
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
