export { openModels, type OpenModels } from './open-models';
