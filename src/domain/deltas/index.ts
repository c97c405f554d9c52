export { applyDeltas, DeltaMismatchError } from './apply';
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
export { invertDeltas } from './invert';
export { sameValue } from './same-value';
