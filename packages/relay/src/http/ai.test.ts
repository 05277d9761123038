import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { begin, fails, hangs, piece, says } from '../ai/testing/model-server.js';
import { askFor, piecesOf, relayWithModel } from '../testing/ai.js';
import { testRelay } from '../testing/relay.js';
import { DESK } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

const OTHERS = { workspace: 'other', secret: 'the secret of the desk, known to its server only, another one' };

const refusalOf = async (answer: Response): Promise<[number, string]> => [
  answer.status,
  ((await answer.json()) as { error: { code: string } }).error.code,
];

test('CMP 4 INF 7 all three are streamed to the agent who asks, and nothing of it gets into the log', async (t) => {
  const { relay, server } = await relayWithModel(t, { ai: { arrival: false } });
  const { customer, conversation } = await relay.talking();
  await customer.client.ask({ type: 'message.send', id: v7(), conversation, text: 'Where is my parcel?' });
  const { seq } = await relay.row(conversation);
  server.reply = says('It is', ' on its', ' way.');
  const token = await agentToken();
  const tasks = { rewrite: { conversation, text: 'hi', how: 'friendlier' }, assist: { conversation }, summary: { conversation } };
  for (const [task, body] of Object.entries(tasks)) {
    const answer = await askFor(relay, task, body, token);
    assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    const pieces = await piecesOf(answer);
    assert.deepEqual(
      [pieces.map((each) => (each.type === 'text' ? each.text : '')).join(''), pieces.at(-1)?.type],
      ['It is on its way.', 'done'],
    );
  }
  assert.equal((await relay.row(conversation)).seq, seq);
  assert.equal(
    server.heard.some(({ raw }) => raw.includes('Cleo')),
    false,
  );
});

test('CMP 4 a piece reaches the agent before the next is written, and closing ends the model’s work', async (t) => {
  const { relay, server } = await relayWithModel(t, { ai: { arrival: false } });
  const { conversation } = await relay.talking();
  const closed = new Promise<void>((resolve) => {
    server.reply = (response) => {
      response.on('close', resolve);
      begin(response);
      response.write(piece('first') + piece('second'));
    };
  });
  const gone = new AbortController();
  const answer = await askFor(relay, 'rewrite', { conversation, text: 'hi', how: 'longer' }, await agentToken(), gone.signal);
  const { value } = (await answer.body!.getReader().read()) as { value: Uint8Array };
  assert.match(Buffer.from(value).toString(), /first/);
  gone.abort();
  await closed;
  // And the relay is as it was.
  server.reply = says('again');
  assert.equal((await askFor(relay, 'rewrite', { conversation, text: 'hi', how: 'longer' }, await agentToken())).status, 200);
});

test('W8 only agents who read a conversation may have anything written about it', async (t) => {
  const { relay, server } = await relayWithModel(t, { ai: { arrival: false } });
  const { customer, conversation } = await relay.talking();
  const body = { conversation, text: 'hi', how: 'friendlier' };
  for (const task of ['rewrite', 'assist', 'summary']) {
    assert.equal((await askFor(relay, task, body, '')).status, 401);
    assert.deepEqual(await refusalOf(await askFor(relay, task, body, customer.token)), [403, 'wrong-role']);
    const stranger = await refusalOf(await askFor(relay, task, body, await agentToken(OTHERS)));
    assert.deepEqual(stranger, [404, 'not-found']);
    assert.deepEqual(await refusalOf(await askFor(relay, task, { ...body, conversation: v7() }, await agentToken())), stranger);
    assert.deepEqual(await refusalOf(await askFor(relay, task, body, await agentToken({ id: 'ben' }))), stranger);
  }
  const token = await agentToken();
  for (const bad of [{}, { conversation: 'x' }, { ...body, how: 'ruder' }, { ...body, text: '' }])
    assert.equal((await askFor(relay, 'rewrite', bad, token)).status, 400, JSON.stringify(bad));
  assert.equal((await askFor(relay, 'rewrite', { ...body, text: 'x'.repeat(70_000) }, token)).status, 413);
  assert.equal((await askFor(relay, 'poem', body, token)).status, 404);
  // Nothing was said that could be answered.
  assert.deepEqual(await refusalOf(await askFor(relay, 'assist', body, token)), [409, 'wrong-phase']);
  assert.deepEqual(server.heard, []);
  const from = async (origin: string) =>
    (
      await fetch(`${relay.url}/v1/ai/assist`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })
    ).headers.get('access-control-allow-origin');
  assert.deepEqual([await from(DESK), await from('https://evil.example')], [DESK, null]);
});

test('W8 what the workspace has not turned on, and what no model is there for, is refused, and consoles do not offer it', async (t) => {
  const { relay, server } = await relayWithModel(t, { ai: { rewrite: false, arrival: false } });
  const { agent, conversation } = await relay.talking();
  assert.deepEqual(agent.of('session.opened')[0]?.desk?.ai, { rewrite: false, assist: true, summary: true, arrival: false });
  const body = { conversation, text: 'hi', how: 'friendlier' };
  assert.deepEqual(await refusalOf(await askFor(relay, 'rewrite', body, await agentToken())), [403, 'wrong-role']);
  assert.deepEqual(server.heard, []);
  const without = await testRelay(t, { settings: { ai: { rewrite: true, assist: true, summary: true } } });
  const talk = await without.talking();
  assert.deepEqual(talk.agent.of('session.opened')[0]?.desk?.ai, { rewrite: false, assist: false, summary: false, arrival: true });
  const answer = await askFor(without, 'rewrite', { ...body, conversation: talk.conversation }, await agentToken());
  assert.deepEqual(await refusalOf(answer), [502, 'model-away']);
});

test('W8 what an admin turns on is offered at once', async (t) => {
  const { relay } = await relayWithModel(t, { ai: { assist: false } });
  const agent = await relay.agent();
  const admin = await agentToken({ id: 'sue', role: 'admin' });
  const document = (await (await relay.get('/v1/settings', admin)).json()) as { ai: object };
  assert.equal((await relay.put('/v1/settings', { ...document, ai: { ...document.ai, assist: true } }, admin)).status, 200);
  assert.equal((await agent.next('desk.changed')).desk.ai.assist, true);
});

test('W5 W7 a budget that is spent and a model that is away have codes of their own, before and in the middle of an answer', async (t) => {
  const { relay, server } = await relayWithModel(t, { patience: { piece: 200, whole: 5_000 }, ai: { arrival: false } });
  const { conversation } = await relay.talking();
  const rewrite = async () => askFor(relay, 'rewrite', { conversation, text: 'hi', how: 'friendlier' }, await agentToken());
  server.reply = fails(503);
  assert.deepEqual(await refusalOf(await rewrite()), [502, 'model-away']);
  server.reply = hangs('half');
  const pieces = await piecesOf(await rewrite());
  assert.deepEqual(pieces, [
    { type: 'text', text: 'half' },
    { type: 'refused', code: 'model-away', detail: 'the model took too long' },
  ]);
  const poor = await relayWithModel(t, { ai: { dailyTokens: 10 } });
  const talk = await poor.relay.talking();
  const answer = await askFor(
    poor.relay,
    'rewrite',
    { conversation: talk.conversation, text: 'hi', how: 'friendlier' },
    await agentToken(),
  );
  assert.equal(answer.headers.get('retry-after'), String(12 * 3_600));
  assert.deepEqual(await refusalOf(answer), [429, 'budget-spent']);
  assert.deepEqual(poor.server.heard, []);
});

test('W8 nobody has a model write without end', async (t) => {
  const { relay } = await relayWithModel(t, { httpLimits: { textsPerAgent: 2 }, ai: { arrival: false } });
  const { conversation } = await relay.talking();
  const rewrite = async () => (await askFor(relay, 'rewrite', { conversation, text: 'hi', how: 'friendlier' }, await agentToken())).status;
  assert.deepEqual([await rewrite(), await rewrite(), await rewrite()], [200, 200, 429]);
});
