import type { QuestionSpec } from '@/domain/sessions';
import { Checkbox } from '@/ui';

export interface OptionBoxesProps {
  readonly options: QuestionSpec['options'];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Options of which several may be right. */
export function OptionBoxes({ options, chosen, onChange }: OptionBoxesProps) {
  return (
    <div className="flex flex-col gap-0.5">
      {options.map(({ label, detail }) => (
        <Checkbox
          key={label}
          label={label}
          {...(detail !== '' && { detail })}
          checked={chosen.includes(label)}
          onCheckedChange={(isChosen) => {
            onChange(isChosen ? [...chosen, label] : chosen.filter((other) => other !== label));
          }}
        />
      ))}
    </div>
  );
}
