import { createContext, use } from 'react';
import { useStore } from 'zustand';

import type { Notifier } from '../notifications';
import type { DeviceSettings, DeviceSettingsStore } from './device-settings';
import type { MailDraftStore } from './mail-draft';
import type { MailKeyStore } from './mail-key';

/** What screens read and change of the settings. Made once by the app, handed down by `SettingsContext`. */
export interface SettingsServices {
  readonly settings: DeviceSettingsStore;
  readonly mailKey: MailKeyStore;
  readonly mailDraft: MailDraftStore;
  readonly notifier: Notifier;
}

export const SettingsContext = createContext<SettingsServices | null>(null);

export function useSettingsServices(): SettingsServices {
  const services = use(SettingsContext);
  if (services === null) throw new Error('The page needs a SettingsContext around it.');
  return services;
}

/** Reads from the settings; renders again when the answer is another one by `Object.is`. */
export function useDeviceSettings<Answer>(selector: (settings: DeviceSettings) => Answer): Answer {
  return useStore(useSettingsServices().settings, selector);
}
