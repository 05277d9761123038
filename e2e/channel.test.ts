import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { topics } from '../packages/relay/src/hub/hub.js';
import { MemorySessions } from '../packages/relay/src/testing/mirror.js';
import { testRelay, type TestRelay, type TestRelayOptions } from '../packages/relay/src/testing/relay.js';
import { testBrowser } from './browser.js';
import { LOOPBACK_FLAGS, withoutLoopback } from './loopback.js';
import { mirrorPage, serveMirrorPages, type MirrorPage } from './mirror-page.js';
import { openNetwork, type Network } from './network.js';
import { startTurn, TURN_SECRET, TURN_URL, withoutTurn } from './turn-server.js';

const skip = withoutLoopback(import.meta.filename);
const browser = skip ? undefined : await testBrowser(LOOPBACK_FLAGS);
const origin = skip ? '' : await serveMirrorPages();

const words = (count: number): string[] => Array.from({ length: count }, (_, index) => `a word that nobody else reads, ${String(index)}`);

/** A relay for the pages. */
const startRelay = (t: TestContext, cobrowse: MemorySessions, options: TestRelayOptions = {}): Promise<TestRelay> => {
  const site = { key: 'shop', name: 'Harbour & Pine', origins: [origin], queue: 'front' };
  const agents = { secret: 'a secret of thirty-two characters, at least', origins: [origin] };
  return testRelay(t, { cobrowse, settings: { agents, sites: [site] }, ...options });
};

interface Two {
  readonly relay: TestRelay;
  readonly sessions: MemorySessions;
  readonly network: Network;
  readonly customer: MirrorPage;
  readonly agent: MirrorPage;
  /** What went through the relay, sealed. */
  readonly passed: string[];
}

/** A customer and an agent in browsers of their own, who have joined a session. */
async function two(
  t: TestContext,
  options: TestRelayOptions = {},
  prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve(),
): Promise<Two> {
  const [sessions, network] = [new MemorySessions(), await openNetwork()];
  const relay = await startRelay(t, sessions, options);
  network.lead(Number(new URL(relay.url).port));
  const id = sessions.begin();
  const passed: string[] = [];
  relay.hub.subscribe(topics.cobrowse(id), {
    deliver({ told }) {
      if (told.kind === 'mirror' && told.said.type === 'frame') passed.push(told.said.frame);
    },
  });
  const open = async (side: 'customer' | 'agent'): Promise<MirrorPage> => {
    const context = await browser!.person();
    await context.grantPermissions(['microphone', 'camera']);
    await prepare(context);
    return mirrorPage(context, origin, network.url, side, () => sessions.pass(id, side));
  };
  const [customer, agent] = await Promise.all([open('customer'), open('agent')]);
  t.after(async () => {
    await Promise.all([customer, agent].map(({ page }) => page.context().close()));
    await network.close();
  });
  return { relay, sessions, network, customer, agent, passed };
}

test('COB 3 a data channel opens, frames go from end to end, and the relay forwards nothing of them', { skip }, async (t) => {
  const { customer, agent, passed } = await two(t);
  await Promise.all([customer.way('peer'), agent.way('peer')]);
  assert.equal(await customer.safety(), await agent.safety());
  const before = passed.length;
  const said = [...words(200), 'x'.repeat(2_000_000)];
  await customer.say(...said);
  await agent.say('heard');
  assert.deepEqual(await agent.heard(said.length), said);
  assert.deepEqual(await customer.heard(1), ['heard']);
  assert.equal(passed.length, before);
});

test('COB 3 where WebRTC is blocked the relay is the way, and cannot read what it passes on', { skip }, async (t) => {
  const { customer, agent, passed } = await two(t, {}, (context) =>
    context.addInitScript({ content: 'delete globalThis.RTCPeerConnection; delete globalThis.webkitRTCPeerConnection;' }),
  );
  await Promise.all([customer.way('relay'), agent.way('relay')]);
  const said = words(50);
  await customer.say(...said);
  assert.deepEqual(await agent.heard(said.length), said);
  assert.ok(passed.length >= said.length);
  assert.equal(Buffer.concat(passed.map((frame) => Buffer.from(frame, 'base64'))).includes('a word'), false);
});

test('COB 3 the relay restarts in the middle, and nothing is lost: over the data channel there is not even a gap', { skip }, async (t) => {
  const { relay, sessions, network, customer, agent } = await two(t);
  await Promise.all([customer.way('peer'), agent.way('peer')]);
  const said = words(300);
  await customer.say(...said.slice(0, 100));
  await relay.server.close();
  await customer.say(...said.slice(100, 200));
  assert.deepEqual(await agent.heard(200), said.slice(0, 200));
  const next = await startRelay(t, sessions, { store: relay.store });
  network.lead(Number(new URL(next.url).port));
  await customer.say(...said.slice(200));
  assert.deepEqual(await agent.heard(300), said);
  assert.deepEqual([await customer.told(), await agent.told()], [['met'], ['met']]);
});

test('COB 3 where only a TURN leads from one to the other, its credentials of the relay do', { skip: skip || withoutTurn }, async (t) => {
  startTurn(t);
  // Credentials end by the clock of the TURN, which is the machine's.
  const options = { clock: { now: Date.now() }, turn: { urls: [TURN_URL], secret: TURN_SECRET } };
  const { customer, agent } = await two(t, options, (context) =>
    context.addInitScript({
      content: `globalThis.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(config) { super({ ...config, iceTransportPolicy: 'relay' }); }
      };`,
    }),
  );
  await Promise.all([customer.way('peer'), agent.way('peer')]);
  await customer.say('by TURN');
  assert.deepEqual(await agent.heard(1), ['by TURN']);
});
