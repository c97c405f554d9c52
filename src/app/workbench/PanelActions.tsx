import { History, Users } from 'lucide-react';

import { IconButton } from '@/ui';

export interface PanelActionsProps {
  readonly onActivity: () => void;
  readonly onPeople: () => void;
}

/** What concerns the whole workspace, where there is room for it; the menu has it too. */
export function PanelActions({ onActivity, onPeople }: PanelActionsProps) {
  return (
    <span className="hidden items-center gap-1 @xl:flex">
      <IconButton label="People" icon={<Users aria-hidden />} onClick={onPeople} />
      <IconButton label="Activity" icon={<History aria-hidden />} onClick={onActivity} />
    </span>
  );
}
