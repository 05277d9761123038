import { expect, fixture, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import './composer.js';
import type { DeskbellComposer } from './composer.js';

const EMOJI = '/node_modules/emoji-picker-element-data/en/emojibase/data.json';

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

const count = (element: DeskbellComposer, type: 'deskbell-typing' | 'deskbell-draft' | 'deskbell-resend'): { events: number } => {
  const counted = { events: 0 };
  element.addEventListener(type, () => counted.events++);
  return counted;
};

const write = async (element: DeskbellComposer, text: string): Promise<void> => {
  element.focus();
  await sendKeys({ type: text });
};

describe('<deskbell-composer>', () => {
  it('is accessible in every state, for either side', async () => {
    for (const side of ['customer', 'agent'] as const) {
      const element = await show({ side, emojiData: EMOJI });
      await expect(element).to.be.accessible();
      Object.assign(element, { failed: true, disabled: true, reason: 'No connection', value: 'x'.repeat(10_001) });
      await element.updateComplete;
      await expect(element).to.be.accessible();
    }
  });

  it('CMP 1 sends with Enter, once, and is empty then', async () => {
    const element = await show();
    const texts = sent(element);
    await write(element, 'hello');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    expect(texts).to.deep.equal(['hello']);
    expect(box(element).value).to.equal('');
  });

  for (const keys of ['Shift', 'Control', 'Meta']) {
    it(`CMP 1 makes a new line with ${keys}+Enter`, async () => {
      const element = await show();
      const texts = sent(element);
      await write(element, 'a');
      await sendKeys({ press: `${keys}+Enter` });
      await write(element, 'b');
      expect(element.value).to.equal('a\nb');
      expect(texts).to.deep.equal([]);
    });
  }

  it('CMP 1 goes from the text box to "Send" with Tab, and sends with Enter there', async () => {
    const element = await show({ emojiData: EMOJI });
    const texts = sent(element);
    await write(element, 'hello');
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement).to.equal(button(element, 'Send'));
    await sendKeys({ press: 'Enter' });
    expect(texts).to.deep.equal(['hello']);
  });

  it('CMP 1 sends nothing while an input method is composing', async () => {
    const element = await show({ value: 'に' });
    const texts = sent(element);
    const press = (init: KeyboardEventInit) =>
      box(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true, ...init }));
    expect(press({ isComposing: true })).to.be.true;
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    expect(press({ keyCode: 229 })).to.be.true;
    expect(texts).to.deep.equal([]);
    expect(press({})).to.be.false;
    expect(texts).to.deep.equal(['に']);
  });

  it('CMP 1 has "Send" at the bottom right, bottom left in a right-to-left language', async () => {
    for (const side of ['customer', 'agent'] as const) {
      const element = await show({ side });
      const middle = () => {
        const [place, whole] = [button(element, 'Send')!.getBoundingClientRect(), element.getBoundingClientRect()];
        return { across: (place.left + place.right - whole.left - whole.right) / whole.width, under: whole.bottom - place.bottom };
      };
      expect(middle().across).to.be.above(0.8);
      expect(middle().under).to.be.below(24);
      element.dir = 'rtl';
      await nextFrame();
      expect(middle().across).to.be.below(-0.8);
    }
  });

  it('does not send a key that is held down twice, nor white space', async () => {
    const element = await show({ value: 'x' });
    const texts = sent(element);
    box(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat: true, cancelable: true, bubbles: true }));
    element.value = ' \n ';
    await element.updateComplete;
    element.submit();
    expect(texts).to.deep.equal([]);
  });

  it('grows to five lines, and scrolls then', async () => {
    for (const [side, heightsUpToFive] of [
      ['customer', 5],
      ['agent', 4],
    ] as const) {
      const element = await show({ side });
      const heights: number[] = [];
      for (let lines = 1; lines <= 7; lines++) {
        element.value = Array.from({ length: lines }, () => 'x').join('\n');
        await element.updateComplete;
        heights.push(box(element).clientHeight);
      }
      expect(new Set(heights.slice(0, 5)).size).to.equal(heightsUpToFive);
      expect(new Set(heights.slice(4)).size).to.equal(1);
      expect(box(element).scrollHeight).to.be.above(heights[6]!);
    }
  });

  it('tells what is being written, and that something is', async () => {
    const element = await show();
    const [drafts, typed] = [count(element, 'deskbell-draft'), count(element, 'deskbell-typing')];
    await write(element, 'abc');
    expect([drafts.events, typed.events]).to.deep.equal([3, 3]);
    for (const _ of 'abc') await sendKeys({ press: 'Backspace' });
    expect([drafts.events, typed.events]).to.deep.equal([6, 5]);
    expect(element.value).to.equal('');
  });

  it('DLV 2 is off with a reason while the network is away, keeps the text, and gives the focus back', async () => {
    const element = await show();
    const texts = sent(element);
    await write(element, 'hello');
    Object.assign(element, { disabled: true, reason: 'No connection' });
    await element.updateComplete;
    expect(box(element).disabled).to.be.true;
    expect(element.shadowRoot!.querySelector('#note')!.textContent).to.contain('No connection');
    element.submit();
    expect(texts).to.deep.equal([]);
    element.disabled = false;
    await element.updateComplete;
    expect(box(element).value).to.equal('hello');
    expect(element.shadowRoot!.activeElement).to.equal(box(element));
  });

  it('DLV 2 has "Resend" at its left corner where something was not delivered', async () => {
    const element = await show({ emojiData: EMOJI });
    expect(button(element, 'Resend')).to.be.undefined;
    element.failed = true;
    await element.updateComplete;
    const resent = count(element, 'deskbell-resend');
    for (const side of ['customer', 'agent'] as const) {
      element.side = side;
      await element.updateComplete;
      const place = button(element, 'Resend')!.getBoundingClientRect();
      expect(place.left - element.getBoundingClientRect().left).to.be.below(24);
    }
    button(element, 'Resend')!.click();
    expect(resent.events).to.equal(1);
  });

  it('says how much room is left near the end, and refuses what is too long without losing it', async () => {
    const element = await show({ value: 'x'.repeat(9_000) });
    const texts = sent(element);
    const note = () => element.shadowRoot!.querySelector<HTMLElement>('#note')!.innerText;
    expect(note()).to.equal('');
    element.value = 'x'.repeat(9_600);
    await element.updateComplete;
    expect(note()).to.contain('9,600 / 10,000');
    element.value = 'x'.repeat(10_001);
    await element.updateComplete;
    expect(note()).to.contain('Longer than 10,000 characters');
    expect(box(element).ariaInvalid).to.equal('true');
    element.submit();
    expect(texts).to.deep.equal([]);
    expect(element.value).to.have.length(10_001);
  });

  it('CMP 6 puts an emoji in at the caret, found by search', async () => {
    const element = await show({ emojiData: EMOJI });
    await write(element, 'ab');
    await sendKeys({ press: 'ArrowLeft' });
    button(element, 'Emoji')!.click();
    const picker = () => element.shadowRoot!.querySelector('deskbell-emoji');
    await waitUntil(() => picker()?.shadowRoot?.activeElement?.matches('input'), 'the search has the focus');
    await waitUntil(() => picker()!.shadowRoot!.querySelector('.key'), 'the emoji', { timeout: 5_000 });
    await expect(element).to.be.accessible();
    await sendKeys({ type: 'rocket' });
    await sendKeys({ press: 'Enter' });
    expect(element.value).to.equal('a🚀b');
    expect(box(element).selectionStart).to.equal('a🚀'.length);
    expect(element.shadowRoot!.activeElement).to.equal(box(element));
  });

  it('CMP 6 goes back to the text with Escape, which nothing around hears of', async () => {
    const element = await show({ emojiData: EMOJI });
    button(element, 'Emoji')!.click();
    await waitUntil(() => element.shadowRoot!.activeElement?.matches('deskbell-emoji'));
    let heard = 0;
    element.addEventListener('keydown', () => heard++);
    await sendKeys({ press: 'Escape' });
    expect(element.shadowRoot!.activeElement).to.equal(box(element));
    expect(heard).to.equal(0);
  });

  it('CMP 6 shows no "Emoji" where there are none, and says so where they cannot be fetched', async () => {
    const element = await show();
    expect(button(element, 'Emoji')).to.be.undefined;
    element.emojiData = '/nothing-here.json';
    await element.updateComplete;
    button(element, 'Emoji')!.click();
    await waitUntil(() => element.shadowRoot!.querySelector('deskbell-emoji')?.shadowRoot?.textContent.includes('could not be loaded'));
  });

  it('inserts in place of what is selected, so that one undo takes it back', async () => {
    const element = await show({ value: 'one two' });
    box(element).setSelectionRange(0, 3);
    setTimeout(() => element.insert('three'));
    await oneEvent(element, 'deskbell-draft');
    expect(element.value).to.equal('three two');
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand('undo');
    expect(element.value).to.equal('one two');
  });
});
