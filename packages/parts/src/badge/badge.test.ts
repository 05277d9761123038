import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import './badge.js';
import type { DeskbellBadge } from './badge.js';

const shown = async (count: number) => {
  const element = await fixture<DeskbellBadge>(html`<deskbell-badge count=${count}></deskbell-badge>`);
  return element.shadowRoot!.textContent.trim();
};

describe('<deskbell-badge>', () => {
  it('shows a count, nothing for none, and no more than 99', async () => {
    expect([await shown(0), await shown(1), await shown(99), await shown(100)]).to.deep.equal(['', '1', '99', '99+']);
  });

  it('is accessible in every kind', async () => {
    for (const kind of ['accent', 'bad', 'quiet']) {
      await expect(await fixture(html`<deskbell-badge count="3" kind=${kind}></deskbell-badge>`)).to.be.accessible();
    }
  });
});
