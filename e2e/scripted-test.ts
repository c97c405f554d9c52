import { test as base } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { ModelsPage } from './pages/models-page';
import { MomentumPage } from './pages/momentum-page';
import { ScriptedModel } from './pages/scripted-model';
import { WorkspacePage } from './pages/workspace-page';

interface Fixtures {
  readonly app: MomentumPage;
  readonly workspace: WorkspacePage;
  readonly chat: ConversationPage;
  readonly model: ScriptedModel;
}

/** The first run of a page fetches the agent and its model, and a disk that much else writes to takes its time. */
export const patient = { timeout: 30_000 };

/** A page with a project "Launch" of two tasks, where a model behind HTTP answers with what the test wrote for it. */
export const test = base.extend<Fixtures>({
  app: async ({ page }, use) => {
    await use(new MomentumPage(page));
  },
  workspace: async ({ app }, use) => {
    await use(new WorkspacePage(app));
  },
  chat: async ({ app }, use) => {
    await use(new ConversationPage(app));
  },
  model: async ({ app, workspace }, use) => {
    const model = await ScriptedModel.start();
    await workspace.begin([{ name: 'Launch', tasks: ['Plan', 'Ship'] }]);
    const models = new ModelsPage(app);
    await models.connect({ baseUrl: model.server.baseUrl, model: 'm' });
    await models.close();
    await use(model);
    model.close();
  },
});
