import { Button } from '@/ui';

import { Page } from './Page';
import { reloadPage } from './reload-page';

export interface ClosedPageProps {
  readonly reason: 'newer-version-open' | 'cleared';
  readonly onExport: () => void;
}

/** This window has lost its storage for good; what it still shows can be taken along. */
export function ClosedPage({ reason, onExport }: ClosedPageProps) {
  return (
    <Page
      title={titles[reason]}
      actions={
        <>
          <Button variant="primary" size="lg" onClick={reloadPage}>
            Reload
          </Button>
          <Button size="lg" onClick={onExport}>
            Export what this window had
          </Button>
        </>
      }
    >
      <p>{texts[reason]}</p>
    </Page>
  );
}

const titles = {
  'newer-version-open': 'A newer version is open',
  cleared: 'The stored data was removed',
} as const;

const texts = {
  'newer-version-open':
    'Another tab runs a newer version of Momentum and has taken over. Nothing is lost. Reload this page to use the newer version here too.',
  cleared:
    'What Momentum had stored in this browser is gone: somebody has erased it in another tab, or the site data was deleted. This window still remembers what it showed: export it before you reload, if you want to keep it.',
} as const;
