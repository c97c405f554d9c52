export { modelNetwork } from './model-network';
export { relayMaker, timerMaker, type RelayMaker } from './page-workers';
