import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { asks, browser, change, close, comes, demo, offerOf, PUSH, type AgentThere, type CustomerThere } from './contact-centre.js';
import { assertAccessible, assertQuiet } from './people.js';

// A customer shows an agent a long form, by the chat and by a code, and they fill it in together.

/** The customer's page as the agent sees it: a frame within the view's own document. */
const seen = ({ at }: AgentThere): FrameLocator => at.page.frameLocator('deskbell-cobrowse-view iframe').frameLocator('iframe');

const banner = (page: Page) => page.getByRole('region', { name: 'Co-browse' });

async function atWork(): Promise<{ readonly ana: AgentThere; readonly maya: CustomerThere }> {
  await change({}, PUSH);
  const ana = await comes('ana');
  const maya = await asks('Maya Lindqvist', 'I am stuck at the checkout.');
  await offerOf(ana.at, 'Maya Lindqvist').getByRole('button', { name: 'Accept' }).click();
  await ana.at.message('I am stuck at the checkout.').waitFor();
  return { ana, maya };
}

test('COB 1, COB 5 the icon asks, the customer allows, and the agent sees the page live', async () => {
  const { ana, maya } = await atWork();
  await ana.at.page.getByRole('button', { name: 'Co-Browse' }).click();
  const card = maya.at.window.getByRole('article').filter({ hasText: 'Show my page' });
  await card.getByRole('button', { name: 'Show my page' }).click();
  await banner(maya.at.page).getByText('Ana Sousa sees this page').waitFor();
  await seen(ana).getByRole('heading').first().waitFor();
  await close(ana, maya);
});
