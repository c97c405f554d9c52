import type { DeviceRecords, StoredEvent } from './device-records';

/** A story that has come to its end, with or without crashes. */
export interface Ended {
  readonly records: DeviceRecords;
  /** What the person saw to be stored, each time that they looked. */
  readonly seen: readonly DeviceRecords[];
  /** The messages that the app had taken. */
  readonly said: readonly string[];
  /** Those of them that were gone after a crash. */
  readonly lost: readonly string[];
  /** How many emails arrived, as the mail service counts them. */
  readonly arrived: number;
}

/** Everything that is wrong with a story, in words. `expected` is the workspace of the same story without a crash. */
export function faultsOf(ended: Ended, expected: WorkspaceWords): readonly string[] {
  return [
    ...ended.lost.map((text) => `message lost: ${text}`),
    ...lostOf(ended),
    ...messageFaults(ended),
    ...callFaults(ended.records),
    ...(ended.arrived > 1 ? [`${String(ended.arrived)} emails arrived`] : []),
    ...endFaults(eventsOf(ended.records)),
    ...workspaceFaults(workspaceWords(ended.records), expected),
  ];
}

/** A workspace without the ids and moments, which no two runs share. */
export interface WorkspaceWords {
  readonly tasks: readonly string[];
  readonly emails: readonly string[];
}

export function workspaceWords({ task, project, email }: DeviceRecords): WorkspaceWords {
  const projects = new Map(project.map(({ id, name, status }) => [id, `${name} (${status})`]));
  const titles = new Map(task.map(({ id, title }) => [id, title]));
  return {
    tasks: task
      .map((one) =>
        JSON.stringify([
          projects.get(one.projectId) ?? null,
          one.parentId === null ? null : (titles.get(one.parentId) ?? null),
          one.title,
          one.status,
          one.priority,
          one.dueDate,
        ]),
      )
      .toSorted(),
    emails: email.map(({ subject, status }) => `${subject}: ${status}`).toSorted(),
  };
}

/** What was stored once is stored for good. What was kept of an answer only while it streamed may go. */
function lostOf({ records, seen }: Ended): readonly string[] {
  const stored = new Set(eventsOf(records).map((event) => JSON.stringify(event)));
  const commits = new Set(records.log.map(({ commit }) => commit.id));
  return seen.flatMap((before) => [
    ...eventsOf(before)
      .filter((event) => event.type !== 'text-checkpointed' && !stored.has(JSON.stringify(event)))
      .map((event) => `lost from the journal: ${event.type}`),
    ...before.log
      .filter(({ commit }) => !commits.has(commit.id))
      .map(({ commit }) => `lost from the log: ${commit.id}`),
  ]);
}

function messageFaults({ records, said }: Ended): readonly string[] {
  const texts = eventsOf(records).flatMap((event) => (event.type === 'message-sent' ? [event.text] : []));
  return texts.join('\n') === said.join('\n')
    ? []
    : [`messages: ${JSON.stringify(texts)}, and the person sent ${JSON.stringify(said)}`];
}

/** A call is recorded as done exactly when its commit is in the log, and neither happens twice. */
export function callFaults(records: DeviceRecords): readonly string[] {
  const settled = eventsOf(records).filter((event) => event.type === 'call-settled');
  const log = new Map(records.log.map(({ commit }) => [commit.id, commit]));
  const lost = settled
    .filter(({ commitId }) => typeof commitId === 'string' && !log.has(commitId))
    .map((event) => `done and not in the workspace: ${nameOf(event)}`);
  const recorded = new Set(settled.map(({ callId }) => callId));
  const applied = records.log.flatMap(({ commit: { author } }) => author.callId ?? []);
  const unrecorded = applied
    .filter((callId) => !recorded.has(callId))
    .map((callId) => `in the workspace and not recorded: ${callId}`);
  const emails = new Set(
    settled.flatMap(({ tool, callId }) => (tool === 'send_email' ? (callId ?? []) : [])),
  );
  return [
    ...lost,
    ...unrecorded,
    ...repeated(settled.map((event) => nameOf(event))).map((name) => `ended twice: ${name}`),
    // An email is written down before it leaves, and again when it has.
    ...repeated(applied.filter((callId) => !emails.has(callId))).map((callId) => `applied twice: ${callId}`),
  ];
}

/** No run is left open, and nothing waits for an answer. */
export function endFaults(events: readonly StoredEvent[]): readonly string[] {
  const ended = new Set(events.flatMap(({ type, runId }) => (type === 'run-ended' ? (runId ?? []) : [])));
  const settled = new Set(
    events.flatMap(({ type, requestId }) => (type === 'request-settled' ? (requestId ?? []) : [])),
  );
  return [
    ...events
      .filter(({ type, runId }) => type === 'run-started' && !ended.has(runId ?? ''))
      .map(({ runId }) => `a run never ended: ${runId ?? ''}`),
    ...events
      .filter(({ type, request }) => type === 'request-opened' && !settled.has(request?.id ?? ''))
      .map(({ request }) => `a request is still open: ${request?.id ?? ''}`),
  ];
}

/** After a crash in the middle of sending, the person says what became of the email; that one difference is theirs. */
function workspaceFaults(found: WorkspaceWords, expected: WorkspaceWords): readonly string[] {
  const subjects = ({ emails }: WorkspaceWords): string =>
    emails.map((line) => line.replace(/: (?:sent|failed)$/, '')).join();
  return [
    ...expected.tasks.filter((line) => !found.tasks.includes(line)).map((line) => `missing: ${line}`),
    ...found.tasks.filter((line) => !expected.tasks.includes(line)).map((line) => `too much: ${line}`),
    ...repeated(found.tasks).map((line) => `twice: ${line}`),
    ...(subjects(found) === subjects(expected) ? [] : [`emails: ${found.emails.join()}`]),
  ];
}

export function hasOpenRequest(events: readonly StoredEvent[]): boolean {
  const settled = new Set(
    events.flatMap(({ type, requestId }) => (type === 'request-settled' ? (requestId ?? []) : [])),
  );
  return events.some(({ type, request }) => type === 'request-opened' && !settled.has(request?.id ?? ''));
}

export function eventsOf({ journal }: DeviceRecords): readonly StoredEvent[] {
  return journal.map(({ event }) => event);
}

function nameOf({ tool, callId }: StoredEvent): string {
  return `${tool ?? ''} ${callId ?? ''}`;
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, place) => names.indexOf(name) !== place);
}
