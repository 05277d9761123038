import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { ModelServer, says } from '@deskbell/relay/ai/testing/model-server.js';
import { Pool } from '@deskbell/relay/store/pool.js';
import { testNats, withoutNats } from '@deskbell/relay/testing/nats.js';
import type { Page } from 'playwright-core';
import { asAdmin, changeSettings } from './admin.js';
import { testBrowser } from './browser.js';
import { testDatabase } from './database.js';
import { testDemo } from './demo.js';
import { MORTGAGE } from './mortgage.js';
import { openNetwork } from './network.js';
import { agent, customer } from './people.js';
import { Wire, filesWith, keptBy, overhear, standingIn } from './places.js';

// What is recognisable is put into masked fields, and then looked for everywhere. Beside it goes what is open, which has to be found:
// else nobody looked.

const SECRET = { income: '7340912', tax: 'QX83047215' };
const OPEN = 'Canary Row 7340';

const nats = await testNats();

const isReveal = (url: string): boolean => url.endsWith('/reveal');

/** Notifications as a page asked for them. */
const noticesOf = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify((window as { notices?: unknown }).notices ?? []));

test('FRM 4 a masked value gets to whoever reveals it, and nowhere else', { skip: withoutNats }, async () => {
  const model = await new ModelServer().listen();
  model.reply = says('A summary.');
  const database = await testDatabase();
  const networks = { shop: await openNetwork(), desk: await openNetwork() };
  after(async () => {
    await model.close();
    await Promise.all([networks.shop.close(), networks.desk.close()]);
  });
  const env = { VAULT_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'trace' };
  const shared = { databaseUrl: database.url, natsUrl: nats.url, networks, model, env };
  const relays = [await testDemo(shared), await testDemo(shared)] as const;
  networks.shop.lead(relays[0].port);
  networks.desk.lead(relays[1].port);
  const relay = `http://127.0.0.1:${String(relays[0].port)}`;
  await changeSettings(relay, () => ({ forms: [MORTGAGE] }));
  const ear = await overhear(nats.url);

  const browser = await testBrowser();
  const people = [await browser.person(), await browser.person(), await browser.person()] as const;
  const [shop, desk, other] = people;
  for (const context of people)
    await context.addInitScript(() => {
      const notices: unknown[] = [];
      Object.assign(window, {
        notices,
        Notification: class {
          static permission = 'granted';
          constructor(...told: unknown[]) {
            notices.push(told);
          }
          close(): void {}
          addEventListener(): void {}
        },
      });
    });
  const wires = { maya: new Wire(shop), ana: new Wire(desk, isReveal), ben: new Wire(other) };
  const ana = await agent(desk, `${networks.desk.url}/desk?as=ana`);
  const ben = await agent(other, `${networks.desk.url}/desk?as=ben`);
  const maya = await customer(shop, `${networks.shop.url}/shop`);
  await maya.introduce('Maya Lindqvist');
  await maya.say('I would like to buy the flat.');
  await ana.accept('Maya Lindqvist');
  await ana.page.getByRole('button', { name: 'Forms' }).click();
  await ana.page.getByRole('button', { name: MORTGAGE.name }).click();

  const form = maya.window.getByRole('article', { name: MORTGAGE.name });
  await form.getByRole('textbox', { name: 'Street and number' }).fill(OPEN);
  await form.getByRole('textbox', { name: 'Yearly income' }).fill(SECRET.income);
  await form.getByRole('textbox', { name: 'Tax number' }).fill(SECRET.tax);
  const whileTyping = await keptBy(maya.page);
  await form.getByRole('radio', { name: 'Employed', exact: true }).check();
  await form.getByRole('checkbox', { name: 'I agree to a credit check' }).check();
  await form.getByRole('button', { name: 'Send' }).click();
  const card = ana.page.getByRole('article', { name: `Form “${MORTGAGE.name}”` });
  await card.getByText(OPEN).waitFor();

  await ana.page.getByRole('button', { name: 'AI', exact: true }).click();
  await ana.page.getByRole('menuitem', { name: 'AI Assist' }).click();
  await ana.page.getByText('Written by AI: read it before you send').waitFor();
  await card.getByRole('button', { name: 'Show Tax number' }).click();
  await card.getByText(SECRET.tax).waitFor();
  const shown = await keptBy(ana.page);
  await card.getByRole('button', { name: 'Hide Tax number' }).click();
  await card.getByText(SECRET.tax).waitFor({ state: 'hidden' });

  const tables = new Pool(database.url, 1);
  await tables.ask('checkpoint', []);
  await tables.end();
  const metrics = await Promise.all(relays.map(async ({ port }) => (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text()));
  const places: Readonly<Record<string, string>> = {
    'the customer’s page': await standingIn(maya.page),
    'the agent’s page': await standingIn(ana.page),
    'another agent’s page': await standingIn(ben.page),
    'the customer’s storage while they type': whileTyping,
    'the customer’s storage': await keptBy(maya.page),
    'the agent’s storage while it shows': shown,
    'the agent’s storage': await keptBy(ana.page),
    'the other agent’s storage': await keptBy(ben.page),
    'the customer’s wire': await wires.maya.all(),
    'the agent’s wire, but for the answer to the reveal': await wires.ana.all(),
    'the other agent’s wire': await wires.ben.all(),
    notifications: (await Promise.all([maya, ana, ben].map(({ page }) => noticesOf(page)))).join('\n'),
    NATS: ear.heard(),
    'the relays’ logs': relays.map(({ said }) => said()).join('\n'),
    'the relays’ metrics': metrics.join('\n'),
    'what the model was asked': JSON.stringify(model.heard),
    'the settings': await asAdmin(relay, '/v1/settings'),
    'the audit trail': await asAdmin(relay, '/v1/audit'),
  };
  ear.stop();
  for (const secret of Object.values(SECRET)) {
    for (const [place, text] of Object.entries(places)) assert.ok(!text.includes(secret), `${secret} is in ${place}`);
    assert.deepEqual(filesWith(database.folder, secret), [], `${secret} is on the disk`);
  }

  // Nor is anything of what was done there missing where values never stand.
  const traces = {
    'the relays’ logs': '/reveal',
    'the relays’ metrics': 'deskbell_',
    'the settings': 'Tax number',
    'the audit trail': '"tax"',
  };
  for (const [place, trace] of Object.entries(traces))
    assert.ok(places[place]?.includes(trace), `there is no trace in ${place}: nobody looked there`);

  const found = Object.entries(places).flatMap(([place, text]) => (text.includes(OPEN) ? [place] : []));
  for (const place of [
    'the customer’s page',
    'the agent’s page',
    'the customer’s wire',
    'the agent’s wire, but for the answer to the reveal',
    'NATS',
    'what the model was asked',
    'the customer’s storage while they type',
  ])
    assert.ok(found.includes(place), `what is open is not in ${place}: nobody looked there`);
  assert.notDeepEqual(filesWith(database.folder, OPEN), [], 'what is open is on the disk');
});
