import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { PUSH, asks, browser, change, close, closes, comes, demo, finishes, goes, leaves, offerOf } from './contact-centre.js';
import { agent, assertAccessible, assertQuiet, type Agent } from './people.js';

// A shift, one thing after the other: what a contact centre does with conversations.

test('TRY 4 what one rejects goes to the next, who accepts it, and the one is Away (Idle)', async () => {
  await change({}, PUSH);
  const ana = await comes('ana');
  const maya = await asks('Maya Lindqvist', 'Is the blanket wool?');
  await offerOf(ana.at, 'Maya Lindqvist').waitFor();
  await assertAccessible(ana.at.page);
  const ben = await comes('ben');
  await offerOf(ana.at, 'Maya Lindqvist').getByRole('button', { name: 'Reject' }).click();
  await ana.at.page.locator('deskbell-status').getByText('Away (Idle)', { exact: true }).waitFor();
  await offerOf(ben.at, 'Maya Lindqvist').getByRole('button', { name: 'Accept' }).click();
  await ben.at.say('Pure wool.');
  await maya.at.message('Pure wool.').waitFor();
  await finishes(ben.at);
  await goes(ben.at);
  await goes(ana.at);
  assertQuiet(ana.person, ben.person, maya.person);
  await close(ana, ben, maya);
});

test('TRY 4 an offer that nobody answers in time goes on by itself', async () => {
  await change({}, { offer: { mode: 'push', seconds: 2 } });
  const ana = await comes('ana');
  const tom = await asks('Tom Rivera', 'Anybody?');
  await offerOf(ana.at, 'Tom Rivera').waitFor();
  await ana.at.page.locator('deskbell-status').getByText('Away (Idle)', { exact: true }).waitFor();
  await change({}, { offer: { mode: 'push', seconds: 60 } });
  const cleo = await comes('cleo');
  await offerOf(cleo.at, 'Tom Rivera').getByRole('button', { name: 'Accept' }).click();
  await tom.at.window.getByText('You are talking with Cleo Marsh').waitFor();
  await finishes(cleo.at);
  for (const each of [ana, cleo]) await goes(each.at);
  await close(ana, cleo, tom);
});

/** Opens "Transfer to" for the open conversation and chooses in it. */
async function chooses({ page }: Agent, target: RegExp): Promise<Locator> {
  await page.getByRole('button', { name: 'Transfer', exact: true }).click();
  const dialog = page.locator('deskbell-dialog[label="Transfer to"]');
  await dialog.getByRole('radio', { name: target }).check();
  return dialog;
}

/** Goes on to the skills, changes none, and transfers. */
async function transfers(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click();
}

test('TRF 2 TRF 3 a conversation goes to a queue whose agent has the skill, and back to a colleague', async () => {
  await change({}, PUSH);
  const ana = await comes('ana');
  const lena = await asks('Lena Hoffmann', 'My stool is broken');
  await offerOf(ana.at, 'Lena Hoffmann').getByRole('button', { name: 'Accept' }).click();
  await ana.at.message('My stool is broken').waitFor();
  const ben = await comes('ben');
  const dialog = await chooses(ana.at, /^Repairs/);
  await assertAccessible(ana.at.page);
  await transfers(dialog);
  await ana.at.page.getByText('Transferred to Repairs').waitFor();
  await lena.at.window.getByText('You are being transferred').waitFor();
  await offerOf(ben.at, 'Lena Hoffmann').getByRole('button', { name: 'Accept' }).click();
  await ben.at.message('My stool is broken').waitFor();

  await transfers(await chooses(ben.at, /^Ana Sousa/));
  await ben.at.page.getByText('Transferred to Ana Sousa').waitFor();
  await lena.at.window.getByText('You are talking with Ana Sousa').waitFor();
  await ana.at.row('Lena Hoffmann').first().click();
  await ana.at.message('My stool is broken').waitFor();
  await finishes(ana.at);
  for (const each of [ana, ben]) await goes(each.at);
  assertQuiet(ana.person, ben.person, lena.person);
  await close(ana, ben, lena);
});

test('TRF 5 a customer who ends the chat before the transfer is complete is given to nobody', async () => {
  await change({}, PUSH);
  const ana = await comes('ana');
  const [vera, omar] = [await asks('Vera Lang', 'Do you mend chairs?'), await asks('Omar Said', 'And tables?')];
  for (const name of ['Vera Lang', 'Omar Said']) await offerOf(ana.at, name).getByRole('button', { name: 'Accept' }).click();
  await ana.at.message('And tables?').waitFor();
  const ben = await comes('ben');

  // While the agent still looks for whom to give it to.
  const dialog = await chooses(ana.at, /^Repairs/);
  await leaves(omar.at);
  await dialog.waitFor({ state: 'detached' });
  await closes(ana.at, 'Abandoned');

  // While it is put to somebody who has not accepted it yet.
  await ana.at.message('Do you mend chairs?').waitFor();
  await transfers(await chooses(ana.at, /^Repairs/));
  await offerOf(ben.at, 'Vera Lang').waitFor();
  await leaves(vera.at);
  await offerOf(ben.at, 'Vera Lang').waitFor({ state: 'detached' });

  for (const { page } of [ana.at, ben.at]) {
    await page.getByText('Conversations that you accept come here.').waitFor();
    await page.getByText('Nobody is waiting. You will hear it when somebody comes.').waitFor();
    await page.getByRole('button', { name: 'Closed', exact: true }).click();
    const closed = page.getByRole('list', { name: 'Closed' });
    for (const name of ['Vera Lang', 'Omar Said']) await closed.getByRole('listitem').filter({ hasText: name }).waitFor();
  }
  await ben.at.page.locator('deskbell-status .available').waitFor();
  await Promise.all([goes(ana.at), goes(ben.at)]);
  assertQuiet(ana.person, ben.person, vera.person, omar.person);
  await close(ana, ben, vera, omar);
});

test('SNZ 2 SNZ 3 a snoozed conversation wakes with the customer’s word; STA 4 nobody signs out meanwhile; END 3 a timed wrap-up closes itself', async () => {
  await change({}, { ...PUSH, wrapUp: { mode: 'timed', seconds: 2 } });
  const ana = await comes('ana');
  const priya = await asks('Priya Raman', 'When does it come?');
  await offerOf(ana.at, 'Priya Raman').getByRole('button', { name: 'Accept' }).click();
  await ana.at.say('I ask the workshop.');
  await priya.at.message('I ask the workshop.').waitFor();
  await ana.at.page.getByRole('button', { name: 'Snooze' }).click();
  await ana.at.page.getByRole('radio', { name: '1 hour' }).check();
  await ana.at.page.getByRole('button', { name: 'Apply' }).click();
  await ana.at.page
    .getByText(/^Snoozed until/)
    .first()
    .waitFor();
  await assertAccessible(ana.at.page);
  await priya.at.say('Take your time');
  await ana.at.page.getByRole('button', { name: 'Unsnooze' }).waitFor({ state: 'detached' });
  await ana.at.message('Take your time').waitFor();

  await ana.at.page.getByRole('button', { name: 'Status' }).click();
  await ana.at.page.getByRole('menuitem', { name: 'Sign out' }).click();
  const refused = ana.at.page.locator('deskbell-dialog[label="You cannot sign out yet"]');
  await refused.getByText('Transfer or close them first').waitFor();
  await refused.getByRole('button', { name: 'Close' }).click();

  await ana.at.page.getByRole('button', { name: /^End\b/ }).click();
  await ana.at.page.getByRole('button', { name: 'Yes', exact: true }).click();
  await ana.at.page.getByText('closes by itself in').waitFor();
  await ana.at.page.getByRole('heading', { name: 'Wrap-up' }).waitFor({ state: 'detached' });
  await goes(ana.at);
  await change({}, { wrapUp: { mode: 'immediate' } });
  assertQuiet(ana.person, priya.person);
  await close(ana, priya);
});

test('STA 2 login prep, then "Mark as Available", and what waits is offered', async () => {
  await change({ loginPrepSeconds: 5 }, PUSH);
  const person = await browser.person();
  const ana = { person, at: await agent(person, `${demo.desk.url}/desk?as=ana`) };
  await ana.at.page.getByText('Login prep: nothing comes to you yet.').waitFor();
  const otto = await asks('Otto Falk', 'Hello?');
  await ana.at.page.getByRole('button', { name: 'Mark as Available' }).click();
  await ana.at.page.locator('deskbell-status .available').waitFor();
  await offerOf(ana.at, 'Otto Falk').getByRole('button', { name: 'Accept' }).click();
  await ana.at.say('A moment, please.');
  await otto.at.message('A moment, please.').waitFor();
  await finishes(ana.at);
  await goes(ana.at);
  assertQuiet(ana.person, otto.person);
  await close(ana, otto);
});
