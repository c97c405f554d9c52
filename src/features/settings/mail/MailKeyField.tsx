import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';

import { Button, Field, IconButton, TextField } from '@/ui';

export interface MailKeyFieldProps {
  readonly value: string;
  readonly error: string | null;
  /** The key that is kept was entered for this other address, and is not shown or sent here. */
  readonly otherOrigin: string | null;
  readonly onValueChange: (key: string) => void;
  readonly onForget: () => void;
}

/** A key as it is entered: hidden, until the person wants to see it. */
export function MailKeyField({ value, error, otherOrigin, onValueChange, onForget }: MailKeyFieldProps) {
  const [isShown, setIsShown] = useState(false);
  const isThere = value !== '' || otherOrigin !== null;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-end gap-1.5">
        <Field label="Key" error={error} hint={hintWords(otherOrigin)} className="flex-1">
          <div className="flex items-center gap-1.5">
            <TextField
              name="key"
              type={isShown ? 'text' : 'password'}
              autoComplete="off"
              spellCheck={false}
              value={value}
              onValueChange={onValueChange}
              className="font-mono"
            />
            <IconButton
              label={isShown ? 'Hide key' : 'Show key'}
              icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
              onClick={() => {
                setIsShown(!isShown);
              }}
            />
            {isThere && <Button onClick={onForget}>Forget key</Button>}
          </div>
        </Field>
      </div>
    </div>
  );
}

function hintWords(otherOrigin: string | null): string {
  return otherOrigin === null
    ? 'Sent as a bearer token. It stays on this device, and out of exports and logs. Leave it empty if the service needs none.'
    : `The key you entered is for ${otherOrigin} and is not sent to another address. Saving forgets it; enter the key for this one.`;
}
