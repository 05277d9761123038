import { afterEach } from 'node:test';
import type { BrowserContext, Locator } from 'playwright-core';
import type { WorkspaceInput } from '../packages/relay/src/settings/schema/workspace.js';
import { changeSettings } from './admin.js';
import { testBrowser, type TestBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, customer, type Agent, type Customer } from './people.js';

// A contact centre for the tests of one file: its demo, its browser, and what people do there.

export const demo = await testDemo();
const started = await testBrowser();
const here: BrowserContext[] = [];

/** Who comes here is gone after the test, however that went: the next one begins with nobody. */
export const browser: TestBrowser = {
  person: async (options) => {
    const person = await started.person(options);
    here.push(person);
    return person;
  },
};
afterEach(() => Promise.all(here.splice(0).map((person) => person.close())));

/** Somebody with a browser of their own. */
interface There<Face> {
  readonly person: BrowserContext;
  readonly at: Face;
}
export type AgentThere = There<Agent>;
export type CustomerThere = There<Customer>;

/** What an admin changes while everything runs: of the workspace, and of all its queues. */
export const change = (part: Partial<WorkspaceInput>, ofQueues: Partial<WorkspaceInput['queues'][number]> = {}): Promise<void> =>
  changeSettings(demo.desk.url, ({ queues }) => ({ ...part, queues: queues.map((queue) => ({ ...queue, ...ofQueues })) }));

export const PUSH = { offer: { mode: 'push', seconds: 60 } } as const;

const status = async ({ page }: Agent, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitemcheckbox', { name }).click();
};

export const offerOf = ({ page }: Agent, name: string): Locator => page.getByRole('article', { name: `${name} is next` });

/** Signs in at the desk, and is available. */
export async function comes(id: string): Promise<AgentThere> {
  const person = await browser.person();
  const at = await agent(person, `${demo.desk.url}/desk?as=${id}`);
  await status(at, 'Available');
  await at.page.locator('deskbell-status .available').waitFor();
  return { person, at };
}

export async function asks(name: string, text: string): Promise<CustomerThere> {
  const person = await browser.person();
  const at = await customer(person, `${demo.shop.url}/shop`);
  await at.introduce(name);
  await at.say(text);
  return { person, at };
}

export const close = (...people: readonly { readonly person: BrowserContext }[]) => Promise.all(people.map(({ person }) => person.close()));

/** Says how the conversation came out that is open and over. */
export async function closes({ page }: Agent, outcome: string): Promise<void> {
  await page.getByRole('radio', { name: outcome }).check();
  await page
    .getByRole('button', { name: /^Close\b/ })
    .last()
    .click();
}

/** Ends the open conversation and says how it came out. */
export async function finishes(at: Agent): Promise<void> {
  await at.page.getByRole('button', { name: /^End\b/ }).click();
  await at.page.getByRole('button', { name: 'Yes', exact: true }).click();
  await closes(at, 'Resolved');
}

/** The customer ends the chat. */
export async function leaves({ window }: Customer): Promise<void> {
  await window.getByRole('button', { name: 'End chat' }).click();
  await window.getByRole('button', { name: 'Yes', exact: true }).click();
}

/** Signs out, once nothing is left; the longest idle order begins anew for who comes next. */
export async function goes({ page }: Agent): Promise<void> {
  await page.getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByText('You signed out.').filter({ visible: true }).first().waitFor();
}
