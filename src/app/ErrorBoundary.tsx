import { Component, type ReactNode } from 'react';

import { Button } from '@/ui';

import { Page } from './pages/Page';
import { reloadPage } from './pages/reload-page';

export interface ErrorBoundaryProps {
  /** Downloads the workspace as this window knows it; `null` while none is open. */
  readonly onExport: (() => void) | null;
  readonly children: ReactNode;
}

type State = { readonly type: 'sound' } | { readonly type: 'broken'; readonly message: string };

/** Stands in for a screen that could not be drawn. React has no other way to catch such errors than a class. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { type: 'sound' };

  static getDerivedStateFromError(error: unknown): State {
    return {
      type: 'broken',
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }

  override render(): ReactNode {
    if (this.state.type === 'sound') return this.props.children;
    const { onExport } = this.props;
    return (
      <Page
        title="Something went wrong"
        actions={
          <>
            <Button variant="primary" size="lg" onClick={reloadPage}>
              Reload
            </Button>
            {onExport !== null && (
              <Button size="lg" onClick={onExport}>
                Export my data
              </Button>
            )}
          </>
        }
      >
        <p>
          Momentum met a defect of its own and cannot show this page. What you had saved is safe on this
          device; reload to go on.
        </p>
        <details className="text-base">
          <summary>What it was</summary>
          <p className="mt-1 font-mono text-sm break-all">{this.state.message}</p>
        </details>
      </Page>
    );
  }
}
