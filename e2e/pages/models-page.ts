import type { Locator } from '@playwright/test';

import type { MomentumPage } from './momentum-page';

export interface ServerInput {
  readonly baseUrl: string;
  readonly apiKey?: string;
  readonly model: string;
  /** Chat Completions unless it is said. */
  readonly api?: 'Responses' | 'Chat Completions' | 'Messages';
}

/** The choice of a model in the dialog "Settings". */
export class ModelsPage {
  readonly app: MomentumPage;
  readonly dialog: Locator;
  readonly choice: Locator;
  readonly baseUrl: Locator;
  readonly apiKey: Locator;
  readonly modelName: Locator;
  readonly api: Locator;
  readonly connection: Locator;
  /** Says who answers in the open session. */
  readonly chip: Locator;

  constructor(app: MomentumPage) {
    this.app = app;
    this.dialog = app.dialog('Settings');
    this.choice = this.dialog.getByRole('radiogroup', { name: 'Model' });
    this.baseUrl = this.dialog.getByRole('textbox', { name: 'Base URL' });
    this.apiKey = this.dialog.getByLabel('API key');
    this.modelName = this.dialog.getByRole('textbox', { name: 'Model name' });
    this.api = this.dialog.getByRole('combobox', { name: 'API' });
    this.connection = this.dialog.getByRole('status', { name: 'Connection' });
    this.chip = app.page.getByRole('button', { name: /^Model: / });
  }

  async open(): Promise<void> {
    await this.app.choose('Settings');
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click();
  }

  async choose(
    model: 'Built-in offline model' | 'OpenAI' | 'Anthropic' | 'OpenAI-compatible server',
  ): Promise<void> {
    await this.choice.getByRole('radio', { name: model, exact: true }).check();
  }

  async chooseApi(api: 'Responses' | 'Chat Completions'): Promise<void> {
    await this.api.click();
    await this.app.page.getByRole('option', { name: api }).click();
  }

  /** Opens the settings, fills in a server, and leaves them open. */
  async connect({ baseUrl, apiKey, model, api }: ServerInput): Promise<void> {
    await this.open();
    await this.choose(api === 'Messages' ? 'Anthropic' : 'OpenAI-compatible server');
    await this.baseUrl.fill(baseUrl);
    if (apiKey !== undefined) await this.apiKey.fill(apiKey);
    await this.modelName.fill(model);
    if (api !== undefined && api !== 'Messages') await this.chooseApi(api);
  }

  async test(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Test connection' }).click();
  }

  /** Names another model of the same provider for the open session. */
  async chooseForSession(model: string): Promise<void> {
    await this.chip.click();
    await this.app.page.getByRole('menuitem', { name: 'Another model…' }).click();
    const dialog = this.app.dialog('Another model for this session');
    await dialog.getByRole('textbox', { name: 'Model name' }).fill(model);
    await dialog.getByRole('button', { name: 'Use in this session' }).click();
  }
}
