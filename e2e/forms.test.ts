import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { asAdmin } from './admin.js';
import { asks, change, close, comes, demo, offerOf, PUSH, type AgentThere, type CustomerThere } from './contact-centre.js';
import { CARD, MORTGAGE } from './mortgage.js';
import { assertAccessible, assertQuiet } from './people.js';

// A customer and an agent do a form together that a bank would have, some of it sealed.

interface Desk {
  readonly ana: AgentThere;
  readonly maya: CustomerThere;
}

async function atWork(vault: { readonly reason: boolean } = { reason: false }): Promise<Desk> {
  await change({ forms: [MORTGAGE, CARD], vault: { reveal: 'everyone', ...vault } }, PUSH);
  const ana = await comes('ana');
  const maya = await asks('Maya Lindqvist', 'We would like to buy the flat.');
  await offerOf(ana.at, 'Maya Lindqvist').getByRole('button', { name: 'Accept' }).click();
  await ana.at.message('We would like to buy the flat.').waitFor();
  return { ana, maya };
}

async function sends({ ana, maya }: Desk, name: string): Promise<{ readonly form: Locator; readonly card: Locator }> {
  await ana.at.page.getByRole('button', { name: 'Forms' }).click();
  await ana.at.page.getByRole('button', { name }).click();
  const form = maya.at.window.getByRole('article', { name });
  await form.waitFor();
  return { form, card: ana.at.page.getByRole('article', { name: `Form “${name}”` }) };
}

const box = (form: Locator, name: string): Locator => form.getByRole('textbox', { name });

const done = async ({ ana, maya }: Desk): Promise<void> => {
  assertQuiet(ana.person, maya.person);
  await close(ana, maya);
};

test('FRM 2, FRM 3, FRM 5 a mortgage form: sent, filled in with mistakes that are said, over a reload, and shown to the agent field by field', async () => {
  const desk = await atWork({ reason: true });
  const { ana, maya } = desk;
  const { form, card } = await sends(desk, MORTGAGE.name);
  for (const { label } of MORTGAGE.fields.filter(({ when }) => !when)) await card.getByText(label, { exact: true }).waitFor();
  await assertAccessible(ana.at.page);

  await form.getByRole('button', { name: 'Send' }).click();
  await form.getByRole('alert').filter({ hasText: 'Street and number' }).waitFor();
  assert.equal(await box(form, 'Street and number').getAttribute('aria-invalid'), 'true');
  await assertAccessible(maya.at.page);

  await box(form, 'Street and number').fill('Harbour Row 7');
  await box(form, 'Yearly income').fill('73400');
  await card.getByText(/^Filling in/).waitFor();
  await box(form, 'Tax number').fill('wrong');
  await form.getByRole('radio', { name: 'Self-employed' }).check();
  await form.getByLabel('In business since').fill('2019-04-01');
  await form.getByRole('checkbox', { name: 'I agree to a credit check' }).check();
  await form.getByRole('button', { name: 'Send' }).click();
  await form.getByText('Two letters and eight digits, as on your tax card.').waitFor();

  await maya.at.page.reload();
  await maya.at.page.getByRole('button', { name: 'Open chat' }).click();
  await form.waitFor();
  assert.equal(await box(form, 'Street and number').inputValue(), 'Harbour Row 7');
  assert.equal(await box(form, 'Yearly income').inputValue(), '', 'what is masked is kept nowhere');
  await box(form, 'Yearly income').fill('73400');
  await box(form, 'Tax number').fill('QX83047215');
  await form.getByRole('button', { name: 'Send' }).click();
  await form.getByText('Harbour Row 7').waitFor();
  assert.equal(await form.getByText('73400').count(), 0);

  await card.getByText('Harbour Row 7').waitFor();
  assert.equal(await card.getByText('73400').count(), 0);
  await assertAccessible(ana.at.page);
  await card.getByRole('button', { name: 'Show Yearly income' }).click();
  const why = ana.at.page.getByRole('dialog', { name: 'Why do you need to see it?' });
  await why.waitFor();
  await assertAccessible(ana.at.page);
  await ana.at.page.getByRole('textbox', { name: 'Reason' }).fill('To work out the rate');
  await ana.at.page.getByRole('button', { name: 'Show', exact: true }).click();
  await card.getByText(/73,?400/).waitFor();
  assert.equal(await card.getByText('QX83047215').count(), 0);
  await card.getByRole('button', { name: 'Hide Yearly income' }).click();
  await card.getByText(/73,?400/).waitFor({ state: 'hidden' });

  const trail = await asAdmin(demo.desk.url, '/v1/audit');
  assert.match(trail, /To work out the rate/);
  assert.match(trail, /income/);
  assert.doesNotMatch(trail, /73400/);
  await done(desk);
});

test('FRM 3 a form that is secured as a whole is shown by one View, and hidden again', async () => {
  const desk = await atWork();
  const { form, card } = await sends(desk, CARD.name);
  await box(form, 'Name on the card').fill('Maya Lindqvist');
  await box(form, 'Card number').fill('4111 1111 1111 1112');
  await form.getByRole('button', { name: 'Send' }).click();
  await form.getByText('This is no card number. Check the digits.').waitFor();
  await box(form, 'Card number').fill('4111 1111 1111 1111');
  await form.getByRole('button', { name: 'Send' }).click();
  const view = card.getByRole('button', { name: /^View/ });
  await view.click();
  await card.getByText(/4111 ?1111 ?1111 ?1111/).waitFor();
  await card.getByText('Maya Lindqvist').waitFor();
  await card.getByRole('button', { name: /^Hide/ }).first().click();
  await card.getByText(/4111 ?1111 ?1111 ?1111/).waitFor({ state: 'hidden' });
  await done(desk);
});
