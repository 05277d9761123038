import { expect, fixture, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import './emoji.js';
import type { DeskbellEmoji } from './emoji.js';

const DATA = '/node_modules/emoji-picker-element-data/en/emojibase/data.json';

const inside = <T extends HTMLElement>(element: DeskbellEmoji, selector: string): T[] => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];

const show = async (): Promise<DeskbellEmoji> => {
  const element = await fixture<DeskbellEmoji>(html`<deskbell-emoji data=${DATA}></deskbell-emoji>`);
  await waitUntil(() => inside(element, '.key').length > 50, 'the emoji', { timeout: 5_000 });
  return element;
};

const search = async (element: DeskbellEmoji, text: string): Promise<string[]> => {
  element.focus();
  await sendKeys({ type: text });
  await element.updateComplete;
  return inside(element, '.key').map((key) => key.ariaLabel ?? '');
};

describe('<deskbell-emoji>', () => {
  it('is accessible', async () => {
    await expect(await show()).to.be.accessible();
  });

  it('finds by every word that is typed', async () => {
    const element = await show();
    expect(await search(element, 'red heart')).to.include('red heart');
    expect(inside(element, '.key').length).to.be.below(20);
    expect(inside(element, '[role=tab]')).to.have.length(0);
  });

  it('says so where nothing is found', async () => {
    const element = await show();
    expect(await search(element, 'qqqq')).to.deep.equal([]);
    expect(element.shadowRoot!.textContent).to.contain('No emoji found');
  });

  it('gives hands and faces their skin tone', async () => {
    const element = await show();
    await search(element, 'waving hand');
    const [tone] = inside<HTMLSelectElement>(element, 'select');
    tone!.value = '5';
    tone!.dispatchEvent(new Event('change'));
    await element.updateComplete;
    setTimeout(() => inside(element, '.key')[0]!.click());
    const { item } = (await oneEvent(element, 'deskbell-choose')) as unknown as HTMLElementEventMap['deskbell-choose'];
    expect(item).to.equal('👋🏿');
  });

  it('is gone through with the arrows, and taken with Enter', async () => {
    const element = await show();
    element.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    const focused = () => inside(element, '.key').indexOf(element.shadowRoot!.activeElement as HTMLElement);
    expect(focused()).to.equal(2);
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.be.above(5);
    const chosen = oneEvent(element, 'deskbell-choose');
    await sendKeys({ press: 'Enter' });
    await chosen;
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    expect(element.shadowRoot!.activeElement).to.equal(inside(element, 'input')[0]);
  });

  it('turns from kind to kind with the arrows', async () => {
    const element = await show();
    inside(element, '[role=tab]')[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => element.shadowRoot!.activeElement?.ariaLabel === 'People');
    expect(inside(element, '.key')[0]!.ariaLabel).to.equal('waving hand');
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowLeft' });
    await waitUntil(() => element.shadowRoot!.activeElement?.ariaLabel === 'Flags');
  });
});
