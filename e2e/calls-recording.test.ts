import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { testBrowser } from './browser.js';
import { CALL_FLAGS, callPage, hears, meet, PITCHES, serveCallPages, type InPage } from './call-pages.js';
import { LOOPBACK_FLAGS, withoutLoopback } from './loopback.js';

const skip = withoutLoopback(import.meta.filename);
const browser = skip ? undefined : await testBrowser([...LOOPBACK_FLAGS, ...CALL_FLAGS]);
const port = skip ? 0 : await serveCallPages();

/** The pitch of the sign of a gap, Hz. */
const SIGN = 880;

/** An agent who records a call with a customer. */
async function recorded(t: TestContext, after?: number): Promise<Page> {
  const context = await browser!.person({ permissions: ['microphone', 'camera'] });
  t.after(() => context.close());
  const page = await callPage(context, port);
  await meet(page, 'ana', 'cleo');
  await Promise.all([hears(page, 'ana', 'cleo'), hears(page, 'cleo', 'ana')]);
  await page.evaluate((since) => (globalThis as InPage).ends.ana!.record(since), after);
  return page;
}

const pieces = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction((wanted) => (globalThis as InPage).ends.ana!.pieces.length >= wanted, count);

const played = (page: Page) =>
  page.evaluate((pitches) => (globalThis as InPage).ends.ana!.played(pitches), [PITCHES.ana, PITCHES.cleo, SIGN]);

test(
  'VOX 10 both voices are in the recording, which can be played from the pieces that are out while it still runs',
  { skip },
  async (t) => {
    const page = await recorded(t);
    await pieces(page, 2);
    const { seconds, heard, gaps } = await played(page);
    const lengths = await page.evaluate(() => (globalThis as InPage).ends.ana!.pieces.map(({ from, until }) => until - from));
    assert.ok(
      lengths.every((length) => length < 5_000),
      'no more than this is lost with a tab',
    );
    assert.ok(seconds > 4, String(seconds));
    const inBoth = heard.filter((pitches) => pitches.includes(PITCHES.ana) && pitches.includes(PITCHES.cleo));
    assert.ok(inBoth.length > heard.length * 0.8, JSON.stringify(heard));
    assert.deepEqual(gaps, []);
  },
);

for (const reason of ['hold', 'consult', 'form'] as const)
  test(`VOX 10 nothing of a ${reason} is in the recording: a gap that is marked, and can be heard`, { skip }, async (t) => {
    const page = await recorded(t);
    await pieces(page, 1);
    await page.evaluate((why) => {
      const { ana } = (globalThis as InPage).ends;
      ana!.recording!.pause(why);
      // What is said now is another pitch, which is not to be in it.
      return ana!.call.choose('microphone', '2700');
    }, reason);
    await page.waitForFunction(() => (globalThis as InPage).ends.cleo!.hears('ana', 2_700));
    await page.evaluate(() => (globalThis as InPage).ends.ana!.call.choose('microphone', '1000'));
    await page.waitForFunction(() => (globalThis as InPage).ends.cleo!.hears('ana', 1_000));
    const before = await page.evaluate((why) => {
      const { ana } = (globalThis as InPage).ends;
      const { microphone, peers } = ana!.call.state;
      ana!.recording!.hear([microphone, ...peers.map(({ audio }) => audio)].filter((track) => track !== undefined));
      ana!.recording!.resume(why);
      return ana!.pieces.length;
    }, reason);
    await pieces(page, before + 1);
    await page.evaluate(() => (globalThis as InPage).ends.ana!.recording!.end());
    const { heard, gaps } = await played(page);
    const foreign = await page.evaluate(() => (globalThis as InPage).ends.ana!.played([2_700]));
    assert.ok(foreign.heard.every((pitches) => pitches.length === 0));
    assert.equal(gaps.length, 1);
    assert.deepEqual(gaps[0]!.reasons, [reason]);
    assert.ok(gaps[0]!.until > gaps[0]!.from);
    assert.ok(heard.some((pitches) => pitches.includes(SIGN)));
    assert.ok(heard.at(-2)?.includes(PITCHES.cleo), JSON.stringify(heard));
  });

test('VOX 10 reasons to pause add up: a form that closes while the call is on hold does not end the pause', { skip }, async (t) => {
  const page = await recorded(t);
  const count = await page.evaluate(async () => {
    const { ana } = (globalThis as InPage).ends;
    ana!.recording!.pause('hold');
    ana!.recording!.pause('form');
    ana!.recording!.resume('form');
    await ana!.recording!.end();
    return ana!.pieces.flatMap(({ gaps }) => gaps.map(({ reasons }) => reasons.join(' ')));
  });
  assert.deepEqual(count, ['hold form']);
});

test('VOX 10 what a lost tab left out is marked by the one that goes on', { skip }, async (t) => {
  const page = await recorded(t, 0);
  await pieces(page, 1);
  const { gaps, heard } = await played(page);
  assert.deepEqual(
    gaps.map(({ from, reasons }) => ({ from, reasons })),
    [{ from: 0, reasons: ['lost'] }],
  );
  assert.ok(
    heard.slice(0, 8).some((pitches) => pitches.includes(SIGN)),
    JSON.stringify(heard.slice(0, 8)),
  );
});
