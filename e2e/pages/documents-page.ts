import { readFile } from 'node:fs/promises';

import type { Locator } from '@playwright/test';

import type { MomentumPage } from './momentum-page';

/** Export, and the dialog "Import". */
export class DocumentsPage {
  readonly app: MomentumPage;
  readonly dialog: Locator;
  readonly changes: Locator;
  readonly problems: Locator;
  readonly importButton: Locator;

  constructor(app: MomentumPage) {
    this.app = app;
    this.dialog = app.dialog('Import');
    this.changes = this.dialog.getByRole('list', { name: 'What will change' });
    this.problems = this.dialog.getByRole('list', { name: 'What is wrong' });
    this.importButton = this.dialog.getByRole('button', { name: 'Import', exact: true });
  }

  /** Exports the workspace; answers with the text of the file and its name. */
  async export(): Promise<{ readonly name: string; readonly text: string }> {
    const download = this.app.page.waitForEvent('download');
    await this.app.choose('Export');
    return textOf(await download);
  }

  async open(): Promise<void> {
    await this.app.choose('Import');
  }

  async chooseFile(name: string, content: string | Buffer): Promise<void> {
    const buffer = typeof content === 'string' ? Buffer.from(content) : content;
    await this.dialog
      .getByLabel('File to import')
      .setInputFiles({ name, mimeType: 'application/json', buffer });
  }

  /** Drops a file on the dialog, as from the desktop. */
  async dropFile(name: string, content: string): Promise<void> {
    const transfer = await this.app.page.evaluateHandle(
      ([fileName, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], fileName, { type: 'application/json' }));
        return data;
      },
      [name, content] as const,
    );
    const target = this.dialog.getByText(/Drop a file here/);
    await target.dispatchEvent('dragover', { dataTransfer: transfer });
    await target.dispatchEvent('drop', { dataTransfer: transfer });
  }
}

export async function textOf(download: {
  path(): Promise<string>;
  suggestedFilename(): string;
}): Promise<{ readonly name: string; readonly text: string }> {
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
