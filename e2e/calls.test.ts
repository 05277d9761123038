import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { testBrowser } from './browser.js';
import { CALL_FLAGS, callPage, hears, isWithout, meet, serveCallPages, type InPage, type Name } from './call-pages.js';
import { LOOPBACK_FLAGS, withoutLoopback } from './loopback.js';

const skip = withoutLoopback(import.meta.filename);
const browser = skip ? undefined : await testBrowser([...LOOPBACK_FLAGS, ...CALL_FLAGS]);
const port = skip ? 0 : await serveCallPages();

/** A page in which there can be calls. @param script - Runs before anything of it. */
async function open(t: TestContext, script = ''): Promise<Page> {
  const context = await browser!.person({ permissions: ['microphone', 'camera'] });
  t.after(() => context.close());
  await context.addInitScript({ content: script });
  return callPage(context, port);
}

/** A page in which these talk with each other. */
async function talking(t: TestContext, ...names: Name[]): Promise<Page> {
  const page = await open(t);
  await meet(page, ...names);
  for (const me of names) for (const other of names) if (me !== other) await hears(page, me, other);
  return page;
}

const talk = (page: Page, me: Name, peer: Name, change: object): Promise<void> =>
  page.evaluate(([who, whom, how]) => (globalThis as InPage).ends[who]!.talk([whom], how), [me, peer, change] as const);

test('VOX 1 what one says is heard by the other, at its own pitch, and not after mute', { skip }, async (t) => {
  const page = await talking(t, 'ana', 'ben');
  await page.evaluate(() => (globalThis as InPage).ends.ana!.call.mute(true));
  await isWithout(page, 'ben', 'ana');
  assert.equal(await page.evaluate(() => (globalThis as InPage).ends.ben!.of('ana')?.sends.audio), false);
  assert.ok((await page.evaluate(() => (globalThis as InPage).ends.ana!.call.level)) > 0.5, 'the level shows that one talks to nobody');
  await hears(page, 'ana', 'ben');
  await page.evaluate(() => (globalThis as InPage).ends.ana!.call.mute(false));
  await hears(page, 'ben', 'ana');
});

test('VOX 1 on hold there is something to wait to, and nothing of the voice; back, it is there again', { skip }, async (t) => {
  const page = await talking(t, 'ana', 'ben');
  await talk(page, 'ana', 'ben', { hold: true, hear: false });
  await page.waitForFunction(() => {
    const { ends } = globalThis as InPage;
    const heard = ends.ben!.ear('ana')?.loudest();
    return ends.ben!.of('ana')?.sends.hold && heard && heard.db > -60 && heard.hz > 380 && heard.hz < 600;
  });
  await isWithout(page, 'ben', 'ana');
  assert.equal(await page.evaluate(() => (globalThis as InPage).ends.ana!.of('ben')?.audio), undefined);
  await talk(page, 'ana', 'ben', {});
  await Promise.all([hears(page, 'ben', 'ana'), hears(page, 'ana', 'ben')]);
});

test('VOX 5 in a private consult the customer hears nothing of it, and after a swap the other does not', { skip }, async (t) => {
  const page = await talking(t, 'ana', 'ben', 'cleo');
  const [customer, colleague] = ['cleo', 'ben'] as const;
  await talk(page, 'ana', customer, { hold: true, hear: false });
  await talk(page, colleague, customer, { audio: false, hear: false });
  await talk(page, customer, colleague, { audio: false, hear: false });
  await isWithout(page, customer, 'ana');
  await isWithout(page, customer, colleague);
  await Promise.all([hears(page, colleague, 'ana'), hears(page, 'ana', colleague)]);
  await talk(page, 'ana', colleague, { hold: true, hear: false });
  await talk(page, 'ana', customer, {});
  await hears(page, customer, 'ana');
  await isWithout(page, colleague, 'ana');
});

test('VOX 6 a merge lets all hear all', { skip }, async (t) => {
  const page = await talking(t, 'ana', 'ben', 'cleo');
  await talk(page, 'ana', 'cleo', { hold: true, hear: false });
  await isWithout(page, 'cleo', 'ana');
  await talk(page, 'ana', 'cleo', {});
  await hears(page, 'cleo', 'ana');
  await hears(page, 'ben', 'cleo');
});

test('VOX 1 pictures and screens cross, both ways, and can be dropped', { skip }, async (t) => {
  const page = await talking(t, 'ana', 'ben');
  for (const [me, other] of [
    ['ana', 'ben'],
    ['ben', 'ana'],
  ] as const)
    for (const [kind, as] of [
      ['camera', 'video'],
      ['screen', 'screen'],
    ] as const) {
      await page.evaluate(([who, what]) => (globalThis as InPage).ends[who]!.call.capture(what, true), [me, kind] as const);
      await page.waitForFunction(([who, of, what]) => (globalThis as InPage).ends[who]!.of(of)?.[what], [other, me, as] as const);
      const count = await page.evaluate(
        ([who, of, what]) => (globalThis as InPage).frames((globalThis as InPage).ends[who]!.of(of)?.[what]),
        [other, me, as] as const,
      );
      assert.equal(count, 5);
      await page.evaluate(([who, what]) => (globalThis as InPage).ends[who]!.call.capture(what, false), [me, kind] as const);
      await page.waitForFunction(([who, of, what]) => !(globalThis as InPage).ends[who]!.of(of)?.[what], [other, me, as] as const);
    }
});

test(
  'VOX 2 another microphone in mid-call is heard at once, and remembered; one that is pulled out gives way to another',
  { skip },
  async (t) => {
    const page = await talking(t, 'ana', 'ben');
    await page.evaluate(() => (globalThis as InPage).ends.ana!.call.choose('microphone', '2500'));
    await page.waitForFunction(() => (globalThis as InPage).ends.ben!.hears('ana', 2_500));
    assert.match(await page.evaluate(() => localStorage.getItem('deskbell:devices') ?? ''), /"microphone":"2500"/);
    await page.evaluate(() => {
      const { ana } = (globalThis as InPage).ends;
      ana!.devices.prefer({ microphone: '3100' });
      ana!.media.unplug(ana!.call.state.microphone);
    });
    await page.waitForFunction(() => (globalThis as InPage).ends.ben!.hears('ana', 3_100));
    await page.evaluate(() => {
      const { ana } = (globalThis as InPage).ends;
      ana!.media.unplug(ana!.call.state.microphone, new DOMException('', 'NotFoundError'));
    });
    await page.waitForFunction(() => (globalThis as InPage).ends.ana!.call.state.faults.microphone?.code === 'unplugged');
    await hears(page, 'ana', 'ben');
  },
);

test('VOX 2 a camera that fails in mid-call is told of, and the voices go on', { skip }, async (t) => {
  const page = await talking(t, 'ana', 'ben');
  await page.evaluate(async () => {
    const { ana } = (globalThis as InPage).ends;
    await ana!.call.capture('camera', true);
    ana!.media.unplug(ana!.call.state.camera, new DOMException('', 'NotReadableError'));
  });
  await page.waitForFunction(() => (globalThis as InPage).ends.ana!.call.state.faults.camera?.code === 'unplugged');
  await page.waitForFunction(() => !(globalThis as InPage).ends.ben!.of('ana')?.sends.video);
  await Promise.all([hears(page, 'ana', 'ben'), hears(page, 'ben', 'ana')]);
});

const MADE = `
  globalThis.made = [];
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(config) { super(config); made.push(this); }
  };
`;

test('VOX 8 four hear each other; pictures come, or give way, and the voices go on; who leaves is gone for all', { skip }, async (t) => {
  const names = ['ana', 'ben', 'cleo', 'dan'] as const;
  const page = await open(t, MADE);
  // Four people in one page take their time.
  page.setDefaultTimeout(120_000);
  await meet(page, ...names);
  await page.waitForFunction(() => {
    const all = Object.values((globalThis as InPage).ends).flatMap(({ call }) => call.state.peers);
    return all.length === 12 && all.every(({ link, audio }) => link === 'live' && audio);
  });
  await page.evaluate(() => (globalThis as InPage).ends.ana!.call.capture('camera', true));
  await page.waitForFunction(() => {
    const { ana, dan } = (globalThis as InPage).ends;
    return dan!.of('ana')?.video ?? ana!.of('dan')?.isVideoHeldBack;
  });
  // As browsers count it: pitches of twelve voices at once are too much for one page.
  await page.waitForFunction(async () => {
    const { made } = globalThis as unknown as { made: RTCPeerConnection[] };
    const loud = await Promise.all(
      made.map(async (connection) => {
        const entries = [...(await connection.getStats()).values()] as { type: string; kind?: string; totalAudioEnergy?: number }[];
        return entries.some(({ type, kind, totalAudioEnergy = 0 }) => type === 'inbound-rtp' && kind === 'audio' && totalAudioEnergy > 0);
      }),
    );
    return loud.filter(Boolean).length === 12;
  });
  await page.evaluate(() => (globalThis as InPage).ends.dan!.call.close());
  for (const name of names.slice(0, 3))
    await page.waitForFunction((who) => (globalThis as InPage).ends[who]!.of('dan')?.link === 'lost', name);
});
