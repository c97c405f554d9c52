import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { ApiServer } from '@/domain/models';
import { modelListQuery, useKeyVault, useModelServices } from '@/state/models';
import { Button, Field, TextField } from '@/ui';

export interface ModelNameFieldProps {
  /** Null while there is no address to ask. */
  readonly server: ApiServer | null;
  readonly value: string;
  readonly onValueChange: (name: string) => void;
}

/** The name of a model, typed freely or chosen from what the server offers. */
export function ModelNameField({ server, value, onValueChange }: ModelNameFieldProps) {
  const [isListed, setIsListed] = useState(false);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex min-w-0 flex-wrap items-end gap-2">
        <Field label="Model name" className="min-w-48 flex-1">
          <TextField
            value={value}
            onValueChange={onValueChange}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <Button
          aria-expanded={isListed}
          disabled={server === null}
          onClick={() => {
            setIsListed(!isListed);
          }}
        >
          {isListed ? 'Hide models' : 'List models'}
        </Button>
      </div>
      {isListed && server !== null && (
        <ModelList
          server={server}
          current={value}
          onChoose={(name) => {
            onValueChange(name);
            setIsListed(false);
          }}
        />
      )}
    </div>
  );
}

interface ModelListProps {
  readonly server: ApiServer;
  readonly current: string;
  readonly onChoose: (name: string) => void;
}

/** Asked for only when the person wants to see it: typing an address must not call on strangers. */
function ModelList({ server, current, onChoose }: ModelListProps) {
  const { host } = server.endpoint;
  const services = useModelServices();
  // A new key is a new question.
  useKeyVault(({ revision }) => revision);
  const { data, error, isPending, refetch } = useQuery(modelListQuery(services, server));
  const [search, setSearch] = useState('');
  if (isPending) return <p role="status">Asking {host} for its models…</p>;
  if (error !== null) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-2 text-sm text-danger-text">
        <span className="min-w-0 flex-1 break-words">{error.message}</span>
        <Button size="sm" onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    );
  }
  if (data.length === 0) return <p>{host} does not list its models. Type the name.</p>;
  const shown = data.filter((name) => name.toLowerCase().includes(search.toLowerCase()));
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-lg border border-border p-2">
      {data.length > fewModels && (
        <TextField
          aria-label="Search models"
          placeholder="Search…"
          value={search}
          onValueChange={setSearch}
        />
      )}
      <ul aria-label={`Models at ${host}`} className="max-h-56 overflow-y-auto overscroll-contain">
        {shown.map((name) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === current ? true : undefined}
              onClick={() => {
                onChoose(name);
              }}
              className="w-full rounded-md px-2 py-1 text-left break-all hover:bg-hover aria-[current=true]:bg-selected pointer-coarse:min-h-11"
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="px-2 text-text-muted">Nothing matches.</p>}
    </div>
  );
}

/** More than this one wants to search. */
const fewModels = 10;
