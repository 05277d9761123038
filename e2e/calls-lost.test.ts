import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { iceServers } from '../packages/relay/src/peers/turn.js';
import { testRelay, type TestRelay } from '../packages/relay/src/testing/relay.js';
import { testBrowser } from './browser.js';
import { CALL_FLAGS, callPage, hears, PITCHES, serveCallPages, type InPage, type Name } from './call-pages.js';
import { LOOPBACK_FLAGS, withoutLoopback } from './loopback.js';
import { openNetwork, type Network } from './network.js';
import { startTurn, TURN_SECRET, TURN_URL, withoutTurn } from './turn-server.js';

const skip = withoutLoopback(import.meta.filename);
const browser = skip ? undefined : await testBrowser([...LOOPBACK_FLAGS, ...CALL_FLAGS]);
const port = skip ? 0 : await serveCallPages();

interface Two {
  relay: TestRelay;
  readonly network: Network;
  readonly ana: Page;
  readonly ben: Page;
  /** Makes the end of a page, which was just loaded. */
  begin(page: Page, me: Name, other: Name): Promise<void>;
}

interface Options {
  readonly servers?: () => RTCIceServer[];
  /** Runs in the pages before anything. */
  readonly script?: string;
  /** The pages' clocks are the test's own. */
  readonly isTimed?: boolean;
}

const startRelay = (t: TestContext, options: { store?: TestRelay['store'] } = {}): Promise<TestRelay> => {
  const origin = `http://localhost:${String(port)}`;
  const site = { key: 'shop', name: 'Harbour & Pine', origins: [origin], queue: 'front' };
  const agents = { secret: 'a secret of thirty-two characters, at least', origins: [origin] };
  return testRelay(t, { settings: { agents, sites: [site] }, ...options });
};

/** Two in browsers of their own, who find each other through the relay. */
async function two(t: TestContext, { servers = () => [], script, isTimed = false }: Options = {}): Promise<Two> {
  const network = await openNetwork();
  const contexts: BrowserContext[] = [];
  const call = `a call ${String(Math.random())}`;
  const open = async (me: Name, other: Name): Promise<Page> => {
    const context = await browser!.person({ permissions: ['microphone', 'camera'] });
    contexts.push(context);
    if (script) await context.addInitScript({ content: script });
    if (isTimed) await context.clock.install();
    await context.exposeFunction('givePass', () => {
      const [id, far] = [`${call} ${me}`, `${call} ${other}`];
      return { id, other: far, token: both.relay.server.peers.give({ id, other: far, purpose: 'call', of: call, person: me }) };
    });
    return callPage(context, port);
  };
  const both: Two = {
    relay: await startRelay(t),
    network,
    ana: await open('ana', 'ben'),
    ben: await open('ben', 'ana'),
    async begin(page, me, other) {
      await page.evaluate(
        async ([who, whom, hz, relay, given]) => {
          const { PageEnd, ends } = globalThis as InPage;
          const end = (ends[who] = new PageEnd(who, hz, { relay, iceServers: given }));
          await end.call.capture('microphone', true);
          end.talk([whom]);
        },
        [me, other, PITCHES[me], network.url, servers()] as const,
      );
    },
  };
  network.lead(Number(new URL(both.relay.url).port));
  t.after(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await network.close();
  });
  await both.begin(both.ana, 'ana', 'ben');
  await both.begin(both.ben, 'ben', 'ana');
  return both;
}

const hearEachOther = ({ ana, ben }: Two): Promise<unknown> => Promise.all([hears(ana, 'ana', 'ben'), hears(ben, 'ben', 'ana')]);

/** The state of a link, as its page has it. */
const linked = (page: Page, me: Name, other: Name, wanted: string): Promise<unknown> =>
  page.waitForFunction(([who, whom, state]) => (globalThis as InPage).ends[who]!.of(whom)?.link === state, [me, other, wanted] as const);

/** Watches for gaps in what is heard; says how long the longest was, in seconds of sound. */
const watchGaps = (page: Page, me: Name, of: Name): Promise<void> =>
  page.evaluate(
    ([who, whom, hz]) => {
      const end = (globalThis as InPage).ends[who]!;
      const gaps = { longest: 0, since: undefined as number | undefined };
      (globalThis as unknown as { gaps: typeof gaps }).gaps = gaps;
      const look = (): void => {
        const now = end.call.context.currentTime;
        if (end.hears(whom, hz)) gaps.since = undefined;
        else gaps.longest = Math.max(gaps.longest, now - (gaps.since ??= now));
        requestAnimationFrame(look);
      };
      look();
    },
    [me, of, PITCHES[of]] as const,
  );

const longestGap = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { gaps: { longest: number } }).gaps.longest);

/** All that pages send each other is dropped from now on, as when the network is another one. Needs `BREAKABLE`. */
const breakMedia = (page: Page): Promise<void> => page.evaluate(() => (globalThis as unknown as { breakAll(): void }).breakAll());

// Closing a connection without a word is what the loss of its network looks like to the other side.
const BREAKABLE = `
  const made = [];
  globalThis.connections = made;
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(config) { super(config); made.push(this); }
  };
  globalThis.breakAll = () => made.splice(0).forEach((one) => one.close());
`;

test('VOX 3 two hear each other through the relay’s own signalling', { skip }, async (t) => {
  const both = await two(t);
  await hearEachOther(both);
});

test('VOX 3 the restart of the relay is not to be heard', { skip }, async (t) => {
  const both = await two(t);
  await hearEachOther(both);
  await watchGaps(both.ana, 'ana', 'ben');
  await both.ana.evaluate(() => {
    const states = ((globalThis as unknown as { states: Set<string> }).states = new Set());
    (globalThis as InPage).ends.ana!.call.subscribe(({ peers }) => peers.forEach(({ link }) => states.add(link)));
  });
  await both.network.cut();
  await both.relay.server.close();
  const next = await startRelay(t, { store: both.relay.store });
  both.relay = next;
  both.network.lead(Number(new URL(next.url).port));
  const before = both.network.upgrades;
  await both.network.mend();
  while (both.network.upgrades < before + 2) await both.ana.evaluate(() => new Promise(requestAnimationFrame));
  await hearEachOther(both);
  await both.ana.evaluate(() => (globalThis as InPage).ends.ana!.call.mute(false));
  assert.deepEqual(await both.ana.evaluate(() => [...(globalThis as unknown as { states: Set<string> }).states]), ['live']);
  t.diagnostic(`the longest time without the sound: ${(await longestGap(both.ana)).toFixed(2)} s`);
});

test('VOX 3 a reload of either page gets back into the call', { skip }, async (t) => {
  const both = await two(t);
  await hearEachOther(both);
  for (const [page, me, other] of [
    [both.ana, 'ana', 'ben'],
    [both.ben, 'ben', 'ana'],
  ] as const) {
    await page.reload();
    await page.waitForFunction(() => 'PageEnd' in globalThis);
    await both.begin(page, me, other);
    await hearEachOther(both);
  }
});

test('VOX 3 a connection that is gone without a word is replaced, whoever offers', { skip }, async (t) => {
  const both = await two(t, { script: BREAKABLE });
  await hearEachOther(both);
  for (const [page, me, other] of [
    [both.ana, 'ana', 'ben'],
    [both.ben, 'ben', 'ana'],
  ] as const) {
    await watchGaps(both.ana, 'ana', 'ben');
    await breakMedia(page);
    await linked(page, me, other, 'lost');
    await hearEachOther(both);
    t.diagnostic(`sound again after ${(await longestGap(both.ana)).toFixed(1)} s, ${me} was lost`);
  }
});

test('VOX 3 with another network the connection is led another way, by an ICE restart, and the call goes on', { skip }, async (t) => {
  const both = await two(t, { script: BREAKABLE, isTimed: true });
  await hearEachOther(both);
  const password = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => {
      const [one] = (globalThis as unknown as { connections: RTCPeerConnection[] }).connections;
      return /a=ice-pwd:[^\r\n]+/.exec(one!.localDescription!.sdp)?.[0];
    });
  const before = await password(both.ana);
  const clocks = [both.ana, both.ben].map((page) => page.context().clock);
  // However slow the machine is, no time passes in which the way would be given up.
  const now = await both.ana.evaluate(() => Date.now());
  for (const clock of clocks) await clock.pauseAt(now + 1_000);
  await both.ben.evaluate(() => dispatchEvent(new Event('online')));
  await both.ana.waitForFunction((old) => {
    const [one] = (globalThis as unknown as { connections: RTCPeerConnection[] }).connections;
    return !one!.localDescription!.sdp.includes(old);
  }, before ?? '');
  for (const clock of clocks) await clock.runFor(250);
  await linked(both.ben, 'ben', 'ana', 'live');
  await hearEachOther(both);
  assert.equal(await both.ana.evaluate(() => (globalThis as unknown as { connections: unknown[] }).connections.length), 1);
});

test('VOX 3 who was cut off from everything comes back by themselves', { skip }, async (t) => {
  const both = await two(t, { script: BREAKABLE });
  await hearEachOther(both);
  await both.network.cut();
  await breakMedia(both.ben);
  await linked(both.ana, 'ana', 'ben', 'lost');
  await both.network.mend();
  await hearEachOther(both);
});

const ONLY_TURN = `globalThis.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(config) { super({ ...config, iceTransportPolicy: 'relay' }); }
  setConfiguration(config) { super.setConfiguration({ ...config, iceTransportPolicy: 'relay' }); }
};`;

test(
  'VOX 3 where only a TURN leads from one to the other its credentials do, and expired or forged ones do not',
  {
    skip: skip || withoutTurn,
  },
  async (t) => {
    startTurn(t);
    const turn = { urls: [TURN_URL], secret: TURN_SECRET };
    const [good] = iceServers(turn, 'ana', Date.now()) as RTCIceServer[];
    const [expired] = iceServers(turn, 'ana', 0) as RTCIceServer[];
    const both = await two(t, { script: ONLY_TURN, servers: () => [good!] });
    await hearEachOther(both);
    for (const bad of [expired!, { ...good!, credential: 'forged' }]) {
      const addresses = await both.ana.evaluate(async (server) => {
        const connection = new RTCPeerConnection({ iceServers: [server] });
        const errors: number[] = [];
        let count = 0;
        connection.createDataChannel('');
        const done = new Promise<void>((resolve) => {
          connection.onicecandidateerror = ({ errorCode }) => errors.push(errorCode);
          connection.onicecandidate = ({ candidate }) => (candidate ? (count += 1) : resolve());
        });
        await connection.setLocalDescription();
        await done;
        connection.close();
        return { count, errors };
      }, bad);
      assert.equal(addresses.count, 0);
      assert.ok(addresses.errors.includes(401), String(addresses.errors));
    }
  },
);
