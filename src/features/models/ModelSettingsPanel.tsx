import { modelChoices, useModelServices, useModelSettings, type ModelChoiceName } from '@/state/models';
import { RadioGroup } from '@/ui';

import { KeyProtection } from './KeyProtection';
import { PriceTable } from './PriceTable';
import { ProviderForm } from './ProviderForm';

/** Which model answers, how it is reached, and where its key is kept. Every change counts at once. */
export function ModelSettingsPanel() {
  const { settings } = useModelServices();
  const choice = useModelSettings((current) => current.choice);
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <RadioGroup
        label="Model"
        labelHidden
        options={modelChoices.map(optionFor)}
        value={choice}
        onValueChange={(next) => {
          settings.set({ choice: next });
        }}
      />
      {choice !== 'offline' && (
        <>
          <ProviderForm key={choice} provider={choice} />
          <KeyProtection />
          <PriceTable />
        </>
      )}
    </div>
  );
}

function optionFor(value: ModelChoiceName) {
  return { value, ...options[value] };
}

const options = {
  offline: {
    label: 'Built-in offline model',
    detail:
      'Understands everyday requests about projects and tasks. Needs no key, and nothing leaves this device.',
  },
  openai: {
    label: 'OpenAI',
    detail: 'Your messages and what the model looks up in the workspace are sent to api.openai.com.',
  },
  anthropic: {
    label: 'Anthropic',
    detail:
      'Claude. Your messages and what the model looks up in the workspace are sent to api.anthropic.com, or to a proxy of your own.',
  },
  compatible: {
    label: 'OpenAI-compatible server',
    detail:
      'Ollama, LM Studio, OpenRouter, your own proxy: any server that speaks the API. It may be this device.',
  },
} as const satisfies Record<ModelChoiceName, { readonly label: string; readonly detail: string }>;
