import { useState } from 'react';

import { readEndpoint } from '@/domain/models';
import type { SessionModel } from '@/domain/sessions';
import { useModelSettings, type ModelChoiceName } from '@/state/models';
import { Button, Dialog, Field, Select } from '@/ui';

import { ModelNameField } from './ModelNameField';

export interface SessionModelDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onChoose: (choice: SessionModel) => void;
}

type Provider = Exclude<ModelChoiceName, 'offline'>;

/** Names any model of a provider for the open session. How the provider is reached stays as it is set for all. */
export function SessionModelDialog({ open, onOpenChange, onChoose }: SessionModelDialogProps) {
  const settings = useModelSettings((current) => current);
  const [chosen, setChosen] = useState<Provider | null>(null);
  const [model, setModel] = useState('');
  const provider = chosen ?? (settings.choice === 'offline' ? 'compatible' : settings.choice);
  const reading = readEndpoint(settings[provider].baseUrl);

  function use() {
    onChoose({ provider, model: model.trim() });
    onOpenChange(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Another model for this session"
      description="It answers from your next message on. Other sessions keep theirs."
      footer={
        <Button variant="primary" disabled={reading.type === 'unusable' || model.trim() === ''} onClick={use}>
          Use in this session
        </Button>
      }
    >
      <div className="flex min-w-0 flex-col gap-4">
        <Field
          label="Provider"
          error={
            reading.type === 'unusable' ? `Set it up under Model settings first. ${reading.message}` : null
          }
        >
          <Select options={providers} value={provider} onValueChange={setChosen} />
        </Field>
        <ModelNameField
          server={
            reading.type === 'endpoint' ? { endpoint: reading.endpoint, api: settings[provider].api } : null
          }
          value={model}
          onValueChange={setModel}
        />
      </div>
    </Dialog>
  );
}

const providers = [
  { value: 'openai', label: 'OpenAI' },
  { value: 'anthropic', label: 'Anthropic' },
  { value: 'compatible', label: 'OpenAI-compatible server' },
] as const satisfies readonly { readonly value: Provider; readonly label: string }[];
