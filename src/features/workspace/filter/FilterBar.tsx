import { EyeOff, ListFilter } from 'lucide-react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';

import { priorityLabels, taskStatusLabels } from '@/domain/deltas';
import { peopleByName, priorities, taskStatuses, type PersonId } from '@/domain/workspace';
import { noCriteria, useWorkspaceState, type DueCriterion, type TaskCriteria } from '@/state/workspace';
import {
  Avatar,
  Button,
  Chip,
  IconButton,
  Menu,
  MenuCheckboxItem,
  MenuGroup,
  MenuRadioGroup,
  MenuSubmenu,
  SearchField,
} from '@/ui';

import { usePanel } from '../panel-context';
import { isSearching } from './filter-model';

export interface FilterBarProps {
  /** How many tasks were found; null while nothing is searched. */
  readonly matchCount: number | null;
}

/** What to see of the list: words to find, criteria, and whether completed tasks are in it. */
export function FilterBar({ matchCount }: FilterBarProps) {
  const { view } = usePanel();
  const criteria = useStore(view, (state) => state.criteria);
  const hidesCompleted = useStore(view, (state) => state.hidesCompleted);

  function refine(part: Partial<TaskCriteria>) {
    view.setState({ criteria: { ...criteria, ...part } });
  }

  return (
    <div role="search" aria-label="Tasks" className="shrink-0 border-b border-border px-3 pb-2.5 @md:px-4">
      <div className="flex items-center gap-1">
        <SearchField
          label="Search tasks"
          value={criteria.text}
          onValueChange={(text) => {
            refine({ text });
          }}
          className="flex-1"
        />
        <FilterMenu criteria={criteria} onRefine={refine} />
        <IconButton
          label="Hide completed"
          icon={<EyeOff aria-hidden />}
          aria-pressed={hidesCompleted}
          onClick={() => {
            view.setState({ hidesCompleted: !hidesCompleted });
          }}
        />
      </div>
      <ActiveCriteria criteria={criteria} matchCount={matchCount} onRefine={refine} />
    </div>
  );
}

interface CriteriaProps {
  readonly criteria: TaskCriteria;
  readonly onRefine: (part: Partial<TaskCriteria>) => void;
}

function FilterMenu({ criteria, onRefine }: CriteriaProps) {
  return (
    <Menu trigger={<IconButton label="Filter" icon={<ListFilter aria-hidden />} />}>
      <MenuSubmenu label="Status">
        <MenuGroup label="Status">
          {taskStatuses.map((status) => (
            <MenuCheckboxItem
              key={status}
              checked={criteria.statuses.includes(status)}
              onCheckedChange={() => {
                onRefine({ statuses: withToggled(criteria.statuses, status) });
              }}
            >
              {taskStatusLabels[status]}
            </MenuCheckboxItem>
          ))}
        </MenuGroup>
      </MenuSubmenu>
      <MenuSubmenu label="Priority">
        <MenuGroup label="Priority">
          {priorities.toReversed().map((priority) => (
            <MenuCheckboxItem
              key={priority}
              checked={criteria.priorities.includes(priority)}
              onCheckedChange={() => {
                onRefine({ priorities: withToggled(criteria.priorities, priority) });
              }}
            >
              {priorityLabels[priority]}
            </MenuCheckboxItem>
          ))}
        </MenuGroup>
      </MenuSubmenu>
      <MenuSubmenu label="Assignee">
        <MenuGroup label="Assignee">
          <MenuCheckboxItem
            checked={criteria.assigneeIds.includes(null)}
            onCheckedChange={() => {
              onRefine({ assigneeIds: withToggled(criteria.assigneeIds, null) });
            }}
          >
            Nobody
          </MenuCheckboxItem>
          <PeopleItems criteria={criteria} onRefine={onRefine} />
        </MenuGroup>
      </MenuSubmenu>
      <MenuSubmenu label="Due">
        <MenuRadioGroup
          label="Due"
          value={criteria.due}
          options={dueOptions}
          onValueChange={(due: DueCriterion) => {
            onRefine({ due });
          }}
        />
      </MenuSubmenu>
    </Menu>
  );
}

/** In the page only while the menu is open. */
function PeopleItems({ criteria, onRefine }: CriteriaProps) {
  const people = useWorkspaceState(useShallow((state) => peopleByName(state.workspace)));
  return people.map((person) => (
    <MenuCheckboxItem
      key={person.id}
      checked={criteria.assigneeIds.includes(person.id)}
      icon={<Avatar name={person.name} seed={person.id} size="sm" />}
      onCheckedChange={() => {
        onRefine({ assigneeIds: withToggled(criteria.assigneeIds, person.id) });
      }}
    >
      {person.name}
    </MenuCheckboxItem>
  ));
}

function ActiveCriteria({ criteria, matchCount, onRefine }: CriteriaProps & FilterBarProps) {
  const { view } = usePanel();
  const people = useWorkspaceState((state) => state.workspace.tables.person);
  const { statuses, priorities: chosenPriorities, assigneeIds, due } = criteria;
  const nameOf = (id: PersonId | null) =>
    id === null ? 'Nobody' : (people.get(id)?.name ?? 'Somebody who left');
  return (
    <div className="flex flex-wrap items-center gap-1.5 pt-2 empty:hidden has-[>[role=status]:only-child:empty]:hidden">
      {statuses.map((status) => (
        <Chip
          key={status}
          label={taskStatusLabels[status]}
          onRemove={() => {
            onRefine({ statuses: withToggled(statuses, status) });
          }}
        />
      ))}
      {chosenPriorities.map((priority) => (
        <Chip
          key={priority}
          label={`${priorityLabels[priority]} priority`}
          onRemove={() => {
            onRefine({ priorities: withToggled(chosenPriorities, priority) });
          }}
        />
      ))}
      {assigneeIds.map((id) => (
        <Chip
          key={id ?? 'nobody'}
          label={nameOf(id)}
          onRemove={() => {
            onRefine({ assigneeIds: withToggled(assigneeIds, id) });
          }}
        />
      ))}
      {due !== 'any' && (
        <Chip
          label={dueLabels[due]}
          onRemove={() => {
            onRefine({ due: 'any' });
          }}
        />
      )}
      <span
        role="status"
        aria-label="Search result"
        className="text-sm text-text-muted tabular-nums empty:sr-only"
      >
        {matchCount !== null && `${String(matchCount)} ${matchCount === 1 ? 'task' : 'tasks'} found`}
      </span>
      {isSearching(criteria) && (
        <Button
          variant="ghost"
          size="sm"
          className="ml-auto"
          onClick={() => {
            view.setState({ criteria: noCriteria });
          }}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}

const dueLabels: Readonly<Record<DueCriterion, string>> = {
  any: 'Any day',
  overdue: 'Overdue',
  today: 'Due today',
  'next-7-days': 'Due in the next 7 days',
  'no-date': 'No due date',
};

const dueOptions: readonly { readonly value: DueCriterion; readonly label: string }[] = [
  { value: 'any', label: dueLabels.any },
  { value: 'overdue', label: dueLabels.overdue },
  { value: 'today', label: dueLabels.today },
  { value: 'next-7-days', label: dueLabels['next-7-days'] },
  { value: 'no-date', label: dueLabels['no-date'] },
];

function withToggled<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
