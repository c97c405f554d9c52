export { loadOfflineModel } from './load-model';
export { openAgent, type AgentParts } from './open-agent';
export { hashAddress } from './session-address';
