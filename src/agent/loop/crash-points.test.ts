import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import type { PersonRequest, RequestResponse, SessionEvent, SessionId } from '@/domain/sessions';
import { AgentBench, doneOf, newDevice, type Device } from '@/testing/agent-bench';
import { personWith, projectWith, taskWith } from '@/testing/builders';
import { MortalPage, type Death } from '@/testing/mortal-page';

import type { WorkspaceStore } from '../ports';

/**
 * A page is killed before and after every single await of anything outside it: storage, locks, mail and model. After each, another page
 * goes on, with the same person in front of it, who decides the same and tells the truth about the email.
 */

const responses = [
  [
    functionCall('add_task', { title: 'New', project: 'Launch' }, { callId: 'a' }),
    functionCall('delete_tasks', { tasks: ['Old'] }, { callId: 'b' }),
    functionCall(
      'send_email',
      { to: ['stakeholders'], project: 'Launch', subject: 'Status', body: 'All well.' },
      { callId: 'mail' },
    ),
    functionCall('add_task', { title: 'Last', project: 'Launch' }, { callId: 'c' }),
  ],
  [assistantMessage('Done.')],
];
const people = [personWith('ada', { email: 'ada@example.com' })];

interface Story {
  readonly isMailIdempotent: boolean;
  /** A rule that is broken, to see that the test would notice. */
  readonly isTorn?: true;
}

async function deviceWith({ isMailIdempotent }: Story): Promise<Device> {
  const device = newDevice();
  device.mailer.isIdempotent = isMailIdempotent;
  const bench = await AgentBench.open({ device });
  await bench.seed({
    person: people,
    project: [projectWith('launch', { name: 'Launch', stakeholderIds: people.map(({ id }) => id) })],
    task: [taskWith('Old')],
  });
  await bench.close();
  return device;
}

/** A page with the rest of the model's script: what has been answered is not answered again. */
async function pageOn(device: Device, page: MortalPage, { isTorn }: Story): Promise<AgentBench> {
  const answered = events(device).filter((event) => event.type === 'response-received').length;
  const store = page.store(device.database);
  return AgentBench.open({
    device,
    model: new ScriptedModel(responses.slice(answered)),
    store: isTorn === true ? tornStore(store, device, page) : store,
    ports: (ports) => page.ports(ports),
  });
}

/** Writes what a commit brings along for the journal by itself, a moment later. */
function tornStore(store: WorkspaceStore, device: Device, page: MortalPage): WorkspaceStore {
  return {
    ...store,
    async commit({ journal, ...request }) {
      const outcome = await store.commit({ ...request, journal: [] });
      const [summary] = await device.database.summaries();
      if (outcome.type === 'stale' || summary === undefined) return outcome;
      await page.through('journal apart', () =>
        device.database.append({ records: journal, summary, isDeleted: false, durability: 'strict' }),
      );
      return outcome;
    },
  };
}

function events(device: Device): readonly SessionEvent[] {
  const session = sessionOf(device);
  return session === null ? [] : device.database.events(session);
}

function sessionOf(device: Device): SessionId | null {
  for (const write of device.database.writes) {
    if (write.type === 'append') return write.append.summary.id;
  }
  return null;
}

/** The person: sends the message unless it is there, and answers whatever is asked until the answer is complete. */
async function actedOn(device: Device, bench: AgentBench): Promise<void> {
  const session = sessionOf(device) ?? (await bench.newSession());
  for (;;) {
    const view = await bench.engine.open(session);
    if (view === null) throw new Error('The session is gone.');
    const [request] = view.openRequests;
    if (request !== undefined) await bench.respond(session, request, answerTo(request, device));
    else if (view.status === 'idle') await bench.send(session, 'Replace it');
    else if (view.status === 'failed' || view.status === 'interrupted') {
      doneOf(await bench.command({ type: 'continue', sessionId: session }));
    } else if (view.status === 'completed') return;
    else await bench.until(session, (now) => now.status !== 'running' || now.openRequests.length > 0);
  }
}

function answerTo({ spec }: PersonRequest, device: Device): RequestResponse {
  if (spec.type === 'approval') return { type: 'approved' };
  const choice = device.mailer.attempts.length > 0 ? 'It was sent' : 'It was not sent';
  return { type: 'answered', choices: [choice], text: '' };
}

/** A page that is opened, used to the end of the story, and closed. */
async function wholeVisit(device: Device, page: MortalPage, story: Story): Promise<void> {
  const bench = await pageOn(device, page, story);
  await actedOn(device, bench);
  await bench.close();
}

/** Lets a page die somewhere, and the next one go on. @returns what was awaited on the first one. */
async function storyWith(story: Story, death: Death | null): Promise<{ device: Device; awaited: string[] }> {
  const device = await deviceWith(story);
  const first = new MortalPage(death);
  await Promise.race([wholeVisit(device, first, story), first.died]);
  if (first.isDead) {
    device.locks.held.clear();
    await wholeVisit(device, new MortalPage(), story);
  }
  return { device, awaited: first.awaited };
}

/** Everything that would be wrong, in words. */
function faultsOf(device: Device, story: Story): readonly string[] {
  const session = sessionOf(device);
  if (session === null) return ['no session'];
  const journal = device.database.events(session);
  const faults: string[] = [];
  if (device.locks.held.size > 0) faults.push('a session is stuck');
  const settled = journal.flatMap((event) => (event.type === 'call-settled' ? [event.callId] : []));
  if (settled.join() !== 'a,b,mail,c') faults.push(`calls ended: ${settled.join()}`);
  const applied = device.database
    .log()
    .flatMap(({ commit: { author } }) => (author.type === 'agent' ? [author.callId] : []))
    .filter((callId) => callId !== 'mail');
  if (applied.join() !== 'a,b,c') faults.push(`calls applied: ${applied.join()}`);
  const messages = journal.filter((event) => event.type === 'message-sent').length;
  if (messages !== 1) faults.push(`${String(messages)} messages`);
  const keys = new Set(device.mailer.attempts.map(({ key }) => key)).size;
  const received = story.isMailIdempotent ? keys : device.mailer.attempts.length;
  if (received > 1) faults.push(`${String(received)} emails`);
  return faults;
}

async function everyFault(story: Story): Promise<{ faults: readonly string[]; count: number }> {
  const { device, awaited } = await storyWith(story, null);
  expect(faultsOf(device, story)).toEqual([]);
  const expected = await workspaceOn(device);
  const faults: string[] = [];
  for (let place = 1; place <= awaited.length; place += 1) {
    for (const when of ['before', 'after'] as const) {
      const { device: after } = await storyWith(story, { place, when });
      const where = `${when} ${String(place)} (${awaited[place - 1] ?? ''})`;
      faults.push(...faultsOf(after, story).map((fault) => `${where}: ${fault}`));
      const found = await workspaceOn(after);
      // The person said that an email that never left was not sent; that one difference is theirs.
      if (JSON.stringify(found) !== JSON.stringify(expected)) faults.push(`${where}: another workspace`);
    }
  }
  return { faults, count: awaited.length * 2 };
}

async function workspaceOn(device: Device): Promise<unknown> {
  const { snapshot } = await device.database.load();
  const sent = device.mailer.attempts.length;
  return {
    tasks: snapshot.task.map(({ title, status }) => `${title} ${status}`).toSorted(),
    emails: snapshot.email.map(({ subject, status }) => [
      subject,
      sent > 0 || status === 'failed' ? 'told' : status,
    ]),
  };
}

// Each point is two pages and a person; a busy machine takes its time.
const patienceMs = 120_000;

describe('a page that is killed before and after every await', () => {
  it.each([
    ['a mail program that may not be asked twice', { isMailIdempotent: false }],
    ['a mail service that knows its keys', { isMailIdempotent: true }],
  ])(
    '[L3] [C7] loses nothing and does nothing twice, with %s',
    async (_what, story) => {
      const { faults, count } = await everyFault(story);
      expect(faults).toEqual([]);
      expect(count).toBeGreaterThan(50);
    },
    patienceMs,
  );

  it(
    '[L3] goes on from wherever the page that went on was killed too',
    async () => {
      const story = { isMailIdempotent: false };
      const { awaited } = await storyWith(story, null);
      const faults: string[] = [];
      for (let place = 5; place <= awaited.length; place += 7) {
        for (let second = 1; second <= 30; second += 4) {
          const device = await deviceWith(story);
          for (const death of [
            { place, when: 'after' },
            { place: second, when: 'after' },
          ] as const) {
            const page = new MortalPage(death);
            await Promise.race([
              pageOn(device, page, story).then((bench) => actedOn(device, bench)),
              page.died,
            ]);
            device.locks.held.clear();
          }
          const last = await pageOn(device, new MortalPage(), story);
          await actedOn(device, last);
          await last.close();
          const where = `${String(place)}, then ${String(second)}`;
          faults.push(...faultsOf(device, story).map((fault) => `${where}: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
    },
    patienceMs,
  );
});

describe('the same test, when a rule is broken', () => {
  it(
    '(control) notices an effect and its record that are not one transaction',
    async () => {
      const faults: string[] = [];
      const story = { isMailIdempotent: false, isTorn: true } as const;
      const { awaited } = await storyWith(story, null);
      for (let place = 1; place <= awaited.length; place += 1) {
        const { device } = await storyWith(story, { place, when: 'before' });
        faults.push(...faultsOf(device, story));
      }
      expect(faults.some((fault) => fault.startsWith('calls applied: a,a'))).toBe(true);
    },
    patienceMs,
  );

  it(
    '(control) notices a mail service that is taken for one that knows its keys, and does not',
    async () => {
      const story = { isMailIdempotent: true };
      const faults: string[] = [];
      const { awaited } = await storyWith(story, null);
      for (let place = 1; place <= awaited.length; place += 1) {
        const { device } = await storyWith(story, { place, when: 'after' });
        faults.push(...faultsOf(device, { isMailIdempotent: false }));
      }
      expect(faults).toContain('2 emails');
    },
    patienceMs,
  );
});
