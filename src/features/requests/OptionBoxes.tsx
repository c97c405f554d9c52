import type { QuestionSpec } from '@/domain/sessions';

export interface OptionBoxesProps {
  readonly options: QuestionSpec['options'];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Options of which several may be right. */
export function OptionBoxes({ options, chosen, onChange }: OptionBoxesProps) {
  return (
    <div className="flex flex-col">
      {options.map(({ label, detail }) => (
        <label
          key={label}
          className="flex min-h-9 items-center gap-2.5 rounded-md px-2 py-1 hover:bg-hover pointer-coarse:min-h-11"
        >
          <input
            type="checkbox"
            aria-label={label}
            checked={chosen.includes(label)}
            onChange={(event) => {
              onChange(event.target.checked ? [...chosen, label] : chosen.filter((other) => other !== label));
            }}
            className="size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0">
            <span dir="auto" className="block font-medium break-words">
              {label}
            </span>
            {detail !== '' && (
              <span dir="auto" className="block text-sm break-words text-text-muted">
                {detail}
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
