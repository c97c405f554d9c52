import type { Locator, Page } from '@playwright/test';

import { expect } from '../fixtures';
import type { MomentumPage } from './momentum-page';

/** The conversation: what was said, the run, and what it asks. */
export class ConversationPage {
  readonly app: MomentumPage;
  readonly page: Page;
  readonly composer: Locator;
  readonly log: Locator;
  readonly status: Locator;
  readonly cancelRun: Locator;
  readonly question: Locator;
  readonly approvals: Locator;
  /** The messages that wait for their turn. */
  readonly queued: Locator;

  constructor(app: MomentumPage) {
    this.app = app;
    this.page = app.page;
    this.composer = app.page.getByRole('textbox', { name: 'Message Momentum' });
    this.log = app.page.getByRole('log', { name: 'Conversation' });
    this.status = app.page.getByRole('status', { name: 'Run status' });
    this.cancelRun = app.page.getByRole('button', { name: 'Cancel run' });
    this.question = this.log.getByRole('group', { name: 'Question from Momentum' });
    this.approvals = this.log.getByRole('dialog', { name: /^Approval needed/ });
    this.queued = app.page.getByRole('list', { name: 'Queued messages' }).getByRole('listitem');
  }

  /** Brings the conversation into view: on a phone the workspace covers it. */
  async show(): Promise<void> {
    const { workspaceButton } = this.app;
    if (await this.composer.isHidden()) await workspaceButton.click();
    await expect(this.composer).toBeVisible();
  }

  /** Writes a message and sends it with the button. */
  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.page.getByRole('button', { name: /^(Send|Interrupt and send)$/ }).click();
    await expect(this.composer).toHaveValue('');
  }

  /** Writes a message that waits behind the run which is active. */
  async queue(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Alt+Enter');
    await expect(this.composer).toHaveValue('');
  }

  /** Until what was said before is there again, as after a reload. */
  async waitUntilRead(): Promise<void> {
    await expect(this.page.getByText('Opening the session…')).toHaveCount(0);
    if (await this.log.isVisible()) await expect(this.log.getByRole('article').first()).toBeVisible();
  }

  /** Writes a message, and waits until the run that it began has come to its end. */
  async ask(text: string): Promise<Locator> {
    await this.waitUntilRead();
    const before = await this.answers.count();
    await this.say(text);
    const answer = this.answers.nth(before);
    await expect(answer).toBeVisible();
    await this.expectStatus(/^(Completed|Cancelled|Interrupted|Failed)/);
    return answer;
  }

  get answers(): Locator {
    return this.log.getByRole('article', { name: 'Momentum' });
  }

  get lastAnswer(): Locator {
    return this.answers.last();
  }

  get messages(): Locator {
    return this.log.getByRole('article', { name: 'You' });
  }

  async expectStatus(text: string | RegExp): Promise<void> {
    await expect(this.status).toHaveText(text, { timeout: runTimeoutMs });
  }

  /** Waits for an approval whose title is like this. */
  async approval(title: string | RegExp): Promise<Locator> {
    const dialog = this.approvals.filter({ hasText: title });
    await expect(dialog).toBeVisible({ timeout: runTimeoutMs });
    return dialog;
  }

  changesIn(approval: Locator): Locator {
    return approval.getByRole('list', { name: 'What will change' }).locator(':scope > li');
  }

  /** Presses a button of a card once a press counts: the first half second after it appeared does not. */
  async decide(card: Locator, name: string): Promise<void> {
    const button = card.getByRole('button', { name, exact: true });
    await expect(async () => {
      if (await button.isVisible()) await button.click({ timeout: 1_000 });
      await expect(button).toBeHidden({ timeout: 700 });
    }).toPass({ timeout: runTimeoutMs });
  }

  async openThinking(answer: Locator): Promise<Locator> {
    const toggle = answer.getByRole('button', { name: 'Thinking process' });
    if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
    const steps = answer.getByRole('list', { name: 'Thinking steps' });
    await expect(steps).toBeVisible();
    return steps;
  }

  /** The steps as "type status", in their order. */
  async stepsOf(answer: Locator): Promise<readonly string[]> {
    const steps = await this.openThinking(answer);
    return steps
      .locator('[data-step-type]')
      .evaluateAll((items) =>
        items.map(
          (item) =>
            `${item.getAttribute('data-step-type') ?? ''} ${item.getAttribute('data-step-status') ?? ''}`,
        ),
      );
  }

  settled(outcome: string | RegExp): Locator {
    return this.log.getByRole('group').filter({ hasText: outcome });
  }
}

/** The first run of a page fetches the agent and its model. */
const runTimeoutMs = 30_000;
