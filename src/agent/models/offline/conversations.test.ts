import { describe, expect, it } from 'vitest';

import { planExample } from '@/domain/planning';
import type { PersonRequest, RequestResponse, SessionId } from '@/domain/sessions';
import { projectsInOrder, tasksInProject, type Task } from '@/domain/workspace';
import { AgentBench } from '@/testing/agent-bench';

import { createOfflineModel } from '.';

/** What a person says, and how they answer each request that follows: a button's text, approval or refusal. */
type Line = string | readonly [says: string, ...answers: readonly Answer[]];
type Answer = 'approve' | 'refuse' | { readonly choose: string } | { readonly write: string };

interface Script {
  readonly title: string;
  readonly lines: readonly Line[];
  /** What the workspace holds in the end: the outline of the projects named here. */
  readonly ends: Readonly<Record<string, readonly string[]>>;
  readonly people?: readonly string[];
  readonly sent?: readonly string[];
}

const approve = 'approve';
const choose = (label: string): Answer => ({ choose: label });
const write = (text: string): Answer => ({ write: text });

const scripts: readonly Script[] = [
  {
    title: 'a shopping list from its first item to its last',
    lines: [
      ['add milk to my shopping list', choose('Create “Shopping” and add it there')],
      'add eggs and bread to it',
      'also add cheese to the shopping list',
      "what's on my shopping list",
      'mark the second one as done',
      'tick milk off my shopping list',
      'uncheck milk',
      ['take cheese off my shopping list', approve],
      'rename bread to rye bread',
      'what is left on my shopping list',
    ],
    ends: { Shopping: ['Milk', 'Eggs (done)', 'rye bread'] },
  },
  {
    title: 'a project with tasks, dates and people',
    lines: [
      'create a project called Garden',
      'add tasks dig, plant and water to it',
      'assign dig to Tom',
      'make plant urgent',
      'move water to next monday',
      'mark dig as done',
      'reopen dig',
      'how is Garden going?',
      'add a comment to plant: buy seeds first',
      'who does what in Garden',
    ],
    ends: { Garden: ['Dig @Tom Okafor', 'Plant !urgent', 'Water 2026-01-19'] },
  },
  {
    title: 'corrections',
    lines: [
      'create project Move',
      'add task pack boxes to Move due tomorrow',
      'no, i meant friday next week',
      'assign it to Tom',
      'no, I meant Jonas',
      'make it high priority',
      'no, urgent',
      'add task call movers',
      'no, call it Call the movers',
      'what is open in Move',
    ],
    ends: { Move: ['Pack boxes 2026-01-23 @Jonas Weber !urgent', 'Call the movers'] },
  },
  {
    title: 'undo and redo',
    lines: [
      'create project Trip',
      'add task book flight to Trip',
      'add task book hotel to Trip',
      'undo',
      'redo',
      'undo that',
      'add task book train to Trip',
      'mark it as done',
      'undo',
      'thanks',
    ],
    ends: { Trip: ['Book flight', 'Book train'] },
  },
  {
    title: 'subtasks and moves',
    lines: [
      'create project Party',
      "create a task 'Food' in Party and add subtasks 'Cake' and 'Drinks'",
      'add task Music to Party',
      'move Music to the top',
      "add a subtask 'Candles' to 'Cake'",
      "move 'Candles' under 'Food'",
      "mark 'Cake' as done",
      'add task Guests to Party',
      'move Guests before Food',
      'what is in Party',
    ],
    ends: { Party: ['Music', 'Guests', 'Food', '  Cake (done)', '  Drinks', '  Candles'] },
  },
  {
    title: 'which one of two, and then the other',
    lines: [
      'hello',
      ['Update the API project', choose('Partner API'), write('make it urgent')],
      'how is it going',
      ["add task 'Write spec' to API", choose('Mobile API')],
      'not that one, the other',
      'assign it to Sara',
      'what can you do',
      "mark 'Write spec' as done",
      "rename 'Write spec' to 'Write the spec'",
      'thanks',
    ],
    ends: {
      'Mobile API': [
        'List what the apps really call 2026-01-23 @Jonas Weber',
        'Measure cold starts on slow networks !low',
      ],
    },
  },
  {
    title: 'everything overdue is moved',
    lines: [
      'what is overdue?',
      'move them all to next monday',
      'what is overdue',
      'push everything in Partner API by a week',
      'undo',
      'show me what is blocked',
      'mark it as in progress',
      "assign 'Write the announcement' to Tom",
      'what is tom working on',
      'bye',
    ],
    ends: {
      'Partner API': [
        'Design the order endpoints (done) 2025-12-28 @Tom Okafor',
        'Add rate limits (in_progress) 2026-01-19 @Jonas Weber !high',
        '  Choose the limits with two partners (done)',
        '  Tell callers when to try again 2026-01-19',
        'Write the getting-started guide 2026-01-30 @Priya Raman',
      ],
    },
  },
  {
    title: 'reminders and meetings',
    lines: [
      'create project Inbox',
      'remind me to call mom tomorrow at 5pm',
      ['remind me to buy stamps', choose('Tomorrow')],
      'schedule a meeting with Sara on monday at 10am',
      'move my meeting with sara to tuesday',
      ['remind me every day to stretch', choose('Leave it')],
      "what's on my calendar tomorrow",
      'i have to renew my passport',
      "mark 'Renew my passport' as done",
      ['remind me in an hour to call back', write('at 6pm')],
    ],
    ends: {
      Inbox: [
        'Call mom 2026-01-16 17:00',
        'Buy stamps 2026-01-16',
        'Meeting with Sara 2026-01-20 10:00',
        'Renew my passport (done)',
        'Call back 2026-01-15 18:00',
      ],
    },
  },
  {
    title: 'people and stakeholders',
    lines: [
      'add Eva Klein to my contacts',
      "change Eva's email to eva@example.com",
      'add Eva as stakeholder to Partner API',
      'who are the stakeholders of Partner API',
      "what is eva's email",
      'create project Hiring',
      'add task interview to Hiring, assign it to Eva',
      'remove Eva from the stakeholders of Partner API',
      ['delete contact Eva', approve],
      'what is in Hiring',
    ],
    ends: { Hiring: ['Interview'] },
    people: ['Jonas Weber', 'Mina Castellanos', 'Priya Raman', 'Sara Lindqvist', 'Tom Okafor'],
  },
  {
    title: 'emails that are sent, drafted and declined',
    lines: [
      ['send an email to Sara saying the demo is at ten', approve],
      ['email tom that we are late', 'refuse'],
      'draft an email to mina saying thanks for the designs',
      ['send it', approve],
      ['email priya about the budget', write('How much is left?'), approve],
      ['send a status update on Partner API to all stakeholders', approve],
      ['do i have new mail', choose('Leave it')],
      'show me the drafts',
      'create project Mail',
      'add task answer sara to Mail',
    ],
    ends: { Mail: ['Answer sara'] },
    sent: [
      'sara.lindqvist@example.com',
      'mina.castellanos@example.com',
      'priya.raman@example.com',
      'sara.lindqvist@example.com,tom.okafor@example.com',
    ],
  },
  {
    title: 'what cannot be done leaves everything as it was',
    lines: [
      ['play some music', choose('Leave it')],
      ["what's the weather", choose('Leave it')],
      ['set an alarm for 7', choose('Leave it')],
      ['buy milk', choose('Leave it')],
      ['delete some tasks', choose('Leave it')],
      ['should i delete everything?', choose('Leave it')],
      ['clear my calendar', choose('Leave it')],
      'create project Calm',
      ['call a taxi', choose('Leave it')],
      'never mind',
    ],
    ends: { Calm: [] },
  },
  {
    title: 'clearing up with approval',
    lines: [
      'create project Attic',
      'add tasks "one", "two" and "three" to Attic',
      'mark "one" and "two" as done',
      ['delete the completed tasks in Attic', 'refuse'],
      ['delete the completed tasks in Attic', approve],
      'what is in Attic',
      ['delete "three"', approve],
      'undo',
      'add "four" to Attic',
      ['delete the first task in Attic', approve],
    ],
    ends: { Attic: ['four'] },
  },
  {
    title: 'projects change',
    lines: [
      'create a high priority project called Migration',
      'rename Migration to Big Migration',
      'set the priority of the Big Migration project to low',
      'put the Big Migration project on hold',
      'resume the Big Migration project',
      'change the target date of Big Migration to march 1',
      'add task plan to it',
      'change the description of Big Migration to "All data"',
      'status of Big Migration',
      'undo',
    ],
    ends: { 'Big Migration': ['Plan'] },
  },
  {
    title: 'several requests in one message',
    lines: [
      'create project Move and add a task pack to it',
      'add task clean to Move and remind me to call Ann tomorrow',
      "mark 'pack' as done, then rename 'clean' to 'Clean up'",
      '1. add "sell sofa" to Move\n2. assign it to Tom',
      'add these to Move:\n- boxes\n- tape',
      'what is in Move?',
      ['delete boxes and tape from Move', approve],
      'push everything in Move by a week',
      'how many tasks are in Move',
      'ok thanks',
    ],
    ends: { Move: ['Pack (done)', 'Clean up', 'sell sofa @Tom Okafor'] },
  },
  {
    title: 'positions in a list that was shown',
    lines: [
      'create project Books',
      'add "a", "b", "c" and "d" to Books',
      'show all tasks in Books',
      'mark the first one as done',
      'assign the last one to Mina',
      'show all tasks in Books',
      ['delete the second and third one', approve],
      'undo',
      'make the fourth task in Books urgent',
      'show all tasks in Books',
    ],
    ends: { Books: ['a (done)', 'b', 'c', 'd @Mina Castellanos'] },
  },
  {
    title: 'typos, capitals and politeness',
    lines: [
      'craete a new porject called Lab',
      'ADD A TASK CLEAN BENCH TO LAB',
      'pls add taks order gloves to lab tommorow',
      'could you kindly mark "order gloves" as done please?',
      'hey momentum, add buy tape to the lab project',
      'delte nothing',
      'reminde me to call the vendor on monday',
      'wat is overdue',
      'thx',
      'what is in lab',
    ],
    ends: { Lab: ['CLEAN BENCH', 'Order gloves (done) 2026-01-16', 'Buy tape'] },
  },
  {
    title: 'by filter',
    lines: [
      'create project Sprint',
      'add "x", "y" and "z" to Sprint',
      'assign "x" and "y" to Tom',
      'set all tasks in Sprint to high priority',
      'move everything in Sprint assigned to Tom to friday',
      'assign all unassigned tasks in Sprint to Mina',
      "mark all of Mina's tasks in Sprint as done",
      'reopen all done tasks in Sprint',
      'what is due tomorrow',
      'how far is Sprint',
    ],
    ends: {
      Sprint: [
        'x 2026-01-16 @Tom Okafor !high',
        'y 2026-01-16 @Tom Okafor !high',
        'z @Mina Castellanos !high',
      ],
    },
  },
  {
    title: 'a name that is not known',
    lines: [
      'create project Fest',
      'add task stage to Fest',
      ['assign stage to Zoe', choose('Add “Zoe” to the people')],
      ["mark 'stgae' as done", choose('Stage')],
      ['add lights to Festt', choose('Leave it')],
      'reopen it',
      'block it',
      'unblock it',
      'comment on stage: ask Zoe',
      'what is blocked',
    ],
    ends: { Fest: ['Stage @Zoe'] },
    people: ['Jonas Weber', 'Mina Castellanos', 'Priya Raman', 'Sara Lindqvist', 'Tom Okafor', 'Zoe'],
  },
  {
    title: 'moving tasks between projects',
    lines: [
      'create project Alpha',
      'create project Beta',
      'add "one" and "two" to Alpha',
      'move "one" to Beta',
      'move everything in Alpha to Beta',
      'undo',
      'move "two" to Beta',
      'move "two" to the top',
      'what is in Beta',
      'what is in Alpha',
    ],
    ends: { Alpha: [], Beta: ['two', 'one'] },
  },
  {
    title: 'dates in many words',
    lines: [
      'create project Dates',
      'add task "a" to Dates due day after tomorrow',
      'add task "b" to Dates by end of month',
      'add task "c" to Dates due feb 29',
      'add task "d" to Dates on 15/02',
      'add task "e" to Dates in two weeks',
      'remove the due date of "a"',
      'postpone "b" by two days',
      'bring "e" forward by a day',
      'move "d" to the 20th',
    ],
    ends: { Dates: ['a', 'b 2026-02-02', 'c 2028-02-29', 'd 2026-01-20', 'e 2026-01-28'] },
  },
  {
    title: 'an update whose project was only talked about and has nobody to read it',
    lines: [
      "create a task 'Deploy API' and add subtasks 'Update docs' and 'Run tests'",
      ['send a status update email to all stakeholders', choose('Partner API'), approve],
      'mark Update docs as done',
      'send a status update on Inbox to all stakeholders',
      ['email a status update to all stakeholders', choose('Partner API'), approve],
      'how is Inbox going?',
      'make Run tests urgent',
      'assign Run tests to Tom',
      'what is in Inbox',
      'mark the last one as done',
    ],
    ends: { Inbox: ['Deploy API', '  Update docs (done)', '  Run tests (done) @Tom Okafor !urgent'] },
    sent: [
      'sara.lindqvist@example.com,tom.okafor@example.com',
      'sara.lindqvist@example.com,tom.okafor@example.com',
    ],
  },
  {
    title: 'a person who is named in a task, and several changes taken back',
    lines: [
      'create project Booth',
      'add Sara as stakeholder to Booth',
      'add task Ask Sara for slides to Booth',
      ['remove Sara from Booth', choose('Take Sara off the stakeholders of “Booth”')],
      'add task rent chairs to Booth',
      'add task print flyers to Booth',
      'add task pay deposit to Booth',
      'undo the last 2 changes',
      ['remove Sara', choose('Leave it')],
      ['remove chairs from Booth', approve],
      ['undo everything', choose('Leave it')],
    ],
    ends: { Booth: ['Ask Sara for slides'] },
  },
  {
    title: 'nothing is forgotten in small talk',
    lines: [
      'good morning',
      'create project Talk',
      'thanks',
      'add a task to write the speech',
      'great',
      'make it urgent',
      'what day is it',
      'assign it to Sara',
      'ok',
      'mark it as done',
    ],
    ends: { Talk: ['Write the speech (done) @Sara Lindqvist !urgent'] },
  },
];

class Stage {
  readonly bench: AgentBench;
  readonly session: SessionId;

  private constructor(bench: AgentBench, session: SessionId) {
    this.bench = bench;
    this.session = session;
  }

  static async set(): Promise<Stage> {
    const bench = await AgentBench.open({ model: createOfflineModel() });
    const { clock, ids } = bench.device;
    const context = { now: clock.now(), today: clock.today(), mint: ids.entity.bind(ids) };
    await bench.live.change((present) => planExample(present, context));
    return new Stage(bench, await bench.newSession());
  }

  async play(line: Line): Promise<void> {
    const [says, ...answers] = typeof line === 'string' ? [line] : line;
    await this.bench.send(this.session, says);
    for (const answer of answers) {
      const view = await this.bench.until(this.session, ({ status }) => status !== 'running');
      const [request] = view.openRequests;
      if (request === undefined) throw new Error(`“${says}” asked nothing.`);
      await this.bench.respond(this.session, request, responseFor(answer, request));
    }
    await this.settle(says);
  }

  /** Bulk changes wait for approval, which is given; an unexpected question is a mistake of the script or the model. */
  private async settle(says: string): Promise<void> {
    for (;;) {
      const view = await this.bench.until(this.session, ({ status }) => status !== 'running');
      const [request] = view.openRequests;
      if (request === undefined) return;
      if (request.spec.type === 'question') throw new Error(`“${says}” asked: ${request.spec.question}`);
      await this.bench.respond(this.session, request, { type: 'approved' });
    }
  }

  outline(name: string): readonly string[] {
    const { workspace } = this.bench.live.state();
    const project = projectsInOrder(workspace).find((one) => one.name === name);
    return project === undefined
      ? ['(no such project)']
      : tasksInProject(workspace, project.id).map((task) => this.wordsFor(task));
  }

  people(): readonly string[] {
    return [...this.bench.live.state().workspace.tables.person.values()].map(({ name }) => name).toSorted();
  }

  private wordsFor(task: Task): string {
    const { tables } = this.bench.live.state().workspace;
    const who = task.assigneeId === null ? undefined : tables.person.get(task.assigneeId);
    return [
      `${task.parentId === null ? '' : '  '}${task.title}`,
      ...(task.status === 'todo' ? [] : [`(${task.status})`]),
      ...(task.dueDate === null ? [] : [task.dueDate]),
      ...(task.dueTime === null ? [] : [task.dueTime]),
      ...(who === undefined ? [] : [`@${who.name}`]),
      ...(task.priority === 'medium' ? [] : [`!${task.priority}`]),
    ].join(' ');
  }
}

function responseFor(answer: Answer, request: PersonRequest): RequestResponse {
  if (answer === 'approve') return { type: 'approved' };
  if (answer === 'refuse') return { type: 'refused', reason: '' };
  if ('write' in answer) return { type: 'answered', choices: [], text: answer.write };
  const labels = request.spec.type === 'question' ? request.spec.options.map(({ label }) => label) : [];
  if (!labels.includes(answer.choose))
    throw new Error(`There is no button “${answer.choose}” but ${labels.join(', ')}.`);
  return { type: 'answered', choices: [answer.choose], text: '' };
}

describe('a conversation of ten turns', () => {
  it('is scripted at least twenty times, each with ten turns', () => {
    expect(scripts.length).toBeGreaterThanOrEqual(20);
    expect(scripts.filter(({ lines }) => lines.length < 10).map(({ title }) => title)).toEqual([]);
  });

  it.each(scripts)('ends in the expected workspace: $title', async ({ lines, ends, people, sent }) => {
    const stage = await Stage.set();
    for (const line of lines) await stage.play(line);
    const outlines = Object.fromEntries(Object.keys(ends).map((name) => [name, stage.outline(name)]));
    expect(outlines).toEqual(ends);
    expect(people === undefined ? [] : stage.people()).toEqual(people ?? []);
    const recipients = stage.bench.device.mailer.attempts.map(({ email }) =>
      email.to.map(({ address }) => address).join(','),
    );
    expect(recipients).toEqual(sent ?? []);
    await stage.bench.close();
  });
});
