import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import './empty.js';
import type { DeskbellEmpty } from './empty.js';

describe('<deskbell-empty>', () => {
  it('says what will come, and what to do till then', async () => {
    const element = await fixture<DeskbellEmpty>(html`
      <deskbell-empty heading="Nobody is waiting">New chats come here.<button slot="action">Start Listening</button></deskbell-empty>
    `);
    expect(element.shadowRoot!.querySelector('h2')!.innerText).to.equal('Nobody is waiting');
    expect(element.querySelector('button')!.offsetWidth).to.be.above(0);
    await expect(element).to.be.accessible();
  });
});
