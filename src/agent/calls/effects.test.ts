import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import type { EmailStatus } from '@/domain/workspace';
import { AgentBench, doneOf, newDevice, type Device } from '@/testing/agent-bench';
import { personWith, projectWith } from '@/testing/builders';
import { gate } from '@/testing/model-scripts';

const send = functionCall(
  'send_email',
  { to: ['stakeholders'], project: 'Launch', subject: 'Status', body: 'All well.' },
  { callId: 'mail' },
);
const addTask = functionCall('add_task', { title: 'New', project: 'Launch' }, { callId: 'after' });
const done = [assistantMessage('Done.')];
const people = ['ada', 'grace'].map((id) => personWith(id, { email: `${id}@example.com` }));

async function benchWith(device = newDevice(), calls = [send]) {
  const model = new ScriptedModel([calls, done]);
  const bench = await AgentBench.open({ device, model });
  await bench.seed({
    person: people,
    project: [projectWith('launch', { name: 'Launch', stakeholderIds: people.map(({ id }) => id) })],
  });
  return { bench, model, session: await bench.newSession() };
}

function emails(bench: AgentBench): readonly (readonly [EmailStatus, string | null])[] {
  return [...bench.live.state().workspace.tables.email.values()].map(({ status, failure }) => [
    status,
    failure,
  ]);
}

describe('what leaves the app', () => {
  it('[C3] is always approved first, shown exactly as it will leave', async () => {
    const { bench, session } = await benchWith();
    bench.settings = { ...bench.settings, askMode: 'trust' };
    await bench.send(session, 'Tell everybody');
    const { spec } = await bench.request(session);
    expect(spec).toMatchObject({
      reasons: [{ type: 'sensitive', text: 'Sends an email to 2 people' }],
      effects: [
        {
          type: 'email',
          to: [
            { name: 'ada', address: 'ada@example.com' },
            { name: 'grace', address: 'grace@example.com' },
          ],
          subject: 'Status',
          body: 'All well.',
          via: 'Opens in your mail program',
        },
      ],
    });
    expect(bench.device.mailer.attempts).toEqual([]);
    expect(emails(bench)).toEqual([]);
    await bench.command({ type: 'cancel', sessionId: session });
    expect(bench.device.mailer.attempts).toEqual([]);
  });

  it('[C7] is journaled as started before it is attempted, with the key of its call, and recorded once', async () => {
    const { bench, session } = await benchWith();
    bench.device.mailer.answer = () => {
      expect(bench.journal(session).at(-1)).toMatchObject({ type: 'effect-started', callId: 'mail' });
      expect(emails(bench)).toEqual([['sending', null]]);
      return { type: 'handed-over' };
    };
    await bench.send(session, 'Tell everybody');
    doneOf(await bench.respond(session, await bench.request(session), { type: 'approved' }));
    const answer = await bench.ended(session);
    expect(bench.device.mailer.attempts).toHaveLength(1);
    expect(bench.device.mailer.attempts[0]?.key).toBe(`${session}:${answer.turnId}:mail`);
    expect(emails(bench)).toEqual([['sent', null]]);
    expect(answer.receipt).toMatchObject({ created: 0, sent: 1, approvals: 1 });
    // What left cannot be taken back, so Undo does not pretend to.
    expect(answer.commitIds).toEqual([]);
    expect(bench.settledCalls(session)).toMatchObject([
      { outcome: 'done', output: expect.stringContaining('handed over') },
    ]);
  });

  it('sends exactly what the person made of it', async () => {
    const { bench, session } = await benchWith();
    await bench.send(session, 'Tell everybody');
    const request = await bench.request(session);
    const args = request.spec.type === 'approval' ? { ...request.spec.args, subject: 'Better' } : {};
    doneOf(await bench.respond(session, request, { type: 'approved-with-changes', args }));
    await bench.ended(session);
    expect(bench.device.mailer.attempts.map(({ email }) => email)).toMatchObject([
      {
        subject: 'Better',
        body: 'All well.',
        to: [{ address: 'ada@example.com' }, { address: 'grace@example.com' }],
      },
    ]);
  });

  it('[C7] that certainly did not leave has failed, and that may have left is in doubt; the model hears which', async () => {
    for (const [outcome, status, words] of [
      [{ type: 'failed', message: 'No connection.' }, 'failed', /^Not sent/],
      [{ type: 'unknown', message: 'The answer got lost.' }, 'in_doubt', /^It is not known/],
    ] as const) {
      const { bench, session } = await benchWith();
      bench.device.mailer.answer = () => outcome;
      await bench.send(session, 'Tell everybody');
      doneOf(await bench.respond(session, await bench.request(session), { type: 'approved' }));
      await bench.ended(session);
      expect(emails(bench)).toEqual([[status, outcome.message]]);
      expect(bench.settledCalls(session)).toMatchObject([
        { outcome: 'failed', output: expect.stringMatching(words) },
      ]);
    }
  });

  it('[C8] hears the cancel while it is under way, and what came of it is recorded', async () => {
    const { bench, session } = await benchWith();
    const started = gate();
    bench.device.mailer.answer = async ({ signal }) => {
      started.open();
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
      return { type: 'unknown', message: 'Stopped while sending.' };
    };
    await bench.send(session, 'Tell everybody');
    void bench.respond(session, await bench.request(session), { type: 'approved' });
    await started.opened;
    await bench.command({ type: 'cancel', sessionId: session });
    expect(emails(bench)).toEqual([['in_doubt', 'Stopped while sending.']]);
    expect(bench.view(session).status).toBe('cancelled');
    expect(bench.settledCalls(session)).toMatchObject([{ callId: 'mail', outcome: 'failed' }]);
  });
});

/** Approves the email on a page that dies while it is sent, and comes back on another one. */
async function dieWhileSending(device: Device, meanwhile: () => void = () => undefined) {
  const { bench, session } = await benchWith(device, [send, addTask]);
  const started = gate();
  device.mailer.answer = () => {
    started.open();
    return new Promise<never>(() => undefined);
  };
  await bench.send(session, 'Tell everybody');
  void bench.respond(session, await bench.request(session), { type: 'approved' });
  await started.opened;
  bench.live.close();
  device.locks.held.clear();
  device.mailer.answer = () => ({ type: 'sent' });
  meanwhile();
  const page = await AgentBench.open({ device, model: new ScriptedModel([done]) });
  return { page, session };
}

describe('an email that the app died over', () => {
  it('[C7] is in doubt, and never sent again by itself: the person says what happened', async () => {
    const device = newDevice();
    const { page, session } = await dieWhileSending(device);
    const request = await page.request(session);
    expect(request.spec).toMatchObject({ type: 'question', question: 'Was the email “Status” sent?' });
    expect(emails(page)).toMatchObject([['in_doubt', expect.stringContaining('may have left')]]);
    doneOf(
      await page.respond(session, request, { type: 'answered', choices: ['It was not sent'], text: '' }),
    );
    await page.ended(session);
    expect(device.mailer.attempts).toHaveLength(1);
    expect(emails(page)).toMatchObject([['failed', expect.stringContaining('interrupted')]]);
    expect(page.settledCalls(session).map(({ callId, outcome }) => `${callId} ${outcome}`)).toEqual([
      'mail failed',
      'after done',
    ]);
  });

  it('[C7] is repeated with the same key where the receiver takes it for the same email', async () => {
    const device = newDevice();
    device.mailer.isIdempotent = true;
    const { page, session } = await dieWhileSending(device);
    const answer = await page.ended(session);
    const [first, second] = device.mailer.attempts;
    expect(device.mailer.attempts).toHaveLength(2);
    expect(second?.key).toBe(first?.key);
    expect(second?.email).toEqual(first?.email);
    expect(emails(page)).toEqual([['sent', null]]);
    expect(answer.receipt).toMatchObject({ sent: 1, created: 1 });
  });

  it('[C7] stays in doubt when it certainly did not leave the second time: the first time it may have', async () => {
    const device = newDevice();
    device.mailer.isIdempotent = true;
    const refused = { type: 'failed', message: 'The mail service refused the key.' } as const;
    const { page, session } = await dieWhileSending(device, () => {
      device.mailer.answer = () => refused;
    });
    await page.ended(session);
    expect(device.mailer.attempts).toHaveLength(2);
    expect(emails(page)).toMatchObject([['in_doubt', expect.stringContaining('may have left')]]);
    expect(page.settledCalls(session)[0]?.output).toContain('It is not known whether');
  });

  it('[C7] is not repeated by another way than the one that may have sent it, though that takes the key', async () => {
    const device = newDevice();
    const { page, session } = await dieWhileSending(device, () => {
      device.mailer.isIdempotent = true;
      device.mailer.describe = () => 'Posts to https://mail.example';
    });
    expect((await page.request(session)).spec).toMatchObject({ question: 'Was the email “Status” sent?' });
    expect(device.mailer.attempts).toHaveLength(1);
  });
});
