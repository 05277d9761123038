import { expect, fixture, html } from '@open-wc/testing';
import { SHOP_RESPONSES, manyResponses } from '@deskbell/client/testing/responses.js';
import type { ResponseLibrary } from '@deskbell/protocol/responses.js';
import { findAll, calm, find, focused, textOf } from '../testing/at-desk.js';
import './response-library.js';
import type { DeskbellResponseLibrary } from './response-library.js';
import { searchIn } from './search.js';

const library = (categories = SHOP_RESPONSES): ResponseLibrary => ({ version: 'one', categories });

const show = async (shown = library(), { wanted = '', searchable = false, dir = 'ltr' } = {}) => {
  const place = await fixture<HTMLElement>(
    html`<div dir=${dir}>
      <deskbell-response-library .library=${shown} .wanted=${wanted} ?searchable=${searchable}></deskbell-response-library>
    </div>`,
  );
  await searchIn(shown).ready;
  await calm();
  return find<DeskbellResponseLibrary>(place, 'deskbell-response-library');
};

const options = (root: Element) => findAll(root, '[role=option] .name').map(textOf);
const tabs = (root: Element) => findAll(root, '[role=tab]').map(textOf);
const chosen = (root: Element) => textOf(find(root, '[role=option][aria-selected=true] .name'));

describe('<deskbell-response-library>', () => {
  it('CMP 3 each category shows its count, and lists its own', async () => {
    const element = await show(library([...SHOP_RESPONSES, { id: 'empty', name: 'Later', templates: [] }]));
    expect(tabs(element)).to.deep.equal(['All 6', 'Greetings 2', 'Orders and delivery 3', 'Repairs 1', 'Later 0']);
    findAll<HTMLButtonElement>(element, '[role=tab]')[4]?.click();
    await calm();
    expect(textOf(element)).to.include('Nothing is in this category yet.');
    await expect(element).to.be.accessible();
  });

  it('CMP 2 finds with a letter wrong, without accents and capitals, and counts what was found', async () => {
    const element = await show(library(), { wanted: 'WARANTY cafe' });
    expect(options(element)).to.deep.equal(['Café table: warranty']);
    expect(tabs(element)).to.deep.equal(['All 1', 'Greetings 0', 'Orders and delivery 0', 'Repairs 1']);
  });

  it('CMP 2 finds what a category, a name or a text says, the name first, and the middle of a name', async () => {
    const search = searchIn(library());
    await search.ready;
    const found = (wanted: string) => search.find(wanted).map(({ id }) => id);
    expect(found('greetings')).to.deep.equal(['hello', 'back']);
    expect(found('address')[0]).to.equal('address');
    expect(found('carrier')).to.deep.equal(['late']);
    expect(found('arranty')).to.deep.equal(['warranty']);
    expect(found('   ')).to.have.length(6);
  });

  it('CMP 2 finds before everything has been taken in', () => {
    const search = searchIn(library(manyResponses()));
    const all = search.find('Voucher');
    expect(all.length).to.be.greaterThan(0);
    expect(all.every(({ name, text, category }) => `${name} ${text} ${category.name}`.includes('voucher'))).to.equal(true);
  });

  it('CMP 2 goes through 2,000 by the keyboard, to the last and back round, with only the rows in view there', async () => {
    const element = await show(library(manyResponses()), { searchable: true });
    const names = searchIn(element.library!).entries.map(({ name }) => name);
    expect(options(element).length).to.be.lessThan(30);
    element.move(-1);
    await calm();
    expect(chosen(element)).to.equal(names.at(-1));
    const row = find(element, '[role=option][aria-selected=true]').getBoundingClientRect();
    const view = find(element, '[role=listbox]').getBoundingClientRect();
    expect([row.top >= view.top, row.bottom <= view.bottom]).to.deep.equal([true, true]);
    element.move(1);
    await calm();
    expect(chosen(element)).to.equal(names[0]);
    for (let step = 0; step < 60; step++) element.move(1);
    await calm();
    expect(chosen(element)).to.equal(names[60]);
    await expect(element).to.be.accessible();
  });

  it('CMP 2 says which one is chosen to whoever hears the list', async () => {
    const element = await show();
    element.move(1);
    await calm();
    expect(textOf(find(element, '[role=status]'))).to.equal('I come back to you, 2 of 6');
  });

  it('CMP 3 gives the response as it is filled', async () => {
    const element = await show();
    element.fill = (text) => text.toUpperCase();
    const texts: string[] = [];
    element.addEventListener('deskbell-response', ({ text }) => texts.push(text));
    expect(element.choose()).to.equal(true);
    expect(texts.join()).to.match(/^HELLO /);
    element.wanted = 'qqqq';
    await calm();
    expect(element.choose()).to.equal(false);
  });

  it('CMP 3 arrows go through the categories', async () => {
    const element = await show();
    const tab = () => find<HTMLElement>(element, '[role=tab][aria-selected=true]');
    tab().focus();
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowDown']) {
      tab().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await calm();
    }
    expect(textOf(tab())).to.equal('Greetings 2');
    expect(focused()).to.equal(tab());
  });

  it('CMP 3 a name of 300 characters, and one from right to left, stay in their row', async () => {
    const names = ['n'.repeat(300), 'سياسة الإرجاع (30 يومًا)'];
    const shown = library([{ id: 'c', name: 'م'.repeat(300), templates: names.map((name, id) => ({ id: String(id), name, text: name })) }]);
    for (const dir of ['ltr', 'rtl']) {
      const element = await show(shown, { dir, searchable: true });
      expect(options(element)).to.deep.equal(names);
      const list = find(element, '[role=listbox]');
      expect([list.scrollWidth <= list.clientWidth, element.scrollWidth <= element.clientWidth], dir).to.deep.equal([true, true]);
      for (const row of findAll(element, '[role=option]')) expect(row.getBoundingClientRect().height).to.equal(52);
      await expect(element).to.be.accessible();
    }
  });
});
