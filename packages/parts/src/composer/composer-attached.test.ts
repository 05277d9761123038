import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import './composer.js';
import type { DeskbellComposer } from './composer.js';

const show = async (properties: Partial<DeskbellComposer> = {}): Promise<DeskbellComposer> => {
  const element = await fixture<DeskbellComposer>(html`<deskbell-composer></deskbell-composer>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return element;
};

const box = (element: DeskbellComposer): HTMLTextAreaElement => element.shadowRoot!.querySelector('textarea')!;
const button = (element: DeskbellComposer, name: string): HTMLButtonElement | undefined =>
  [...element.shadowRoot!.querySelectorAll('button')].find((found) => (found.ariaLabel ?? found.innerText.trim()) === name);

/** What was sent, as it is sent. */
const sent = (element: DeskbellComposer): string[] => {
  const texts: string[] = [];
  element.addEventListener('deskbell-submit', ({ text }) => texts.push(text));
  return texts;
};

describe('<deskbell-composer>, with something attached', () => {
  it('CMP 7 sends no words where something is attached, and nothing while that is on its way, which it says', async () => {
    const element = await show({ attached: true, waits: 'Files are still being sent' });
    const texts = sent(element);
    const send = () => button(element, 'Send')!;
    expect([send().ariaDisabled, element.shadowRoot!.querySelector('#note')!.textContent.trim()]).to.deep.equal([
      'true',
      'Files are still being sent',
    ]);
    await expect(element).to.be.accessible();
    element.submit();
    expect(texts).to.deep.equal([]);
    element.waits = '';
    await element.updateComplete;
    expect(send().ariaDisabled).to.equal('false');
    send().click();
    expect(texts).to.deep.equal(['']);
    Object.assign(element, { attached: false });
    await element.updateComplete;
    send().click();
    expect(texts).to.deep.equal(['']);
  });

  it('CMP 7 has what is attached below the text box, and Tab still goes from that to "Send"', async () => {
    for (const side of ['customer', 'agent'] as const) {
      const element = await show({ side });
      element.innerHTML = '<div slot="uploads"><button>Remove</button></div>';
      const under = element.firstElementChild!.getBoundingClientRect();
      expect(under.top).to.be.at.least(box(element).getBoundingClientRect().bottom);
      element.focus();
      await sendKeys({ type: 'x' });
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot!.activeElement).to.equal(button(element, 'Send'));
    }
  });
});
