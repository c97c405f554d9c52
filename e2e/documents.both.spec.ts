import { open } from 'node:fs/promises';

import { expect, test } from './fixtures';
import { DocumentsPage } from './pages/documents-page';
import { MomentumPage } from './pages/momentum-page';
import { PeoplePage } from './pages/people-page';

let app: MomentumPage;
let documents: DocumentsPage;
let people: PeoplePage;

test.beforeEach(async ({ page }) => {
  app = new MomentumPage(page);
  documents = new DocumentsPage(app);
  people = new PeoplePage(app);
  await app.open();
});

const emptyDocument = {
  format: 'momentum.workspace',
  version: 1,
  exportedAt: 1_700_000_000_000,
  people: [],
  projects: [],
  tasks: [],
  comments: [],
  emails: [],
};

const ada = { id: 'per_ada', name: 'Ada Lovelace', email: 'ada@example.com', team: null };

test('[S5] what is exported comes back as it was, in one change that can be undone', async () => {
  const first = await documents.export();
  expect(first.name).toMatch(/^momentum-\d{4}-\d\d-\d\d\.json$/);
  await app.choose('Remove example');
  await expect(app.toast('deleted')).toBeVisible();

  await documents.open();
  await documents.chooseFile(first.name, first.text);
  await expect(documents.dialog.getByText('5 people, 3 projects and 15 tasks will be added.')).toBeVisible();
  await documents.importButton.click();
  await expect(documents.dialog).toBeHidden();
  await expect(app.workspace.getByText('Website launch').first()).toBeVisible();

  const second = await documents.export();
  expect(withoutDate(second.text)).toEqual(withoutDate(first.text));
  await app.toast('added').getByRole('button', { name: 'Undo' }).click();
  await expect(app.workspace.getByText('Website launch')).toHaveCount(0);
});

test('[S5] an import shows what each field was and becomes before anything happens', async () => {
  const { text } = await documents.export();
  const changed = text.replace('"Tom Okafor"', '"Tom Adeyemi"');
  await documents.open();
  await documents.chooseFile('changed.json', changed);

  await expect(documents.dialog.getByText('1 person will take the values of the file.')).toBeVisible();
  await expect(documents.changes.getByRole('deletion')).toHaveText('Tom Okafor');
  await expect(documents.changes.getByRole('insertion')).toHaveText('Tom Adeyemi');
  await app.expectAccessible();

  await documents.dialog.getByRole('button', { name: 'Cancel' }).click();
  await people.open();
  await expect(people.row('Tom Okafor')).toBeVisible();
});

test('[S5] an import says beforehand what will be there more than once', async () => {
  const project = {
    id: 'prj_other',
    name: 'website LAUNCH',
    status: 'active',
    priority: 'medium',
    description: '',
    startDate: null,
    targetDate: null,
    stakeholderIds: [],
    rank: 9,
    createdAt: 1_700_000_000_000,
  };
  const twice = [ada, { ...ada, id: 'per_other' }];
  await documents.open();
  await documents.chooseFile(
    'again.json',
    JSON.stringify({ ...emptyDocument, people: twice, projects: [project] }),
  );
  const shared = documents.dialog.getByRole('list', { name: 'What will be there more than once' });
  await expect(shared.getByRole('listitem')).toHaveText([
    '2 projects will be called “Website launch”.',
    '2 people will have the address ada@example.com.',
  ]);
  await app.expectAccessible();
  await documents.importButton.click();
  await expect(documents.dialog).toBeHidden();
});

test('[S5] a file that brings nothing new says so and cannot be imported', async () => {
  const { name, text } = await documents.export();
  await documents.open();
  await documents.dropFile(name, text);

  await expect(documents.dialog.getByText('Nothing would change')).toBeVisible();
  await expect(documents.importButton).toBeDisabled();
  await documents.dialog.getByRole('button', { name: 'Choose another file' }).click();
  await expect(documents.dialog.getByText(/Drop a file here/)).toBeVisible();
});

test('[S5] of a large import the first 200 changes are listed and all are counted', async () => {
  const crowd = Array.from({ length: 1_234 }, (_, index) => ({
    ...ada,
    id: `per_${String(index)}`,
    name: `Person ${String(index)}`,
    email: null,
  }));
  await documents.open();
  await documents.chooseFile('crowd.json', JSON.stringify({ ...emptyDocument, people: crowd }));

  await expect(documents.changes.getByRole('listitem')).toHaveCount(200);
  await expect(documents.dialog.getByText('These are the first 200 of 1,234.')).toBeVisible();
  await documents.importButton.click();
  await expect(documents.dialog).toBeHidden();
  await app.choose('Storage');
  await expect(app.dialog('Storage').getByRole('definition').first()).toHaveText('1,257');
});

const task = {
  id: 'tsk_1',
  projectId: 'prj_1',
  parentId: null,
  title: 'A',
  status: 'todo',
  priority: 'medium',
  dueDate: null,
  dueTime: null,
  assigneeId: null,
  notes: '',
  rank: 1,
  createdAt: 0,
  completedAt: null,
};
const project = {
  id: 'prj_1',
  name: 'P',
  status: 'active',
  priority: 'medium',
  description: '',
  startDate: null,
  targetDate: null,
  stakeholderIds: [],
  rank: 1,
  createdAt: 0,
};

/** What a file holds, and what is said of it. */
const badFiles: Readonly<Record<string, readonly [content: string | Buffer, message: RegExp]>> = {
  'an empty file': ['', /empty/],
  'a picture': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), /not text/],
  'a file that was cut off': [JSON.stringify(emptyDocument).slice(0, 60), /not JSON/],
  'another kind of JSON': ['{"name":"package","version":"1.0.0"}', /format/],
  'a list': ['[]', /not an object/],
  'a newer version': [JSON.stringify({ ...emptyDocument, version: 3 }), /newer version/],
  'no version': [JSON.stringify({ ...emptyDocument, version: undefined }), /version/],
  'a missing list': [JSON.stringify({ ...emptyDocument, tasks: undefined }), /^tasks.*missing/],
  'a task that is its own grandparent': [
    JSON.stringify({
      ...emptyDocument,
      projects: [project],
      tasks: [
        { ...task, parentId: 'tsk_2' },
        { ...task, id: 'tsk_2', parentId: 'tsk_1' },
      ],
    }),
    /^tasks\[0\]\.parentId.*below itself/,
  ],
  'a date that does not exist': [
    JSON.stringify({ ...emptyDocument, projects: [project], tasks: [{ ...task, dueDate: '2026-02-30' }] }),
    /^tasks\[0\]\.dueDate/,
  ],
  'a task without a project': [JSON.stringify({ ...emptyDocument, tasks: [task] }), /^tasks\[0\]\.projectId/],
  'the same id twice': [
    JSON.stringify({ ...emptyDocument, people: [ada, { ...ada, email: null }] }),
    /^people\[1\]\.id.*taken/,
  ],
  'a title of 10,000 characters': [
    JSON.stringify({
      ...emptyDocument,
      projects: [project],
      tasks: [{ ...task, title: 't'.repeat(10_000) }],
    }),
    /^tasks\[0\]\.title.*300/,
  ],
  'a name with markup that breaks a rule': [
    JSON.stringify({
      ...emptyDocument,
      people: [{ ...ada, name: '<img src=x onerror=alert(1)>', email: 7 }],
    }),
    /^people\[0\]\.email/,
  ],
  'a prototype in disguise': ['{"__proto__":{"format":"momentum.workspace"}}', /format/],
};

for (const [what, [content, message]] of Object.entries(badFiles)) {
  test(`[X1] ${what} gets a clear message and changes nothing`, async () => {
    await documents.open();
    await documents.chooseFile('bad.json', content);

    await expect(
      documents.dialog.getByText('bad.json cannot be imported. Nothing was changed.'),
    ).toBeVisible();
    await expect(documents.problems.getByRole('listitem').first()).toHaveText(message);
    await expect(documents.importButton).toBeDisabled();
    await app.expectNoSidewaysScroll();
  });
}

for (const [megabytes, message] of [
  [200, /not JSON/],
  [300, /larger than 256 MB, so it was not read/],
] as const) {
  test(`[X1] ${String(megabytes)} MB of nothing get a clear message and change nothing`, async ({
    page: _page,
  }, testInfo) => {
    const path = testInfo.outputPath('huge.json');
    const file = await open(path, 'w');
    await file.truncate(megabytes * 1024 * 1024);
    await file.close();

    await documents.open();
    await documents.dialog.getByLabel('File to import').setInputFiles(path);

    await expect(documents.problems.getByRole('listitem')).toHaveText(message, { timeout: 20_000 });
    await expect(documents.importButton).toBeDisabled();
  });
}

test('[X1] names with markup are shown as text, in the review and after it', async () => {
  const name = '<img src=x onerror=alert(1)>';
  await documents.open();
  await documents.chooseFile('markup.json', JSON.stringify({ ...emptyDocument, people: [{ ...ada, name }] }));
  await expect(documents.changes.getByText(name)).toBeVisible();
  await documents.importButton.click();
  await people.open();

  await expect(people.row(name)).toBeVisible();
  await expect(people.dialog.locator('img')).toHaveCount(0);
});

test('the same file can be chosen again after it was mended', async () => {
  await documents.open();
  await documents.chooseFile('people.json', '{');
  await expect(documents.problems).toBeVisible();
  await app.expectAccessible();
  await documents.chooseFile('people.json', JSON.stringify({ ...emptyDocument, people: [ada] }));
  await expect(documents.dialog.getByText('1 person will be added.')).toBeVisible();
});

test('an import works by keyboard alone', async ({ page }) => {
  await app.chooseByKeyboard('Import');
  const chooser = page.waitForEvent('filechooser');
  await app.tabTo(documents.dialog.getByRole('button', { name: 'Choose a file' }));
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({
    name: 'people.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...emptyDocument, people: [ada] })),
  });
  await expect(documents.changes.getByText('Ada Lovelace')).toBeVisible();
  await app.tabTo(documents.importButton);
  await page.keyboard.press('Enter');
  await expect(documents.dialog).toBeHidden();

  await app.chooseByKeyboard('People');
  await expect(people.row('Ada Lovelace')).toBeVisible();
});

function withoutDate(text: string): string {
  return text.replace(/"exportedAt": \d+/, '');
}
