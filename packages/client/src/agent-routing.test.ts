import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './testing/desk.js';
import { ANA, BEN, MAYA, ends, expires, expiresWrapUp, gives, offers, seed, timesWrapUp } from './testing/scenes.js';
import { settle } from './testing/settle.js';

const TOM = { ...MAYA, id: 'tom', name: 'Tom' };

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

test('TRY 4 an offer is there with its end, goes with a rejection, and comes along when it is accepted', async () => {
  const { relay, sit } = desk();
  const [first, second] = [seed(relay, { phase: 'waiting' }), seed(relay, { phase: 'waiting', customer: TOM })];
  const session = await sit();
  for (const id of [first, second]) offers(relay, id, ANA, 20);
  await settle();
  assert.deepEqual(idsOf(session.state.offers).toSorted(), [first, second].toSorted());
  assert.deepEqual(session.state.waiting, []);
  await session.reject(first);
  assert.deepEqual([idsOf(session.state.offers), idsOf(session.state.waiting)], [[second], [first]]);
  await session.accept(second);
  assert.deepEqual([session.state.offers, idsOf(session.state.ongoing)], [[], [second]]);
});

test('TRF 2 TRF 3 a conversation goes to a queue or an agent, and out of the tray of who had it', async () => {
  const { relay, sit } = desk();
  relay.colleagues.push({ id: 'ben', name: 'Ben', presence: 'available', load: 0, slots: 3, skills: {} });
  const [one, other] = [seed(relay), seed(relay, { customer: TOM })];
  const session = await sit();
  assert.deepEqual(
    (await session.destinations('be')).agents.map(({ name }) => name),
    ['Ben'],
  );
  await session.transfer(one, { agent: 'ben' });
  assert.deepEqual(idsOf(session.state.ongoing), [other]);
  await session.transfer(other, { queue: 'shop' }, { german: 2 });
  assert.deepEqual([idsOf(session.state.waiting), session.state.waiting[0]?.skills], [[other], { german: 2 }]);
  await assert.rejects(session.transfer(other, { agent: 'nobody' }), { code: 'not-there' });
});

test('SNZ 2 SNZ 3 a conversation is snoozed until then, or until it is woken', async () => {
  const { relay, clock, sit } = desk();
  const id = seed(relay);
  const session = await sit();
  const until = clock.now() + 60_000;
  await session.snooze(id, until);
  const snoozed = (): (number | null)[] => session.state.ongoing.map(({ snoozedUntil }) => snoozedUntil);
  assert.deepEqual(snoozed(), [until]);
  await session.wake(id);
  assert.deepEqual(snoozed(), [null]);
  await assert.rejects(session.snooze(id, clock.now() - 1), { code: 'malformed' });
});

test('STA 1 a status that is chosen shows in every console of the agent', async () => {
  const { sit } = desk();
  const [session, other] = [await sit(), await sit()];
  session.setStatus('away');
  await settle();
  for (const { state } of [session, other]) assert.deepEqual([state.status?.digital, state.listening], ['away', false]);
});

test('STA 4 nobody signs out of their conversations; without any the session ends for good', async () => {
  const { relay, sit } = desk();
  const id = seed(relay);
  const session = await sit();
  await assert.rejects(session.leave(), { code: 'still-busy' });
  await session.end(id);
  await session.dispose(id, 'resolved', '');
  await session.leave();
  assert.deepEqual(session.state.connection, { phase: 'ended', why: 'signed-out' });
});

test('STA 4 what is under way when the session ends, signed out in another window, is answered', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { phase: 'waiting' });
  const session = await sit();
  const accepted = session.accept(id);
  for (const connection of [...relay.connections]) connection.close('signed-out');
  await assert.rejects(accepted, { code: 'unavailable' });
});

test('STA 4 a sign-out that the network swallowed says so', async () => {
  const { relay, sit } = desk();
  const session = await sit();
  relay.network.drop();
  await assert.rejects(session.leave(), { code: 'unavailable' });
  // Nothing is on its way now; what is asked all the same is answered too.
  await assert.rejects(session.leave(), { code: 'unavailable' });
});

test('TRY 4 an offer whose time is up is gone, and the agent is Away (Idle)', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { phase: 'waiting' });
  const session = await sit();
  offers(relay, id);
  await settle();
  expires(relay, id);
  await settle();
  assert.deepEqual([session.state.offers, session.state.status?.digital], [[], 'away-idle']);
});

test('TRF 3 what a colleague gives away is the agent’s own, with its whole log', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { agent: BEN });
  const session = await sit();
  assert.deepEqual(session.state.ongoing, []);
  gives(relay, id, BEN, ANA);
  await settle();
  assert.deepEqual(idsOf(session.state.ongoing), [id]);
  assert.equal(session.state.views.get(id)?.log.events.at(-1)?.type, 'conversation.transferred');
});

test('END 3 a timed wrap-up says when it closes by itself', async () => {
  const { relay, clock, sit } = desk();
  const id = seed(relay);
  const session = await sit();
  ends(relay, id, MAYA);
  timesWrapUp(relay, id, 30);
  await settle();
  assert.deepEqual(
    session.state.ongoing.map(({ phase, wrapUpUntil }) => [phase, wrapUpUntil]),
    [['wrapUp', clock.now() + 30_000]],
  );
});

test('END 3 a wrap-up whose time is up leaves the tray, and is known to have had no disposition of the agent’s', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { phase: 'wrapUp' });
  const session = await sit();
  expiresWrapUp(relay, id);
  await settle();
  const { phase, disposition } = session.state.left.get(id) ?? {};
  assert.deepEqual([session.state.ongoing, phase, disposition], [[], 'closed', session.state.desk?.systemDisposition.id]);
});
