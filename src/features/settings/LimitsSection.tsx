import { useState } from 'react';

import { turnRange, useDeviceSettings, useSettingsServices } from '@/state/settings';
import { Field, Select, TextField } from '@/ui';

import { wholeNumberFrom } from './number-setting';
import { minutesOf, patienceOptions, patienceValue } from './patience-words';

export function LimitsSection() {
  return (
    <>
      <TurnLimit />
      <Patience />
    </>
  );
}

/** Counts as soon as it can be read; what cannot be read stays in the field, with the number before still in force. */
function TurnLimit() {
  const { settings } = useSettingsServices();
  const maxTurns = useDeviceSettings((state) => state.maxTurns);
  const [typed, setTyped] = useState<string | null>(null);
  const reading = wholeNumberFrom(typed ?? String(maxTurns), turnRange);
  return (
    <Field
      label="Most model responses for one message"
      hint="Then Momentum stops, says so, and offers to continue. 25 unless you change it."
      error={reading.type === 'problem' ? reading.message : null}
    >
      <TextField
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? String(maxTurns)}
        onValueChange={(text) => {
          setTyped(text);
          const next = wholeNumberFrom(text, turnRange);
          if (next.type === 'number') settings.set({ maxTurns: next.value });
        }}
        onBlur={() => {
          if (reading.type === 'number') setTyped(null);
        }}
        className="max-w-24 tabular-nums"
      />
    </Field>
  );
}

function Patience() {
  const { settings } = useSettingsServices();
  const minutes = useDeviceSettings((state) => state.patienceMinutes);
  return (
    <Field
      label="A question or approval stays open for"
      hint="When the time is over it expires: nothing is approved, nothing is refused, and you can ask again."
    >
      <Select
        options={patienceOptions(minutes)}
        value={patienceValue(minutes)}
        onValueChange={(value) => {
          settings.set({ patienceMinutes: minutesOf(value) });
        }}
        className="max-w-56"
      />
    </Field>
  );
}
