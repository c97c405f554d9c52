import type { ServerResponse } from 'node:http';

import { expect } from './fixtures';
import { test } from './model-test';
import { streamPieces, wires, type ModelAnswer, type Wire } from './pages/model-answers';

/** A way in which a provider fails, and what the person is told: what happened, where, and what to do. */
interface Failing {
  readonly what: string;
  readonly words: readonly RegExp[];
  readonly fail: (response: ServerResponse, wire: Wire) => Promise<void> | void;
}

const canary = 'sk-canary-7f3e9b21d4';

/** Nothing of this may ever happen: each answer that asks for it is unfit to be acted on. */
const never: ModelAnswer = {
  text: 'I begin.',
  calls: [{ id: 'call_n', name: 'create_project', args: '{"name":"Never"}' }],
};

const failings: readonly Failing[] = [
  {
    what: 'a wrong key',
    words: [/refused the API key \(401\)/, /Check it in the settings/, /“Wrong key: •••”/],
    fail: (response) => {
      refuse(response, 401, { message: `Wrong key: ${canary}` });
    },
  },
  {
    what: 'a key that may not do this',
    words: [/does not allow this with your API key \(403\)/, /Choose another model, or use another key/],
    fail: (response) => {
      refuse(response, 403, { message: 'No.' });
    },
  },
  {
    what: 'an unknown model',
    words: [/does not know this model or address \(404\)/, /Check the model name and the base URL/],
    fail: (response) => {
      refuse(response, 404, { message: 'No such model.' });
    },
  },
  {
    what: 'an empty account',
    words: [/has no credit left/, /Add credit there/],
    fail: (response) => {
      refuse(response, 429, { message: 'You exceeded your current quota.', code: 'insufficient_quota' });
    },
  },
  {
    what: 'a limit of rate with a long pause',
    words: [/asks for a pause of 5 minutes \(429\)/, /Try again after that/],
    fail: (response) => {
      response.setHeader('Retry-After', '300');
      refuse(response, 429, { message: 'Slow down.' });
    },
  },
  {
    what: 'a conversation that is too long',
    words: [/longer than the model of .* can read \(400\)/, /Start a new session/],
    fail: (response) => {
      refuse(response, 400, { message: 'maximum context length', code: 'context_length_exceeded' });
    },
  },
  {
    what: 'a server in trouble, asked again in vain',
    words: [/has trouble of its own \(500\)/, /Try again in a moment/],
    fail: (response) => {
      refuse(response, 500, { message: 'Oh no.' });
    },
  },
  {
    what: 'a network that breaks',
    words: [/could not be reached/, /the network is down, the address is wrong, the server is not running/],
    fail: (response) => {
      response.destroy();
    },
  },
  {
    what: 'a web page instead of an answer',
    words: [/answered with a web page/, /most end in \/v1/],
    fail: (response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><h1>Welcome</h1>');
    },
  },
  {
    what: 'an error that says 200 OK',
    words: [/did not accept the request \(200\)/, /“Upstream is gone\.”/],
    fail: (response) => {
      refuse(response, 200, { message: 'Upstream is gone.' });
    },
  },
  {
    what: 'a stream that is cut in the middle of a call',
    words: [/broke off in the middle/, /Nothing of the part that arrived was carried out/],
    fail: (response, wire) => streamPieces(response, wire.answer(never).said, 'cut'),
  },
  {
    what: 'a stream that ends before its end',
    words: [/broke off in the middle/, /Try again/],
    fail: (response, wire) => streamPieces(response, wire.answer(never).said),
  },
  {
    what: 'a stream of something else',
    words: [/not in the form that its API promises/, /choose the other API in the settings/],
    fail: (response, wire) => streamPieces(response, [...wire.answer(never).said, 'data: {"half": \n\n']),
  },
  {
    what: 'an empty answer',
    words: [/answered with nothing/, /Try again, or choose another model/],
    fail: (response, wire) => streamPieces(response, wire.answer({}).ending),
  },
  {
    what: 'an answer at its limit of length',
    words: [/reached its limit of length/, /ask for less at once/],
    fail: (response, wire) => streamPieces(response, wire.cutShort('It was a dark and')),
  },
];

for (const api of ['Responses', 'Chat Completions'] as const) {
  const wire: Wire = wires[api];

  test.describe(`what goes wrong behind ${api}`, () => {
    // A refused preflight, a broken connection and a status of 400 and more are errors in the console.
    test.use({ pageFaultPolicy: 'record' });

    test(`[L6] each failure has its own words, runs nothing, and Retry goes on: ${api}`, async ({
      app,
      models,
      conversation,
      server,
    }) => {
      // Two runs for each failure, and one of them is repeated by itself for some seconds.
      test.setTimeout(6 * 60_000);
      await models.connect({ baseUrl: server.baseUrl, apiKey: canary, model: 'm', api });
      await models.close();

      async function expectWayOn(words: readonly RegExp[]): Promise<void> {
        await conversation.expectStatus(/^Failed/);
        const failed = conversation.lastAnswer;
        for (const each of words) await expect(failed).toContainText(each);
        expect(await failed.innerText()).not.toContain(canary);
        await expect(failed).toContainText(server.host);
        server.allowsPages = true;
        server.answerWith((_request, response) => say(response, wire, { text: 'Back again.' }));
        await failed.getByRole('button', { name: 'Retry' }).click();
        await conversation.expectStatus('Completed');
        await expect(conversation.lastAnswer).toContainText('Back again.');
      }

      for (const { what, words, fail } of failings) {
        await test.step(what, async () => {
          server.answerWith((_request, response) => fail(response, wire));
          await conversation.say(`Try ${what}`);
          await expectWayOn(words);
        });
      }
      await test.step('a server that does not allow this page', async () => {
        server.allowsPages = false;
        await conversation.say('Try CORS');
        await expectWayOn([/could not be reached/, /does not allow this page \(CORS\)/]);
      });
      await expect(app.workspace.getByRole('heading', { name: 'Never' })).toHaveCount(0);
    });

    test(`[C2] calls that cannot be run as they are do no harm, and the model hears why: ${api}`, async ({
      app,
      models,
      conversation,
      server,
    }) => {
      await models.connect({ baseUrl: server.baseUrl, model: 'm', api });
      await models.close();
      const odd: ModelAnswer = {
        calls: [
          { id: 'call_1', name: 'fly_to_the_moon', args: '{}' },
          { id: 'call_2', name: 'create_project', args: '{"name": ' },
          { id: 'call_3', name: 'create_project', args: '{"name":"Once"}' },
          { id: 'call_3', name: 'create_project', args: '{"name":"Twice"}' },
        ],
      };
      server.answerWith((_request, response) =>
        say(response, wire, server.requests.length === 1 ? odd : { text: 'I see.' }),
      );
      await expect(await conversation.ask('Do odd things')).toContainText('I see.');
      await conversation.expectStatus('Completed');
      for (const name of ['Once', 'Twice']) {
        await expect(app.workspace.getByRole('heading', { name })).toHaveCount(1);
      }
      const heard = server.requests.at(-1)?.body ?? '';
      expect(heard).toMatch(/there is no tool “fly_to_the_moon”/u);
      expect(heard).toContain('Not run: the arguments are not JSON');
      expect(heard).toContain('call_3-2');
    });
  });
}

function refuse(response: ServerResponse, status: number, error: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error }));
}

function say(response: ServerResponse, wire: Wire, answer: ModelAnswer): Promise<void> {
  const { said, ending } = wire.answer(answer);
  return streamPieces(response, [...said, ...ending]);
}
