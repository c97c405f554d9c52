import { useState, type SyntheticEvent } from 'react';

import { useKeyVault, useModelServices } from '@/state/models';
import { Button, ConfirmDialog, Field, TextField } from '@/ui';

/** A passphrase for the keys on this device. */
export function KeyProtection() {
  const isLocked = useKeyVault(({ access }) => access === 'locked');
  const isProtected = useKeyVault((state) => state.isProtected);
  if (isLocked) return <Unlocking />;
  return isProtected ? <Protected /> : <Protecting />;
}

function Unlocking() {
  const { keys } = useModelServices();
  const [passphrase, setPassphrase] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const [isForgetting, setIsForgetting] = useState(false);

  async function unlock(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setIsWorking(true);
    setIsWrong(!(await keys.unlock(passphrase)));
    setIsWorking(false);
  }

  return (
    <form
      aria-label="Unlock keys"
      className="flex min-w-0 flex-wrap items-start gap-2 rounded-lg border border-border bg-warning-soft p-3"
      onSubmit={(event) => void unlock(event)}
    >
      <Field
        label="Passphrase"
        hint="Your keys are locked. The passphrase opens them until this window is closed."
        error={
          isWrong ? 'This passphrase does not open the keys. Try another one, or forget all keys.' : null
        }
        className="min-w-48 flex-1"
      >
        <TextField
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onValueChange={(text) => {
            setPassphrase(text);
            setIsWrong(false);
          }}
        />
      </Field>
      <div className="mt-6.5 flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={isWorking}>
          Unlock
        </Button>
        <Button
          onClick={() => {
            setIsForgetting(true);
          }}
        >
          Forget all keys
        </Button>
      </div>
      <ConfirmDialog
        open={isForgetting}
        onOpenChange={setIsForgetting}
        title="Forget all keys?"
        description="The keys of all servers, and the passphrase, are removed from this device. You can enter keys again."
        confirmLabel="Forget all keys"
        onConfirm={() => {
          keys.forgetAll();
          setIsForgetting(false);
        }}
      />
    </form>
  );
}

function Protected() {
  const { keys } = useModelServices();
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2 text-sm">
      <p className="min-w-48 flex-1 text-text-muted">
        Your keys are encrypted with your passphrase, and open until this window is closed.
      </p>
      <Button
        size="sm"
        onClick={() => {
          keys.lock();
        }}
      >
        Lock now
      </Button>
      <Button
        size="sm"
        onClick={() => {
          keys.unprotect();
        }}
      >
        Remove passphrase
      </Button>
    </div>
  );
}

/** Shorter ones are found by trying. */
const shortestPassphrase = 8;

function Protecting() {
  const { keys } = useModelServices();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setIsWorking] = useState(false);

  async function protect(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const found = problemWith(passphrase, repeated);
    setProblem(found);
    if (found !== null) return;
    setIsWorking(true);
    await keys.protect(passphrase);
    setIsWorking(false);
  }

  return (
    <details className="rounded-lg border border-border px-3 py-2">
      <summary className="font-medium pointer-coarse:min-h-11">Protect keys with a passphrase</summary>
      <form
        aria-label="Protect keys"
        className="mt-2 flex flex-col gap-3"
        onSubmit={(event) => void protect(event)}
      >
        <p className="text-sm text-text-muted">
          Without one, whoever can read the files of this browser can read your keys. With one, you enter it
          once in each window. It is stored nowhere: if you forget it, the keys must be entered again.
        </p>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="New passphrase" error={problem}>
            <TextField
              type="password"
              autoComplete="new-password"
              value={passphrase}
              onValueChange={setPassphrase}
            />
          </Field>
          <Field label="Repeat passphrase">
            <TextField
              type="password"
              autoComplete="new-password"
              value={repeated}
              onValueChange={setRepeated}
            />
          </Field>
        </div>
        <Button type="submit" loading={isWorking} className="self-start">
          Protect keys
        </Button>
      </form>
    </details>
  );
}

function problemWith(passphrase: string, repeated: string): string | null {
  if (passphrase.length < shortestPassphrase) {
    return `Use at least ${String(shortestPassphrase)} characters; a few words are best.`;
  }
  return passphrase === repeated ? null : 'The two passphrases are not the same.';
}
