export { pageMoments } from './page-moments';
export { createSessionChannel, type Channel } from './session-channel';
export { createTabChannel } from './tab-channel';
export { createTabEngine } from './tab-engine';
export type { PageMoments, TabLocks, TabTimers } from './tab-ports';
