export {
  createPreferences,
  defaultPreferences,
  parsePreferences,
  themeChoices,
  type Preferences,
  type PreferencesPlace,
  type PreferencesStore,
  type ThemeChoice,
} from './preferences';
export { PreferencesContext, usePreferences, usePreferencesStore } from './use-preferences';
