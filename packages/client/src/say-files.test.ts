import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from './testing/scenes.js';
import { desk } from './testing/desk.js';
import { settle } from './testing/settle.js';
import { shop } from './testing/shop.js';

const loaded = async () => {
  await import('./uploads.js');
  for (let turn = 0; turn < 20; turn++) await settle();
};
const picture = (name: string) => new File(['pixels'], name, { type: 'image/png' });

test('CMP 7 a customer’s message takes what is ready along, with what it shows, and needs no words then', async () => {
  const { relay, visit } = shop();
  const session = await visit();
  session.files.add('', [picture('lamp.png')]);
  await loaded();
  const [{ id } = { id: '' }] = session.files.uploads('');
  session.files.describe(id, '  A broken\nlamp ');
  session.say(' ');
  assert.deepEqual(session.files.uploads(''), []);
  await loaded();
  const [message] = session.state.conversation!.log.events.filter((event) => event.type === 'message.sent');
  assert.deepEqual(
    [message?.text, message?.attachments],
    ['', [{ id, name: 'lamp.png', size: 6, type: 'image/png', alt: 'A broken lamp', thumbnail: false }]],
  );
  assert.equal(session.state.conversation!.log.summary.lastLine?.attachments, 1);
  session.say(' ');
  session.say('Without', []);
  await loaded();
  assert.equal(relay.heard.filter(({ type }) => type === 'message.send').length, 2);
});

test('CMP 7 DLV 2 what was attached is shown while it is on its way, over a reload too, and comes with the message after it', async () => {
  const { relay, visit, clock } = shop();
  const session = await visit();
  session.start();
  session.files.add('', [picture('lamp.png')]);
  await loaded();
  relay.network.drop();
  session.say('See');
  await loaded();
  const pending = (of: typeof session) =>
    of.state.conversation?.pending.map(({ text, attachments, state }) => [text, attachments?.[0]?.name, state]);
  assert.deepEqual(pending(session), [['See', 'lamp.png', 'sending']]);
  session.destroy();
  const after = await visit();
  await loaded();
  assert.deepEqual(pending(after), [['See', 'lamp.png', 'sending']]);
  relay.network.restore();
  await clock.advance(60_000);
  await loaded();
  const [message] = after.state.conversation!.log.events.filter((event) => event.type === 'message.sent');
  assert.deepEqual([message?.text, message?.attachments?.length], ['See', 1]);
  assert.deepEqual(after.state.conversation!.pending, []);
});

test('CMP 7 DLV 2 an agent’s attachments are by conversation, and a message that was not delivered keeps them for Resend', async () => {
  const { relay, sit, clock } = desk();
  const id = seed(relay, { messages: 1, lines: ['a'] });
  const agent = await sit();
  agent.files.add(id, [picture('a.png')]);
  agent.files.add('c2', [picture('b.png')]);
  await loaded();
  relay.network.drop();
  agent.say(id, 'See');
  await loaded();
  const failed = agent.state.views.get(id)!.pending;
  assert.deepEqual(
    failed.map(({ state, attachments }) => [state, attachments?.map(({ name }) => name)]),
    [['failed', ['a.png']]],
  );
  assert.deepEqual([agent.files.uploads(id).length, agent.files.uploads('c2').length], [0, 1]);
  relay.network.restore();
  await clock.advance(60_000);
  await loaded();
  agent.resend(id, failed[0]!.id);
  await loaded();
  const last = relay.logs.get(id)?.events.at(-1);
  assert.deepEqual(last?.type === 'message.sent' && last.attachments?.map(({ name }) => name), ['a.png']);
});
