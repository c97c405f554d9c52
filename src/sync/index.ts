export { createTabChannel, type TabChannelOptions } from './tabs';
