export { createModelLoop, type ModelChoice } from './create-model-loop';
