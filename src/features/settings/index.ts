export { ModeChips } from './ModeChips';
export { OutboxDialog } from './outbox/OutboxDialog';
export { SettingsDialog } from './SettingsDialog';
export type { SettingsSection } from './sections';
