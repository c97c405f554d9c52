import { HardDrive, ListChecks, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

export interface WelcomeProps {
  /** What to do about the example, while it is there. */
  readonly example: ReactNode;
  readonly actions: ReactNode;
}

/** What stands where the conversation will be: what can be done today, and no more. */
export function Welcome({ example, actions }: WelcomeProps) {
  return (
    <div className="m-auto flex w-full max-w-md flex-col gap-6 px-6 py-8">
      <div className="flex flex-col gap-3">
        <h2 className="text-2xl font-semibold text-balance">Your projects, in your hands</h2>
        <p className="text-lg text-pretty text-text-muted">
          Momentum keeps projects, tasks and the people behind them in one place.
        </p>
      </div>
      <ul className="flex flex-col gap-4">
        <Point icon={<ListChecks />} title="Plan by hand">
          Add projects and tasks, schedule and assign them, and put them in order by dragging or with the
          keyboard.
        </Point>
        <Point icon={<Undo2 />} title="Change your mind">
          Everything can be undone. Activity lists every change and takes you back to any of them.
        </Point>
        <Point icon={<HardDrive />} title="Keep it to yourself">
          Everything stays on this device. There is no account, and nothing is sent anywhere.
        </Point>
      </ul>
      {example}
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}

interface PointProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}

function Point({ icon, title, children }: PointProps) {
  return (
    <li className="flex gap-3">
      <span aria-hidden className="mt-0.5 text-accent-text [&_svg]:size-4.5">
        {icon}
      </span>
      <div className="min-w-0">
        <h3 className="font-medium">{title}</h3>
        <p className="text-pretty text-text-muted">{children}</p>
      </div>
    </li>
  );
}
