import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { ModelPiece } from './model.js';
import { OpenAiModel, type Patience } from './openai-model.js';
import { ModelServer, begin, claims, fails, floods, hangs, piece, says } from './testing/model-server.js';

/** Longer than any answer here takes on a busy machine. */
const PATIENT: Patience = { piece: 30_000, whole: 30_000 };

async function modelFor(t: TestContext, patience = PATIENT) {
  const server = await new ModelServer().listen();
  t.after(() => server.close());
  return { server, model: new OpenAiModel({ endpoint: server.endpoint, key: 'k-1', model: 'small', patience }) };
}

async function written(model: OpenAiModel, signal = new AbortController().signal): Promise<ModelPiece[]> {
  const pieces: ModelPiece[] = [];
  for await (const each of model.write({ messages: [{ role: 'user', content: 'Hi' }], maxTokens: 50, signal })) pieces.push(each);
  return pieces;
}

const textOf = (pieces: readonly ModelPiece[]): string => pieces.map((each) => ('text' in each ? each.text : '')).join('');

const isAway = (words: RegExp) => (fault: unknown) =>
  fault instanceof RelayError && fault.code === 'model-away' && words.test(fault.message);

test('CMP 4 the endpoint is asked as its protocol has it, and its words come piece by piece', async (t) => {
  const { server, model } = await modelFor(t);
  server.reply = says('Hello', ' there', '.');
  assert.deepEqual(await written(model), [{ text: 'Hello' }, { text: ' there' }, { text: '.' }, { tokens: 42 }]);
  const [heard] = server.heard;
  assert.deepEqual([heard?.path, heard?.key], ['/v1/chat/completions', 'Bearer k-1']);
  const { model: name, stream, max_tokens, messages } = heard!.body;
  assert.deepEqual([name, stream, max_tokens, messages], ['small', true, 50, [{ role: 'user', content: 'Hi' }]]);
});

test('CMP 4 a piece is there before the next one is written', async (t) => {
  const { server, model } = await modelFor(t);
  let go = (): void => undefined;
  server.reply = async (response) => {
    begin(response);
    response.write(piece('first'));
    await new Promise<void>((resolve) => (go = resolve));
    response.end(`${piece('second')}data: [DONE]\n\n`);
  };
  const pieces = model.write({ messages: [], maxTokens: 9, signal: new AbortController().signal });
  assert.deepEqual((await pieces.next()).value, { text: 'first' });
  go();
  assert.deepEqual((await pieces.next()).value, { text: 'second' });
  assert.equal((await pieces.next()).done, true);
});

test('CMP 4 an event that is cut anywhere, in the middle of a letter too, is read whole; comments are none', async (t) => {
  const { server, model } = await modelFor(t);
  const bytes = Buffer.from(`: still here\r\n\r\n${piece('Grüße 😀')}${piece('!')}data: [DONE]\n\n`);
  for (const at of [1, 20, bytes.indexOf(0xc3) + 1, bytes.indexOf(0xf0) + 2, bytes.length - 3]) {
    server.reply = async (response) => {
      begin(response);
      response.write(bytes.subarray(0, at));
      await new Promise((resolve) => setImmediate(resolve));
      response.end(bytes.subarray(at));
    };
    assert.equal(textOf(await written(model)), 'Grüße 😀!', String(at));
  }
});

test('CMP 4 an endpoint that does not stream is understood as well', async (t) => {
  const { server, model } = await modelFor(t);
  server.reply = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        choices: [{ message: { role: 'assistant', content: 'All at once' }, finish_reason: 'stop' }],
        usage: { total_tokens: 7 },
      }),
    );
  };
  assert.deepEqual(await written(model), [{ text: 'All at once' }, { tokens: 7 }]);
});

test('W7 a model that never answers, or stops in the middle, is waited for no longer than its time', async (t) => {
  const { server, model } = await modelFor(t, { piece: 150, whole: 1_000 });
  server.reply = () => undefined;
  await assert.rejects(written(model), isAway(/took too long/));
  server.reply = hangs('half a');
  await assert.rejects(written(model), isAway(/took too long/));
});

test('W7 a model that drips for ever is ended', async (t) => {
  const { server, model } = await modelFor(t, { piece: 500, whole: 300 });
  server.reply = (response) => {
    begin(response);
    const timer = setInterval(() => response.write(piece('x')), 20);
    response.on('close', () => clearInterval(timer));
  };
  await assert.rejects(written(model), isAway(/took too long/));
});

test('W7 what is broken, no answer at all, or not to be understood, is said in one way', async (t) => {
  const { server, model } = await modelFor(t);
  server.reply = (response) => {
    begin(response);
    response.write(piece('half'), () => response.destroy());
  };
  await assert.rejects(written(model), isAway(/broke off/));
  server.reply = (response) => {
    begin(response);
    response.end(piece('no end'));
  };
  await assert.rejects(written(model), isAway(/broke off/));
  for (const nonsense of [
    'data: {\n\n',
    'data: 7\n\n',
    'data: {"choices": "none"}\n\n',
    'data: {"choices": [{"delta": {"content": [1]}}]}\n\n',
  ]) {
    server.reply = (response) => {
      begin(response);
      response.end(nonsense);
    };
    await assert.rejects(written(model), isAway(/not to be understood/), nonsense);
  }
  server.reply = (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
  await assert.rejects(written(model), isAway(/not to be understood/));
  await server.close();
  await assert.rejects(written(model), isAway(/cannot be reached/));
  await server.listen();
});

test('W7 a refusal of the endpoint says its number and not its words, and where it may be asked again', async (t) => {
  const { server, model } = await modelFor(t);
  server.reply = fails(429);
  await assert.rejects(written(model), (fault) => isAway(/^the model answered 429$/)(fault) && (fault as RelayError).retryAfter === 7_000);
});

test('W7 the key goes to its own address and is not sent on', async (t) => {
  const { server, model } = await modelFor(t);
  const other = await new ModelServer().listen();
  t.after(() => other.close());
  server.reply = (response) => void response.writeHead(307, { location: `${other.endpoint}/chat/completions` }).end();
  await assert.rejects(written(model), isAway(/cannot be reached/));
  assert.deepEqual(other.heard, []);
});

test('W7 fifty megabytes are not read', async (t) => {
  const { server, model } = await modelFor(t);
  let sent = 0;
  // In one event that has no end, so that nothing of it can be used.
  server.reply = floods('data: ', 'x'.repeat(256 * 1_024), (bytes) => (sent += bytes));
  await assert.rejects(written(model), isAway(/answered more than/));
  assert.ok(sent < 20 * 1_024 * 1_024, String(sent));
});

test('CMP 4 who has enough ends the request, too', async (t) => {
  const { server, model } = await modelFor(t);
  const closed = new Promise<void>((resolve) => {
    server.reply = (response) => {
      response.on('close', resolve);
      void hangs('one', 'two')(response, server.heard[0]!);
    };
  });
  for await (const each of model.write({ messages: [], maxTokens: 9, signal: new AbortController().signal })) {
    assert.deepEqual(each, { text: 'one' });
    break;
  }
  await closed;
  const aborted = new AbortController();
  server.reply = hangs('one');
  const reading = written(model, aborted.signal);
  aborted.abort();
  await assert.rejects(reading, { name: 'AbortError' });
  server.reply = claims(5, 'as before');
  assert.equal(textOf(await written(model)), 'as before');
});
