import { RadioGroup } from '@/ui';

const options = [
  {
    value: 'offline',
    label: 'Built-in offline model',
    detail: 'Runs in this page, without a key and without the network. Nothing you write leaves this device.',
  },
] as const;

/** The choice of a model while there is one. */
export function OfflineModelChoice() {
  return (
    <RadioGroup label="Model" labelHidden options={options} value="offline" onValueChange={() => undefined} />
  );
}
