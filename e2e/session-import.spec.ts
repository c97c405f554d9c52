import { expect, test } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { DocumentsPage } from './pages/documents-page';
import { MomentumPage } from './pages/momentum-page';

// Two devices, and two windows on the second.
test.describe.configure({ timeout: 90_000 });

test('[S5] what an import adds to a session is on the screen at once, in every window that shows it', async ({
  page,
  browser,
}) => {
  const there = new ConversationPage(new MomentumPage(page));
  const elsewhere = new DocumentsPage(there.app);
  await there.app.open();
  await there.ask('What is overdue?');
  const begun = await elsewhere.export();
  await there.ask('What can you do?');
  const continued = await elsewhere.export();

  const device = await browser.newContext();
  try {
    const here = new ConversationPage(new MomentumPage(await device.newPage()));
    const documents = new DocumentsPage(here.app);
    const address = page.url();
    await here.page.goto(address);
    await here.app.waitUntilOpen();
    await expect(here.page.getByRole('heading', { name: 'This session is not here' })).toBeVisible();
    await importFile(documents, begun);
    await expect(here.messages).toHaveText([/What is overdue\?/]);
    const beside = new ConversationPage(new MomentumPage(await device.newPage()));
    await beside.page.goto(address);
    await beside.app.waitUntilOpen();
    await expect(beside.messages).toHaveText([/What is overdue\?/]);

    await importFile(documents, continued);
    for (const { messages } of [here, beside]) {
      await expect(messages.last()).toHaveText(/What can you do\?/);
    }
  } finally {
    await device.close();
  }
});

async function importFile(
  documents: DocumentsPage,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<void> {
  await documents.open();
  await documents.chooseFile(name, text);
  await documents.importButton.click();
  await expect(documents.dialog).toBeHidden();
}
