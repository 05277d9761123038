import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { icon } from '../icon.js';
import { offlineIcon } from '../icons.js';
import './banner.js';
import type { DeskbellBanner } from './banner.js';

describe('<deskbell-banner>', () => {
  it('is accessible and read out in every kind', async () => {
    for (const kind of ['info', 'good', 'warn', 'bad']) {
      const element = await fixture<DeskbellBanner>(html`<deskbell-banner kind=${kind}>No connection</deskbell-banner>`);
      await expect(element).to.be.accessible();
      expect(element.shadowRoot!.querySelector('[role=status]')).to.exist;
    }
  });

  it('takes another icon and a button', async () => {
    const element = await fixture<DeskbellBanner>(
      html`<deskbell-banner .icon=${offlineIcon}>No connection<button slot="action">Reload</button></deskbell-banner>`,
    );
    const drawn = await fixture(html`<p>${icon(offlineIcon)}</p>`);
    expect(element.shadowRoot!.querySelector('path')!.getAttribute('d')).to.equal(drawn.querySelector('path')!.getAttribute('d'));
    expect(element.querySelector('button')!.getBoundingClientRect().width).to.be.above(0);
    await expect(element).to.be.accessible();
  });
});
