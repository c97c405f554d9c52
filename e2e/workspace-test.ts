import { test as base } from './fixtures';
import { MomentumPage } from './pages/momentum-page';
import { WorkspacePage, type ProjectInput } from './pages/workspace-page';

interface Fixtures {
  readonly app: MomentumPage;
  readonly workspace: WorkspacePage;
}

/** A page with nothing in it yet: a test says which projects it begins with. */
export const test = base.extend<Fixtures>({
  app: async ({ page }, use) => {
    await use(new MomentumPage(page));
  },
  workspace: async ({ app }, use) => {
    await use(new WorkspacePage(app));
  },
});

export { expect } from './fixtures';

export const launch: ProjectInput = {
  name: 'Launch',
  tasks: [{ title: 'Plan', below: [{ title: 'Budget', below: ['Quotes'] }, 'Team'] }, 'Write', 'Ship'],
};
export const launchLines = ['Plan', '- Budget', '-- Quotes', '- Team', 'Write', 'Ship'];
export const home: ProjectInput = { name: 'Home', tasks: ['Paint', 'Sweep'] };
