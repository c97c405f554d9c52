import { test as base } from './fixtures';
import { ConversationPage } from './pages/conversation-page';
import { ModelServer } from './pages/model-server';
import { ModelsPage } from './pages/models-page';
import { MomentumPage } from './pages/momentum-page';

interface Fixtures {
  readonly app: MomentumPage;
  readonly models: ModelsPage;
  readonly conversation: ConversationPage;
  readonly server: ModelServer;
}

/** A page that is open, and a server for models that answers as it is told. */
export const test = base.extend<Fixtures>({
  app: async ({ page }, use) => {
    const app = new MomentumPage(page);
    await app.open();
    await use(app);
  },
  models: async ({ app }, use) => {
    await use(new ModelsPage(app));
  },
  conversation: async ({ app }, use) => {
    await use(new ConversationPage(app));
  },
  server: async ({ browserName: _browserName }, use) => {
    const server = await ModelServer.start();
    await use(server);
    server.close();
  },
});
