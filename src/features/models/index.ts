export { HistorySummary } from './HistorySummary';
export { ModelSettingsPanel } from './ModelSettingsPanel';
export { SessionUsage } from './SessionUsage';
