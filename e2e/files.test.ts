import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { picture } from '@deskbell/relay/testing/files.js';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { testBrowser } from './browser.js';
import { testDemo } from './demo.js';
import { agent, assertAccessible, assertQuiet, customer, type Agent, type Customer } from './people.js';

// Two people who send each other more than words.

const demo = await testDemo();
const browser = await testBrowser();

const NOTES = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('The lid is cracked.') };
const PROGRAM = { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') };
const EMPTY = { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) };
const kettle = async () => ({ name: 'kettle.png', mimeType: 'image/png', buffer: Buffer.from(await picture(600, 400)) });

interface Talk {
  /** The customer's. */
  readonly name: string;
  readonly contexts: readonly [shop: BrowserContext, desk: BrowserContext];
  readonly guest: Customer;
  readonly ana: Agent;
}

/** A customer whose first words an agent has before them. */
async function talk(name: string, words: string): Promise<Talk> {
  const [shop, desk] = [await browser.person(), await browser.person()];
  const ana = await agent(desk, `${demo.desk.url}/desk?as=ana`);
  const guest = await customer(shop, `${demo.shop.url}/shop`);
  await guest.introduce(name);
  await guest.say(words);
  await ana.accept(name);
  await ana.message(words).waitFor();
  return { name, contexts: [shop, desk], guest, ana };
}

async function part({ contexts }: Talk): Promise<void> {
  assertQuiet(...contexts);
  await Promise.all(contexts.map((context) => context.close()));
}

/** Both load their pages again. */
async function comeBack({ guest, ana, name }: Talk): Promise<void> {
  await Promise.all([guest.page.reload(), ana.page.reload()]);
  await guest.page.getByRole('button', { name: 'Open chat' }).click();
  await ana.row(name).click();
}

/** Chooses files as people do: by the button. */
async function choose(page: Page, files: (typeof NOTES)[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attachments', exact: true }).click();
  await (await chooser).setFiles(files);
}

/** One file of those that go with the next message. */
const upload = (page: Page, name: string): Locator => page.locator('deskbell-uploads').getByRole('listitem').filter({ hasText: name });

/** A picture in the transcript, once it is drawn. */
const drawn = (page: Page, alt: string): Locator =>
  page
    .getByRole('log', { name: 'Messages' })
    .locator('deskbell-picture .there')
    .and(page.getByRole('button', { name: alt }));

const tile = (page: Page, name: string): Locator =>
  page.getByRole('log', { name: 'Messages' }).getByRole('button', { name: new RegExp(`^Download ${name}`) });

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true, disabled: false }).click();
}

async function textOf(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), tile(page, name).click()]);
  assert.equal(download.suggestedFilename(), name);
  return readFile(await download.path(), 'utf8');
}

test('CMP 7 what a customer attaches the agent sees with its description, opens, closes and downloads, and it is there after a reload', async () => {
  const now = await talk('Maya Lindqvist', 'My kettle came broken.');
  const { guest: maya, ana } = now;
  await choose(maya.page, [await kettle(), NOTES]);
  await upload(maya.page, 'kettle.png').getByRole('button', { name: 'Describe this picture' }).click();
  const words = maya.page.getByRole('textbox', { name: 'Describe this picture' });
  await words.fill('A kettle without its lid');
  await words.press('Enter');
  await upload(maya.page, 'kettle.png').getByText('A kettle without its lid').waitFor();
  await assertAccessible(maya.page);
  await send(maya.page);

  const seen = drawn(ana.page, 'A kettle without its lid');
  await seen.waitFor();
  await drawn(maya.page, 'A kettle without its lid').waitFor();
  await assertAccessible(ana.page);
  await seen.click();
  const lightbox = ana.page.getByRole('dialog', { name: 'A kettle without its lid' });
  await lightbox.getByRole('img', { name: 'A kettle without its lid' }).waitFor();
  await assertAccessible(ana.page);
  await ana.page.keyboard.press('Escape');
  await lightbox.waitFor({ state: 'detached' });
  assert.equal(await seen.evaluate((button) => button.matches(':focus')), true);
  assert.equal(await textOf(ana.page, 'notes.txt'), 'The lid is cracked.');

  await comeBack(now);
  for (const { page } of [maya, ana]) {
    await drawn(page, 'A kettle without its lid').waitFor();
    assert.equal(await textOf(page, 'notes.txt'), 'The lid is cracked.');
  }
  await part(now);
});

test('CMP 7 an agent drops one file and pastes another; what is refused says why, what is removed stays, and the others go', async () => {
  const now = await talk('Nora Vind', 'Where is the leaflet?');
  const { guest: nora, ana } = now;
  const { page } = ana;
  const handed = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Fill it to the line.'], 'leaflet.txt', { type: 'text/plain' }));
    return data;
  });
  const log = page.getByRole('log', { name: 'Messages' });
  await log.dispatchEvent('dragenter', { dataTransfer: handed });
  await page.getByText('Drop files to attach them').waitFor();
  await log.dispatchEvent('drop', { dataTransfer: handed });
  await page.getByText('Drop files to attach them').waitFor({ state: 'hidden' });
  await upload(page, 'leaflet.txt').waitFor();

  await now.contexts[1].grantPermissions(['clipboard-read', 'clipboard-write']);
  const bytes = [...(await picture(300, 200))];
  await page.evaluate(
    (png) => navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) })]),
    bytes,
  );
  await ana.box.focus();
  await page.keyboard.press('Control+KeyV');
  await upload(page, 'image.png').waitFor();

  await choose(page, [PROGRAM, EMPTY, NOTES]);
  await upload(page, 'setup.exe').getByText('Not taken, because this file could do harm.').waitFor();
  await upload(page, 'empty.txt').getByText('There is nothing in this file.').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Remove notes.txt' }).click();
  await upload(page, 'notes.txt').waitFor({ state: 'detached' });
  await ana.box.fill('Here it is');
  await send(page);
  await page.locator('deskbell-uploads').getByRole('listitem').first().waitFor({ state: 'detached' });

  for (const reloads of [false, true]) {
    if (reloads) {
      await comeBack(now);
    }
    for (const side of [nora, ana]) {
      await side.message('Here it is').waitFor();
      await drawn(side.page, 'image.png').waitFor();
      assert.equal(await textOf(side.page, 'leaflet.txt'), 'Fill it to the line.');
      assert.equal(await tile(side.page, '').count(), 1);
    }
  }
  await assertAccessible(nora.page);
  await part(now);
});

test('CMP 6 both sides react to a message and to a picture, both see it, and one takes it back', async () => {
  const now = await talk('Olive Berg', 'It works again, thank you!');
  const { guest: olive, ana } = now;
  const pill = ({ page }: { page: Page }, name: string): Locator =>
    page.getByRole('log', { name: 'Messages' }).getByRole('button', { name, exact: true });
  await ana.message('It works again, thank you!').hover();
  await ana.page.getByRole('button', { name: 'React to: It works again' }).click();
  await ana.page.getByRole('dialog', { name: 'React' }).getByRole('button', { name: 'Heart' }).click();
  await pill(ana, '❤️ You').waitFor();
  await pill(olive, '❤️ Ana Sousa').click();
  await pill(olive, '❤️ You and Ana Sousa').waitFor();
  await pill(ana, '❤️ You and Olive Berg').waitFor();
  await assertAccessible(ana.page);
  await assertAccessible(olive.page);
  await pill(ana, '❤️ You and Olive Berg').click();
  await pill(ana, '❤️ Olive Berg').waitFor();
  await pill(olive, '❤️ You').waitFor();

  await choose(ana.page, [await kettle()]);
  await send(ana.page);
  await drawn(olive.page, 'kettle.png').hover();
  await olive.page.getByRole('button', { name: 'React to: kettle.png' }).click();
  await olive.page.getByRole('dialog', { name: 'React' }).getByRole('button', { name: 'Laughing' }).click();
  await pill(ana, '😂 Olive Berg').waitFor();

  await comeBack(now);
  for (const [side, names] of [
    [ana, ['❤️ Olive Berg', '😂 Olive Berg']],
    [olive, ['❤️ You', '😂 You']],
  ] as const)
    for (const name of names) await pill(side, name).waitFor();
  await part(now);
});
