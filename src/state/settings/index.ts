export {
  askModes,
  createDeviceSettings,
  patienceRange,
  turnRange,
  type DeviceSettings,
  type DeviceSettingsStore,
  type HttpMailSettings,
  type MailWay,
} from './device-settings';
export { createMailKey, type MailKeyStore } from './mail-key';
export { endpointProblem, keyProblem, originOf, senderProblem } from './mail-rules';
export {
  SettingsContext,
  useDeviceSettings,
  useSettingsServices,
  type SettingsServices,
} from './use-settings';
