export {
  createPreferences,
  type PreferencesPlace,
  type PreferencesStore,
  type ThemeChoice,
} from './preferences';
export { PreferencesContext, usePreferences, usePreferencesStore } from './use-preferences';
