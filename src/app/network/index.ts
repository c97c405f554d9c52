export { modelNetwork, relayMaker } from './model-network';
