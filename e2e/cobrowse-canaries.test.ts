import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { BegunCobrowse, CobrowsePass } from '@deskbell/protocol/cobrowse.js';
import { Pool } from '@deskbell/relay/store/pool.js';
import { testNats, withoutNats } from '@deskbell/relay/testing/nats.js';
import type { Frame, Page } from 'playwright-core';
import { asAdmin } from './admin.js';
import { testBrowser } from './browser.js';
import { banner, until } from './by-code.js';
import { testDatabase } from './database.js';
import { testDemo } from './demo.js';
import { hostileAgent, serveHostilePages } from './hostile-agent.js';
import { LOOPBACK_FLAGS, withoutLoopback } from './loopback.js';
import { openNetwork } from './network.js';
import { agent, customer } from './people.js';
import { decoded, filesWith, keptBy, overhear, standingIn, tapChannels, Wire } from './places.js';
import { fillIn, OFF_LIMITS, OPEN, SECRETS } from './planted.js';

// What is recognisable is put where it must not be seen, and then looked for everywhere. Beside it goes what may be seen, which has to be found
// on the agent's screen, and nowhere on the way there, where all is sealed.

// Without a network of loopback alone there is no data channel; then the relay is the only way.
const isByPeer = withoutLoopback(import.meta.filename) === false;
const nats = await testNats();
const browser = await testBrowser(isByPeer ? LOOPBACK_FLAGS : []);

/** Two relays; customers come by one, agents by the other. */
async function contactCentre(...origins: string[]) {
  const database = await testDatabase();
  const networks = { shop: await openNetwork(), desk: await openNetwork() };
  after(() => Promise.all([networks.shop.close(), networks.desk.close()]));
  const env = { LOG_LEVEL: 'trace', DEMO_ORIGINS: [networks.shop.url, networks.desk.url, ...origins].join(',') };
  const shared = { databaseUrl: database.url, natsUrl: nats.url, networks, env };
  const relays = [await testDemo(shared), await testDemo(shared)] as const;
  networks.shop.lead(relays[0].port);
  networks.desk.lead(relays[1].port);
  return { database, relays, shop: networks.shop.url, desk: networks.desk.url };
}

const viewIn = (page: Page): Frame => {
  const view = page.frames().find((frame) => frame.url().includes('/cobrowse/view'));
  assert.ok(view);
  return view;
};

/** What a page keeps, besides where it is. */
const kept = async (page: Page): Promise<string> => (await keptBy(page)).replaceAll(page.url(), '');

function assertNowhere(places: Readonly<Record<string, string>>, texts: readonly string[]): void {
  for (const text of texts) for (const [place, there] of Object.entries(places)) assert.ok(!there.includes(text), `${text} is in ${place}`);
}

test(
  'COB 5, COB 6 P2 P4 P5 P7 P8 P9 P15 P17 P18 what is masked is nowhere but with the customer, and what is seen is sealed on its way',
  { skip: withoutNats },
  async () => {
    const { database, relays, shop, desk } = await contactCentre();
    const ear = await overhear(nats.url);
    // Who may hear may know the addresses of this machine: without them, nothing but loopback has no candidate.
    const options = isByPeer ? { permissions: ['microphone'] } : {};
    const [shopper, colleague] = [await browser.person(options), await browser.person(options)];
    const wires = { maya: new Wire(shopper), ana: new Wire(colleague) };
    const peers = [await tapChannels(shopper), await tapChannels(colleague)];
    const ana = await agent(colleague, `${desk}/desk?as=ana`);
    const maya = await customer(shopper, `${shop}/shop`);
    await maya.introduce('Maya Lindqvist');
    await maya.say('I am stuck at the checkout.');
    await ana.accept('Maya Lindqvist');
    await ana.message('I am stuck at the checkout.').waitFor();
    await ana.page.getByRole('button', { name: 'Co-Browse' }).click();
    await maya.window.getByRole('button', { name: 'Show my page' }).click();
    await banner(maya.page).getByText('Ana Sousa sees this page').waitFor();
    await maya.page.goto(`${shop}/shop/checkout`);
    await banner(maya.page).getByText('Ana Sousa sees this page').waitFor();
    await ana.page.locator('deskbell-cobrowse-view h2').getByText('Check out').waitFor();
    if (isByPeer) await until(maya.page, () => peers.every((sent) => sent.length > 0));

    await fillIn(maya.page);
    const seen: string[] = [];
    const look = async (): Promise<string> => {
      const standing = [await standingIn(ana.page), await standingIn(viewIn(ana.page))].join('\n');
      seen.push(standing);
      return standing;
    };
    await until(ana.page, async () => (await look()).includes(OPEN));
    const typed = await standingIn(maya.page);
    const keptWhileTyping = [await kept(maya.page), await kept(ana.page)];

    // The page that is off limits, reached in place, and then by a load.
    await maya.page.getByRole('link', { name: 'Your account' }).click();
    await maya.page.getByText(OFF_LIMITS[0]).waitFor();
    for (const come of [() => Promise.resolve(), () => maya.page.reload()]) {
      await come();
      await banner(maya.page).getByText('Paused: this page is private. Ana Sousa does not see it').waitFor();
      await ana.page.getByRole('heading', { name: 'A private page' }).waitFor();
      await look();
    }
    await maya.page.getByRole('link', { name: 'Back to the shop' }).click();
    await banner(maya.page).getByText('Ana Sousa sees this page').waitFor();
    await until(ana.page, async () => (await look()).includes('Pinewood enamel mug'));
    await banner(maya.page).getByRole('button', { name: 'Stop' }).click();
    await ana.page.getByRole('heading', { name: 'Maya Lindqvist stopped co-browse' }).waitFor();

    const tables = new Pool(database.url, 1);
    await tables.ask('checkpoint', []);
    await tables.end();
    const metrics = await Promise.all(relays.map(async ({ port }) => (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text()));
    const sealed: Readonly<Record<string, string>> = {
      'the customer’s storage': [keptWhileTyping[0], await kept(maya.page)].join('\n'),
      'the agent’s storage': [keptWhileTyping[1], await kept(ana.page)].join('\n'),
      'the agent’s wire': await wires.ana.all(),
      'the customer’s wire': await wires.maya.all(),
      'the data channel': peers.flat().join('\n'),
      NATS: decoded(ear.heard()),
      'the relays’ logs': relays.map(({ said }) => said()).join('\n'),
      'the relays’ metrics': metrics.join('\n'),
      'the audit trail': await asAdmin(shop, '/v1/audit'),
    };
    ear.stop();
    const secrets = Object.values(SECRETS);
    assertNowhere({ 'the agent’s page': seen.join('\n') }, [...secrets, ...OFF_LIMITS]);
    // Words are sent as they are, and would be found if they were not sealed.
    assertNowhere(sealed, [...secrets, OPEN, ...OFF_LIMITS, '"type":"ack"', '"type":"travelled"']);
    for (const text of [...secrets, OPEN, OFF_LIMITS[0]]) assert.deepEqual(filesWith(database.folder, text), [], `${text} is on the disk`);

    // All of it was there to be found, and these places were looked at.
    for (const secret of [SECRETS.card, SECRETS.code, SECRETS.shown, SECRETS.gift, SECRETS.attribute, SECRETS.hidden, SECRETS.late, OPEN])
      assert.ok(typed.includes(secret), `${secret} was not with the customer`);
    const traces = {
      'the agent’s wire': 'I am stuck at the checkout.',
      'the customer’s wire': 'I am stuck at the checkout.',
      NATS: 'I am stuck at the checkout.',
      'the relays’ logs': '/pass',
      'the relays’ metrics': 'deskbell_',
      'the audit trail': `${shop}/shop/checkout"`,
    };
    for (const [place, trace] of Object.entries(traces))
      assert.ok(sealed[place]?.includes(trace), `there is no trace in ${place}: nobody looked there`);
    if (isByPeer) assert.ok(sealed['the data channel'], 'nothing went over the data channel');
    for (const what of ['cobrowse.page', 'cobrowse.off-limits', `${shop}/shop/account"`])
      assert.ok(sealed['the audit trail']?.includes(what));
  },
);

test(
  'COB 5, COB 6 P19 what an agent’s end does without consent, or where it may not, the customer’s browser refuses',
  { skip: withoutNats },
  async () => {
    const origin = await serveHostilePages();
    const { shop, desk } = await contactCentre(origin);
    const post = async (path: string, body: unknown = {}): Promise<unknown> =>
      JSON.parse(await asAdmin(desk, path, { method: 'POST', body: JSON.stringify(body) }));
    const { session, code = '' } = (await post('/v1/cobrowse', { id: randomUUID(), by: 'code' })) as BegunCobrowse;
    const [shopper, attacker] = [await browser.person(), await browser.person()];
    const page = await shopper.newPage();
    await page.goto(`${shop}/help`);
    await page.getByRole('button', { name: 'Co-browse' }).click();
    await page.getByRole('textbox', { name: 'Code of 6 digits' }).fill(code);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('button', { name: 'Show my page' }).click();
    await banner(page).getByText('Root').waitFor();
    await page.goto(`${shop}/shop/checkout`);
    const hostile = await hostileAgent(attacker, origin, desk, async () => {
      const { pass } = (await post(`/v1/cobrowse/${session.id}/pass`)) as CobrowsePass;
      return pass;
    });
    await banner(page).getByText('Root sees this page').waitFor();
    await fillIn(page);
    await hostile.hears(OPEN);

    const street = { name: 'name', value: 'street' };
    const type = (node: number) => ({ kind: 'type', node, text: 'by the agent' }) as const;
    const click = (node: number) => ({ kind: 'click', node, x: 0.5, y: 0.5 }) as const;
    const everything = [
      [street, type],
      [{ name: 'name', value: 'card-number' }, type],
      [{ name: 'type', value: 'file' }, click],
      [{ tag: 'button' }, click],
      [{ tag: 'body' }, click],
    ] as const;
    for (const [wanted, act] of everything) assert.equal(await hostile.act(wanted, act), 'no-consent');

    // The question is the customer's to answer: nothing of it is pressed for them, and nothing can be done while it stands.
    await hostile.say({ type: 'control-ask' });
    const question = page.getByRole('alertdialog', { name: 'Let Root click and type for you?' });
    await question.waitFor();
    /** A click on the page at where that stands. */
    const clickAt = async (button: ReturnType<Page['locator']>) => {
      const box = await button.boundingBox();
      const body = await page.locator('body').boundingBox();
      assert.ok(box && body);
      const [x, y] = [(box.x + box.width / 2 - body.x) / body.width, (box.y + box.height / 2 - body.y) / body.height];
      return hostile.act({ tag: 'body' }, (node) => ({ kind: 'click', node, x, y }));
    };
    assert.equal(await clickAt(question.getByRole('button', { name: 'Allow' })), 'no-consent');
    for (const [wanted, act] of everything) assert.equal(await hostile.act(wanted, act), 'no-consent');
    assert.ok(await question.isVisible());
    assert.equal(await page.locator('[name=street]').inputValue(), OPEN);

    await question.getByRole('button', { name: 'Allow' }).click();
    await hostile.hears('"state":"granted"');
    // The customer's own hand was on the page a moment ago.
    await until(page, async () => (await hostile.act(street, type)) === 'done');
    assert.equal(await page.locator('[name=street]').inputValue(), 'by the agent');
    for (const name of ['card-number', 'card-name', 'card-code', 'words']) {
      const before = await page.locator(`[name=${name}]`).inputValue();
      for (const act of [type, click]) assert.equal(await hostile.act({ name: 'name', value: name }, act), 'masked', name);
      assert.equal(await page.locator(`[name=${name}]`).inputValue(), before);
    }
    for (const act of [type, click]) {
      assert.equal(await hostile.act({ name: 'type', value: 'file' }, act), 'file');
      assert.equal(await hostile.act({ name: 'aria-label', value: 'Password' }, act), 'masked');
      assert.equal(await hostile.act({ tag: 'deskbell-chat' }, act), 'masked');
    }
    const buttons = ['Stop', 'Take back control'].map((name) => banner(page).getByRole('button', { name }));
    for (const button of buttons) assert.notEqual(await clickAt(button), 'done');
    await banner(page).getByText('Root can click and type here').waitFor();

    await page.getByRole('link', { name: 'Your account' }).click();
    await hostile.hears('"why":"off-limits"');
    assert.equal(await hostile.act(street, type), 'off-limits');
    await page.getByRole('link', { name: 'Back to the shop' }).click();
    await hostile.hears('"type":"resumed"');
    await hostile.hears('Pinewood enamel mug');
    assertNowhere({ 'what the agent’s end was told': await hostile.heard() }, [...Object.values(SECRETS), ...OFF_LIMITS]);
  },
);
