import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { multiLine, singleLine } from '@/domain/workspace';
import { benchNow, ToolBench } from '@/testing/tool-bench';

const message = { subject: 'Status', body: 'All is well.' };

describe('send_email', () => {
  it('plans an email that is on its way, and exactly what leaves the app', () => {
    const { plan, title, args, fields } = new ToolBench().call('send_email', {
      ...message,
      to: ['all the stakeholders'],
      project: 'launch',
    });
    expect(title).toBe('Send “Status” to 2 people');
    const to = [
      { name: 'Ann Lee', address: 'ann@example.com' },
      { name: 'Bob Stone', address: 'bob@example.com' },
    ];
    expect(plan).toEqual({
      type: 'change',
      deltas: [
        {
          type: 'create',
          kind: 'email',
          entity: {
            id: 'email-1',
            projectId: 'launch',
            to,
            cc: [],
            ...message,
            status: 'sending',
            failure: null,
            createdAt: benchNow,
            sentAt: null,
          },
        },
      ],
      effects: [{ type: 'email', emailId: 'email-1', to, cc: [], ...message }],
      summary: 'Email “Status” to 2 people',
      output: 'Email “Status” (email-1) to Ann Lee <ann@example.com>, Bob Stone <bob@example.com>.',
      data: { changes: [{ type: 'create', kind: 'email', id: 'email-1' }] },
    });
    expect(args).toEqual({
      ...message,
      to: ['Ann Lee <ann@example.com>', 'Bob Stone <bob@example.com>'],
      project: 'launch',
    });
    expect(fields.map(({ name, type, value, isRequired }) => [name, type, value, isRequired])).toEqual([
      ['to', 'text-list', ['Ann Lee <ann@example.com>', 'Bob Stone <bob@example.com>'], true],
      ['cc', 'text-list', null, false],
      ['subject', 'text', 'Status', true],
      ['body', 'long-text', 'All is well.', true],
    ]);
  });

  it.each<readonly [to: readonly string[], recipients: readonly string[]]>([
    [['ann'], ['Ann Lee <ann@example.com>']],
    [['Bob'], ['Bob Stone <bob@example.com>']],
    [['ANN@example.com'], ['Ann Lee <ANN@example.com>']],
    [['eve@example.com'], ['eve@example.com']],
    [[' Eve Fox <eve@example.com> '], ['Eve Fox <eve@example.com>']],
    [['<eve@example.com>'], ['eve@example.com']],
    [['Fox, "Eve" <b> <eve@example.com>'], ['Fox, "Eve" <b> <eve@example.com>']],
    [
      ['stakeholders of Launch', 'bob', 'BOB@example.com'],
      ['Ann Lee <ann@example.com>', 'Bob Stone <bob@example.com>'],
    ],
  ])('reads recipients %j', (to, recipients) => {
    expect(new ToolBench().call('send_email', { ...message, to: [...to] }).args['to']).toEqual(recipients);
  });

  it('writes to nobody twice, neither in to nor in cc', () => {
    const plan = new ToolBench().run('send_email', {
      ...message,
      to: ['ann', 'Ann@Example.com'],
      cc: ['ann', 'bob', 'bob@example.com'],
    });
    expect(plan.effects).toMatchObject([
      { to: [{ address: 'ann@example.com' }], cc: [{ address: 'bob@example.com' }] },
    ]);
  });

  it.each<readonly [args: { readonly [field: string]: Json }, output: string]>([
    [
      { to: ['cid', 'ann', 'Cid'] },
      'No email address is known for “Cid” (cid). Add it with update_person, or leave them out.',
    ],
    [{ to: ['stakeholders'] }, 'Whose stakeholders? Give project, or write “stakeholders of Launch”.'],
    [
      { to: ['stakeholders'], project: 'web' },
      '“Web API” (web) has no stakeholders. Name the recipients, or choose stakeholders with set_stakeholders first.',
    ],
    [
      { to: ['stakeholders of api'] },
      '“api” fits 2 projects. Ask which one is meant, or name it by its id:\n- “Web API” (web)\n- “Phone API” (phone)',
    ],
    [
      { to: ['Zoë'], cc: ['a@b@c'] },
      'No person is called “Zoë”. There are:\n- “Ann Lee” (ann): ann@example.com\n- “Bob Stone” (bob): bob@example.com\n- “Cid” (cid)\n“a@b@c” is no usable address. One entry is one address like name@example.com: plain letters, one @, no commas; or a person’s name.',
    ],
    [
      { to: ['ann@example.com, eve@example.com'] },
      '“ann@example.com, eve@example.com” is no usable address. One entry is one address like name@example.com: plain letters, one @, no commas; or a person’s name.',
    ],
    [
      { to: ['ann@example.com\nBcc: eve@example.com'] },
      '“ann@example.com Bcc: eve@example.com” is no usable address. One entry is one address like name@example.com: plain letters, one @, no commas; or a person’s name.',
    ],
  ])('[W6] refuses %j and says why', (args, output) => {
    expect(new ToolBench().plan('send_email', { ...message, ...args })).toMatchObject({
      type: 'failed',
      output,
    });
  });

  it('does not let a person whose name looks like an address catch mail for it', () => {
    const bench = new ToolBench();
    bench.run('add_person', { name: 'ceo@example.com', email: 'eve@evil.example' });
    expect(bench.call('send_email', { ...message, to: ['ceo@example.com'] }).args['to']).toEqual([
      'ceo@example.com',
    ]);
  });

  it('sends a draft as it is, or with changes, and shows all of it', () => {
    const bench = new ToolBench();
    const { args, plan, title } = bench.call('send_email', { draft: 'Launch news', subject: 'Launch today' });
    expect(title).toBe('Send “Launch today” to Ann Lee');
    expect(args).toEqual({
      draft: 'Launch news',
      to: ['Ann Lee <ann@example.com>'],
      subject: 'Launch today',
      body: 'Soon.',
    });
    expect(plan).toMatchObject({
      deltas: [
        {
          type: 'update',
          kind: 'email',
          id: 'draft',
          before: { subject: 'Launch news', status: 'draft' },
          after: { subject: 'Launch today', status: 'sending' },
        },
      ],
      effects: [
        {
          emailId: 'draft',
          to: [{ name: 'Ann Lee', address: 'ann@example.com' }],
          cc: [],
          subject: 'Launch today',
          body: 'Soon.',
        },
      ],
      output: 'Email “Launch today” (draft) to Ann Lee <ann@example.com>.',
    });
  });

  it.each([
    ['sent', '“Old news” (sent) is not a draft; its status is sent.'],
    [
      'Old news',
      'No email is called “Old news”. Nearest are:\n- “Launch news” (draft): draft, to ann@example.com',
    ],
  ])('[C7] never sends %s again', (draft, output) => {
    expect(new ToolBench().plan('send_email', { draft })).toMatchObject({ type: 'failed', output });
  });

  it('[C2] says what a new email needs', () => {
    expect(new ToolBench().prepare('send_email', { cc: ['ann'] })).toEqual({
      type: 'invalid',
      problems: [
        ['to', 'recipients'],
        ['subject', 'a subject'],
        ['body', 'a text'],
      ].map(([field, what]) => ({
        field,
        message: `This is missing. A new email needs ${what ?? ''}; to send a draft, give draft.`,
      })),
    });
  });

  it('[S8] sends exactly what is kept, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (subject, body) => {
        const prepared = new ToolBench().prepare('send_email', {
          to: ['ann'],
          subject: `S ${subject}`,
          body: `B ${body}`,
        });
        const plan = prepared.type === 'prepared' && prepared.plan.type === 'change' ? prepared.plan : null;
        const kept = plan?.deltas.map((delta) =>
          delta.type === 'create' && delta.kind === 'email' ? delta.entity : null,
        );
        const written = { subject: singleLine(`S ${subject}`), body: multiLine(`B ${body}`) };
        expect(kept).toMatchObject([written]);
        expect(plan?.effects).toMatchObject([written]);
      }),
    );
  });
});
