import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import './dialog.js';
import type { DeskbellDialog } from './dialog.js';

const show = async () => {
  const place = await fixture<HTMLElement>(html`
    <div>
      <button>End</button>
      <deskbell-dialog label="End this chat?">It stays in Closed.<button slot="actions">No</button><button slot="actions">Yes</button></deskbell-dialog>
    </div>
  `);
  const element = place.querySelector<DeskbellDialog>('deskbell-dialog')!;
  const opener = place.querySelector('button')!;
  opener.focus();
  element.show();
  await element.updateComplete;
  return { element, opener, answers: [...element.querySelectorAll('button')] };
};

const isModal = (element: DeskbellDialog) => element.shadowRoot!.querySelector('dialog')!.matches(':modal');

describe('<deskbell-dialog>', () => {
  it('is modal, named, accessible, and begins with the first answer', async () => {
    const { element, answers } = await show();
    expect(isModal(element)).to.be.true;
    expect(document.activeElement).to.equal(answers[0]);
    await expect(element).to.be.accessible();
  });

  it('begins with what has autofocus', async () => {
    const { element, answers } = await show();
    element.close();
    await element.updateComplete;
    answers[1]!.autofocus = true;
    element.show();
    await element.updateComplete;
    expect(document.activeElement).to.equal(answers[1]);
  });

  it('closes with Escape, says so, and gives the focus back', async () => {
    const { element, opener } = await show();
    const closed = oneEvent(element, 'deskbell-close');
    await sendKeys({ press: 'Escape' });
    await closed;
    expect(element.open).to.be.false;
    expect(document.activeElement).to.equal(opener);
  });

  it('closes with the cross', async () => {
    const { element } = await show();
    const closed = oneEvent(element, 'deskbell-close');
    element.shadowRoot!.querySelector('button')!.click();
    await closed;
    expect(isModal(element)).to.be.false;
  });

  it('says once that it was closed', async () => {
    const { element, opener } = await show();
    let said = 0;
    element.addEventListener('deskbell-close', () => said++);
    element.close();
    await oneEvent(element, 'deskbell-close');
    expect(said).to.equal(1);
    expect(document.activeElement).to.equal(opener);
  });

  it('gives the focus back where it is taken out of the page while it is open', async () => {
    const { element, opener } = await show();
    element.remove();
    expect(document.activeElement).to.equal(opener);
  });
});
