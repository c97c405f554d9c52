export { modelNetwork, relayMaker, type RelayMaker } from './model-network';
