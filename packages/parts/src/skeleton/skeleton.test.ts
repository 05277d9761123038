import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import './skeleton.js';
import type { DeskbellSkeleton } from './skeleton.js';

describe('<deskbell-skeleton>', () => {
  it('has the shape of what comes, and says that it is loading', async () => {
    const element = await fixture<DeskbellSkeleton>(html`<deskbell-skeleton rows="4"></deskbell-skeleton>`);
    expect(element.shadowRoot!.querySelectorAll('.line')).to.have.length(4);
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal('Loading');
    await expect(element).to.be.accessible();
  });

  it('shows nothing for the first 150 ms', async () => {
    const element = await fixture<DeskbellSkeleton>(html`<deskbell-skeleton></deskbell-skeleton>`);
    const [coming] = element.getAnimations();
    coming!.pause();
    coming!.currentTime = 149;
    expect(getComputedStyle(element).visibility).to.equal('hidden');
    coming!.currentTime = 151;
    expect(getComputedStyle(element).visibility).to.equal('visible');
  });
});
