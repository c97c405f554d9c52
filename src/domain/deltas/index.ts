export { applyDeltas, DeltaMismatchError, tablesAfter } from './apply';
export {
  commitId,
  sequence,
  targetOf,
  type Author,
  type Cause,
  type Commit,
  type CommitId,
  type CreateDelta,
  type DeleteDelta,
  type Delta,
  type DeltaOf,
  type LogEntry,
  type Sequence,
  type UpdateDelta,
} from './delta';
export { describeDeltas } from './describe';
export { emptyHistory, historyAfter, historyDepth, type History } from './history';
export { invertDeltas } from './invert';
export { previewDeltas, type ChangePreview, type FieldChange } from './preview';
export { sameValue } from './same-value';
export { differenceBetween, squashDeltas } from './squash';
export { counted, listed, priorityLabels, projectStatusLabels, quoted, taskStatusLabels } from './wording';
