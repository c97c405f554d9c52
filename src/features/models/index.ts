export { HistorySummary } from './HistorySummary';
export { ModelSettingsPanel } from './ModelSettingsPanel';
export { SessionModelChip } from './SessionModelChip';
export { SessionUsage } from './SessionUsage';
