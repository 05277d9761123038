import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './testing/desk.js';
import { MAYA, ends, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { SimulatedNetwork } from './testing/simulated-network.js';
import { texts } from './testing/texts.js';

/** An agent in one conversation, in which `a` was said. The relay may be heard or not, while it hears all the same. */
const talking = async () => {
  let audible = true;
  const network = new SimulatedNetwork(() => (run, direction) => {
    if (audible || direction === 'up') queueMicrotask(run);
  });
  const hear = (value: boolean) => (audible = value);
  const { clock, relay, page, sit } = desk({ network });
  const id = seed(relay, { messages: 1, lines: ['a'] });
  const session = await sit();
  const said = () => texts(session.state.views.get(id));
  const arrived = (text: string) =>
    relay.logs.get(id)?.events.filter((event) => event.type === 'message.sent' && event.text === text).length;
  const pending = () => session.state.views.get(id)?.pending[0]?.id ?? '';
  return { clock, relay, page, session, id, said, arrived, pending, hear };
};

test('DLV 1 a message is "Sending", then it is in the log', async () => {
  const { session, id, said } = await talking();
  session.say(id, 'b');
  assert.deepEqual(said(), ['a', 'b (sending)']);
  await settle();
  assert.deepEqual(said(), ['a', 'b']);
});

test('DLV 2 what did not arrive as the network went is "Not Delivered", until "Resend"', async () => {
  const { clock, relay, session, id, said, arrived, pending } = await talking();
  relay.network.drop(false);
  session.say(id, 'b');
  session.say(id, 'c');
  await clock.advance(10_000);
  assert.deepEqual(said(), ['a', 'b (failed)', 'c (failed)']);
  relay.network.restore();
  await clock.advance(60_000);
  assert.deepEqual(said(), ['a', 'b (failed)', 'c (failed)']);
  session.resend(id, pending());
  session.resend(id, pending());
  await settle();
  assert.deepEqual(said(), ['a', 'b', 'c (failed)']);
  assert.equal(arrived('b'), 1);
});

test('DLV 2 what did arrive, though its answer was lost, is simply sent', async () => {
  const { clock, session, id, said, arrived, hear } = await talking();
  hear(false);
  session.say(id, 'b');
  await clock.advance(9_000);
  assert.deepEqual(said(), ['a', 'b (failed)']);
  assert.equal(arrived('b'), 1);
  hear(true);
  await clock.advance(30_000);
  assert.deepEqual(said(), ['a', 'b']);
  assert.equal(arrived('b'), 1);
});

test('DLV 2 sent again though it had arrived, a message is there once', async () => {
  const { clock, relay, session, id, said, arrived } = await talking();
  relay.refuseNext('message.send', 'internal');
  session.say(id, 'b');
  for (let fault = 0; fault < 4; fault++) {
    relay.refuseNext('message.send', 'internal');
    await clock.advance(2_000);
  }
  assert.deepEqual(said(), ['a', 'b (failed)']);
  const [failed] = session.state.views.get(id)?.pending ?? [];
  assert.ok(failed);
  session.resend(id, failed.id);
  await clock.advance(10_000);
  assert.deepEqual(said(), ['a', 'b']);
  session.resend(id, failed.id);
  await clock.advance(10_000);
  assert.equal(arrived('b'), 1);
});

test('DLV 2 what is written while there is no connection is not delivered', async () => {
  const { relay, session, id, said } = await talking();
  relay.network.drop();
  await settle();
  session.say(id, 'b');
  assert.deepEqual(said(), ['a', 'b (failed)']);
  session.resend(id, session.state.views.get(id)?.pending[0]?.id ?? '');
  assert.deepEqual(said(), ['a', 'b (failed)']);
});

test('DLV 2 in a conversation that has ended nothing is sent again', async () => {
  const { clock, relay, session, id, said, pending } = await talking();
  relay.network.drop();
  await settle();
  session.say(id, 'b');
  ends(relay, id, MAYA);
  relay.network.restore();
  await clock.advance(30_000);
  session.resend(id, pending());
  await settle();
  assert.deepEqual(said(), ['a', 'b (failed)']);
});

test('DLV 2 after a page refresh what was undelivered is gone', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { messages: 1, lines: ['a'] });
  const before = await sit();
  relay.network.drop();
  await settle();
  before.say(id, 'b');
  before.destroy();
  relay.network.restore();
  const after = await sit();
  assert.deepEqual(texts(after.state.views.get(id)), ['a']);
});

test("DLV 5 told to slow down, an agent's messages wait and keep their order", async () => {
  const { clock, relay, session, id, said } = await talking();
  relay.refuseNext('message.send', 'slow-down', { retryAfter: 3_000 });
  for (const text of ['b', 'c', 'd']) session.say(id, text);
  await settle();
  assert.deepEqual(said(), ['a', 'b (sending)', 'c (sending)', 'd (sending)']);
  await clock.advance(3_000);
  assert.deepEqual(said(), ['a', 'b', 'c', 'd']);
});

test('DLV 3 what an agent types is told, and over when it is sent', async () => {
  const { relay, session, id } = await talking();
  session.type(id);
  session.say(id, 'b');
  await settle();
  const reports = relay.heard.flatMap((command) => (command.type === 'typing.report' ? [command.on] : []));
  assert.deepEqual(reports, [true, false]);
});

test('DLV 1 an agent reads only what the page shows', async () => {
  const { relay, page, session, id } = await talking();
  page.hide();
  session.read(id);
  await settle();
  assert.equal(relay.logs.get(id)?.summary.read.agent, 0);
  page.sign('visible');
  await settle();
  assert.equal(relay.logs.get(id)?.summary.read.agent, relay.logs.get(id)?.summary.seq);
});
