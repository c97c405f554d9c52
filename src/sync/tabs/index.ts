export { pageMoments } from './page-moments';
export { createSessionChannel } from './session-channel';
export { createTabChannel } from './tab-channel';
export { createTabEngine } from './tab-engine';
export type { TabLocks, TabTimers } from './tab-ports';
