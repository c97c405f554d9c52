export { createOfflineModel } from './offline-model';
