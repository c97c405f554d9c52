import { createEngine, type Engine, type EnginePorts } from '@/agent';
import type { RequestNotices } from '@/state/notifications';
import { createSessionChannel, createTabEngine } from '@/sync/tabs';
import { allTools } from '@/tools';

import type { TabParts } from './tab-parts';

/**
 * Makes the agent's runtime with every tool there is, as one of the windows of the workspace. A file of its own, so that the first page
 * need not hold it.
 */
export function createRuntime(
  ports: Omit<EnginePorts, 'tools'>,
  { tabs, notices }: { readonly tabs: TabParts; readonly notices: RequestNotices },
): Engine {
  const { name, openChannel, timers } = tabs;
  let commandCount = 0;
  const engine = createEngine({ ...ports, tools: allTools });
  notices.follow(engine);
  return createTabEngine({
    ...tabs,
    engine,
    channel: createSessionChannel({ tab: name, open: openChannel, now: () => timers.now() }),
    newId: () => {
      commandCount += 1;
      return `${name}:${String(commandCount)}`;
    },
    patience: Math.random(),
  });
}
