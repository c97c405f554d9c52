import { X } from 'lucide-react';
import { useState } from 'react';

import type { PriceEntry } from '@/domain/models';
import { knownPrices, pricesNotedOn, useModelServices, useModelSettings } from '@/state/models';
import { Button, IconButton, TextField } from '@/ui';

/** What models cost, for the sums under an answer. Providers change prices; the person has the last word. */
export function PriceTable() {
  const { settings } = useModelServices();
  const prices = useModelSettings((current) => current.prices);

  function change(index: number, entry: PriceEntry) {
    settings.set({ prices: prices.with(index, entry) });
  }

  return (
    <details className="rounded-lg border border-border px-3 py-2">
      <summary className="font-medium pointer-coarse:min-h-11">Prices</summary>
      <div className="mt-2 flex flex-col gap-3">
        <p className="text-sm text-text-muted">
          US dollars for a million tokens. The prices that come with Momentum were noted on {pricesNotedOn};
          check them with your provider.
        </p>
        <div className="overflow-x-auto">
          <table className="w-full min-w-112 text-sm">
            <thead>
              <tr className="text-left text-text-muted [&>th]:px-1 [&>th]:font-medium">
                <th scope="col">Model</th>
                <th scope="col">Input</th>
                <th scope="col">Cached input</th>
                <th scope="col">Output</th>
                <th scope="col">
                  <span className="sr-only">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {prices.map((entry, index) => (
                <PriceRow
                  key={`${String(index)} of ${String(prices.length)}`}
                  entry={entry}
                  onChange={(changed) => {
                    change(index, changed);
                  }}
                  onRemove={() => {
                    settings.set({ prices: prices.toSpliced(index, 1) });
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            onClick={() => {
              settings.set({ prices: [...prices, { model: '', input: 0, cachedInput: 0, output: 0 }] });
            }}
          >
            Add price
          </Button>
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              settings.set({ prices: knownPrices });
            }}
          >
            Restore prices of {pricesNotedOn}
          </Button>
        </div>
      </div>
    </details>
  );
}

interface PriceRowProps {
  readonly entry: PriceEntry;
  readonly onChange: (entry: PriceEntry) => void;
  readonly onRemove: () => void;
}

function PriceRow({ entry, onChange, onRemove }: PriceRowProps) {
  const named = entry.model === '' ? 'the new model' : entry.model;
  return (
    <tr className="[&>td]:p-1">
      <td>
        <TextField
          aria-label="Model of the price"
          value={entry.model}
          onValueChange={(model) => {
            onChange({ ...entry, model });
          }}
        />
      </td>
      {amounts.map(({ field, label }) => (
        <td key={field} className="w-24">
          <Amount
            label={`${label} of ${named}`}
            value={entry[field]}
            onChange={(amount) => {
              onChange({ ...entry, [field]: amount });
            }}
          />
        </td>
      ))}
      <td className="w-8">
        <IconButton label={`Remove the price of ${named}`} icon={<X aria-hidden />} onClick={onRemove} />
      </td>
    </tr>
  );
}

const amounts = [
  { field: 'input', label: 'Input price' },
  { field: 'cachedInput', label: 'Cached input price' },
  { field: 'output', label: 'Output price' },
] as const;

interface AmountProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (amount: number) => void;
}

/** Keeps what is being typed, which is not always a number yet. */
function Amount({ label, value, onChange }: AmountProps) {
  const [text, setText] = useState(String(value));
  return (
    <TextField
      aria-label={label}
      type="number"
      inputMode="decimal"
      min={0}
      step="any"
      value={Number(text) === value ? text : String(value)}
      onValueChange={(typed) => {
        setText(typed);
        const amount = Number(typed);
        if (typed.trim() !== '' && Number.isFinite(amount) && amount >= 0) onChange(amount);
      }}
    />
  );
}
