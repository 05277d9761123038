import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './testing/desk.js';
import { ANA, BEN, MAYA, accepts, ends, says, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { texts } from './testing/texts.js';

const NOAH = { ...MAYA, id: 'noah', name: 'Noah Weber' };

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test("TRY 2 the tray has what waits, first come first served, and what is the agent's own", async () => {
  const { relay, sit } = desk();
  const late = seed(relay, { phase: 'waiting', ago: 1_000 });
  const early = seed(relay, { phase: 'waiting', ago: 9_000, customer: NOAH });
  const own = seed(relay, { customer: { ...MAYA, id: 'zoe' } });
  seed(relay, { agent: BEN, customer: { ...MAYA, id: 'kim' } });
  seed(relay, { phase: 'closed', customer: { ...MAYA, id: 'lee' } });
  const session = await sit();
  assert.deepEqual(ids(session.state.waiting), [early, late]);
  assert.deepEqual(ids(session.state.ongoing), [own]);
  assert.deepEqual([...session.state.views.keys()], [own]);
  assert.equal(session.state.desk?.workspace.name, 'Harbour & Pine');
});

test('TRY 2 "Accept" moves a conversation from waiting to ongoing, and its log is there', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { phase: 'waiting', lines: ['a'] });
  const session = await sit();
  await session.accept(id);
  await settle();
  assert.deepEqual(ids(session.state.waiting), []);
  assert.deepEqual(ids(session.state.ongoing), [id]);
  assert.deepEqual(texts(session.state.views.get(id)), ['a']);
});

test('TRY 2 of two agents who accept at once one gets it, and the other is told "taken"', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { phase: 'waiting' });
  const [ana, ben] = [await sit(), await sit({ id: 'ben', name: 'Ben Okafor' })];
  const results = await Promise.allSettled([ana.accept(id), ben.accept(id)]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected'],
  );
  assert.ok(results[1].status === 'rejected' && (results[1].reason as { code: string }).code === 'taken');
  await settle();
  assert.deepEqual(ids(ben.state.waiting), []);
  assert.deepEqual(ids(ben.state.ongoing), []);
});

test('TRY 3 listening starts and stops', async () => {
  const { sit } = desk();
  const session = await sit();
  assert.equal(session.state.listening, true);
  session.listen(false);
  await settle();
  assert.equal(session.state.listening, false);
});

test('ADM 1 what an admin changes is there at once, and what is the agent’s own stays', async () => {
  const { relay, sit } = desk();
  const session = await sit();
  session.listen(false);
  await settle();
  relay.changeDesk({ responseTime: 5_000, queues: [] });
  await settle();
  const { responseTime, queues, listening } = session.state.desk ?? {};
  assert.deepEqual({ responseTime, queues, listening }, { responseTime: 5_000, queues: [], listening: false });
  assert.equal(session.state.listening, false);
});

test('TRY 1 new messages show in the row, and the answer clears what is owed', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { messages: 2 });
  const session = await sit();
  const row = () => session.state.ongoing.find((other) => other.id === id);
  says(relay, id, MAYA, 'Are you there?');
  await settle();
  assert.equal(row()?.lastLine?.text, 'Are you there?');
  assert.equal(row()?.awaitingSince, relay.clock.now());
  session.say(id, 'Yes.');
  await settle();
  assert.equal(row()?.awaitingSince, null);
});

test('END 1 after the end comes wrap-up, and END 6 the disposition closes it', async () => {
  const { relay, sit } = desk();
  const id = seed(relay);
  const session = await sit();
  await session.end(id);
  await settle();
  assert.equal(session.state.ongoing[0]?.phase, 'wrapUp');
  assert.equal(session.state.views.get(id)?.log.summary.phase, 'wrapUp');
  await session.dispose(id, 'resolved', 'Sent to the new address.');
  await settle();
  assert.deepEqual(ids(session.state.ongoing), []);
  assert.equal(session.state.views.has(id), false);
  assert.equal(relay.logs.get(id)?.summary.disposition, 'resolved');
});

test('END 1 a customer who leaves puts the conversation into wrap-up', async () => {
  const { relay, sit } = desk();
  const id = seed(relay);
  const session = await sit();
  ends(relay, id, MAYA);
  await settle();
  assert.equal(session.state.ongoing[0]?.phase, 'wrapUp');
});

test('what is asked for without a connection is refused at once', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { phase: 'waiting' });
  const session = await sit();
  relay.network.drop();
  await settle();
  await assert.rejects(session.accept(id), { code: 'unavailable' });
});

test('DLV 5 what was asked for as the connection went is asked again, and happens once', async () => {
  const { relay, clock, sit } = desk();
  const id = seed(relay);
  const session = await sit();
  relay.network.drop(false);
  const ended = session.end(id);
  await clock.advance(10_000);
  relay.network.restore();
  await clock.advance(30_000);
  await ended;
  assert.equal(relay.logs.get(id)?.events.filter(({ type }) => type === 'conversation.ended').length, 1);
});

test('a refusal of the relay is what the promise rejects with', async () => {
  const { relay, sit } = desk();
  const id = seed(relay);
  const session = await sit();
  relay.refuseNext('conversation.end', 'slow-down', { retryAfter: 500 });
  await assert.rejects(session.end(id), { code: 'slow-down', retryAfter: 500 });
});

test("what is not one's own is followed as long as it is looked at", async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { phase: 'closed', messages: 2, lines: ['a', 'b'] });
  const session = await sit();
  session.follow(id);
  await settle();
  assert.deepEqual(texts(session.state.views.get(id)), ['a', 'b']);
  relay.network.cut();
  await settle();
  assert.deepEqual(texts(session.state.views.get(id)), ['a', 'b']);
  session.unfollow(id);
  assert.equal(session.state.views.has(id), false);
});

test('what an agent may not see is not there', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { agent: BEN });
  const session = await sit();
  session.follow(id);
  await settle();
  assert.equal(session.state.views.has(id), false);
});

test('TRY 2 the closed ones are searched, page by page', async () => {
  const { relay, sit } = desk();
  for (let index = 0; index < 25; index++)
    seed(relay, { phase: 'closed', customer: { ...MAYA, id: `c${String(index)}` }, ago: (index + 1) * 3_600_000 });
  seed(relay, { phase: 'closed', customer: NOAH });
  const session = await sit();
  const first = await session.closed('');
  assert.equal(first.conversations.length, 20);
  const second = await session.closed('', first.next ?? undefined);
  assert.equal(second.conversations.length, 6);
  assert.equal(second.next, null);
  assert.deepEqual(
    (await session.closed('weber')).conversations.map(({ customer }) => customer.name),
    ['Noah Weber'],
  );
});

test('what a conversation began with is told however long its log is', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { messages: 200, email: 'maya@example.com' });
  const session = await sit();
  assert.equal((await session.started(id))?.email, 'maya@example.com');
  await assert.rejects(session.started('00000000-0000-7000-8000-00000000ffff'), { code: 'not-found' });
});

test('a token that ended since the socket was opened is asked for anew, once', async () => {
  const { relay, clock, sit } = desk();
  let asked = 0;
  const session = await sit({
    getToken: () => {
      asked++;
      return Promise.resolve(relay.tokenFor(ANA));
    },
  });
  await clock.advance(1_000);
  relay.refusesBefore = clock.now();
  assert.deepEqual((await session.closed('')).conversations, []);
  assert.equal(asked, 2);
  relay.refusesBefore = Infinity;
  await assert.rejects(session.closed(''), { code: 'unauthorized' });
});

test("the relay's clock is known where the local one is wrong", async () => {
  const { relay, clock, sit } = desk();
  const wrong = { now: () => clock.now() + 5_000, setTimeout: clock.setTimeout.bind(clock), clearTimeout: clock.clearTimeout.bind(clock) };
  seed(relay);
  const session = await sit({ clock: wrong });
  assert.equal(session.state.clockAhead, -5_000);
});

test('destroyed, it leaves no timer behind, and what was asked for ends', async () => {
  const { relay, clock, sit } = desk();
  const id = seed(relay);
  const session = await sit();
  session.type(id);
  relay.network.cut(false);
  const ended = session.end(id);
  session.destroy();
  await assert.rejects(ended, { code: 'unavailable' });
  await settle();
  assert.equal(clock.timers, 0);
});

test('a conversation that another agent accepted leaves the tray', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { phase: 'waiting' });
  const session = await sit();
  accepts(relay, id, BEN);
  await settle();
  assert.deepEqual(ids(session.state.waiting), []);
});
