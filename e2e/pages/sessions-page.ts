import type { Locator, Page } from '@playwright/test';

import { expect } from '../fixtures';
import type { ConversationPage } from './conversation-page';
import type { MomentumPage } from './momentum-page';

/** The navigation "Sessions": beside the conversation, or on a phone in a drawer. */
export class SessionsPage {
  readonly app: MomentumPage;
  readonly page: Page;
  readonly chat: ConversationPage;
  readonly nav: Locator;
  readonly search: Locator;
  readonly archivedButton: Locator;

  constructor(chat: ConversationPage) {
    this.chat = chat;
    this.app = chat.app;
    this.page = chat.page;
    this.nav = chat.app.sessions;
    this.search = this.nav.getByRole('searchbox', { name: 'Search sessions' });
    this.archivedButton = this.nav.getByRole('button', { name: /^Archived/ });
  }

  async show(): Promise<void> {
    if (await this.nav.isHidden()) await this.app.sessionsButton.click();
    await expect(this.nav).toBeVisible();
  }

  async startAnother(): Promise<void> {
    await this.show();
    await this.nav.getByRole('button', { name: 'New session' }).click();
    await expect(this.chat.composer).toBeVisible();
    await expect(this.chat.log).toHaveCount(0);
  }

  link(title: string): Locator {
    return this.nav.getByRole('link', { name: title });
  }

  /** What the list shows, line by line: headings as "# …", sessions by title and mark. */
  async lines(): Promise<readonly string[]> {
    return this.nav.locator('h2, a').evaluateAll((elements) =>
      elements.map((element) => {
        const text = [...element.childNodes]
          .map((node) => node.textContent?.trim() ?? '')
          .join(' ')
          .trim();
        return element.tagName === 'H2' ? `# ${text}` : text;
      }),
    );
  }

  async choose(action: string, title: string): Promise<void> {
    await this.nav.getByRole('button', { name: `Actions for ${title}` }).click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }
}
