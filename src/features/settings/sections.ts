/** What a way into the settings leads to. */
export type SettingsSection = 'ask' | 'model';
