import type { Locator } from '@playwright/test';

import { expect } from '../fixtures';
import type { ConversationPage } from './conversation-page';

/** An approval whose arguments are edited. */
export class RequestsPage {
  readonly chat: ConversationPage;

  constructor(chat: ConversationPage) {
    this.chat = chat;
  }

  /** Opens the fields of an approval. */
  async modify(approval: Locator): Promise<void> {
    await approval.getByRole('button', { name: 'Modify' }).click();
    await expect(approval.getByRole('group', { name: 'Arguments' })).toBeVisible();
  }

  /** The label of what is required has a star, which is not read out. */
  field(approval: Locator, name: string): Locator {
    return approval
      .getByRole('group', { name: 'Arguments' })
      .getByLabel(new RegExp(String.raw`^${name}\*?$`));
  }

  /** Approves what was edited, once it has been planned. */
  async approveChanges(approval: Locator): Promise<void> {
    const button = approval.getByRole('button', { name: 'Approve changes' });
    await expect(button).toHaveAttribute('aria-disabled', 'false');
    await this.chat.decide(approval, 'Approve changes');
  }
}
