import { SignJWT } from 'jose';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { WorkspaceInput } from '../packages/relay/src/settings/schema/workspace.js';
import { changeSettings } from './admin.js';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer, type Agent } from './people.js';

// How it was, asked by one and answered by the other.

const demo = await testDemo();
const browser = await testBrowser();

interface Result {
  readonly of: { readonly id: string } | null;
  readonly count: number;
  readonly average: number;
}

/** What a supervisor gets of a survey, by agent. */
async function results(survey: string): Promise<readonly (readonly [agent: string | undefined, count: number, average: number])[]> {
  const document = JSON.parse(readFileSync(new URL('../demo/settings.json', import.meta.url), 'utf8')) as {
    workspaces: [{ id: string; agents: { secret: string } }];
  };
  const [{ id: workspace, agents }] = document.workspaces;
  const token = await new SignJWT({ sub: 'sue', name: 'Sue', role: 'supervisor', workspace })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(agents.secret));
  const address = `${demo.desk.url}/v1/surveys/${survey}/results?by=agent`;
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  const { results: list } = (await answer.json()) as { results: Result[] };
  return list.map(({ of, count, average }) => [of?.id, count, average] as const);
}

const ends = async ({ page }: Agent): Promise<void> => {
  await page.getByRole('button', { name: /^End\b/ }).click();
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
};

const question = (window: Locator) => window.getByRole('heading', { name: 'How was your chat with us?' });

test('SUR 1 SUR 2 SUR 3 CMP 8 an agent sends the survey with the end, the customer answers by keyboard, once, and it is the agent’s score', async () => {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const maya = await customer(shop, `${demo.shop.url}/shop`);
  await maya.introduce('Maya Lind');
  await maya.say('Where is my parcel?');
  await ana.accept('Maya Lind');
  await ana.say('It comes today.');

  const send = ana.page.getByRole('button', { name: 'Send Survey' });
  await send.click();
  await ana.page.getByRole('button', { name: 'Send Survey', pressed: true }).waitFor();
  await ana.page.getByRole('button', { name: /^End ?, the survey goes out/ }).waitFor();
  await assertAccessible(ana.page);
  // It is there after a reload of the desk, too.
  await ana.page.reload();
  await ana.row('Maya Lind').first().click();
  await ana.page.getByRole('button', { name: 'Send Survey', pressed: true }).waitFor();
  assert.equal(await question(maya.window).isVisible(), false);
  await ends(ana);

  await question(maya.window).waitFor();
  await maya.window.getByRole('radio', { name: '3 of 5 stars' }).focus();
  await maya.page.keyboard.press('ArrowRight');
  await maya.window.getByRole('radio', { name: '4 of 5 stars', checked: true }).waitFor();
  await assertAccessible(maya.page);
  await maya.page.keyboard.press('Tab');
  await maya.page.keyboard.type('Quick and kind.');
  await maya.page.keyboard.press('Tab');
  await maya.page.keyboard.press('Tab');
  await maya.page.keyboard.press('Enter');
  await maya.window.getByText('Thank you for your answer.').waitFor();
  await ana.page.getByRole('article', { name: 'Survey “Front desk”' }).getByText('Quick and kind.').waitFor();
  await ana.page.getByRole('img', { name: '4 of 5 stars' }).waitFor();
  await assertAccessible(ana.page);

  // After a reload it is answered still, and can be answered no more.
  await maya.page.reload();
  await maya.page.getByRole('button', { name: 'Open chat' }).click();
  await maya.window.getByText('Thank you for your answer.').waitFor();
  assert.equal(await maya.window.getByRole('radio').count(), 0);
  assert.deepEqual(await results('front-desk'), [['ana', 1, 4]]);
  assertQuiet(shop, desk);
  await Promise.all([shop.close(), desk.close()]);
});

test('SUR 1 SUR 2 who leaves before anybody came is asked where the survey is for them, in their language, and answers after a reload', async () => {
  await changeSettings(demo.desk.url, ({ surveys = [] }: WorkspaceInput) => ({
    surveys: surveys.map((survey) => (survey.id === 'front-desk' ? { ...survey, trigger: 'everyone' as const, unattended: true } : survey)),
  }));
  const shop = await browser.person({ locale: 'de-DE' });
  const tom = await customer(shop, `${demo.shop.url}/shop?lang=de`);
  await tom.page.getByRole('button', { name: 'Chat öffnen' }).click();
  await tom.window.getByRole('textbox', { name: 'Your name' }).fill('Tom Beck');
  await tom.window.getByRole('button', { name: 'Chat beginnen' }).click();
  await tom.window.getByRole('button', { name: 'Chat beenden' }).click();
  await tom.window.getByRole('button', { name: 'Ja', exact: true }).click();
  await tom.window.getByRole('heading', { name: 'Wie war der Chat mit uns?' }).waitFor();
  await tom.page.reload();
  await tom.page.getByRole('button', { name: 'Chat öffnen' }).click();
  await tom.window.getByRole('radio', { name: '2 von 5 Sternen' }).check();
  await tom.window.getByRole('button', { name: 'Bewertung senden' }).click();
  await tom.window.getByText('Danke für Ihre Antwort.').waitFor();
  assert.deepEqual(await results('front-desk'), [
    ['ana', 1, 4],
    [undefined, 1, 2],
  ]);
  await tom.window.getByRole('button', { name: 'Neuen Chat beginnen' }).click();
  await tom.window.getByRole('button', { name: 'Neuen Chat beginnen' }).waitFor({ state: 'detached' });
  assertQuiet(shop);
  await shop.close();
});
