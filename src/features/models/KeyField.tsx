import { useState } from 'react';

import type { Endpoint } from '@/domain/models';
import { keyBase, useKeyVault, useModelServices } from '@/state/models';
import { Button, Field, TextField } from '@/ui';

export interface KeyFieldProps {
  /** Null while there is no address the key could belong to. */
  readonly endpoint: Endpoint | null;
  readonly isOptional: boolean;
}

/** Takes a key and never shows it again [X3]. */
export function KeyField({ endpoint, isOptional }: KeyFieldProps) {
  const { keys } = useModelServices();
  const base = endpoint === null ? null : keyBase(endpoint);
  const isKept = useKeyVault(({ endpoints }) => base !== null && endpoints.includes(base));
  const isLocked = useKeyVault(({ access }) => access === 'locked');
  const [typed, setTyped] = useState({ base, text: '' });
  const text = typed.base === base ? typed.text : '';

  return (
    <div className="flex min-w-0 flex-wrap items-start gap-2">
      <Field
        label="API key"
        hint={hintFor({ host: endpoint?.host ?? null, isKept, isLocked, isOptional })}
        className="min-w-48 flex-1"
      >
        <TextField
          type="password"
          value={text}
          disabled={base === null || isLocked}
          placeholder={isKept ? 'A key is kept. Type to replace it.' : ''}
          autoComplete="off"
          spellCheck={false}
          onValueChange={(next) => {
            setTyped({ base, text: next });
            if (base !== null) void keys.remember(base, next);
          }}
        />
      </Field>
      {isKept && base !== null && (
        <Button
          className="mt-6.5"
          onClick={() => {
            setTyped({ base, text: '' });
            void keys.forget(base);
          }}
        >
          Forget key
        </Button>
      )}
    </div>
  );
}

interface KeyFacts {
  readonly host: string | null;
  readonly isKept: boolean;
  readonly isLocked: boolean;
  readonly isOptional: boolean;
}

function hintFor({ host, isKept, isLocked, isOptional }: KeyFacts): string {
  if (host === null) return 'Enter the base URL first: a key belongs to one server.';
  if (isLocked) return 'Your keys are locked. Unlock them with your passphrase below.';
  if (isKept) return `Kept on this device, and sent to ${host} only.`;
  const only = `It stays on this device and is sent to ${host} only.`;
  return isOptional ? `Leave it empty for servers that need none. ${only}` : only;
}
