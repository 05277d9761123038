import { expect, fixture, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { bellIcon } from '../icons.js';
import './menu.js';
import type { DeskbellMenu, MenuItem } from './menu.js';

const ITEMS: readonly MenuItem[] = [
  { id: 'sound', label: 'Sound', checked: true, icon: bellIcon },
  { id: 'keys', label: 'Shortcuts', keys: '?' },
  { id: 'send', label: 'Send by mail', disabled: true },
  { id: 'end', label: 'End chat', danger: true },
];

const show = () => fixture<DeskbellMenu>(html`<deskbell-menu label="More" .items=${ITEMS}></deskbell-menu>`);
const focused = (element: DeskbellMenu) => (element.shadowRoot!.activeElement as HTMLElement | null)?.innerText.trim().split('\n')[0];
const isOpen = (element: DeskbellMenu) => element.shadowRoot!.querySelector('[popover]')!.matches(':popover-open');

const open = async (): Promise<DeskbellMenu> => {
  const element = await show();
  element.focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => focused(element) === 'Sound');
  return element;
};

describe('<deskbell-menu>', () => {
  it('is accessible, closed and open', async () => {
    const element = await show();
    await expect(element).to.be.accessible();
    element.focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => focused(element) === 'Sound');
    expect(element.shadowRoot!.querySelector('button')!.ariaExpanded).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('is gone through with arrows, Home, End and first letters', async () => {
    const element = await open();
    const seen: (string | undefined)[] = [];
    for (const press of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'End', 'Home', 's', 's', 'e']) {
      await sendKeys({ press });
      seen.push(focused(element));
    }
    const [sound, keys, send, end] = ITEMS.map(({ label }) => label);
    expect(seen).to.deep.equal([keys, sound, end, sound, end, sound, keys, send, end]);
  });

  it('chooses with Enter and closes', async () => {
    const element = await open();
    const chosen = oneEvent(element, 'deskbell-choose') as unknown as Promise<HTMLElementEventMap['deskbell-choose']>;
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    expect((await chosen).item).to.equal('end');
    expect(isOpen(element)).to.be.false;
  });

  it('closes with Escape and Tab, and gives the focus back', async () => {
    const element = await open();
    await sendKeys({ press: 'Escape' });
    expect(isOpen(element)).to.be.false;
    expect(element.shadowRoot!.activeElement).to.equal(element.shadowRoot!.querySelector('button'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element) === 'Sound');
    const next = document.createElement('button');
    element.after(next);
    await sendKeys({ press: 'Tab' });
    expect(isOpen(element)).to.be.false;
    expect(document.activeElement).to.equal(next);
  });

  it('does nothing for an item that is off', async () => {
    const element = await open();
    let chosen = 0;
    element.addEventListener('deskbell-choose', () => chosen++);
    element.shadowRoot!.querySelectorAll<HTMLElement>('.item')[2]!.click();
    expect(chosen).to.equal(0);
    expect(isOpen(element)).to.be.true;
  });

  it('stays in the window, in either direction', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await show();
      element.dir = dir;
      element.style.cssText = 'position: fixed; inset-inline-end: 0; inset-block-end: 0';
      element.shadowRoot!.querySelector('button')!.click();
      await waitUntil(() => focused(element) === 'Sound');
      await nextFrame();
      const { left, right, top, bottom } = element.shadowRoot!.querySelector('[popover]')!.getBoundingClientRect();
      expect(Math.min(left, top)).to.be.at.least(0);
      expect(right).to.be.at.most(innerWidth);
      expect(bottom).to.be.at.most(innerHeight);
    }
  });
});
