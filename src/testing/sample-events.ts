import { commitId } from '@/domain/deltas';
import {
  callId,
  eventAt,
  requestId,
  runId,
  turnId,
  type SessionEvent,
  type SessionHappening,
  type SettledCall,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';

const start = 1_764_000_000_000;
const run = runId('run-1');
const second = runId('run-2');

const addTask: SettledCall = {
  runId: run,
  callId: callId('call-1'),
  tool: 'add_task',
  title: 'Add task “Deploy API” to Launch',
  outcome: 'done',
  args: { title: 'Deploy API', project: 'Launch' },
  summary: '“Deploy API” added to Launch',
  output: 'Created task “Deploy API” (task-9).',
  data: { changes: [{ type: 'create', kind: 'task', id: 'task-9' }] },
  commitId: commitId('commit-7'),
  counts: { created: 1, changed: 0, deleted: 0, sent: 0 },
  touched: [],
  createdIds: ['task-9'],
  startedAt: millis(start + 5_000),
};

const sendEmail: SettledCall = {
  ...addTask,
  runId: second,
  callId: callId('call-3'),
  tool: 'send_email',
  title: 'Send “Status” to Grace Hopper',
  args: { to: ['Grace Hopper <grace@example.com>'], subject: 'Status', body: 'On track.' },
  summary: 'Email “Status” handed over to your mail program',
  output: '“Status” was handed over.',
  data: {},
  commitId: null,
  counts: { created: 0, changed: 0, deleted: 0, sent: 1 },
  createdIds: ['email-9'],
};

const happenings: readonly SessionHappening[] = [
  { type: 'session-created' },
  { type: 'message-sent', turnId: turnId('turn-1'), text: 'Add a task to deploy the API', replaces: null },
  { type: 'run-started', runId: run, turnId: turnId('turn-1'), continues: null, carried: [] },
  { type: 'text-checkpointed', runId: run, text: 'I will', reasoning: 'One task.' },
  {
    type: 'response-received',
    runId: run,
    model: 'offline',
    items: [
      { type: 'reasoning', content: [{ type: 'input_text', text: 'One task, and ask whose it is.' }] },
      {
        type: 'function_call',
        callId: 'call-1',
        name: 'add_task',
        arguments: '{"title":"Deploy API","project":"Launch"}',
        status: 'completed',
      },
      { type: 'function_call', callId: 'call-2', name: 'ask_user', arguments: '{"question":"Whose is it?"}' },
    ],
    calls: [
      { callId: callId('call-1'), tool: 'add_task', title: 'Add task “Deploy API” to Launch' },
      { callId: callId('call-2'), tool: 'ask_user', title: 'Ask: Whose is it?' },
    ],
  },
  { type: 'call-settled', ...addTask },
  {
    type: 'request-opened',
    request: {
      id: requestId('request-1'),
      runId: run,
      callId: callId('call-2'),
      spec: {
        type: 'question',
        question: 'Whose is it?',
        why: '',
        answerWith: 'one-or-text',
        options: [{ label: 'Ada', detail: '' }],
      },
      openedAt: millis(start + 6_000),
      deadline: null,
      status: { type: 'open' },
    },
  },
  {
    type: 'request-settled',
    requestId: requestId('request-1'),
    status: { type: 'withdrawn', at: millis(start + 7_000) },
  },
  { type: 'run-ended', runId: run, outcome: 'cancelled', failure: null },
  { type: 'grant-given', tool: 'update_tasks' },
  { type: 'grant-revoked', tool: 'update_tasks' },
  { type: 'session-renamed', title: 'Deploying' },
  {
    type: 'message-sent',
    turnId: turnId('turn-2'),
    text: 'Tell Grace about it',
    replaces: turnId('turn-1'),
  },
  { type: 'run-started', runId: second, turnId: turnId('turn-2'), continues: null, carried: [] },
  {
    type: 'response-received',
    runId: second,
    model: 'offline',
    items: [{ type: 'function_call', callId: 'call-3', name: 'send_email', arguments: '{}' }],
    calls: [{ callId: callId('call-3'), tool: 'send_email', title: 'Send email' }],
  },
  {
    type: 'request-opened',
    request: {
      id: requestId('request-2'),
      runId: second,
      callId: callId('call-3'),
      spec: {
        type: 'approval',
        tool: 'send_email',
        title: 'Send “Status” to Grace Hopper',
        reasons: [{ type: 'sensitive', text: 'Sends an email to 1 person' }],
        preview: [
          {
            type: 'created',
            kind: 'email',
            id: 'email-9',
            name: 'Status',
            place: '',
            fields: [{ field: 'subject', label: 'Subject', was: '', becomes: 'Status' }],
          },
        ],
        effects: [
          {
            type: 'email',
            to: [{ name: 'Grace Hopper', address: 'grace@example.com' }],
            cc: [],
            subject: 'Status',
            body: 'On track.',
            via: 'Opens in your mail program',
          },
        ],
        fields: [
          { name: 'subject', label: 'Subject', type: 'text', choices: [], value: 'Status', isRequired: true },
        ],
        args: { to: ['Grace Hopper <grace@example.com>'], subject: 'State', body: 'On track.' },
        hash: '0'.repeat(64),
      },
      openedAt: millis(start + 8_000),
      deadline: millis(start + 90_000),
      status: { type: 'open' },
    },
  },
  {
    type: 'request-settled',
    requestId: requestId('request-2'),
    status: {
      type: 'responded',
      response: {
        type: 'approved-with-changes',
        args: { to: ['Grace Hopper <grace@example.com>'], subject: 'Status', body: 'On track.' },
      },
      at: millis(start + 9_000),
    },
  },
  {
    type: 'effect-started',
    runId: second,
    callId: callId('call-3'),
    key: 'session-a:turn-2:call-3',
    emailIds: ['email-9'],
    call: sendEmail,
  },
  { type: 'call-settled', ...sendEmail },
  { type: 'response-cut', runId: second, text: 'It is on its', reasoning: '' },
  {
    type: 'run-ended',
    runId: second,
    outcome: 'failed',
    failure: {
      code: 'model-unreachable',
      message: 'The model could not be reached.',
      canRetry: true,
      canContinue: true,
    },
  },
  {
    type: 'run-started',
    runId: runId('run-3'),
    turnId: turnId('turn-2'),
    continues: second,
    carried: [{ callId: callId('call-4'), tool: 'find', title: 'Find “API”' }],
  },
  { type: 'session-deleted' },
  { type: 'session-restored' },
];

/** One session in which everything happens that could happen in it at first, as version 1 writes it down. */
export const sampleEvents = dated(happenings);

const queued = turnId('turn-8');

/** What came to version 1 with models that count and read only so much: older readers leave it out. */
export const summaryEvents = dated([
  {
    type: 'response-received',
    runId: second,
    model: 'responses api.example.com/v1 big',
    items: [
      {
        type: 'message',
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text: 'It is deployed.' }],
      },
    ],
    calls: [],
    usage: { input: 1_200, cachedInput: 800, output: 40, reasoning: 10 },
  },
  {
    type: 'history-summarised',
    through: turnId('turn-2'),
    text: '- The person: “Deploy”.',
    by: 'momentum',
  },
  { type: 'history-summarised', through: turnId('turn-2'), text: 'We deployed.', by: 'person' },
]);

/** What came to version 1 with models of single sessions: older readers leave it out. */
export const modelEvents = dated([
  { type: 'model-chosen', choice: { provider: 'compatible', model: 'small' } },
  { type: 'model-chosen', choice: null },
]);

/** What came to version 1 with sessions that can be put away: older readers leave it out. */
export const archiveEvents = dated([
  { type: 'session-archived' },
  { type: 'session-unarchived' },
  { type: 'session-archived' },
]);

/** What came to version 1 with requests that can be given more time: older readers leave it out. */
export const extendedEvents = dated([
  { type: 'request-extended', requestId: requestId('request-1'), deadline: millis(start + 3_600_000) },
  { type: 'request-extended', requestId: requestId('request-1'), deadline: null },
]);

/** What came to version 1 with messages that wait: older readers leave it out. */
export const queueEvents = dated([
  { type: 'message-queued', turnId: queued, text: 'And then this' },
  { type: 'message-queued', turnId: turnId('turn-9'), text: 'And that' },
  { type: 'queued-edited', turnId: queued, text: 'And then that' },
  { type: 'queued-moved', turnId: queued, before: null },
  { type: 'queued-moved', turnId: queued, before: turnId('turn-9') },
  { type: 'queued-removed', turnId: turnId('turn-9') },
  { type: 'queue-held' },
  { type: 'queue-resumed' },
  {
    type: 'audited',
    findings: [
      {
        code: 'request-without-run',
        outcome: 'repaired',
        subject: 'request-1',
        message: 'A question was open although its run had ended. It was withdrawn.',
      },
    ],
  },
]);

function dated(events: readonly SessionHappening[]): readonly SessionEvent[] {
  return events.map((happening, index) => eventAt(millis(start + index * 1_000), happening));
}
