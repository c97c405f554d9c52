import { sendModes, useDeviceSettings, useSettingsServices } from '@/state/settings';
import { RadioGroup } from '@/ui';

const words = {
  interrupt: {
    label: 'Interrupt and send',
    detail: 'The run stops, keeps what it has finished, and goes on with the new message. Alt+Enter queues.',
  },
  queue: {
    label: 'Queue',
    detail: 'The message waits until the run has ended. Alt+Enter interrupts and sends.',
  },
} as const;

const options = sendModes.map((mode) => ({ value: mode, ...words[mode] }));

/** What Enter does while Momentum works [I2] [I3]. */
export function SendModeSection() {
  const { settings } = useSettingsServices();
  const mode = useDeviceSettings((state) => state.whileRunning);
  return (
    <RadioGroup
      label="Enter while Momentum works"
      options={options}
      value={mode}
      onValueChange={(next) => {
        settings.set({ whileRunning: next });
      }}
    />
  );
}
