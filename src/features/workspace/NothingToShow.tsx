import { FolderPlus, SearchX } from 'lucide-react';

import { noCriteria } from '@/state/workspace';
import { Button, EmptyState } from '@/ui';

import { usePanel } from './panel-context';

/** A workspace without projects. */
export function NoProjects() {
  const panel = usePanel();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <EmptyState
        icon={<FolderPlus />}
        headingLevel={3}
        title="Start with a project"
        actions={
          <Button
            variant="primary"
            onClick={() => {
              panel.ask({ type: 'new-project' });
            }}
          >
            New project
          </Button>
        }
      >
        A project holds the tasks that belong together, with dates, people and notes. Everything can be
        undone.
      </EmptyState>
    </div>
  );
}

/** A search that found nothing. */
export function NoMatches() {
  const { view } = usePanel();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <EmptyState
        icon={<SearchX />}
        headingLevel={3}
        title="No task matches"
        actions={
          <Button
            onClick={() => {
              view.setState({ criteria: noCriteria });
            }}
          >
            Clear filters
          </Button>
        }
      >
        Titles and notes are searched. Try fewer words, or take away a filter.
      </EmptyState>
    </div>
  );
}
