import type { Locator } from '@playwright/test';

import type { MomentumPage } from './momentum-page';

export interface PersonInput {
  readonly name: string;
  readonly email?: string;
  readonly team?: string;
}

/** The dialog "People". */
export class PeoplePage {
  readonly app: MomentumPage;
  readonly dialog: Locator;
  readonly list: Locator;

  constructor(app: MomentumPage) {
    this.app = app;
    this.dialog = app.dialog('People');
    this.list = this.dialog.getByRole('list', { name: 'People' });
  }

  async open(): Promise<void> {
    await this.app.choose('People');
  }

  async close(): Promise<void> {
    await this.app.dismissToasts();
    await this.dialog.getByRole('button', { name: 'Close' }).click();
  }

  row(name: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: name });
  }

  async add(person: PersonInput): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Add person' }).click();
    await this.fill(this.dialog.getByRole('form', { name: 'New person' }), person);
    await this.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  }

  async edit(name: string, changes: Partial<PersonInput>): Promise<void> {
    await this.dialog.getByRole('button', { name: `Edit ${name}` }).click();
    await this.fill(this.dialog.getByRole('form', { name: `Edit ${name}` }), changes);
    await this.dialog.getByRole('button', { name: 'Save' }).click();
  }

  async fill(form: Locator, { name, email, team }: Partial<PersonInput>): Promise<void> {
    if (name !== undefined) await form.getByRole('textbox', { name: 'Name' }).fill(name);
    if (email !== undefined) await form.getByRole('textbox', { name: 'Email' }).fill(email);
    if (team !== undefined) await form.getByRole('textbox', { name: 'Team' }).fill(team);
  }

  async remove(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Delete ${name}` }).click();
    await this.app.question(`Delete ${name}?`).getByRole('button', { name: 'Delete person' }).click();
  }
}
