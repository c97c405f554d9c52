export { ModelSettingsPanel } from './ModelSettingsPanel';
export { SessionUsage } from './SessionUsage';
