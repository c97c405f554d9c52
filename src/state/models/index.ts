export { createKeyVault, type KeyVault } from './key-vault';
export {
  chosenModel,
  createModelSettings,
  modelChoices,
  modelWords,
  openAiApis,
  type ModelChoiceName,
  type ModelSettings,
  type ProviderSettings,
  type SettingsPlace,
} from './model-settings';
export {
  keyBase,
  modelListQuery,
  ModelServicesContext,
  useKeyVault,
  useModelServices,
  useModelSettings,
  type ModelServices,
} from './model-services';
export { serverPresets } from './presets';
export { knownPrices, pricesNotedOn } from './prices';
