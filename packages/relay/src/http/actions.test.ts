import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { v7 } from 'uuid';
import type { AnswerEvent } from '@deskbell/protocol/events.js';
import { CONVERSATION_PLACES } from '@deskbell/protocol/places.js';
import type { WorkspaceInput } from '../settings/schema/workspace.js';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { Service, type Got } from '../testing/service.js';
import { agentToken } from '../testing/tokens.js';

const SECRET = 'the-key-of-the-order-service';

type ActionInput = NonNullable<WorkspaceInput['actions']>[number];

const actionsOf = (url: string): ActionInput[] => {
  const plain = (id: string): ActionInput => ({
    id,
    name: id,
    request: { url: `${url}/${id}`, method: 'GET' },
    secret: SECRET,
    allowPrivate: true,
  });
  return [
    {
      id: 'refund',
      name: 'Refund',
      fields: [
        { name: 'order', label: 'Order', kind: 'text', required: true, pattern: 'H-[0-9]+' },
        { name: 'amount', label: 'Amount', kind: 'number' },
        { name: 'why', label: 'Why', kind: 'longText' },
      ],
      request: {
        url: `${url}/orders/{field.order}?by={agent}&why={field.why}`,
        headers: { Authorization: 'Bearer {secret}', 'X-Why': '{field.why}' },
        body: {
          amount: '{field.amount}',
          said: 'It is "{field.why}"',
          of: CONVERSATION_PLACES.map((place) => `{${place}}`),
          keep: [1, null],
        },
      },
      secret: SECRET,
      answer: { template: 'The order is {/order/state}.' },
      allowPrivate: true,
    },
    {
      id: 'echo',
      name: 'Echo',
      request: { url: `${url}/echo`, headers: { Authorization: '{secret}' } },
      secret: SECRET,
      allowPrivate: true,
    },
    {
      id: 'free',
      name: 'Free',
      fields: [{ name: 'path', label: 'Path', kind: 'text' }],
      request: { url: `${url}/orders/{field.path}/x` },
      allowPrivate: true,
    },
    ...['text', 'html', 'sneaky', 'binary', 'empty', 'broken', 'elsewhere', 'torn', 'huge', 'slow'].map(plain),
    { id: 'inside', name: 'Inside', request: { url: 'https://127.0.0.1/admin' } },
  ];
};

const post = async (
  relay: TestRelay,
  conversation: string,
  body: unknown,
  { token, signal }: { token?: string; signal?: AbortSignal } = {},
) =>
  fetch(`${relay.url}/v1/conversations/${conversation}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? (await agentToken())}` },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });

const asked = (action: string, values: Record<string, string> = {}) => ({ id: v7(), action, values });
const answerOf = async (answer: Response): Promise<AnswerEvent> => ((await answer.json()) as { event: AnswerEvent }).event;

async function shop(t: TestContext) {
  const service = await new Service().listen(t);
  const relay = await testRelay(t, { settings: { actions: actionsOf(service.url) } });
  return { service, relay, ...(await relay.talking()) };
}

test('INF 8 X1 X3 the relay calls with what was typed, each value encoded for its place, and the answer is an event that only agents get', async (t) => {
  const { service, relay, agent, customer, conversation } = await shop(t);
  const why = 'a&b/../"quoted"\n{secret} ü';
  const command = asked('refund', { order: ' H-2087 ', amount: '12.50', why, unknown: 'x' });
  const event = await answerOf(await post(relay, conversation, command));
  const values = { order: 'H-2087', amount: '12.50', why };
  assert.deepEqual(
    [event.command, event.action, event.name, event.values, event.ok, event.text],
    [command.id, 'refund', 'Refund', values, true, 'The order is sent.'],
  );
  const got = service.got[0] as Got;
  assert.equal(got.path, `/orders/H-2087?by=ana&why=${encodeURIComponent(why)}`);
  assert.equal(got.headers['x-why'], encodeURIComponent(why));
  assert.equal(got.headers.authorization, `Bearer ${SECRET}`);
  assert.equal(got.headers['idempotency-key'], command.id);
  const of = [conversation, customer.id, 'front', 'ana'];
  assert.deepEqual(JSON.parse(got.body), { amount: 12.5, said: `It is "${why}"`, of, keep: [1, null] });
  await agent.next('action.performed');
  await relay.settle();
  assert.equal(JSON.stringify(customer.client.received).includes('order is sent'), false);
  assert.equal(customer.client.of('event.hidden').length, 2);
});

test('INF 8 X3 a command that comes twice calls once, at the same time or later', async (t) => {
  const { service, relay, conversation } = await shop(t);
  const command = asked('refund', { order: 'H-1' });
  const events = await Promise.all([1, 2, 3].map(async () => answerOf(await post(relay, conversation, command))));
  assert.deepEqual(await answerOf(await post(relay, conversation, command)), events[0]);
  assert.deepEqual(new Set(events.map(({ id }) => id)).size, 1);
  assert.equal(service.got.length, 1);
  assert.equal((await relay.row(conversation)).seq, 4);
});

test('INF 8 X3 what another relay has begun is not called again', async (t) => {
  const { service, relay, conversation } = await shop(t);
  const command = asked('refund', { order: 'H-1' });
  await relay.store.changeConversation('harbour', conversation, command.id, () => ({
    row: {},
    events: [
      { type: 'action.started', id: command.id, at: 1, by: { id: 'ana', name: 'Ana', role: 'agent' }, action: 'refund', name: 'Refund' },
    ],
  }));
  const answer = await post(relay, conversation, command);
  assert.deepEqual([answer.status, await answer.json()], [202, { event: null }]);
  assert.deepEqual(service.got, []);
  const others = { ...command, id: (await relay.store.eventsAfter(conversation, 0, 1))[0]?.id };
  assert.equal((await post(relay, conversation, others)).status, 409);
});

test('INF 8 X2 a form with faults calls nothing, and says what is wrong field by field', async (t) => {
  const { service, relay, conversation } = await shop(t);
  const answer = await post(relay, conversation, asked('refund', { order: 'h-1', amount: 'much' }));
  const { error } = (await answer.json()) as { error: { code: string; fields: object } };
  assert.deepEqual([answer.status, error.code, error.fields], [400, 'malformed', { order: 'no-match', amount: 'no-number' }]);
  for (const path of ['..', '.', '']) {
    const status = (await post(relay, conversation, asked('free', { path }))).status;
    assert.equal(status, path === '' ? 200 : 400, path);
  }
  assert.deepEqual(
    service.got.map(({ path }) => path),
    ['/orders//x'],
  );
});

test('INF 8 X4 X5 whatever a service answers, the log says what came of it', async (t) => {
  const { relay, conversation } = await shop(t);
  const outcome = async (action: string) => {
    const { ok, text, fault } = await answerOf(await post(relay, conversation, asked(action)));
    return [ok, text, fault];
  };
  assert.deepEqual(await outcome('text'), [true, 'Done, and dusted.', undefined]);
  assert.deepEqual(await outcome('empty'), [true, '', undefined]);
  assert.deepEqual(await outcome('broken'), [false, '500', 'status']);
  const faults = {
    html: 'html',
    sneaky: 'html',
    binary: 'not-text',
    elsewhere: 'redirected',
    torn: 'unreachable',
    huge: 'too-large',
    inside: 'private',
  };
  for (const [action, fault] of Object.entries(faults)) assert.deepEqual(await outcome(action), [false, '', fault], action);
});

test('INF 8 X5 whoever cancels ends the call, and the log says so', async (t) => {
  const { service, relay, agent, conversation } = await shop(t);
  const cancel = new AbortController();
  const came = service.next();
  const call = post(relay, conversation, asked('slow'), { signal: cancel.signal });
  await came;
  // The socket goes on while the call does.
  assert.equal(await agent.ask({ type: 'message.send', id: v7(), conversation, text: 'One moment' }), undefined);
  cancel.abort();
  await assert.rejects(call);
  assert.equal((await agent.next('action.performed')).fault, 'cancelled');
});

test('INF 8 X6 S7 the secret is in no answer, no event, no log and no settings, even where the service says it back', async (t) => {
  const { service, relay, agent, conversation } = await shop(t);
  const event = await answerOf(await post(relay, conversation, asked('echo')));
  assert.equal(service.got[0]?.headers.authorization, SECRET);
  assert.match(event.text, /•••/);
  for (const action of ['broken', 'torn', 'slow']) {
    const came = action === 'slow' ? service.next().then(() => service.release()) : undefined;
    await post(relay, conversation, asked(action));
    await came;
  }
  await agent.next('action.performed');
  const events = await relay.store.eventsAfter(conversation, 0, 100);
  const settings = await (await relay.get('/v1/settings', await agentToken({ role: 'admin', id: 'ada' }))).text();
  assert.match(settings, /"secret":null/);
  const everything = JSON.stringify([events, agent.received, relay.logged, event]) + settings;
  assert.equal(everything.includes(SECRET), false);
});

test('INF 8 X6 S7 an action that is pointed elsewhere loses its secret', async (t) => {
  const { relay } = await shop(t);
  const token = await agentToken({ role: 'admin', id: 'ada' });
  const settings = (await (await relay.get('/v1/settings', token)).json()) as { actions: { request: { url: string } }[] };
  const [refund] = settings.actions;
  if (refund) refund.request.url = 'https://elsewhere.example/';
  const refused = await relay.put('/v1/settings', settings, token);
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /actions\[0\]\.secret/);
});

test('INF 8 X1 only who has the conversation acts in it, while they talk and in wrap-up', async (t) => {
  const { service, relay, agent, customer, conversation } = await shop(t);
  const act = async (token: string) => (await post(relay, conversation, asked('text'), { token })).status;
  assert.equal(await act(customer.token), 403);
  assert.equal(await act(await agentToken({ id: 'ben' })), 404);
  assert.equal(await act(await agentToken({ id: 'sue', role: 'supervisor' })), 403);
  assert.equal(await act('nonsense'), 401);
  assert.equal((await post(relay, (await relay.waiting()).conversation, asked('text'))).status, 409);
  await agent.ask({ type: 'conversation.end', id: v7(), conversation });
  assert.equal(await act(await agentToken()), 200);
  await agent.ask({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'resolved' });
  assert.equal(await act(await agentToken()), 409);
  assert.equal(service.got.length, 1);
  assert.equal((await post(relay, conversation, asked('nothing-of-that-name'))).status, 400);
});
