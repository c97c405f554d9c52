export { createTabChannel, type Channel, type TabChannelOptions } from './tab-channel';
