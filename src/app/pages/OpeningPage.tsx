import { useEffect, useState } from 'react';

import { Spinner } from '@/ui';

/** Nothing at first, so that a quick start does not flicker. */
export function OpeningPage() {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsSlow(true);
    }, patienceMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <main className="flex min-h-dvh items-center justify-center bg-surface text-text-muted">
      <h1 className="sr-only">Momentum</h1>
      <p role="status" className="flex items-center gap-2.5">
        {isSlow && (
          <>
            <Spinner />
            Opening your workspace…
          </>
        )}
      </p>
    </main>
  );
}

const patienceMs = 300;
