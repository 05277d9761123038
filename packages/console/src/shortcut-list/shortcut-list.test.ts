import { expect, fixture, html } from '@open-wc/testing';
import { SHORTCUTS } from '../shortcuts/table.js';
import { calm, findAll, textOf } from '../testing/at-desk.js';
import './shortcut-list.js';

describe('<deskbell-shortcut-list>', () => {
  it('lists every action with its keys', async () => {
    const list = await fixture<HTMLElement>(html`<deskbell-shortcut-list open></deskbell-shortcut-list>`);
    await calm();
    const actions = findAll(list, 'dt').map(textOf);
    expect(actions).to.have.length(Object.keys(SHORTCUTS).length);
    expect(new Set(actions).size).to.equal(actions.length);
    expect(findAll(list, 'kbd').map(textOf)).to.include.members(['?', 'Alt+X', 'Alt+A']);
    await expect(list).to.be.accessible();
  });
});
