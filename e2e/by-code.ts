import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import type { FrameLocator, Locator, Page } from 'playwright-core';

// A customer who shows an agent a page by a code, with no chat.

/** Of the sessions that an agent has, the one that is looked at. */
export const view = (desk: Page): Locator => desk.locator('deskbell-cobrowse-view').filter({ visible: true });

/** The customer's page as the agent sees it: of the frames within the view's own document the one that is shown. What comes next is built behind it. */
export const seen = (desk: Page): FrameLocator => view(desk).frameLocator('iframe').frameLocator('.page > iframe:visible');

export const banner = (page: Page): Locator => page.locator('deskbell-cobrowse-banner');

/** Waits till that is so; looks in the rhythm of a page. */
export async function until(page: Page, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const signal = AbortSignal.timeout(30_000);
  while (!(await isSo())) {
    signal.throwIfAborted();
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Waits till a field holds something, in the page itself or as it is seen. */
export const holds = (field: Locator, text: string): Promise<void> => until(field.page(), async () => (await field.inputValue()) === text);

/** The agent makes a code, the customer types it on a page with the button, and allows it. */
export async function showByCode(desk: Page, page: Page): Promise<void> {
  await desk.locator('deskbell-tray').getByRole('button', { name: 'New' }).click();
  await desk.getByRole('menuitem', { name: 'Co-browse' }).click();
  const code = await desk.getByText(/^\d{3}\s\d{3}$/).innerText();
  await page.getByRole('button', { name: 'Co-browse' }).click();
  await page.getByRole('textbox', { name: 'Code of 6 digits' }).fill(code);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: 'Show my page' }).click();
  await banner(page).getByText('Ana Sousa sees this page').waitFor();
}

/** What a page of a site is, and what it is sent with. */
export interface Served {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: string;
}

/** A site of the tests' own, by path; what it does not have it answers with nothing. */
export async function serveSite(pages: Map<string, Served>): Promise<string> {
  const server = createServer((request, response) => {
    const { html = '', headers = {}, type = 'text/html' } = pages.get(new URL(request.url ?? '', 'http://localhost').pathname) ?? {};
    response.writeHead(200, { 'Content-Type': type, ...headers }).end(html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => server.close());
  return `http://localhost:${String((server.address() as AddressInfo).port)}`;
}
