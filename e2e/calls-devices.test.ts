import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBrowser, type TestBrowser } from './browser.js';
import { CALL_FLAGS, callPage, serveCallPages, type InPage } from './call-pages.js';
import { LOOPBACK_FLAGS, withoutLoopback } from './loopback.js';

const skip = withoutLoopback(import.meta.filename);
const port = skip ? 0 : await serveCallPages();

const FAKE_DEVICES = '--use-fake-device-for-media-stream';
const FAKE_UI = '--use-fake-ui-for-media-stream';
const reach = [...LOOPBACK_FLAGS.filter((flag) => !flag.includes('media-stream')), ...CALL_FLAGS];

/** What became of asking for a device of the browser itself: `ok`, or why not. */
async function asks(browser: TestBrowser, kind: 'microphone' | 'camera' | 'screen', host?: string): Promise<string> {
  const context = await browser.person();
  try {
    const page = await callPage(context, port, host);
    return await page.evaluate(async (what) => {
      const { PageEnd, ends } = globalThis as InPage;
      const end = (ends.ana = new PageEnd('ana', 0, { isReal: true }));
      await end.call.capture(what, true);
      const { state } = end.call;
      return state[what] ? 'ok' : (state.faults[what]?.code ?? 'nothing');
    }, kind);
  } finally {
    await context.close();
  }
}

test('VOX 2 microphone, camera and screen of a browser are captured', { skip }, async () => {
  const browser = await testBrowser([...reach, FAKE_DEVICES, FAKE_UI]);
  for (const kind of ['microphone', 'camera', 'screen'] as const) assert.equal(await asks(browser, kind), 'ok');
});

test('VOX 2 a permission that was denied is told of as such', { skip }, async () => {
  const browser = await testBrowser([...reach, FAKE_DEVICES, `${FAKE_UI}=deny`]);
  for (const kind of ['microphone', 'camera'] as const) assert.equal(await asks(browser, kind), 'denied');
  assert.equal(await asks(browser, 'screen'), 'cancelled');
});

test('VOX 2 where there is no device that is told of, and on an insecure page that', { skip }, async () => {
  const browser = await testBrowser([...reach, FAKE_UI]);
  for (const kind of ['microphone', 'camera'] as const) assert.equal(await asks(browser, kind), 'none');
  for (const kind of ['microphone', 'camera', 'screen'] as const) assert.equal(await asks(browser, kind, 'shop.example'), 'insecure');
});
