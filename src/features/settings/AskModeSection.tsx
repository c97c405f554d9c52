import { askModes, useDeviceSettings, useSettingsServices } from '@/state/settings';
import { RadioGroup } from '@/ui';

import { askModeWords } from './ask-mode-words';

const options = askModes.map((mode) => ({ value: mode, ...askModeWords[mode] }));

export function AskModeSection() {
  const { settings } = useSettingsServices();
  const askMode = useDeviceSettings((state) => state.askMode);
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label="When to ask"
        labelHidden
        options={options}
        value={askMode}
        onValueChange={(mode) => {
          settings.set({ askMode: mode });
        }}
      />
      <p className="text-sm text-pretty text-text-muted">
        Whatever is open now stays open: a new choice counts for what comes after it. Everything but a sent
        email can be undone.
      </p>
    </div>
  );
}
