export {
  askModes,
  createDeviceSettings,
  sendModes,
  turnRange,
  type DeviceSettings,
  type HttpMailSettings,
  type MailWay,
} from './device-settings';
export { createMailDraft, untouchedDraft, type HttpMailDraft } from './mail-draft';
export { createMailKey } from './mail-key';
export { endpointProblem, keyProblem, originOf, senderProblem } from './mail-rules';
export {
  SettingsContext,
  useDeviceSettings,
  useSettingsServices,
  type SettingsServices,
} from './use-settings';
