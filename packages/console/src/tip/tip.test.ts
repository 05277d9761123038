import { expect, fixture, html } from '@open-wc/testing';
import { calm } from '../testing/at-desk.js';
import './tip.js';

const tipWith = () =>
  fixture<HTMLElement>(html`<deskbell-tip text="End it" keys="Alt+X"><button aria-keyshortcuts="Alt+X">End</button></deskbell-tip>`);
const isShown = (tip: Element) => tip.shadowRoot?.querySelector('.tip')?.matches(':popover-open');
const point = (tip: Element, type: string, pointerType = 'mouse') => tip.dispatchEvent(new PointerEvent(type, { pointerType }));

describe('<deskbell-tip>', () => {
  it('shows what a control does and its keys while it is pointed at', async () => {
    const tip = await tipWith();
    expect(isShown(tip)).to.equal(false);
    point(tip, 'pointerenter');
    expect(isShown(tip)).to.equal(true);
    expect(tip.shadowRoot?.querySelector('.tip')?.textContent.trim().replace(/\s+/g, ' ')).to.equal('End itAlt+X');
    await expect(tip).to.be.accessible();
    point(tip, 'pointerleave');
    expect(isShown(tip)).to.equal(false);
  });

  it('goes at Escape, and when the control is pressed', async () => {
    const tip = await tipWith();
    point(tip, 'pointerenter');
    tip.querySelector('button')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(isShown(tip)).to.equal(false);
    point(tip, 'pointerenter');
    tip.querySelector('button')?.click();
    expect(isShown(tip)).to.equal(false);
  });

  it('stays away from fingers', async () => {
    const tip = await tipWith();
    point(tip, 'pointerenter', 'touch');
    expect(isShown(tip)).to.equal(false);
  });

  it('shows to who comes by keyboard', async () => {
    const tip = await tipWith();
    tip.querySelector('button')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    tip.querySelector('button')?.focus({ focusVisible: true });
    await calm();
    expect(isShown(tip)).to.equal(true);
    tip.querySelector('button')?.blur();
    expect(isShown(tip)).to.equal(false);
  });
});
