import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

import { IconButton, useToasts } from '@/ui';

export interface CopyButtonProps {
  /** What it copies, as its name: "Copy code". */
  readonly label: string;
  readonly text: () => string;
}

export function CopyButton({ label, text }: CopyButtonProps) {
  const toasts = useToasts();
  const [copies, setCopies] = useState(0);
  const [isTold, setIsTold] = useState(false);
  useEffect(() => {
    if (copies === 0) return undefined;
    const timer = setTimeout(() => {
      setIsTold(false);
    }, toldForMs);
    return () => {
      clearTimeout(timer);
    };
  }, [copies]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text());
      setCopies((count) => count + 1);
      setIsTold(true);
    } catch {
      toasts.add({
        id: 'copy-problem',
        tone: 'warning',
        title: 'The browser did not allow copying.',
        description: 'Select the text and copy it with the keyboard instead.',
      });
    }
  }

  return (
    <>
      <IconButton
        size="sm"
        label={label}
        icon={isTold ? <Check aria-hidden className="text-success-text" /> : <Copy aria-hidden />}
        onClick={() => void copy()}
      />
      <span role="status" className="sr-only">
        {isTold ? 'Copied' : ''}
      </span>
    </>
  );
}

const toldForMs = 2_000;
