import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import { v7 } from 'uuid';
import { TestSender, picture } from '../testing/files.js';
import { testFolder, testRelay } from '../testing/relay.js';
import { agentToken } from '../testing/tokens.js';

const start = async (t: TestContext) => {
  const relay = await testRelay(t, { files: await testFolder(t) });
  const talk = await relay.talking();
  const agent = async (options: Parameters<typeof agentToken>[0] = {}) => new TestSender(relay, await agentToken(options));
  return { relay, ...talk, ana: await agent(), cleo: new TestSender(relay, talk.customer.token), agent, socket: talk.agent };
};

test('CMP 7 U8 what is attached comes with the message, to both sides, in its order, and no words are needed', async (t) => {
  const { relay, conversation, customer, socket, cleo } = await start(t);
  const lamp = await cleo.upload({ bytes: await picture(), name: 'lamp.png', alt: 'A lamp' });
  const bill = await cleo.upload({ bytes: '%PDF-1.7', name: 'bill.pdf' });
  const id = v7();
  const said: CommandOf<'message.send'> = {
    type: 'message.send',
    id,
    conversation,
    text: '',
    attachments: [{ id: bill.id }, { id: lamp.id, alt: 'A broken lamp' }],
  };
  customer.client.say(said);
  const event = await socket.next('message.sent');
  assert.equal(event.text, '');
  assert.deepEqual(event.attachments, [bill.attachment, { ...lamp.attachment, alt: 'A broken lamp' }]);
  assert.deepEqual(await customer.client.next('message.sent'), event);
  const row = await relay.row(conversation);
  assert.deepEqual(row.lastLine, { text: '', by: 'customer', at: event.at, attachments: 2 });
  assert.equal(row.awaitingSince, event.at);
  assert.deepEqual(await relay.store.eventsAfter(conversation, event.seq - 1, 10), [event]);
  assert.equal(await customer.client.ask(said), undefined);
  assert.deepEqual(customer.client.received.at(-1), event);
  assert.equal((await relay.row(conversation)).seq, event.seq);
});

test('CMP 7 U8 nobody sends what is another’s, not ready, or was sent; and then nothing of the message is saved', async (t) => {
  const { relay, conversation, customer, socket, cleo, ana } = await start(t);
  const ready = async () => (await ana.upload({ bytes: 'x' })).id;
  const [theirs, half, once, never] = [await cleo.upload({ bytes: 'x' }), await ana.begin({ bytes: 'x' }), await ready(), await ready()];
  const send = (...ids: string[]) =>
    socket.ask({ type: 'message.send', id: v7(), conversation, text: 'See', attachments: ids.map((id) => ({ id })) });
  assert.equal(await send(once), undefined);
  const { seq } = await relay.row(conversation);
  for (const id of [theirs.id, half.id, once, v7()]) assert.equal(await send(never, id), 'not-found');
  assert.equal((await relay.row(conversation)).seq, seq);
  assert.equal(await send(never), undefined);
  assert.equal(
    await customer.client.ask({ type: 'message.send', id: v7(), conversation, text: '', attachments: [{ id: never }] }),
    'not-found',
  );
});

test('CMP 7 U8 of two messages that want the same file one gets it', async (t) => {
  const { relay, conversation, socket, ana } = await start(t);
  const { id } = await ana.upload({ bytes: 'x' });
  const again = await relay.agent();
  const send = (client: typeof socket) => client.ask({ type: 'message.send', id: v7(), conversation, text: 'x', attachments: [{ id }] });
  const answers = await Promise.all([send(socket), send(again), send(socket), send(again)]);
  assert.deepEqual(answers.sort(), ['not-found', 'not-found', 'not-found', undefined]);
});

test('CMP 7 U8 messages with and without attachments keep their order, and who may not write sends no file either', async (t) => {
  const { relay, conversation, customer, socket, cleo } = await start(t);
  const files = [await cleo.upload({ bytes: '1' }), await cleo.upload({ bytes: '2' })];
  for (const [index, text] of ['a', 'b', 'c', 'd', 'e'].entries()) {
    const file = index % 2 === 1 ? files[(index - 1) / 2] : undefined;
    customer.client.say({ type: 'message.send', id: v7(), conversation, text, ...(file && { attachments: [{ id: file.id }] }) });
  }
  await customer.client.next('message.sent', ({ text }) => text === 'e');
  const events = await relay.store.eventsAfter(conversation, 2, 10);
  assert.deepEqual(
    events.map((event) => 'text' in event && [event.text, 'attachments' in event]),
    [
      ['a', false],
      ['b', true],
      ['c', false],
      ['d', true],
      ['e', false],
    ],
  );
  const late = await cleo.upload({ bytes: '3' });
  await socket.ask({ type: 'conversation.end', id: v7(), conversation });
  const send: CommandOf<'message.send'> = { type: 'message.send', id: v7(), conversation, text: '', attachments: [{ id: late.id }] };
  assert.equal(await customer.client.ask(send), 'wrong-phase');
  assert.equal((await cleo.state(late.id)).state, 'ready');
});

test('CMP 7 U1 what was sent is got by whoever may read the conversation, and by nobody else', async (t) => {
  const { relay, conversation, customer, socket, cleo, ana, agent } = await start(t);
  const { id } = await cleo.upload({ bytes: 'secret', name: 'a.txt' });
  await customer.client.ask({ type: 'message.send', id: v7(), conversation, text: '', attachments: [{ id }] });
  const [ben, boss, rival] = [await agent({ id: 'ben' }), await agent({ id: 'boss', role: 'supervisor' }), await agent({ workspace: 'x' })];
  const stranger = new TestSender(relay, (await relay.customer()).token);
  const status = async (sender: TestSender) => (await sender.ask('GET', `/${id}/address`)).status;
  assert.deepEqual(await Promise.all([cleo, ana, boss].map(status)), [200, 200, 200]);
  assert.deepEqual(await Promise.all([ben, stranger, rival].map(status)), [404, 404, 401]);
  assert.equal(await (await ana.get(id)).text(), 'secret');
  assert.equal(await cleo.tell('DELETE', `/${id}`), 'wrong-phase');
  await socket.ask({ type: 'conversation.end', id: v7(), conversation });
  await socket.ask({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'resolved' });
  assert.equal(await status(ben), 200);
  const found = await relay.store.closed({ workspace: 'harbour', search: 'A.TXT', page: null, limit: 5 });
  assert.deepEqual(
    found.conversations.map((row) => [row.id, row.lastLine?.attachments]),
    [[conversation, 1]],
  );
});

test('CMP 7 WID 4 what somebody attached goes with them when their site says who they are', async (t) => {
  const { relay } = await start(t);
  const anonymous = await relay.customer();
  const { id } = await new TestSender(relay, anonymous.token).upload({ bytes: 'x' });
  const known = await relay.store.identifyCustomer('harbour', null, { externalId: 'u1', name: 'Kim', id: v7() });
  await relay.store.identifyCustomer('harbour', anonymous.id, { externalId: 'u1', name: 'Kim', id: v7() });
  const { token } = await relay.customers.issue(known, 'shop');
  assert.equal((await new TestSender(relay, token).state(id)).state, 'ready');
  assert.equal(await new TestSender(relay, anonymous.token).tell('GET', `/${id}`), 'not-found');
});
