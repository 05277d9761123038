import type { Mark } from '@deskbell/protocol/marks.js';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DeskbellLinkBubble } from '../link-bubble/link-bubble.js';
import { button, find, focused } from '../testing/at-desk.js';
import { still, writingBox } from './testing/boxes.js';

const bold = (from: number, to: number): Mark => ({ mark: 'bold', from, to });
const type = (text: string) => sendKeys({ type: text });
const press = (keys: string) => sendKeys({ press: keys });

describe('<deskbell-editor>', () => {
  it('is accessible empty, formatted, too long and off', async () => {
    const { composer, editor, text } = await writingBox();
    await expect(composer).to.be.accessible();
    editor.marked = { text: 'one\ntwo', marks: [bold(0, 3), { mark: 'link', from: 4, to: 7, href: 'https://example.com' }] };
    composer.value = editor.value;
    await still();
    await expect(composer).to.be.accessible();
    Object.assign(composer, { value: 'x'.repeat(10_001), disabled: true, reason: 'No connection' });
    editor.reason = 'No connection';
    await still();
    expect([text.ariaInvalid, text.ariaDisabled, text.getAttribute('aria-description')]).to.deep.equal(['true', 'true', 'No connection']);
    await expect(composer).to.be.accessible();
  });

  it('CMP 1 sends with Enter, once, and is empty then, without a way back', async () => {
    const { composer, text, sent } = await writingBox();
    await type('hello');
    await press('Enter');
    await press('Enter');
    expect(sent).to.deep.equal([{ text: 'hello', marks: undefined }]);
    await press('Control+z');
    expect([composer.value, text.textContent]).to.deep.equal(['', '']);
  });

  for (const keys of ['Shift', 'Control', 'Meta'])
    it(`CMP 1 makes a new line with ${keys}+Enter, and goes on in bold`, async () => {
      const { composer, editor, sent } = await writingBox();
      await press('Control+b');
      await type('a');
      await press(`${keys}+Enter`);
      await type('b');
      expect([composer.value, editor.marks, sent.length]).to.deep.equal(['a\nb', [bold(0, 3)], 0]);
    });

  it('is taken away without a complaint of its bubble', async () => {
    const { composer, editor } = await writingBox();
    const bubble = find<DeskbellLinkBubble>(editor, 'deskbell-link-bubble');
    composer.remove();
    await bubble.showAt(undefined);
    expect(bubble.isConnected).to.be.false;
  });

  it('goes to the ends of a line, and selects up to them', async () => {
    const { composer } = await writingBox();
    await type('one');
    await press('Shift+Enter');
    await type('two');
    await press('Home');
    await type('a');
    await press('End');
    await type('b');
    expect(composer.value).to.equal('one\natwob');
    await press('Shift+Home');
    await type('c');
    expect(composer.value).to.equal('one\nc');
  });

  it('CMP 1 goes to "Send" with Tab, and sends with Enter there', async () => {
    const { composer, sent } = await writingBox();
    await type('hello');
    await press('Tab');
    expect(focused() === button(composer, 'Send')).to.be.true;
    await press('Enter');
    expect(sent.map(({ text }) => text)).to.deep.equal(['hello']);
  });

  it('CMP 1 sends nothing while an input method is composing', async () => {
    const { text, sent } = await writingBox({ text: 'に' });
    const enter = (init: KeyboardEventInit) =>
      text.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true, ...init }));
    enter({ isComposing: true });
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    enter({ keyCode: 229 });
    expect(sent).to.deep.equal([]);
    enter({});
    expect(sent.map((each) => each.text)).to.deep.equal(['に']);
  });

  it('CMP 5 sends marks where they are in the text that is sent', async () => {
    const { sent } = await writingBox();
    await type('  a ');
    await press('Control+b');
    await type('b');
    await press('Control+b');
    await press('Control+i');
    await type('c');
    await press('Enter');
    expect(sent).to.deep.equal([{ text: 'a bc', marks: [bold(2, 3), { mark: 'italic', from: 3, to: 4 }] }]);
  });

  it('tells what is written, with its marks, and that somebody writes; not where it is filled in', async () => {
    const { composer, editor } = await writingBox();
    const drafts: unknown[] = [];
    let typed = 0;
    composer.addEventListener('deskbell-draft', ({ value, marks }) => drafts.push([value, marks]));
    composer.addEventListener('deskbell-typing', () => typed++);
    await type('ab');
    await press('Control+a');
    await press('Control+b');
    await press('Backspace');
    expect(drafts).to.deep.equal([
      ['a', undefined],
      ['ab', undefined],
      ['ab', [bold(0, 2)]],
      ['', undefined],
    ]);
    expect(typed).to.equal(3);
    editor.marked = { text: 'c' };
    composer.value = 'd';
    await composer.updateComplete;
    expect([editor.value, drafts.length]).to.deep.equal(['d', 4]);
  });

  it('CMP 2 puts text in at the caret, in place of what is selected, and one undo takes it out again', async () => {
    const { composer, editor } = await writingBox({ text: 'one two' });
    editor.setSelectionRange(0, 3);
    composer.insert('three\n\nfour');
    await type('!');
    expect(composer.value).to.equal('three\n\nfour! two');
    await press('Control+z');
    expect(composer.value).to.equal('three\n\nfour two');
    await press('Control+z');
    expect(composer.value).to.equal('one two');
    await press('Control+Shift+z');
    expect(composer.value).to.equal('three\n\nfour two');
  });

  it('CMP 6 puts an emoji in as what is written there is marked', async () => {
    const { composer, editor } = await writingBox();
    await press('Control+b');
    await type('a');
    composer.insert('🚀');
    expect([composer.value, editor.marks]).to.deep.equal(['a🚀', [bold(0, 3)]]);
  });

  it('DLV 2 is off with the network, keeps the text, and gives the focus back', async () => {
    const { composer, text } = await writingBox();
    await type('hello');
    composer.disabled = true;
    await still();
    expect(text.isContentEditable).to.be.false;
    expect(button(composer, 'Bold').disabled).to.be.true;
    composer.disabled = false;
    await still();
    expect(focused() === text).to.be.true;
    await type('!');
    expect(composer.value).to.equal('hello!');
  });

  it('grows to five lines, and scrolls then, as the plain box does', async () => {
    const { composer, text } = await writingBox();
    const heights: number[] = [];
    for (let lines = 1; lines <= 7; lines++) {
      composer.value = Array.from({ length: lines }, () => 'x').join('\n');
      await composer.updateComplete;
      heights.push(text.clientHeight);
    }
    expect(new Set(heights.slice(0, 5)).size).to.equal(4);
    expect(new Set(heights.slice(4)).size).to.equal(1);
    expect(text.scrollHeight).to.be.above(heights[6]!);
  });

  it('is as it was where it is taken to another place', async () => {
    const { composer, editor } = await writingBox();
    await type('hello');
    composer.parentElement!.append(composer);
    await still();
    composer.focus();
    await press('Control+z');
    expect([composer.value, editor.value]).to.deep.equal(['', '']);
  });

  it('CMP 5 has bold and italics in a bar that is one stop, and says what is on', async () => {
    const { composer, editor } = await writingBox({ text: 'one' });
    await press('Control+a');
    await press('Shift+Tab');
    expect(focused() === button(composer, 'Bold')).to.be.true;
    await press('Enter');
    expect(button(composer, 'Bold').ariaPressed).to.equal('true');
    await press('ArrowRight');
    await press('Space');
    expect(editor.marks).to.deep.equal([bold(0, 3), { mark: 'italic', from: 0, to: 3 }]);
    await press('ArrowLeft');
    await press('ArrowLeft');
    expect(focused() === button(composer, 'Add Link')).to.be.true;
    await press('Tab');
    expect(focused() === find(composer, '.ProseMirror')).to.be.true;
    await press('Control+b');
    await still();
    expect(button(composer, 'Bold').ariaPressed).to.equal('false');
  });
});
