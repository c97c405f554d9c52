import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';

import { useSessionServices } from '@/state/sessions';

export interface WelcomeProps {
  readonly onPrompt: (text: string) => void;
  /** What else there is to say at the beginning, below the examples. */
  readonly children: ReactNode;
}

/** The beginning of a conversation: what can be said, and who answers. */
export function Welcome({ onPrompt, children }: WelcomeProps) {
  const { modelName } = useSessionServices();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex min-h-full w-full max-w-xl flex-col justify-center gap-6 px-4 py-8 @xl:px-6">
        <div className="flex flex-col gap-2">
          <h2 className="text-2xl font-semibold text-balance @xl:text-3xl">What shall we move forward?</h2>
          <p className="text-lg text-pretty text-text-muted">
            Say it in your own words. Momentum shows every step, asks before it matters, and takes back
            whatever you want.
          </p>
        </div>
        <ul aria-label="Examples" className="flex flex-col gap-2">
          {examples.map((example) => (
            <li key={example}>
              <button
                type="button"
                onClick={() => {
                  onPrompt(example);
                }}
                className="group flex min-h-11 w-full cursor-default items-center justify-between gap-3 rounded-xl border border-border bg-surface-raised px-4 py-2.5 text-left text-base shadow-sm transition-colors hover:border-border-control"
              >
                <span className="min-w-0">{example}</span>
                <ArrowUpRight
                  aria-hidden
                  className="size-4 shrink-0 text-text-muted transition-transform group-hover:translate-x-0.5 group-hover:-translate-y-0.5"
                />
              </button>
            </li>
          ))}
        </ul>
        <p className="text-sm text-text-muted">Who answers: {modelName}.</p>
        {children}
      </div>
    </div>
  );
}

/** The built-in model answers all of them, about the example projects, without a network. */
const examples = [
  'What is overdue?',
  "Create a task 'Deploy API' and add subtasks 'Update docs' and 'Run tests'",
  'Email a status update for Website launch to all stakeholders',
] as const;
