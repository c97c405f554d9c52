export { createKeyVault, type KeyVault, type KeyVaultState } from './key-vault';
export {
  chosenModel,
  createModelSettings,
  modelChoices,
  modelWords,
  wireApis,
  type ChosenModel,
  type ModelChoiceName,
  type ModelSettings,
  type ModelSettingsStore,
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
export { serverPresets, type ServerPreset } from './presets';
export { knownPrices, pricesNotedOn } from './prices';
