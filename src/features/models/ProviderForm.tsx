import { readEndpoint } from '@/domain/models';
import {
  openAiApis,
  serverPresets,
  useModelServices,
  useModelSettings,
  type ModelChoiceName,
  type ProviderSettings,
} from '@/state/models';
import { Button, Field, Select, TextField } from '@/ui';

import { ConnectionTest } from './ConnectionTest';
import { KeyField } from './KeyField';
import { ModelNameField } from './ModelNameField';

export interface ProviderFormProps {
  readonly provider: Exclude<ModelChoiceName, 'offline'>;
}

/** How a provider is reached. */
export function ProviderForm({ provider }: ProviderFormProps) {
  const { settings } = useModelServices();
  const current = useModelSettings((all) => all[provider]);
  const reading = readEndpoint(current.baseUrl);
  const endpoint = reading.type === 'endpoint' ? reading.endpoint : null;

  function change(changes: Partial<ProviderSettings>) {
    settings.set({ [provider]: { ...settings.getState()[provider], ...changes } });
  }

  return (
    <div className="flex min-w-0 flex-col gap-4">
      {provider === 'compatible' && <Presets onChoose={change} />}
      {provider !== 'openai' && (
        <Field
          label="Base URL"
          hint={provider === 'compatible' ? hintFor(current.baseUrl) : anthropicHint}
          error={reading.type === 'unusable' && current.baseUrl !== '' ? reading.message : null}
        >
          <TextField
            type="url"
            value={current.baseUrl}
            placeholder={
              provider === 'compatible' ? 'http://localhost:11434/v1' : 'https://api.anthropic.com/v1'
            }
            autoComplete="off"
            spellCheck={false}
            onValueChange={(baseUrl) => {
              change({ baseUrl });
            }}
          />
        </Field>
      )}
      <KeyField endpoint={endpoint} isOptional={provider === 'compatible'} />
      <ModelNameField
        server={endpoint === null ? null : { endpoint, api: current.api }}
        value={current.model}
        onValueChange={(model) => {
          change({ model });
        }}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {provider !== 'anthropic' && (
          <Field label="API" hint="Most servers but OpenAI’s speak Chat Completions.">
            <Select
              options={openAiApis.map((value) => ({ value, label: apiLabels[value] }))}
              value={current.api}
              onValueChange={(api) => {
                change({ api });
              }}
            />
          </Field>
        )}
        <Field label="Context size" hint="In tokens, if you know it. Long conversations are kept within it.">
          <TextField
            type="number"
            inputMode="numeric"
            min={1}
            step={1}
            value={current.contextTokens === null ? '' : String(current.contextTokens)}
            onValueChange={(text) => {
              change({ contextTokens: tokensIn(text) });
            }}
          />
        </Field>
      </div>
      <ConnectionTest key={`${current.baseUrl} ${current.model} ${current.api}`} />
    </div>
  );
}

function Presets({ onChoose }: { readonly onChoose: (changes: Partial<ProviderSettings>) => void }) {
  return (
    <div role="group" aria-label="Known servers" className="flex flex-wrap gap-1.5">
      {serverPresets.map(({ name, baseUrl, api }) => (
        <Button
          key={name}
          size="sm"
          onClick={() => {
            onChoose({ baseUrl, api });
          }}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

const anthropicHint = 'Change it only for a proxy of your own that speaks the Messages API.';

const defaultHint = 'Where the API begins; most end in /v1.';

function hintFor(baseUrl: string): string {
  return serverPresets.find((preset) => preset.baseUrl === baseUrl)?.hint ?? defaultHint;
}

const apiLabels = {
  responses: 'Responses',
  'chat-completions': 'Chat Completions',
} as const satisfies Record<(typeof openAiApis)[number], string>;

function tokensIn(text: string): number | null {
  const tokens = Number(text);
  return Number.isSafeInteger(tokens) && tokens > 0 ? tokens : null;
}
