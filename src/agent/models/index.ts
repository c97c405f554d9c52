export { createModelLoop, type ModelChoice } from './create-model-loop';
export { createProviderModel } from './provider/create-provider-model';
