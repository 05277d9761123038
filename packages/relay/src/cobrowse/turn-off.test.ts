import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorkspaceInput } from '../settings/schema/workspace.js';
import { CobrowseDesk, cobrowseDesk } from '../testing/cobrowse-desk.js';
import { trail } from '../testing/cobrowse.js';
import { fresh, type TestEnd } from '../testing/mirror.js';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { DESK, SHOP } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

const admin = () => agentToken({ id: 'sue', name: 'Sue', role: 'admin' });

/** An admin turns co-browse off while everything runs. */
async function turnsOff(relay: TestRelay): Promise<void> {
  const document = (await (await relay.get('/v1/settings', await admin())).json()) as WorkspaceInput;
  const response = await relay.put('/v1/settings', { ...document, cobrowse: { ...document.cobrowse, enabled: false } }, await admin());
  assert.equal(response.status, 200, await response.text());
}

async function joins(relay: TestRelay, pass: string, origin: string): Promise<TestEnd> {
  const end = await fresh(relay, origin);
  end.say({ type: 'join', pass });
  return end;
}

test('COB 1 CB13 turned off while it runs every session ends at once, in whatever state, and both sides and the chat are told', async (t) => {
  const desk = await cobrowseDesk(t);
  const { relay } = desk;
  const other = await testRelay(t, { store: relay.store, hub: relay.hub, clock: relay.clock });
  const { agent, customer, conversation } = await relay.talking();
  const shown = (await desk.inChat(conversation)).session;
  await desk.allow(shown.id, customer.token);
  const asked = await desk.redeem((await desk.withCode()).code);
  const waiting = await desk.withCode();
  const rows = [shown.id, asked.session.id, waiting.session.id];
  const told = rows.map((id) => desk.told(id));

  await turnsOff(other);
  assert.deepEqual(told, [['ended off'], ['ended off'], ['ended off']]);
  assert.equal((await agent.next('cobrowse.ended')).why, 'off');
  assert.deepEqual(await desk.live(), []);
  const ends = (await trail(relay.store)).flatMap((line) =>
    line.what === 'cobrowse.ended' ? [[line.session, line.why, line.who.role]] : [],
  );
  assert.deepEqual(ends.sort(), rows.map((id) => [id, 'off', 'system']).sort());
  const late = [
    await desk.pass(shown.id),
    await desk.answer(asked.session.id, asked.ticket),
    await desk.pass(asked.session.id, { token: asked.ticket, origin: SHOP }),
    await desk.type(waiting.code),
  ];
  assert.deepEqual(
    late.map(({ code }) => code),
    ['wrong-phase', 'wrong-phase', 'wrong-phase', 'wrong-role'],
  );
  assert.ok(
    late.every(({ detail }) => detail && detail.length > 20),
    'a sentence each',
  );
});

test('COB 1 CB13 both sockets are told why, and closed', async (t) => {
  const desk = await cobrowseDesk(t);
  const shown = await desk.allowed();
  const ends = [
    await joins(desk.relay, (await desk.passOf(shown)).pass, SHOP),
    await joins(desk.relay, (await desk.pass(shown.session.id)).body.pass as string, DESK),
  ];
  for (const end of ends) await end.next('met');
  await turnsOff(desk.relay);
  for (const end of ends) {
    const { session } = await end.next('changed');
    assert.deepEqual([session.state, session.end], ['ended', 'off']);
    await end.closed;
  }
});

test('COB 1 CB13 turned off in the file of a relay that starts, a session ends with the next pass, or when it is looked at', async (t) => {
  const desk = await cobrowseDesk(t);
  const { relay } = desk;
  const [first, second] = [await desk.allowed(), await desk.allowed()];
  const settings = { cobrowse: { enabled: false } };
  const started = new CobrowseDesk(await testRelay(t, { store: relay.store, hub: relay.hub, clock: relay.clock, settings }));
  const told = [first, second].map(({ session }) => desk.told(session.id));
  assert.equal((await started.pass(first.session.id)).code, 'wrong-phase');
  assert.deepEqual(told, [['ended off'], []]);
  // Both are there all the time.
  relay.clock.now += 540_000;
  for (const side of ['agent', 'customer'] as const) await relay.store.seeCobrowse(side, [second.session.id], relay.clock.now);
  await started.relay.wait(60_000);
  assert.deepEqual(told, [['ended off'], ['ended off']]);
});
